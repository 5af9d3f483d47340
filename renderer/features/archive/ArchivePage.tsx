import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { Page } from '../../ui/Page.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useJob } from '../../ui/use-job.ts'
import { type ArchiveState, targetText, truthSentence } from './archive-words.ts'
import { BatchTable } from './BatchTable.tsx'
import { RefusedBatches } from './RefusedBatches.tsx'
import { TargetDialog } from './TargetDialog.tsx'

/** 归档同步: what the central archive has, what it has not, and sending it. */
export function ArchivePage() {
  const today = useToday()
  const { data, error, isPending, refetch } = useDeskQuery('archive.state', undefined)
  return (
    <Page
      title="归档同步"
      note={data === undefined ? undefined : targetText(data.url)}
      actions={
        <ExportButton asked={{ list: 'batches' }} enabled={data !== undefined && data.batches.length > 0} />
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在查看归档情况" />}
      {data !== undefined && (
        <Stack gap="md">
          <Text size="lg">{truthSentence(data, today)}</Text>
          <Sending state={data} />
          <RefusedBatches batches={data.batches} />
          <section aria-label="批次">
            <Title order={2} mb={4}>
              批次
            </Title>
            <BatchTable batches={data.batches} />
          </section>
        </Stack>
      )}
    </Page>
  )
}

/** Sealing and sending, the check of the connection, and where it all goes. */
function Sending({ state }: { readonly state: ArchiveState }) {
  const mayChange = useHasRole('admin')
  const maySend = useHasRole('receptionist', 'clerk', 'admin')
  const [setting, setSetting] = useState(false)
  const check = useDeskMutation('archive.check')
  const sync = useJob((desk, job) => desk('archive.sync', { job }))
  const ready = state.url !== ''
  useShortcut('Ctrl+Enter', '封装并送出', sync.start, { enabled: ready && maySend })

  return (
    <div>
      <Group gap="xs">
        {maySend && (
          <Button onClick={sync.start} loading={sync.running} disabled={!ready} title="Ctrl+回车">
            封装并送出
          </Button>
        )}
        {maySend && (
          <Button
            variant="default"
            loading={check.isPending}
            disabled={!ready}
            onClick={() => check.mutate(undefined)}
          >
            检查连接
          </Button>
        )}
        {mayChange && (
          <Button variant={ready ? 'default' : 'filled'} onClick={() => setSetting(true)}>
            {ready ? '更改归档去向…' : '设置归档去向…'}
          </Button>
        )}
      </Group>
      {!mayChange && !ready && <Text mt="xs">归档去向由管理员设置，请与管理员联系。</Text>}
      <JobProgress
        running={sync.running}
        progress={sync.progress}
        begins="正在封装并送出"
        onCancel={sync.cancel}
      />
      <Stack gap="xs" mt="xs">
        <Failure error={sync.error} onRetry={sync.start} />
        <Failure error={check.error} />
        {check.data !== undefined && <Text role="status">{check.data.message}</Text>}
        {sync.result !== null && <Text role="status">{sentSentence(sync.result)}</Text>}
      </Stack>
      {setting && <TargetDialog url={state.url} onClose={() => setSetting(false)} />}
    </div>
  )
}

type Sent = {
  readonly batches: number
  readonly entries: number
  readonly receipts: number
  readonly refused: readonly string[]
}

function sentSentence({ batches, entries, receipts, refused }: Sent): string {
  if (batches === 0 && receipts === 0 && refused.length === 0)
    return '没有需要送出的记录，归档中心已全部签收。'
  const sent = `送出 ${batches} 批、${entries} 条记录，收到 ${receipts} 份回执。`
  return refused.length === 0 ? sent : `${sent}有 ${refused.length} 批被拒收，原因见下。`
}
