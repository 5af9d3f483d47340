import { Button, Loader, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { assess } from '../../../shared/rules/reports/assessment.ts'
import { DIMENSIONS, type Dimension, MEASURES, type Measure } from '../../../shared/rules/reports/figures.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { Figure } from './Figure.tsx'
import { FigureLines } from './FigureLines.tsx'
import type { Figures, OpenedFigure } from './figures.ts'
import { GroupTable } from './GroupTable.tsx'
import { type Chosen, PeriodPicker } from './PeriodPicker.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'
import { useFigures } from './use-figures.ts'

const TABS = Object.entries(DIMENSIONS).map(([value, { name }]) => ({ value, label: name }))

function isDimension(value: string): value is Dimension {
  return Object.hasOwn(DIMENSIONS, value)
}

/** 汇总: how a day, a week, a month or a semester stands, as chart or table. */
export function FiguresSection() {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'week', period: null })
  const [dimension, setDimension] = useState<Dimension>('channel')
  const [asTable, setAsTable] = useState(false)
  const [opened, setOpened] = useState<OpenedFigure | null>(null)
  const mayReport = useHasRole('clerk', 'admin')
  const { figures, error, retry, waiting } = useFigures(chosen.period)
  useShortcut('T', asTable ? '看图' : '看表', () => setAsTable(!asTable))

  return (
    <>
      <div className={classes['controls']}>
        <PeriodPicker chosen={chosen} onChoose={setChosen} />
        {mayReport && chosen.period !== null && (
          <ReportActions asked={{ report: 'period-summary', period: chosen.period }} />
        )}
      </div>
      <Failure error={error} onRetry={retry} />
      {waiting !== null && (
        <Text role="status" c="dimmed">
          <Loader size="xs" mr="xs" />
          {waiting}
        </Text>
      )}
      {figures !== undefined && (
        <>
          <Standing figures={figures} onOpen={setOpened} />
          <div className={classes['controls']}>
            <SegmentedControl
              aria-label="按什么统计"
              data={TABS}
              value={dimension}
              onChange={(value) => {
                if (isDimension(value)) setDimension(value)
              }}
            />
            <Button variant="default" onClick={() => setAsTable(!asTable)} title="T">
              {asTable ? '看图' : '看表'}
            </Button>
          </div>
          <Groups figures={figures} dimension={dimension} asTable={asTable} onOpen={setOpened} />
          <FigureLines period={figures.period.id} figure={opened} onClose={() => setOpened(null)} />
        </>
      )}
    </>
  )
}

type OpenProps = { readonly figures: Figures; readonly onOpen: (figure: OpenedFigure) => void }

const SHOWN: readonly Measure[] = ['all', 'finished', 'unfinished', 'overdue', 'dueSoon', 'instructed']

function Standing({ figures, onOpen }: OpenProps) {
  const { total, before, closedWithin, backlog } = figures
  const rate = assess(total).find((value) => value.rate === 'onTime')
  return (
    <>
      <div className={classes['standing']}>
        {SHOWN.map((measure) => {
          const { name } = MEASURES[measure]
          const figure = { measure, dimension: null, key: null, title: `全部 · ${name}` }
          return (
            <span
              key={measure}
              className={measure === 'overdue' && total.overdue > 0 ? classes['overdue'] : ''}
            >
              {name} <Figure figure={figure} value={total[measure]} onOpen={onOpen} /> 件
            </span>
          )
        })}
        <span>
          按期答复率 {rate?.text}（{rate?.part}/{rate?.of}）
        </span>
      </div>
      <Text c="dimmed" mb="sm">
        {before.name}登记 {before.all} 件；本期共办结 {closedWithin} 件（含以前登记的）。目前全部未办结{' '}
        {backlog.unfinished} 件，其中逾期 {backlog.overdue} 件、临期 {backlog.dueSoon} 件。
      </Text>
    </>
  )
}

type GroupsProps = OpenProps & { readonly dimension: Dimension; readonly asTable: boolean }

function Groups({ figures, dimension, asTable, onOpen }: GroupsProps) {
  const groups = figures.groups[dimension]
  if (groups.length === 0) {
    return <Text>{figures.period.name}没有登记信访事项。可以用 ← 看上一期。</Text>
  }
  if (asTable) return <GroupTable figures={figures} dimension={dimension} onOpen={onOpen} />
  return (
    <BarChart
      label={`${figures.period.name}按${DIMENSIONS[dimension].name}统计`}
      parts={['逾期未办', '在办', '已办结']}
      bars={groups.map(({ key, name, counts }) => ({
        key,
        name,
        values: [counts.overdue, counts.unfinished - counts.overdue, counts.finished],
      }))}
    />
  )
}
