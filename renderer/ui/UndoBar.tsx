import { Button, Group, Paper, Portal, Text } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useShortcut } from './shortcuts.tsx'
import classes from './UndoBar.module.css'

const SECONDS = 5

type Props = {
  /** What was just done: 已删除协办单位“教务处”. */
  readonly message: string
  readonly onUndo: () => void
  /** Called when the time to undo is over. */
  readonly onGone: () => void
}

/** Mount it after an action that can be taken back. Ctrl+Z undoes it. */
export function UndoBar({ message, onUndo, onGone }: Props) {
  const gone = useEffectEvent(onGone)
  useEffect(() => {
    const timer = setTimeout(() => gone(), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [])
  useShortcut('Ctrl+Z', '撤销刚才的操作', onUndo)
  return (
    <Portal>
      <Paper className={classes['bar']} role="status" withBorder shadow="sm" px="md" py="xs">
        <Group>
          <Text>{message}</Text>
          <Button variant="subtle" onClick={onUndo} title="Ctrl+Z">
            撤销
          </Button>
        </Group>
      </Paper>
    </Portal>
  )
}
