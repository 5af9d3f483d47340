import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import type { Medium } from '../../../shared/domain/petition.ts'
import { FormDialog } from '../FormDialog.tsx'
import { useCatalogue } from '../use-catalogue.ts'
import { useCheckedCall } from '../use-checked-call.ts'
import { LeaderSelect, LongText, MediumSelect, optionsOf, TYPED } from './fields.tsx'
import type { StepDialogProps } from './step-dialog-props.ts'

const KINDS = { result: '办理结果', progress: '办理进度' } as const
type Kind = keyof typeof KINDS
const KIND_OPTIONS = optionsOf(KINDS)

/** 向校领导反馈, a fact of its own beside what the petitioner is told. */
export function ReportDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.report')
  const { leaders } = useCatalogue()
  const { followUp, instruction } = petition
  const hasResult =
    followUp.repliedOn !== null || petition.state === 'answered' || petition.state === 'closed'
  const [kind, setKind] = useState<Kind>(hasResult ? 'result' : 'progress')
  const [chosen, setChosen] = useState<string | null | undefined>(undefined)
  const [medium, setMedium] = useState<Medium>('in-person')
  const [text, setText] = useState('')
  const [remark, setRemark] = useState('')
  // Whoever decided on it hears of it; the instruction names the leader, the submission the code.
  const instructing = leaders.find(({ name, post }) => instruction?.leader === (name || post))?.code
  const leader = chosen === undefined ? (instructing ?? petition.leader) : chosen

  async function send() {
    const said = { leader: leader ?? '', kind, medium, text, remark }
    const done = await call.send({ number: petition.number, ...said })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="向校领导反馈"
      submitLabel="记录反馈"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <LongText
        label="反馈内容"
        required
        data-autofocus
        rows={4}
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
      <LeaderSelect label="校领导" value={leader} onChange={setChosen} error={call.errorAt('leader')} />
      <Group grow align="start">
        <Select
          label="反馈的是"
          required
          data={KIND_OPTIONS}
          {...TYPED}
          value={kind}
          onChange={(value) => setKind(value === 'result' ? 'result' : 'progress')}
          error={call.errorAt('kind')}
        />
        <MediumSelect label="反馈方式" value={medium} onChange={setMedium} error={call.errorAt('medium')} />
      </Group>
      <LongText
        label="领导意见"
        description="可以不填。"
        rows={1}
        value={remark}
        onChange={setRemark}
        error={call.errorAt('remark')}
      />
    </FormDialog>
  )
}
