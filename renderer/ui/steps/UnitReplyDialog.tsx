import { Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { OUTCOMES, outcomeSchema } from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText, MediumSelect, optionsOf, TYPED } from './fields.tsx'
import { OwnUnitSelect } from './OwnUnitSelect.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'
import { NO_REPLY, type Reply, replyInput, SETTLED, settledOf } from './unit-reply.ts'

const SETTLED_OPTIONS = optionsOf(SETTLED)
const OUTCOME_OPTIONS = optionsOf(OUTCOMES)

type FieldsProps = {
  readonly value: Reply
  readonly onChange: (change: Partial<Reply>) => void
  readonly errorAt: (path: string) => string | undefined
}

/** 办理情况反馈表: what the unit found, what it did and on what grounds; and the answer, when the unit gave it itself. */
export function UnitReplyDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.unitReply')
  const [unit, setUnit] = useState(petition.leadUnit)
  const [reply, setReply] = useState(NO_REPLY)
  const fields = {
    value: reply,
    onChange: (change: Partial<Reply>) => setReply({ ...reply, ...change }),
    errorAt: call.errorAt,
  }

  async function send() {
    if (reply.told && reply.outcome === null) {
      call.fail([{ path: 'answered.outcome', message: '请选择处理结论。' }])
      return
    }
    const done = await call.send({ number: petition.number, unit: unit ?? '', ...replyInput(reply) })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="登记单位反馈"
      submitLabel={reply.told ? '登记反馈和答复' : '登记单位反馈'}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      <Group grow align="start">
        <OwnUnitSelect
          label="反馈单位"
          petition={petition}
          value={unit}
          onChange={setUnit}
          error={call.errorAt('unit')}
        />
        <TextInput
          label="单位经办人"
          required
          data-autofocus
          value={reply.handler}
          onChange={(event) => fields.onChange({ handler: event.currentTarget.value })}
          error={call.errorAt('handler')}
        />
      </Group>
      <FoundFields {...fields} />
      <Checkbox
        label="单位已经自己答复反映人，一并登记答复"
        checked={reply.told}
        onChange={(event) => fields.onChange({ told: event.currentTarget.checked })}
      />
      {reply.told && <ToldFields {...fields} />}
    </FormDialog>
  )
}

function FoundFields({ value, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <LongText
        label="调查核实情况"
        required
        rows={2}
        value={value.findings}
        onChange={(findings) => onChange({ findings })}
        error={errorAt('findings')}
      />
      <LongText
        label="处理意见"
        required
        rows={2}
        value={value.opinion}
        onChange={(opinion) => onChange({ opinion })}
        error={errorAt('opinion')}
      />
      <Group grow align="start">
        <LongText
          label="政策依据"
          description="可以不填。"
          rows={1}
          value={value.basis}
          onChange={(basis) => onChange({ basis })}
          error={errorAt('basis')}
        />
        <Select
          label="反映人是否接受"
          description="单位了解到的情况。"
          data={SETTLED_OPTIONS}
          {...TYPED}
          value={value.settled}
          onChange={(settled) => onChange({ settled: settledOf(settled) })}
          error={errorAt('settled')}
        />
      </Group>
    </>
  )
}

function ToldFields({ value, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <LongText
        label="单位如何答复"
        description="谁、何时、怎样答复反映人。"
        required
        rows={2}
        value={value.toldText}
        onChange={(toldText) => onChange({ toldText })}
        error={errorAt('answered.text')}
      />
      <Group grow align="start">
        <Select
          label="处理结论"
          required
          data={OUTCOME_OPTIONS}
          {...TYPED}
          value={value.outcome}
          onChange={(outcome) => onChange({ outcome: outcomeSchema.nullable().parse(outcome) })}
          error={errorAt('answered.outcome')}
        />
        <MediumSelect
          label="答复方式"
          value={value.medium}
          onChange={(medium) => onChange({ medium })}
          error={errorAt('answered.medium')}
        />
      </Group>
    </>
  )
}
