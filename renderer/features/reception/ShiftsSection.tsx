import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/domain/day.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import { PlanShiftsDialog } from './PlanShiftsDialog.tsx'
import { RowTable } from './RowTable.tsx'
import { type Shift, whenText } from './reception-words.ts'
import { ShiftDialog } from './ShiftDialog.tsx'

const HEADS = ['值班时间', '地点', '值班人员', '带班校领导', '签到', '反映事项']
const AHEAD = 200
const BACK = 120

/** 大学生成长指导与服务中心值班: Tuesdays and Thursdays; on a reception day the leader heads the shift. */
export function ShiftsSection() {
  const today = useToday()
  const mayPlan = useHasRole('receptionist', 'clerk', 'admin')
  const [past, setPast] = useState(false)
  const [planning, setPlanning] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const period = past
    ? { from: addDays(today, -BACK), until: addDays(today, -1) }
    : { from: today, until: addDays(today, AHEAD) }
  const shifts = useDeskQuery('shifts.list', period, { keep: true })
  const rows = past ? (shifts.data ?? []).toReversed() : (shifts.data ?? [])
  const shown = rows.find(({ id }) => id === open)
  useShortcut('N', '排定值班', () => setPlanning(true), { enabled: mayPlan })
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          aria-label="时间范围"
          data={[
            { value: 'next', label: '今后' },
            { value: 'past', label: '过去' },
          ]}
          value={past ? 'past' : 'next'}
          onChange={(value) => setPast(value === 'past')}
        />
        <Group gap="xs">
          <ExportButton asked={{ list: 'shifts', ...period }} enabled={rows.length > 0} />
          {mayPlan && (
            <Button onClick={() => setPlanning(true)} title="N">
              排定值班
            </Button>
          )}
        </Group>
      </Group>
      <Failure error={shifts.error} onRetry={() => void shifts.refetch()} />
      {shifts.data !== undefined && rows.length === 0 && (
        <Text c="dimmed">
          {past
            ? '过去四个月没有值班。'
            : mayPlan
              ? '还没有排定值班。按 N 排定：每周二、周四值班，接待日由校领导带班。'
              : '今后没有由您带班的值班。'}
        </Text>
      )}
      {rows.length > 0 && (
        <RowTable label="值班安排" heads={HEADS} first>
          {rows.map((shift) => (
            <ShiftRow key={shift.id} shift={shift} onOpen={() => setOpen(shift.id)} />
          ))}
        </RowTable>
      )}
      {planning && <PlanShiftsDialog onClose={() => setPlanning(false)} />}
      {shown !== undefined && <ShiftDialog shift={shown} onClose={() => setOpen(null)} />}
    </>
  )
}

function ShiftRow({ shift, onOpen }: { readonly shift: Shift; readonly onOpen: () => void }) {
  const today = useToday()
  const { units } = useCatalogue()
  const cancelled = shift.state === 'cancelled'
  return (
    <tr className={cancelled ? classes['off'] : undefined}>
      <td className={classes['short']}>
        <Anchor component="button" type="button" data-open onClick={onOpen}>
          {whenText(shift, today)}
        </Anchor>
      </td>
      <td>{shift.place}</td>
      <td>{shift.members.map(({ unit, name }) => `${name}（${nameOfCode(units, unit)}）`).join('、')}</td>
      <td>{shift.headName === '' ? '—' : shift.headName}</td>
      <td className={classes['short']}>
        {cancelled
          ? '已取消'
          : shift.signedOn.length === 0
            ? shift.day < today
              ? '无人签到'
              : '—'
            : shift.signedOn.map(({ name }) => name).join('、')}
      </td>
      <td className={classes['short']}>{shift.talks.length === 0 ? '—' : `${shift.talks.length} 件`}</td>
    </tr>
  )
}
