import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Failure } from '../../Failure.tsx'
import { useShortcut } from '../../shortcuts.tsx'
import type { How } from './use-take-other.ts'

type Props = {
  readonly label: string
  readonly placeholder: string
  /** Said below the field while it is empty and something was pressed. */
  readonly missing: string
  readonly ready: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly said: string
  readonly onTake: (how: How, reason: string) => void
  readonly onBack: () => void
}

/** A reason, then the three ways out. */
export function TakeWithReason(props: Props) {
  const { label, placeholder, missing, ready, busy, error, said, onTake, onBack } = props
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const given = reason.trim() !== ''

  function take(how: How) {
    setAsked(true)
    if (given && ready && !busy) onTake(how, reason.trim())
  }

  useShortcut('Ctrl+P', '打印', () => take('print'))
  useShortcut('Ctrl+S', '另存为 Word 文件', () => take('save'))
  useShortcut('Ctrl+O', '用 Word 打开', () => take('open'))

  return (
    <>
      <TextInput
        label={label}
        placeholder={placeholder}
        required
        data-autofocus
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && !given ? missing : undefined}
      />
      <Group justify="space-between">
        <Button variant="subtle" onClick={onBack}>
          返回文书
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={() => take('save')} disabled={busy || !ready} title="Ctrl+S">
            另存
          </Button>
          <Button variant="default" onClick={() => take('open')} disabled={busy || !ready} title="Ctrl+O">
            用 Word 打开
          </Button>
          <Button onClick={() => take('print')} loading={busy} disabled={!ready} title="Ctrl+P">
            打印
          </Button>
        </Group>
      </Group>
      <Failure error={error} />
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
    </>
  )
}
