import { Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormDialog } from '../FormDialog.tsx'
import { filterByPinyin } from '../UnitSelect.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useCheckedCall } from '../use-checked-call.ts'
import { RouteDue } from './DirectDialog.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 呈办: put before a leader with the office's own proposal. */
export function SubmitDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.route')
  const { leaders } = useCatalogue()
  const [leader, setLeader] = useState<string | null>(null)
  const [proposal, setProposal] = useState('')
  const options = leaders
    .filter(({ active }) => active)
    .toSorted((a, b) => a.order - b.order)
    .map(({ code, post, name, principal }) => ({
      value: code,
      label: `${post}${name === '' ? '' : ` ${name}`}${principal ? '（主要领导）' : ''}`,
    }))

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
      <Select
        label="呈报的校领导"
        placeholder="职务、姓名或拼音首字母"
        required
        searchable
        data-autofocus
        data={options}
        filter={filterByPinyin}
        selectFirstOptionOnChange
        value={leader}
        onChange={setLeader}
        error={call.errorAt('to.leader')}
      />
      <Textarea
        label="拟办意见"
        description="供领导批示时参考。"
        autosize
        minRows={4}
        maxRows={12}
        value={proposal}
        onChange={(event) => setProposal(event.currentTarget.value)}
        error={call.errorAt('to.proposal')}
      />
      <RouteDue petition={petition} route="submit" />
    </FormDialog>
  )
}
