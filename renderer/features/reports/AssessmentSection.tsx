import { Text } from '@mantine/core'
import { useState } from 'react'
import { RATE_NAMES, RATES, type Rate, rateOf } from '../../../shared/rules/reports/assessment.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Figure } from './Figure.tsx'
import { FigureLines } from './FigureLines.tsx'
import type { NamedCounts, OpenedFigure } from './figures.ts'
import { type Chosen, PeriodPicker } from './PeriodPicker.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'
import { useFigures } from './use-figures.ts'

/** 单位考核: every rate with its formula, every part of it leading to its petitions. */
export function AssessmentSection() {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'semester', period: null })
  const [opened, setOpened] = useState<OpenedFigure | null>(null)
  const mayReport = useHasRole('clerk', 'admin')
  const { figures, error, retry, waiting } = useFigures(chosen.period)
  const units = figures?.groups.unit.filter(({ key }) => key !== '-') ?? []
  return (
    <>
      <div className={classes['controls']}>
        <PeriodPicker chosen={chosen} onChoose={setChosen} />
        {mayReport && chosen.period !== null && (
          <ReportActions asked={{ report: 'assessment', period: chosen.period }} />
        )}
      </div>
      <Failure error={error} onRetry={retry} />
      {waiting !== null && <Text role="status">{waiting}</Text>}
      {figures !== undefined && units.length === 0 && (
        <Text>{figures.period.name}没有交各单位承办的事项。可以用 ← 看上一期。</Text>
      )}
      {figures !== undefined && units.length > 0 && <UnitTable units={units} onOpen={setOpened} />}
      <ul className={classes['formula']}>
        {RATE_NAMES.map((rate) => (
          <li key={rate}>
            {RATES[rate].name} = {RATES[rate].formula}
          </li>
        ))}
        <li>分母为零的写“无”，不作评价。依据《接诉即办工作制度》三（四）。</li>
      </ul>
      <FigureLines period={figures?.period.id ?? ''} figure={opened} onClose={() => setOpened(null)} />
    </>
  )
}

type TableProps = {
  readonly units: readonly NamedCounts[]
  readonly onOpen: (figure: OpenedFigure) => void
}

function UnitTable({ units, onOpen }: TableProps) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">承办单位</th>
          <th scope="col" className={classes['figure']}>
            承办
          </th>
          {RATE_NAMES.map((rate) => (
            <th key={rate} scope="col" className={classes['figure']} title={RATES[rate].formula}>
              {RATES[rate].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.key}>
            <th scope="row">{unit.name}</th>
            <td className={classes['figure']}>
              <Figure
                figure={{ measure: 'given', dimension: 'unit', key: unit.key, title: `${unit.name} · 承办` }}
                value={unit.counts.given}
                onOpen={onOpen}
              />
            </td>
            {RATE_NAMES.map((rate) => (
              <td key={rate} className={classes['figure']}>
                <RateCell unit={unit} rate={rate} onOpen={onOpen} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type RateProps = Pick<TableProps, 'onOpen'> & { readonly unit: NamedCounts; readonly rate: Rate }

/** `92.3%（12/13）`: both figures lead to their petitions. */
function RateCell({ unit, rate, onOpen }: RateProps) {
  const { part, of, text } = rateOf(rate, unit.counts)
  if (of === 0) return text
  const row = RATES[rate]
  const at = { dimension: 'unit', key: unit.key } as const
  const title = `${unit.name} · ${row.name}`
  return (
    <>
      {text}（
      <Figure figure={{ ...at, measure: row.part, title: `${title}：分子` }} value={part} onOpen={onOpen} />/
      <Figure figure={{ ...at, measure: row.of, title: `${title}：分母` }} value={of} onOpen={onOpen} />）
    </>
  )
}
