import { Text } from '@mantine/core'
import { useState } from 'react'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { PreviewFrame } from '../../ui/paper/PreviewFrame.tsx'
import { type Chosen, PeriodPicker } from './PeriodPicker.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'

/** 调度会清单: what the dispatch meeting talks about, as it will be on the paper. */
export function DispatchSection() {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'week', period: null })
  const { period } = chosen
  const job = `dispatch-${period}`
  const { data, error, refetch } = useDeskQuery(
    'reports.preview',
    { report: 'dispatch-list', period: period ?? '', job },
    { enabled: period !== null, keep: true },
  )
  return (
    <>
      <div className={classes['controls']}>
        <PeriodPicker chosen={chosen} onChoose={setChosen} />
        {period !== null && <ReportActions asked={{ report: 'dispatch-list', period }} previewed />}
      </div>
      <Text c="dimmed" mb="sm">
        逾期、临期和疑难取自目前全部未办结事项；共性问题为所选时间内同一类达到 3 件的。
      </Text>
      <Failure error={error} onRetry={() => void refetch()} />
      {data !== undefined && <PreviewFrame preview={data} says="尚未印发；印发后保存在“文书”里。" />}
    </>
  )
}
