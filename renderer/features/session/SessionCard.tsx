import { Center, Paper, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import classes from './session.module.css'

type Props = {
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** The one sheet on the screen while nobody is signed in. */
export function SessionCard({ title, note, children }: Props) {
  useEffect(() => {
    document.title = `${title} · 信访接待台`
  }, [title])
  return (
    <Center component="main" className={classes['ground'] ?? ''}>
      <Paper withBorder p="xl" className={classes['card'] ?? ''}>
        <Stack gap="md">
          <div>
            <Title order={1}>{title}</Title>
            {note !== undefined && (
              <Text c="dimmed" component="div" mt={4}>
                {note}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </Center>
  )
}
