import { Group, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { COLLECTED_AS, MEETING_KINDS, meetingKindSchema } from '../../../shared/domain/coordination.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin, UnitMultiSelect, UnitSelect } from '../../ui/UnitSelect.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

type Meeting = Answer<'meetings.open'>

type Props = {
  /** Null arranges a new one. */
  readonly meeting: Meeting | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

const NEW = {
  kind: 'coordination' as const,
  title: '',
  on: null as string | null,
  time: '14:30',
  place: '',
  chair: '',
  leadUnit: null as string | null,
  assistUnits: [] as readonly string[],
}

/** When, where, who, and what is on the list; the list begins with everything that waits. */
export function PlanDialog({ meeting, onClose, onSaved }: Props) {
  const call = useCheckedCall('meetings.plan')
  const basket = useDeskQuery('basket.list', undefined)
  const [plan, setPlan] = useState<Omit<typeof NEW, 'kind'> & { kind: Meeting['kind'] }>(meeting ?? NEW)
  const [agenda, setAgenda] = useState(meeting?.agenda.join('\n') ?? '')
  const [chosen, setChosen] = useState<readonly string[] | null>(
    meeting?.items.map(({ line }) => line.number) ?? null,
  )
  const change = (part: Partial<typeof plan>) => setPlan({ ...plan, ...part })
  const free = basket.data?.waiting.filter((each) => [null, meeting?.id].includes(each.meeting)) ?? []
  const petitions = chosen ?? (plan.kind === 'coordination' ? free.map(({ line }) => line.number) : [])

  async function send() {
    const saved = await call.send({
      id: meeting?.id ?? null,
      plan: {
        ...plan,
        on: plan.on ?? '',
        leadUnit: plan.leadUnit ?? '',
        assistUnits: [...plan.assistUnits],
        agenda: agenda.split('\n').filter((line) => line.trim() !== ''),
        petitions: [...petitions],
      },
    })
    if (saved === null) return
    onClose()
    onSaved(saved.id)
  }

  const unlisted = call.problems.find(({ path }) => path.startsWith('plan.petitions'))?.message
  return (
    <FormDialog
      title={meeting === null ? '安排会议' : '更改会议安排'}
      submitLabel="保存会议安排"
      size={860}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Group grow align="start">
        <Select
          label="种类"
          data={Object.entries(MEETING_KINDS).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={plan.kind}
          onChange={(kind) => change({ kind: meetingKindSchema.parse(kind) })}
        />
        <TextInput
          label="会议名称"
          required
          data-autofocus
          placeholder="例如 宿舍热水保障协调会"
          value={plan.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={call.errorAt('plan.title')}
        />
      </Group>
      <Group grow align="start">
        <DayInput
          label="日期"
          required
          value={plan.on}
          onChange={(on) => change({ on })}
          error={call.errorAt('plan.on')}
        />
        <TextInput
          label="时间"
          placeholder="例如 14:30"
          value={plan.time}
          onChange={(event) => change({ time: event.currentTarget.value })}
          error={call.errorAt('plan.time')}
        />
        <TextInput
          label="地点"
          required
          value={plan.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          error={call.errorAt('plan.place')}
        />
        <TextInput
          label="主持人"
          required
          value={plan.chair}
          onChange={(event) => change({ chair: event.currentTarget.value })}
          error={call.errorAt('plan.chair')}
        />
      </Group>
      <Group grow align="start">
        <UnitSelect
          label="牵头单位"
          required
          value={plan.leadUnit}
          onChange={(leadUnit) => change({ leadUnit })}
          exclude={plan.assistUnits}
          error={call.errorAt('plan.leadUnit')}
        />
        <UnitMultiSelect
          label="协办单位"
          value={plan.assistUnits}
          onChange={(assistUnits) => change({ assistUnits })}
          exclude={plan.leadUnit === null ? [] : [plan.leadUnit]}
          error={call.errorAt('plan.assistUnits')}
        />
      </Group>
      <MultiSelect
        label="研究的信访事项"
        description="来自“待会商”；检举控告和被反映单位参加的事项不能列入。"
        data={free.map(({ line, as }) => ({
          value: line.number,
          label: `〔${COLLECTED_AS[as]}〕${line.title}（${line.number}）`,
        }))}
        value={[...petitions]}
        onChange={setChosen}
        filter={filterByPinyin}
        searchable
        hidePickedOptions
        nothingFoundMessage="没有其他等待会商的事项"
        error={unlisted}
      />
      <Textarea
        label="其他议题"
        description="每行一项，可以不填。"
        autosize
        minRows={2}
        maxRows={6}
        value={agenda}
        onChange={(event) => setAgenda(event.currentTarget.value)}
        error={call.problems.find(({ path }) => path.startsWith('plan.agenda'))?.message}
      />
    </FormDialog>
  )
}
