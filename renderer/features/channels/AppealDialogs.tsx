import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { APPEAL_RESULTS, type AppealResult, appealResultSchema } from '../../../shared/domain/channel-work.ts'
import { MEDIA, type Medium, mediumSchema } from '../../../shared/domain/petition.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import type { Appeal } from './AppealsTab.tsx'

type Props = { readonly appeal: Appeal; readonly onClose: () => void }

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export function AppealDecideDialog({ appeal, onClose }: Props) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [result, setResult] = useState<AppealResult>('upheld')
  const [text, setText] = useState('')
  const call = useCheckedCall('appeals.decide')

  async function save() {
    const answer = await call.send({ number: appeal.petition, on: on ?? '', result, text })
    if (answer !== null) onClose()
  }

  return (
    <FormDialog
      title={`记录结论：${appeal.petition}`}
      submitLabel="保存结论"
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
    >
      <Text>
        {appeal.committee}　{appeal.decision}
      </Text>
      <DayInput label="作出日期" required value={on} onChange={setOn} error={call.errorAt('on')} />
      <Select
        label="结论"
        data-autofocus
        allowDeselect={false}
        data={optionsOf(APPEAL_RESULTS)}
        value={result}
        onChange={(value) => setResult(appealResultSchema.parse(value ?? result))}
      />
      <Textarea
        label="结论内容和理由"
        required
        autosize
        minRows={4}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={call.errorAt('text')}
      />
    </FormDialog>
  )
}

export function AppealTellDialog({ appeal, onClose }: Props) {
  const today = useToday()
  const [on, setOn] = useState<string | null>(today)
  const [medium, setMedium] = useState<Medium>('written')
  const call = useCheckedCall('appeals.tell')

  async function save() {
    if ((await call.send({ number: appeal.petition, on: on ?? '', medium })) !== null) onClose()
  }

  return (
    <FormDialog
      title={`告知本人：${appeal.petition}`}
      submitLabel="保存告知"
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
    >
      <Text>
        {appeal.result !== null && APPEAL_RESULTS[appeal.result]}。{appeal.conclusion}
      </Text>
      <Text c="dimmed">告知即作为对反映人的答复记入事项，不必再录一次。</Text>
      <DayInput label="告知日期" required value={on} onChange={setOn} error={call.errorAt('on')} />
      <Select
        label="告知方式"
        data-autofocus
        allowDeselect={false}
        data={optionsOf(MEDIA)}
        value={medium}
        onChange={(value) => setMedium(mediumSchema.parse(value ?? medium))}
      />
    </FormDialog>
  )
}
