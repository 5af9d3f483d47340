import { useState } from 'react'
import type { Medium } from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText, MediumSelect } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 受理告知: the petitioner hears that the matter is accepted and who has it. */
export function AcknowledgeDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.acknowledge')
  const [medium, setMedium] = useState<Medium>('phone')
  const [text, setText] = useState('')

  async function send() {
    const done = await call.send({ number: petition.number, medium, text })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="告知受理"
      submitLabel="记录受理告知"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <LongText
        label="告知内容"
        description="受理情况、去向和大致时限；可以不填。"
        data-autofocus
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
      <MediumSelect label="告知方式" value={medium} onChange={setMedium} error={call.errorAt('medium')} />
    </FormDialog>
  )
}
