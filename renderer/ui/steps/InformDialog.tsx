import { Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { INFORMINGS, type Informing, informingSchema, type Medium } from '../../../shared/domain/petition.ts'
import { nextStage } from '../../../shared/rules/petition-course.ts'
import { DayText } from '../DayText.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText, MediumSelect, TYPED } from './fields.tsx'
import { informingsOf } from './petition-view.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 告知反映人: how far it is, why it takes longer, or that a stage of the timetable is reached. */
export function InformDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.inform')
  const kinds = informingsOf(petition)
  const [kind, setKind] = useState<Informing>(kinds[0] ?? 'progress')
  const [medium, setMedium] = useState<Medium>('phone')
  const [text, setText] = useState('')
  const stage = nextStage(petition.followUp)

  async function send() {
    const done = await call.send({ number: petition.number, kind, medium, text })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="告知反映人"
      submitLabel="记录告知"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      {kind === 'stage' && stage !== null && (
        <Text>
          本次反馈的阶段：
          <DayText day={stage.on} /> {stage.what}
        </Text>
      )}
      {kind === 'extension' && petition.followUp.extension !== null && (
        <Text>
          延期至 <DayText day={petition.followUp.extension.to} />
          ，请说明原因。
        </Text>
      )}
      <LongText
        label="告知内容"
        required
        data-autofocus
        rows={4}
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
      <Group grow align="start">
        <Select
          label="告知事由"
          required
          data={kinds.map((each) => ({ value: each, label: INFORMINGS[each] }))}
          {...TYPED}
          value={kind}
          onChange={(value) => setKind(informingSchema.parse(value))}
          error={call.errorAt('kind')}
        />
        <MediumSelect label="告知方式" value={medium} onChange={setMedium} error={call.errorAt('medium')} />
      </Group>
    </FormDialog>
  )
}
