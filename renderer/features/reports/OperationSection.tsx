import { Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { defaultTexts } from '../../../shared/documents/reports/summaries.ts'
import { Failure } from '../../ui/Failure.tsx'
import { type Figures } from './figures.ts'
import { type Chosen, PeriodPicker } from './PeriodPicker.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'
import { useFigures } from './use-figures.ts'

/** 运行情况报告: the figures write themselves; the office writes how it begins and ends. */
export function OperationSection() {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'semester', period: null })
  const { figures, error, retry, waiting } = useFigures(chosen.period)
  return (
    <>
      <div className={classes['controls']}>
        <PeriodPicker chosen={chosen} onChoose={setChosen} />
      </div>
      <Failure error={error} onRetry={retry} />
      {waiting !== null && <Text role="status">{waiting}</Text>}
      {figures !== undefined && figures.period.id === chosen.period && (
        <Paragraphs key={figures.period.id} figures={figures} />
      )}
    </>
  )
}

function Paragraphs({ figures }: { readonly figures: Figures }) {
  const [texts, setTexts] = useState(() => defaultTexts(figures))
  const { opening, closing } = texts
  return (
    <Stack gap="sm" maw={820}>
      <Text c="dimmed">
        报告正文（总体情况、各渠道、主要问题、催办督办、评价、未办结）按{figures.period.name}
        的数据自动写成，这里写开头和结尾。每行一段。
      </Text>
      <Textarea
        label="开头"
        autosize
        minRows={3}
        maxLength={3000}
        value={opening}
        onChange={(event) => setTexts({ ...texts, opening: event.currentTarget.value })}
      />
      <Textarea
        label="结尾（可以写下一步打算）"
        autosize
        minRows={4}
        maxLength={3000}
        value={closing}
        onChange={(event) => setTexts({ ...texts, closing: event.currentTarget.value })}
      />
      <ReportActions asked={{ report: 'operation-report', period: figures.period.id, opening, closing }} />
    </Stack>
  )
}
