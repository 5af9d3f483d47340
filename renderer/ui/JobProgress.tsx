import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { Progress as JobProgressEvent } from '../../shared/contract/call.ts'
import { useShortcut } from './shortcuts.tsx'

type Props = {
  readonly running: boolean
  readonly progress: JobProgressEvent | null
  /** Before the first word comes from the core. */
  readonly begins: string
  readonly onCancel: () => void
}

/** What long work is doing, how far it is, and the way to stop it. */
export function JobProgress({ running, progress, begins, onCancel }: Props) {
  useShortcut('Escape', '停止', onCancel, { enabled: running })
  if (!running) return null
  const { label = begins, done = 0, total = null } = progress ?? {}
  const known = total !== null && total > 0
  return (
    <Stack gap={4} my="sm" maw={640}>
      <Group justify="space-between">
        <Text role="status">
          {label}
          {known && `（${done} / ${total}）`}
        </Text>
        <Button variant="default" size="xs" onClick={onCancel} title="Esc">
          停止
        </Button>
      </Group>
      <Progress value={known ? (done / total) * 100 : 100} animated={!known} aria-label={label} />
    </Stack>
  )
}
