import { Text } from '@mantine/core'
import { useState } from 'react'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../DayInput.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { UnitSelect } from '../UnitSelect.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LeaderSelect, LongText } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 发回重办: the office sends it out anew, to the same unit or a better one. */
export function RedoDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.redo')
  const [unit, setUnit] = useState(petition.leadUnit)
  const [requirement, setRequirement] = useState('')

  async function send() {
    const done = await call.send({ number: petition.number, unit: unit ?? '', requirement })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="发回重办"
      submitLabel="发回重办"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Text c="dimmed">重办另有期限；重办后仍不满意的，由校领导批示督办。</Text>
      <UnitSelect
        label="重办单位"
        required
        value={unit}
        onChange={setUnit}
        exclude={petition.accusedUnits}
        error={call.errorAt('unit')}
      />
      <LongText
        label="重办要求"
        description="针对反映人不满意的地方。"
        required
        data-autofocus
        rows={4}
        value={requirement}
        onChange={setRequirement}
        error={call.errorAt('requirement')}
      />
    </FormDialog>
  )
}

/** 督办 as a leader decided it on paper; the words are the leader's, the requirement the office's. */
export function SuperviseDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.supervise')
  const today = useToday()
  const [leader, setLeader] = useState<string | null>(petition.leader)
  const [unit, setUnit] = useState(petition.leadUnit)
  const [text, setText] = useState('')
  const [requirement, setRequirement] = useState('')
  const [limitOn, setLimitOn] = useState<string | null>(null)

  async function send() {
    const said = { leader: leader ?? '', unit: unit ?? '', text, requirement, limitOn }
    const done = await call.send({ number: petition.number, ...said })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="登记督办批示"
      submitLabel="纳入督办"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <LeaderSelect
        label="批示的校领导"
        data-autofocus
        value={leader}
        onChange={setLeader}
        error={call.errorAt('leader')}
      />
      <LongText label="批示内容" required value={text} onChange={setText} error={call.errorAt('text')} />
      <UnitSelect
        label="督办单位"
        required
        value={unit}
        onChange={setUnit}
        exclude={petition.accusedUnits}
        error={call.errorAt('unit')}
      />
      <LongText
        label="督办要求"
        description="可以不填，不填时以批示为准。"
        rows={2}
        value={requirement}
        onChange={setRequirement}
        error={call.errorAt('requirement')}
      />
      <DayInput
        label="办结时限"
        description="领导没有写明时不填，按规定期限计算。"
        value={limitOn}
        onChange={setLimitOn}
        minDate={today}
        error={call.errorAt('limitOn')}
      />
    </FormDialog>
  )
}
