import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useHasRole } from '../../bridge/desk-context.tsx'
import type { OpenedFigure } from './figures.ts'

type Props = {
  readonly figure: OpenedFigure
  readonly value: number
  readonly children?: ReactNode
  readonly onOpen: (figure: OpenedFigure) => void
}

/** A number that leads to its petitions, for whoever may see them all. */
export function Figure({ figure, value, children, onOpen }: Props) {
  const mayOpen = useHasRole('receptionist', 'clerk', 'admin')
  const text = children ?? value
  if (!mayOpen || value === 0) return text
  return (
    <Anchor
      component="button"
      type="button"
      inherit
      aria-label={`${figure.title}：${value} 件，查看`}
      onClick={() => onOpen(figure)}
    >
      {text}
    </Anchor>
  )
}
