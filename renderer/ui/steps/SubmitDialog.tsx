import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { RouteDue } from './DirectDialog.tsx'
import { LeaderSelect, LongText } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 呈办: put before a leader with the office's own proposal. */
export function SubmitDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.route')
  const [leader, setLeader] = useState<string | null>(null)
  const [proposal, setProposal] = useState('')

  async function send() {
    const to = { route: 'submit', leader: leader ?? '', proposal } as const
    const done = await call.send({ number: petition.number, to })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="呈办"
      submitLabel="呈报校领导"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <LeaderSelect
        label="呈报的校领导"
        data-autofocus
        value={leader}
        onChange={setLeader}
        error={call.errorAt('to.leader')}
      />
      <LongText
        label="拟办意见"
        description="供领导批示时参考。"
        rows={4}
        value={proposal}
        onChange={setProposal}
        error={call.errorAt('to.proposal')}
      />
      <RouteDue petition={petition} route="submit" />
    </FormDialog>
  )
}
