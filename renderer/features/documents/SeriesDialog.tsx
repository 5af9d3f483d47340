import { Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { ContinueForm } from './ContinueForm.tsx'
import classes from './documents.module.css'

export type Series = Answer<'register.series'>['series'][number]

type Props = {
  readonly onClose: () => void
  /** Narrows the register to the series. */
  readonly onFilter: (series: string, year: number) => void
  readonly onShow: (id: string) => void
}

/** 文号核对: how every series runs, what is void, and what the gaps are. */
export function SeriesDialog({ onClose, onFilter, onShow }: Props) {
  const [continuing, setContinuing] = useState<Series | null>(null)
  const { data, error, isPending, refetch } = useDeskQuery('register.series', undefined)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={continuing === null ? '文号核对' : `续接文号：${continuing.series}〔${continuing.year}〕`}
      size={900}
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在核对文号" />}
      {continuing !== null ? (
        <ContinueForm series={continuing} onDone={() => setContinuing(null)} />
      ) : (
        <Stack gap="md" component="ul" className={classes['series'] ?? ''}>
          {data?.series.map((series) => (
            <li key={`${series.series} ${series.year}`}>
              <OneSeries
                series={series}
                onFilter={() => onFilter(series.series, series.year)}
                onShow={onShow}
                onContinue={() => setContinuing(series)}
              />
            </li>
          ))}
        </Stack>
      )}
    </Dialog>
  )
}

type OneProps = {
  readonly series: Series
  readonly onFilter: () => void
  readonly onShow: (id: string) => void
  readonly onContinue: () => void
}

function OneSeries({ series: one, onFilter, onShow, onContinue }: OneProps) {
  const mayContinue = useHasRole('clerk', 'admin')
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Anchor component="button" type="button" onClick={onFilter}>
            {one.series}〔{one.year}〕
          </Anchor>{' '}
          <Text span size="sm" c="dimmed">
            {one.kinds.join('、')}
            {one.current ? `，下一个 ${one.next} 号` : '，已停用'}
          </Text>
        </div>
        {mayContinue && one.current && (
          <Button size="compact-sm" variant="default" onClick={onContinue}>
            续接文号…
          </Button>
        )}
      </Group>
      <Text {...(one.sound ? {} : { c: 'red', fw: 600 })}>{one.verdict}</Text>
      {one.gaps.map(({ from, to, reason, on, by }) => (
        <Text key={from} size="sm">
          {from === to ? `${from}号` : `${from}—${to}号`}：{reason}（{by}，<DayText day={on} />）
        </Text>
      ))}
      {one.voided.map(({ serial, document, reason, replacedBy }) => (
        <Text key={document} size="sm">
          <Anchor component="button" type="button" size="sm" onClick={() => onShow(document)}>
            {serial}号
          </Anchor>
          作废：{reason}
          {replacedBy !== null && (
            <>
              ，由
              <Anchor component="button" type="button" size="sm" onClick={() => onShow(replacedBy.id)}>
                {replacedBy.name}
              </Anchor>
              代替
            </>
          )}
        </Text>
      ))}
    </>
  )
}
