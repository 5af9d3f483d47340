import { Button, Group, NumberInput, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import type { Series } from './SeriesDialog.tsx'

type Props = { readonly series: Series; readonly onDone: () => void }

/** 续接文号: what was used on paper before the program came is said once, and the next paper goes on behind it. */
export function ContinueForm({ series: { series, year, next: free }, onDone }: Props) {
  const { form, send: call, busy, error, errorAt } = useCheckedCall('register.continue')
  const [next, setNext] = useState<number | string>('')
  const [reason, setReason] = useState('')

  useShortcut('Ctrl+Enter', '续接文号', () => void send(), { enabled: !busy })

  async function send() {
    if ((await call({ series, year, next: next === '' ? Number.NaN : Number(next), reason })) !== null)
      onDone()
  }

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
      noValidate
    >
      <Stack gap="sm">
        <Text>
          现在的下一个号是 {free} 号。续接以后，{free}{' '}
          号到所填号的前一号都记为已在程序外使用，不能再给文书；只能往后，不能退回。
        </Text>
        <NumberInput
          label="下一份文书用几号"
          required
          data-autofocus
          autoFocus
          w={200}
          hideControls
          value={next}
          onChange={setNext}
          error={errorAt('next')}
        />
        <Textarea
          label="前面的号用在了哪里"
          required
          autosize
          minRows={2}
          maxRows={6}
          placeholder="例：启用本系统前，1—12号已在纸质发文簿上使用"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errorAt('reason')}
        />
        <Failure error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            返回
          </Button>
          <Button type="submit" loading={busy} title="Ctrl+回车">
            续接文号
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
