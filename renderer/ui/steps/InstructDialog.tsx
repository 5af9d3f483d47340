import { useState } from 'react'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../DayInput.tsx'
import { Dialog } from '../Dialog.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { InstructionForm } from '../instruction/InstructionForm.tsx'
import { UnitMultiSelect, UnitSelect } from '../UnitSelect.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LeaderSelect, LongText } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 批示: written by a leader who found the petition, or entered by the office from the paper 呈批笺. */
export function InstructDialog(props: StepDialogProps) {
  const isLeader = useHasRole('leader')
  if (!isLeader) return <RecordInstructionDialog {...props} />
  return (
    <Dialog opened onClose={props.onClose} title="领导批示" size="xl">
      <InstructionForm petition={props.petition} onDone={props.onDone} submitLabel="批示" />
    </Dialog>
  )
}

function RecordInstructionDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.recordInstruction')
  const today = useToday()
  const [leader, setLeader] = useState(petition.leader)
  const [text, setText] = useState('')
  const [leadUnit, setLeadUnit] = useState(petition.leadUnit)
  const [assistUnits, setAssistUnits] = useState<string[]>(petition.assistUnits)
  const [limitOn, setLimitOn] = useState<string | null>(null)

  async function send() {
    const said = { leader: leader ?? '', text, leadUnit, assistUnits, limitOn }
    const done = await call.send({ number: petition.number, ...said })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="登记领导批示"
      submitLabel="登记批示"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <LeaderSelect
        label="批示的校领导"
        data-autofocus={leader === null}
        value={leader}
        onChange={setLeader}
        error={call.errorAt('leader')}
      />
      <LongText
        label="批示内容"
        description="照呈批笺上的原文。"
        required
        data-autofocus={leader !== null}
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
      <UnitSelect
        label="交办的承办单位"
        description="批示没有交给单位的，不选。"
        value={leadUnit}
        onChange={setLeadUnit}
        exclude={[...petition.accusedUnits, ...assistUnits]}
        error={call.errorAt('leadUnit')}
      />
      <UnitMultiSelect
        label="协办单位"
        value={assistUnits}
        onChange={setAssistUnits}
        exclude={[...petition.accusedUnits, ...(leadUnit === null ? [] : [leadUnit])]}
        error={call.errorAt('assistUnits')}
      />
      <DayInput
        label="办结时限"
        description="不填写时按规定的 7 个工作日计算。"
        value={limitOn}
        onChange={setLimitOn}
        minDate={today}
        error={call.errorAt('limitOn')}
      />
    </FormDialog>
  )
}
