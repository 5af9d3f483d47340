import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

type Props = { readonly meeting: Answer<'meetings.open'>; readonly onClose: () => void }

/** 更正记录: the record as it should read, and why; what stood there before stays in the journal. */
export function AmendDialog({ meeting, onClose }: Props) {
  const call = useCheckedCall('meetings.amend')
  const [attendees, setAttendees] = useState(meeting.attendees)
  const [absent, setAbsent] = useState(meeting.absent)
  const [minutes, setMinutes] = useState(meeting.minutes)
  const [reason, setReason] = useState('')

  async function send() {
    if ((await call.send({ id: meeting.id, reason, attendees, absent, minutes })) !== null) onClose()
  }

  return (
    <FormDialog
      title="更正记录"
      submitLabel="保存更正"
      size={760}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <TextInput
        label="出席"
        required
        data-autofocus
        value={attendees}
        onChange={(event) => setAttendees(event.currentTarget.value)}
        error={call.errorAt('attendees')}
      />
      <TextInput
        label="请假"
        value={absent}
        onChange={(event) => setAbsent(event.currentTarget.value)}
        error={call.errorAt('absent')}
      />
      <Textarea
        label="会议情况"
        required
        autosize
        minRows={4}
        maxRows={12}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
        error={call.errorAt('minutes')}
      />
      <TextInput
        label="更正原因"
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={call.errorAt('reason')}
      />
    </FormDialog>
  )
}
