import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 办理进展: something was heard, though it is not the account yet. */
export function ProgressDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.progress')
  const [text, setText] = useState('')

  async function send() {
    const done = await call.send({ number: petition.number, text })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="办理进展"
      submitLabel="记录进展"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <LongText
        label="进展"
        description="办到哪一步、谁在办、下一步是什么。"
        required
        data-autofocus
        rows={4}
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
    </FormDialog>
  )
}
