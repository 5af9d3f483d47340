import { Checkbox, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { type MemberEntry, MemberRows } from './MemberRows.tsx'
import { restOfSemester, WEEKDAY_OPTIONS } from './reception-words.ts'

/** 《办法》一（一）2: every Tuesday and Thursday. */
const USUAL = ['2', '4']

export function PlanShiftsDialog({ onClose }: { readonly onClose: () => void }) {
  const usual = restOfSemester(useToday())
  const call = useCheckedCall('shifts.plan')
  const [from, setFrom] = useState<string | null>(usual.from)
  const [until, setUntil] = useState<string | null>(usual.until)
  const [weekdays, setWeekdays] = useState(USUAL)
  const [start, setStart] = useState('14:00')
  const [end, setEnd] = useState('17:00')
  const [place, setPlace] = useState('大学生成长指导与服务中心')
  const [members, setMembers] = useState<MemberEntry[]>([{ unit: '', name: '' }])

  async function send() {
    const input = {
      from: from ?? '',
      until: until ?? '',
      weekdays: weekdays.map(Number),
      start,
      end,
      place,
      members,
    }
    if ((await call.send(input)) !== null) onClose()
  }

  return (
    <FormDialog
      title="排定值班"
      submitLabel="排定值班"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      <Group grow align="start">
        <DayInput label="从" required value={from} onChange={setFrom} error={call.errorAt('from')} />
        <DayInput label="到" required value={until} onChange={setUntil} error={call.errorAt('until')} />
        <TextInput
          label="开始"
          required
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
          error={call.errorAt('start')}
        />
        <TextInput
          label="结束"
          required
          value={end}
          onChange={(event) => setEnd(event.currentTarget.value)}
          error={call.errorAt('end')}
        />
      </Group>
      <Checkbox.Group
        label="星期几值班"
        description="接待日当天自动排入，由接访校领导带班；放假和假期不排。"
        value={weekdays}
        onChange={setWeekdays}
        error={call.errorAt('weekdays')}
      >
        <Group mt={4}>
          {WEEKDAY_OPTIONS.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
      <TextInput
        label="值班地点"
        required
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
        error={call.errorAt('place')}
      />
      <MemberRows members={members} onChange={setMembers} errorAt={call.errorAt} autoFocus />
    </FormDialog>
  )
}
