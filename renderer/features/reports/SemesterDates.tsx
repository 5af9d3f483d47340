import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { dayText } from '../../ui/day-text.ts'
import { Failure } from '../../ui/Failure.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import classes from './reports.module.css'

type Semester = Answer<'reports.semesters'>[number]

/** 学期日期: the usual days until the school sets its own. */
export function SemesterDates() {
  const today = useToday()
  const { data = [], error, refetch } = useDeskQuery('reports.semesters', undefined)
  const [editing, setEditing] = useState<Semester | null>(null)
  return (
    <>
      <Text c="dimmed" mb="sm">
        一件事项归入登记那天所在的学期；假期里登记的归入随后的学期。没有设置的学期按通常日期计算。
      </Text>
      <Failure error={error} onRetry={() => void refetch()} />
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">学期</th>
            <th scope="col">第一天</th>
            <th scope="col">最后一天</th>
            <th scope="col">汇总的来访</th>
            <th scope="col">依据</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {data.map((semester) => (
            <tr key={semester.id}>
              <th scope="row">{semester.name}</th>
              <td>{dayText(semester.from, today)}</td>
              <td>{dayText(semester.to, today)}</td>
              <td>
                {dayText(semester.coversFrom, today)} 至 {dayText(semester.to, today)}
              </td>
              <td>{semester.saved ? '学校设置' : '通常日期'}</td>
              <td>
                <Button variant="subtle" size="compact-sm" onClick={() => setEditing(semester)}>
                  修改日期…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing !== null && <SemesterDialog semester={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

type DialogProps = { readonly semester: Semester; readonly onClose: () => void }

function SemesterDialog({ semester, onClose }: DialogProps) {
  const [from, setFrom] = useState<string | null>(semester.from)
  const [to, setTo] = useState<string | null>(semester.to)
  const call = useCheckedCall('reports.saveSemester')

  async function save() {
    const saved = await call.send({ id: semester.id, from: from ?? '', to: to ?? '' })
    if (saved !== null) onClose()
  }

  return (
    <FormDialog
      title={semester.name}
      onClose={onClose}
      submitLabel="保存学期日期"
      onSubmit={() => void save()}
      call={call}
    >
      <Group grow align="start">
        <DayInput
          label="第一天"
          required
          data-autofocus
          value={from}
          onChange={setFrom}
          error={call.errorAt('from')}
        />
        <DayInput label="最后一天" required value={to} onChange={setTo} error={call.errorAt('to')} />
      </Group>
    </FormDialog>
  )
}
