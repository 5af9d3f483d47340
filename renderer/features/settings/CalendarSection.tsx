import { Alert, Button, FileButton, Group, List, Loader, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { CalendarChangeDialog } from './CalendarChangeDialog.tsx'
import { readYearFile, spansOf, type Year } from './calendar-file.ts'
import { classes } from './classes.ts'
import { SchoolDays } from './SchoolDays.tsx'

/** When the office works: the State Council's years and the school's own days. */
export function CalendarSection() {
  const { data, error, isPending, refetch } = useDeskQuery('calendar.read', undefined)
  return (
    <>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开日历" />}
      {data !== undefined && (
        <>
          <Years years={data.years} />
          <SchoolDays days={data.schoolDays} />
        </>
      )}
    </>
  )
}

/** This year and its neighbours; older ones matter only for old due days. */
const SHOWN = 3

function Years({ years }: { readonly years: readonly Year[] }) {
  const inOrder = years.toSorted((a, b) => b.year - a.year)
  return (
    <section className={classes['section']} aria-label="放假安排">
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <div>
          <Title order={2}>放假安排</Title>
          <Text c="dimmed">国务院办公厅每年公布一次；没有导入的年份按周一至周五推算，并标明“暂定”。</Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          <ExportButton asked={{ list: 'calendar' }} />
          <YearImport />
        </Group>
      </Group>
      <YearTable years={inOrder.slice(0, SHOWN)} />
      {inOrder.length > SHOWN && (
        <details className={classes['earlier']}>
          <summary>更早的年份</summary>
          <YearTable years={inOrder.slice(SHOWN)} />
        </details>
      )}
    </section>
  )
}

function YearTable({ years }: { readonly years: readonly Year[] }) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">年份</th>
          <th scope="col">放假</th>
          <th scope="col">调休上班</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year}>
            <td>
              {year.year} 年{year.provisional && '（暂定）'}
            </td>
            <td>{spansOf(year.holidays).join('、')}</td>
            <td>{spansOf(year.workdays).join('、') || '无'}</td>
            <td>{year.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A year's file is checked, then what it would move is shown, and only then is it taken. */
function YearImport() {
  const [year, setYear] = useState<Year | null>(null)
  const [problems, setProblems] = useState<readonly string[]>([])

  async function read(file: File | null) {
    if (file === null) return
    const result = readYearFile(await file.text())
    setProblems(result.ok ? [] : result.problems)
    setYear(result.ok ? result.year : null)
  }

  return (
    <div>
      <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
        {(props) => <Button {...props}>导入年度日历…</Button>}
      </FileButton>
      {problems.length > 0 && (
        <Alert color="red" variant="outline" role="alert" mt="xs" title="这个年度日历文件不能导入：">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {year !== null && (
        <CalendarChangeDialog
          title={`导入 ${year.year} 年放假安排`}
          about={`${year.source}；放假 ${year.holidays.length} 天，调休上班 ${year.workdays.length} 天。`}
          change={{ change: 'year', year }}
          submitLabel={`导入 ${year.year} 年`}
          onClose={() => setYear(null)}
        />
      )}
    </div>
  )
}
