import { Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 办结: nothing more is owed. */
export function CloseDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.close')
  const [remark, setRemark] = useState('')

  async function send() {
    const done = await call.send({ number: petition.number, remark })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog title="办结" submitLabel="办结" onSubmit={() => void send()} onClose={onClose} call={call}>
      <Text>办结后不再计算期限，也不能再改变办理方式；以后仍可以更正和备注。</Text>
      <Textarea
        label="办结说明"
        description="可以不填。"
        data-autofocus
        autosize
        minRows={3}
        maxRows={10}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
        error={call.errorAt('remark')}
      />
    </FormDialog>
  )
}

/** 备注: a note for colleagues, kept in the timeline. */
export function RemarkDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.remark')
  const [text, setText] = useState('')

  async function send() {
    const done = await call.send({ number: petition.number, text })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="备注"
      submitLabel="记入备注"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Textarea
        label="备注内容"
        description="记入经过，不能删除；写错了再补一条。"
        required
        data-autofocus
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={call.errorAt('text')}
      />
    </FormDialog>
  )
}
