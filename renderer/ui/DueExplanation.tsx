import { Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { Answer } from '../../shared/contract/api.ts'
import { DayText } from './DayText.tsx'
import classes from './DueExplanation.module.css'

export type Due = NonNullable<Answer<'visits.due'>>

type Props = {
  readonly due: Due
  /** Show the counted days at once, where nothing else asks for the room. */
  readonly opened?: boolean
}

/** When something is due and why: the clause, and every day counted or skipped with its reason and source. */
export function DueExplanation({ due, opened = false }: Props) {
  return (
    <div>
      <Text>{due.sentence}</Text>
      <Text c="dimmed" size="sm">
        {due.label}（{due.basis}）{' '}
        <Anchor component={Link} href="/clauses" inherit underline="always">
          条款对照
        </Anchor>
      </Text>
      {due.provisional && (
        <Text size="sm" className={classes['provisional'] ?? ''}>
          暂定：期间含有尚未公布放假安排的日子，导入当年日历后会重新计算。
        </Text>
      )}
      <details className={classes['days']} open={opened}>
        <summary>逐日说明（自 {<DayText day={due.from} />} 起算，当日不计）</summary>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">计算</th>
              <th scope="col">原因</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {numbered(due.days).map(({ day, counted, why, source, count }) => (
              <tr key={day} className={counted ? '' : classes['skipped']}>
                <td>
                  <DayText day={day} />
                </td>
                <td>{counted ? `第 ${count} 天` : '不计'}</td>
                <td>{why}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

function numbered(days: Due['days']) {
  return days.map((each, index) => ({
    ...each,
    count: days.slice(0, index + 1).filter(({ counted }) => counted).length,
  }))
}
