import { Checkbox, Group, Select } from '@mantine/core'
import { useState } from 'react'
import { type Medium, OUTCOMES, type Outcome, outcomeSchema } from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText, MediumSelect, optionsOf, TYPED } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

const OUTCOME_OPTIONS = optionsOf(OUTCOMES)

/** 答复反映人: how, what, with which outcome. */
export function AnswerDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.answer')
  const [text, setText] = useState('')
  const [medium, setMedium] = useState<Medium>('in-person')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [close, setClose] = useState(false)
  const [talk, setTalk] = useState(false)

  async function send() {
    if (outcome === null) {
      const missing = [{ path: 'outcome', message: '请选择处理结论。' }]
      call.fail(text.trim() === '' ? [{ path: 'text', message: '请写明答复内容。' }, ...missing] : missing)
      return
    }
    const said = { medium, text, outcome, close, talk: talk && isTalk(medium) }
    const done = await call.send({ number: petition.number, ...said })
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
      <LongText
        label="答复内容"
        required
        data-autofocus
        rows={5}
        value={text}
        onChange={setText}
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
        <MediumSelect label="答复方式" value={medium} onChange={setMedium} error={call.errorAt('medium')} />
      </Group>
      {isTalk(medium) && (
        <Checkbox
          label={`本次答复即${medium === 'phone' ? '电话' : '当面'}沟通，同时记为沟通记录`}
          checked={talk}
          onChange={(event) => setTalk(event.currentTarget.checked)}
        />
      )}
      <Checkbox
        label="同时办结：没有需要继续办理的内容"
        checked={close}
        onChange={(event) => setClose(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}

/** Told face to face or by telephone, an answer can be the talk the rules ask for. */
function isTalk(medium: Medium): boolean {
  return medium === 'in-person' || medium === 'phone'
}
