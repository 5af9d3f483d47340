import { Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { UnitSelect } from '../UnitSelect.tsx'
import { nameOfCode, useCatalogue } from '../use-catalogue.ts'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText } from './fields.tsx'
import { OwnUnitSelect } from './OwnUnitSelect.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 退回: never without a reason and a word on whose matter it is; the clock goes on. */
export function ReturnDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.return')
  const [unit, setUnit] = useState(petition.leadUnit)
  const [reason, setReason] = useState('')
  const [suggestedUnit, setSuggestedUnit] = useState<string | null>(null)
  const [nobody, setNobody] = useState(false)

  async function send() {
    // An empty choice is no word at all: only 无 says that there is nobody.
    const suggested = nobody ? null : (suggestedUnit ?? '')
    const done = await call.send({
      number: petition.number,
      unit: unit ?? '',
      reason,
      suggestedUnit: suggested,
    })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="单位退回"
      submitLabel="登记退回"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Text c="dimmed">期限继续计算。登记后请改派，或认定由首办单位继续办理。</Text>
      <OwnUnitSelect
        label="退回的单位"
        petition={petition}
        value={unit}
        onChange={setUnit}
        error={call.errorAt('unit')}
      />
      <LongText
        label="退回理由"
        required
        data-autofocus
        value={reason}
        onChange={setReason}
        error={call.errorAt('reason')}
      />
      <UnitSelect
        label="建议由谁办理"
        required={!nobody}
        value={nobody ? null : suggestedUnit}
        onChange={(code) => {
          setSuggestedUnit(code)
          if (code !== null) setNobody(false)
        }}
        exclude={[...petition.accusedUnits, ...(unit === null ? [] : [unit])]}
        error={call.errorAt('suggestedUnit')}
      />
      <Checkbox
        label="无：单位说不出应由谁办理"
        checked={nobody}
        onChange={(event) => setNobody(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}

/** 首办负责: what nobody wants stays with the first receiver. */
export function KeepDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.keep')
  const { units } = useCatalogue()
  const [reason, setReason] = useState('')
  const { returned } = petition.followUp

  async function send() {
    const done = await call.send({ number: petition.number, reason })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="由首办单位继续办理"
      submitLabel="认定由首办单位继续办理"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      {returned !== null && (
        <Text>
          {nameOfCode(units, returned.unit)}退回，理由：{returned.reason}
          {returned.suggestedUnit !== null && `；建议由${nameOfCode(units, returned.suggestedUnit)}办理`}
          。要改派的请用“转办”。
        </Text>
      )}
      <LongText
        label="认定理由"
        description="首接首办、一管到底（《接诉即办工作制度》三（一）4）。"
        required
        data-autofocus
        value={reason}
        onChange={setReason}
        error={call.errorAt('reason')}
      />
    </FormDialog>
  )
}
