import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

type Props = { readonly id: string; readonly onClose: () => void }

export function CancelActivityDialog({ id, onClose }: Props) {
  const [reason, setReason] = useState('')
  const call = useCheckedCall('activities.cancel')

  async function cancel() {
    if ((await call.send({ id, reason })) !== null) onClose()
  }

  return (
    <FormDialog
      title="取消这次活动"
      submitLabel="取消活动"
      onSubmit={() => void cancel()}
      onClose={onClose}
      call={call}
    >
      <Textarea
        label="取消的原因"
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={call.errorAt('reason')}
      />
    </FormDialog>
  )
}
