import { CloseButton, Group, Paper, Portal, Text } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import classes from './ScanNote.module.css'

const SECONDS = 15

type Props = { readonly says: string; readonly onClose: () => void }

/** Which paper was scanned and what became of it, or why it could not be opened; gone after a while. */
export function ScanNote({ says, onClose }: Props) {
  const gone = useEffectEvent(onClose)
  useEffect(() => {
    const timer = setTimeout(() => gone(), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Portal>
      <Paper className={classes['note']} role="status" withBorder shadow="sm" px="md" py="xs">
        <Group wrap="nowrap">
          <Text>{says}</Text>
          <CloseButton size="sm" aria-label="关闭扫码提示" onClick={onClose} />
        </Group>
      </Paper>
    </Portal>
  )
}
