import { Checkbox, Group, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  MEDIA,
  type Medium,
  mediumSchema,
  OUTCOMES,
  type Outcome,
  outcomeSchema,
} from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { filterByPinyin } from '../UnitSelect.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

const MEDIUM_OPTIONS = Object.entries(MEDIA).map(([value, label]) => ({ value, label }))
const OUTCOME_OPTIONS = Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }))

const TYPED = { searchable: true, selectFirstOptionOnChange: true, filter: filterByPinyin } as const

/** 答复反映人: how, what, with which outcome. */
export function AnswerDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.answer')
  const [text, setText] = useState('')
  const [medium, setMedium] = useState<Medium>('in-person')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [close, setClose] = useState(false)

  async function send() {
    if (outcome === null) {
      const missing = [{ path: 'outcome', message: '请选择处理结论。' }]
      call.fail(text.trim() === '' ? [{ path: 'text', message: '请写明答复内容。' }, ...missing] : missing)
      return
    }
    const done = await call.send({ number: petition.number, medium, text, outcome, close })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="答复反映人"
      submitLabel="记录答复"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Textarea
        label="答复内容"
        required
        data-autofocus
        autosize
        minRows={5}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={call.errorAt('text')}
      />
      <Group grow align="start">
        <Select
          label="处理结论"
          required
          data={OUTCOME_OPTIONS}
          {...TYPED}
          value={outcome}
          onChange={(value) => setOutcome(outcomeSchema.nullable().parse(value))}
          error={call.errorAt('outcome')}
        />
        <Select
          label="答复方式"
          required
          allowDeselect={false}
          data={MEDIUM_OPTIONS}
          {...TYPED}
          value={medium}
          onChange={(value) => setMedium(mediumSchema.parse(value))}
          error={call.errorAt('medium')}
        />
      </Group>
      <Checkbox
        label="同时办结：没有需要继续办理的内容"
        checked={close}
        onChange={(event) => setClose(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
