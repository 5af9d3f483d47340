import { DIMENSIONS, type Dimension, MEASURES, type Measure } from '../../../shared/rules/reports/figures.ts'
import { Figure } from './Figure.tsx'
import type { Figures, OpenedFigure } from './figures.ts'
import classes from './reports.module.css'

const COLUMNS: readonly Measure[] = ['all', 'finished', 'unfinished', 'overdue', 'dueSoon', 'inTime', 'late']

type Props = {
  readonly figures: Figures
  readonly dimension: Dimension
  readonly onOpen: (figure: OpenedFigure) => void
}

/** The chart's figures as a table; each leads to its petitions. */
export function GroupTable({ figures, dimension, onOpen }: Props) {
  const { name } = DIMENSIONS[dimension]
  const cell = (measure: Measure, value: number, key: string | null, group: string) => (
    <td key={measure} className={classes['figure']}>
      <Figure
        figure={{
          measure,
          dimension: key === null ? null : dimension,
          key,
          title: `${group} · ${MEASURES[measure].name}`,
        }}
        value={value}
        onOpen={onOpen}
      />
    </td>
  )
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          {COLUMNS.map((measure) => (
            <th key={measure} scope="col" className={classes['figure']}>
              {MEASURES[measure].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.groups[dimension].map((group) => (
          <tr key={group.key}>
            <th scope="row">{group.name}</th>
            {COLUMNS.map((measure) => cell(measure, group.counts[measure], group.key, group.name))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {COLUMNS.map((measure) => cell(measure, figures.total[measure], null, '全部'))}
        </tr>
      </tfoot>
    </table>
  )
}
