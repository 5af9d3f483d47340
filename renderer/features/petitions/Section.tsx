import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './petition.module.css'

type Props = {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function Section({ title, action, children }: Props) {
  return (
    <section className={classes['section']} aria-label={title}>
      <div className={classes['sectionHead']}>
        <Title order={2}>{title}</Title>
        {action}
      </div>
      {children}
    </section>
  )
}

/** Label and value pairs; what was not filled in is left out. */
export function Facts({
  facts,
  wide = false,
}: {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
  /** Two pairs to a line, for short facts. */
  readonly wide?: boolean
}) {
  return (
    <dl className={[classes['facts'], wide && classes['wide']].filter(Boolean).join(' ')}>
      {facts
        .filter(([, value]) => value !== '' && value !== null && value !== undefined && value !== false)
        .map(([label, value]) => (
          <FactRow key={label} label={label} value={value} />
        ))}
    </dl>
  )
}

function FactRow({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
