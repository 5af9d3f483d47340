import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import classes from './Page.module.css'

type Props = {
  readonly title: string
  /** One quiet line beside the title. */
  readonly note?: ReactNode
  /** The main action, and others before it, at the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The page keeps within the window and scrolls inside itself: endless lists. */
  readonly fixed?: boolean
}

/** One page, one purpose: its title, its main action at the right, the rest below. */
export function Page({ title, note, actions, children, fixed = false }: Props) {
  useEffect(() => {
    document.title = `${title} · 信访接待台`
  }, [title])
  return (
    <div className={fixed ? `${classes['page']} ${classes['fixed']}` : classes['page']}>
      <Group component="header" justify="space-between" wrap="nowrap" mb="sm" gap="md">
        <Group gap="sm" align="baseline" wrap="nowrap" className={classes['heading'] ?? ''}>
          <Title order={1}>{title}</Title>
          {note !== undefined && (
            <Text component="div" c="dimmed" truncate>
              {note}
            </Text>
          )}
        </Group>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </div>
  )
}
