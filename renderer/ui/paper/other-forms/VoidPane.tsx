import { Button, Group, Select, Text, Textarea } from '@mantine/core'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Answer } from '../../../../shared/contract/api.ts'
import { useDeskQuery } from '../../../bridge/use-desk-query.ts'
import { Failure } from '../../Failure.tsx'
import { useCheckedCall } from '../../use-checked-call.ts'
import classes from './other-forms.module.css'

type Props = {
  readonly line: Answer<'documents.show'>['line']
  readonly onBack: () => void
  readonly onVoided: () => void
}

/** 作废: the number is there to be read once more, because nothing brings the paper back. */
export function VoidPane({ line, onBack, onVoided }: Props) {
  const { form, send: call, busy, error, errorAt } = useCheckedCall('register.void')
  const [reason, setReason] = useState('')
  const [replacedBy, setReplacedBy] = useState<string | null>(null)
  const others = useDeskQuery('register.replacements', { id: line.id }, { fresh: true }).data?.papers ?? []
  const number = line.number || line.id

  async function send(event: FormEvent) {
    event.preventDefault()
    if ((await call({ id: line.id, number, reason, replacedBy })) !== null) onVoided()
  }

  return (
    <form ref={form} onSubmit={(event) => void send(event)} noValidate>
      <Text size="sm" c="dimmed">
        将要作废
      </Text>
      <p className={classes['number']}>{line.name}</p>
      <Text mb="sm">
        作废后不能恢复：文号保留在登记簿上、不再使用，文书只能取用标明“作废件”的一份；应发的文书可以重新印发，用新的文号。
      </Text>
      <Textarea
        label="作废原因"
        required
        data-autofocus
        autoFocus
        autosize
        minRows={2}
        maxRows={6}
        placeholder="例：主送单位名称有误，重新印发"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt('reason')}
      />
      {others.length > 0 && (
        <Select
          mt="sm"
          label="由哪一份代替"
          description="可以不填：以后重新印发的同种文书会自动记为代替它的一份。"
          placeholder="还没有，或者不需要"
          comboboxProps={{ withinPortal: false }}
          data={others.map((paper) => ({ value: paper.id, label: paper.name }))}
          value={replacedBy}
          onChange={setReplacedBy}
          error={errorAt('replacedBy')}
          clearable
        />
      )}
      <Failure error={error} />
      <Group justify="space-between" mt="sm">
        <Button variant="subtle" onClick={onBack}>
          返回文书
        </Button>
        <Button type="submit" loading={busy}>
          作废 {line.number || line.kindName}
        </Button>
      </Group>
    </form>
  )
}
