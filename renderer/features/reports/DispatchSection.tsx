import { Text } from '@mantine/core'
import { useState } from 'react'
import { Failure } from '../../ui/Failure.tsx'
import { type Chosen, PeriodPicker } from './PeriodPicker.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'
import { useFigures } from './use-figures.ts'

/** 调度会清单: what the dispatch meeting talks about. */
export function DispatchSection() {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'week', period: null })
  const { figures, error, retry, waiting } = useFigures(chosen.period)
  return (
    <>
      <div className={classes['controls']}>
        <PeriodPicker chosen={chosen} onChoose={setChosen} />
        {chosen.period !== null && (
          <ReportActions asked={{ report: 'dispatch-list', period: chosen.period }} />
        )}
      </div>
      <Failure error={error} onRetry={retry} />
      {waiting !== null && <Text role="status">{waiting}</Text>}
      {figures !== undefined && (
        <>
          <p className={classes['standing']}>
            <span className={figures.backlog.overdue > 0 ? classes['overdue'] : ''}>
              逾期未办 {figures.backlog.overdue} 件
            </span>
            <span>临近时限 {figures.backlog.dueSoon} 件</span>
            <span>疑难问题 {figures.backlog.difficult} 件</span>
            <span>共性问题 {figures.common.length} 类</span>
          </p>
          <Text c="dimmed" mb="sm">
            逾期、临期和疑难取自目前全部未办结事项；共性问题为{figures.period.name}同一类达到 3
            件的。预览里有完整清单。
          </Text>
          {figures.common.length === 0 ? (
            <Text>{figures.period.name}没有同一类达到 3 件的问题。</Text>
          ) : (
            <table className={classes['table']}>
              <thead>
                <tr>
                  <th scope="col">共性问题</th>
                  <th scope="col" className={classes['figure']}>
                    本期件数
                  </th>
                  <th scope="col" className={classes['figure']}>
                    {figures.before.name}
                  </th>
                </tr>
              </thead>
              <tbody>
                {figures.common.map(({ category, count, before }) => (
                  <tr key={category}>
                    <th scope="row">{category}</th>
                    <td className={classes['figure']}>{count}</td>
                    <td className={classes['figure']}>{before}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </>
  )
}
