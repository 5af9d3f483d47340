import { Autocomplete, Group, NumberInput, Radio, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer, Sent } from '../../../shared/contract/api.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

export type Activity = Answer<'activities.list'>[number]
type Form = Sent<'activities.save'>['activity']

type Props = {
  /** Null for a new one. */
  readonly activity: Activity | null
  readonly onClose: () => void
  readonly onSaved: (activity: Activity) => void
}

/** A meeting to come, or one that is over and is written down. */
export function ActivityDialog({ activity, onClose, onSaved }: Props) {
  const today = useToday()
  const [held, setHeld] = useState(activity === null || activity.heldOn <= today)
  const [form, setForm] = useState<Form>(() => formOf(activity, today))
  const call = useCheckedCall('activities.save')
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const errorAt = (field: string) => call.errorAt(`activity.${field}`)

  async function save() {
    const saved = await call.send({ id: activity?.id ?? null, held, activity: form })
    if (saved !== null) onSaved(saved)
  }

  return (
    <FormDialog
      title={activity === null ? '安排或记录一次活动' : '沟通活动'}
      submitLabel={held ? '保存记录' : '保存安排'}
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      {activity?.state !== 'held' && (
        <Radio.Group
          label="这次活动"
          value={held ? 'held' : 'planned'}
          onChange={(value) => setHeld(value === 'held')}
        >
          <Group>
            <Radio value="held" label="已经召开，记录情况" />
            <Radio value="planned" label="还没有召开，先作安排" />
          </Group>
        </Radio.Group>
      )}
      <WhereFields form={form} set={set} errorAt={errorAt} />
      {held && (
        <>
          <Group grow align="start">
            <NumberInput
              label="参加人数"
              min={0}
              max={5000}
              allowDecimal={false}
              hideControls
              value={form.participants ?? 0}
              onChange={(value) => set({ participants: Number(value) || 0 })}
              error={errorAt('participants')}
            />
            <TextInput
              label="参加人员"
              placeholder="班级、代表团、党派…"
              value={form.attendees ?? ''}
              onChange={(event) => set({ attendees: event.currentTarget.value })}
              error={errorAt('attendees')}
            />
          </Group>
          <Textarea
            label="情况记录"
            autosize
            minRows={4}
            maxRows={10}
            value={form.notes ?? ''}
            onChange={(event) => set({ notes: event.currentTarget.value })}
            error={errorAt('notes')}
          />
        </>
      )}
    </FormDialog>
  )
}

function formOf(activity: Activity | null, today: string): Form {
  if (activity === null) return { channel: '', title: '', heldOn: today }
  const { channel, title, heldOn, place, host, participants, attendees, notes } = activity
  return { channel, title, heldOn, place, host, participants, attendees, notes }
}

type FieldsProps = {
  readonly form: Form
  readonly set: (change: Partial<Form>) => void
  readonly errorAt: (field: string) => string | undefined
}

function WhereFields({ form, set, errorAt }: FieldsProps) {
  const { channels, leaders } = useCatalogue()
  return (
    <>
      <Group grow align="start">
        <Select
          label="沟通渠道"
          required
          data-autofocus
          data={channels
            .filter(({ active, entry, group }) => active && entry === 'short' && group !== 'instant')
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={form.channel === '' ? null : form.channel}
          onChange={(channel) => set({ channel: channel ?? '' })}
          filter={filterByPinyin}
          searchable
          selectFirstOptionOnChange
          error={errorAt('channel')}
        />
        <DayInput
          label="日期"
          required
          value={form.heldOn}
          onChange={(day) => set({ heldOn: day ?? '' })}
          error={errorAt('heldOn')}
        />
      </Group>
      <TextInput
        label="活动名称"
        required
        value={form.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={errorAt('title')}
      />
      <Group grow align="start">
        <TextInput
          label="地点"
          value={form.place ?? ''}
          onChange={(event) => set({ place: event.currentTarget.value })}
          error={errorAt('place')}
        />
        <Autocomplete
          label="参加的校领导或主持人"
          data={leaders.filter(({ active }) => active).map(({ post, name }) => `${post}${name}`)}
          value={form.host ?? ''}
          onChange={(host) => set({ host })}
          error={errorAt('host')}
        />
      </Group>
    </>
  )
}
