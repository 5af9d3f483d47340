import { Loader, SegmentedControl, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { SemesterId } from '../../../shared/domain/semester.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { ReasonTable } from './ReasonTable.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'

type Grouping = 'channel' | 'handling'

const GROUPINGS = [
  { value: 'channel', label: '按渠道牵头单位' },
  { value: 'handling', label: '按承办单位' },
]

/** 问题办理情况汇总表 of a unit or the school: what lacks a reason, then Word and Excel. */
export function SemesterSection() {
  const today = useToday()
  const inOffice = useHasRole('clerk', 'admin')
  const { data: semesters = [] } = useDeskQuery('reports.semesters', undefined)
  const [chosen, setChosen] = useState<SemesterId | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const [grouping, setGrouping] = useState<Grouping>('channel')
  const current = semesters.find(({ coversFrom, to }) => coversFrom <= today && today <= to)
  const semester = chosen ?? current?.id ?? null

  return (
    <>
      <div className={classes['controls']}>
        <Select
          label="学期"
          w={230}
          data={semesters
            .filter(({ coversFrom }) => coversFrom <= today)
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={semester}
          onChange={(id) => setChosen(semesters.find((each) => each.id === id)?.id ?? null)}
        />
        {inOffice && <UnitSelect label="部门、单位" placeholder="全校" value={unit} onChange={setUnit} />}
        <SegmentedControl
          aria-label="归入单位的办法"
          data={GROUPINGS}
          value={grouping}
          disabled={inOffice && unit === null}
          onChange={(value) => setGrouping(value === 'handling' ? 'handling' : 'channel')}
        />
        {semester !== null && <Actions semester={semester} unit={unit} grouping={grouping} />}
      </div>
      {semester !== null && <Lacking semester={semester} unit={unit} grouping={grouping} />}
    </>
  )
}

type Props = { readonly semester: SemesterId; readonly unit: string | null; readonly grouping: Grouping }

function useSemester({ semester, unit, grouping }: Props) {
  const job = `semester-${semester}-${unit}-${grouping}`
  return useDeskQuery('reports.semester', { semester, unit, grouping, job }, { keep: true })
}

function Actions(props: Props) {
  const { data } = useSemester(props)
  const { semester: period, unit, grouping } = props
  const refusal = data === undefined || data.missing > 0 ? `还有 ${data?.missing ?? 0} 件没有注明原因` : null
  return <ReportActions asked={{ report: 'semester-summary', period, unit, grouping }} refusal={refusal} />
}

function Lacking(props: Props) {
  const { data, error, refetch } = useSemester(props)
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loader aria-label="正在汇总本学期事项" />
  const { unitName, name, finished, unfinished, carried, missing, lines } = data
  return (
    <>
      <p className={classes['standing']} role="status">
        <span>
          {unitName} · {name}
        </span>
        <span>已办结 {finished} 件</span>
        <span>
          未办结 {unfinished} 件{carried > 0 && `（其中以前学期结转 ${carried} 件，另列）`}
        </span>
        <span className={missing > 0 ? classes['overdue'] : ''}>
          {missing > 0 ? `还有 ${missing} 件没有注明原因，补齐后才能印发` : '原因已注明，可以印发'}
        </span>
      </p>
      {unfinished === 0 ? (
        <Text>没有未办结的事项，可以直接印发。</Text>
      ) : (
        <ReasonTable
          key={`${props.semester}-${props.unit}-${props.grouping}`}
          semester={props.semester}
          lines={lines}
        />
      )}
      {unfinished > lines.length && (
        <Text c="dimmed" mt="xs">
          只列出前 {lines.length} 件，没有原因的在最前面。
        </Text>
      )}
    </>
  )
}
