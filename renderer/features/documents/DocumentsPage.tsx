import { Button, Group, Loader, Select, Text } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import type { DeskError } from '../../../shared/contract/errors.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import { useDesk, useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { PrintQueueDialog } from './PrintQueueDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useRowSelection } from './use-row-selection.ts'
import { VolumeDialog } from './VolumeDialog.tsx'

const PAGE = 100
const KIND_OPTIONS = Object.entries(KINDS).map(([value, { name }]) => ({ value, label: name }))

/** 文书: everything that was issued, newest first. */
export function DocumentsPage() {
  const [, navigate] = useLocation()
  const [kind, setKind] = useState<string | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [listing, setListing] = useState(false)
  const [queue, setQueue] = useState<'waiting' | 'chosen' | null>(null)
  const selection = useRowSelection()
  const mayIssue = useHasRole('receptionist', 'clerk')
  const mayTake = useHasRole('receptionist', 'clerk', 'admin')
  const today = useToday()
  const { lines, pending, error, retry, hasMore, more } = useDocuments(kind)
  const { ref: end, entry } = useIntersection()
  const nearEnd = entry?.isIntersecting === true

  useEffect(() => {
    if (nearEnd && hasMore) void more()
  }, [nearEnd, hasMore, more])

  return (
    <Page
      title="文书"
      note="事项的文书在事项页印发；这里可以查看、打印和另存，也可以编制归档文件目录。"
      actions={
        <Group gap="xs" wrap="nowrap">
          {mayTake && (
            <Button variant="default" onClick={() => setQueue('waiting')}>
              今日待打印…
            </Button>
          )}
          {mayIssue && (
            <Button variant="default" onClick={() => setListing(true)}>
              归档文件目录…
            </Button>
          )}
          <Select
            aria-label="文书种类"
            placeholder="全部种类"
            data={KIND_OPTIONS}
            value={kind}
            onChange={setKind}
            clearable
            searchable
          />
        </Group>
      }
    >
      <Failure error={error} onRetry={retry} />
      {pending && <Loader aria-label="正在打开文书列表" />}
      {!pending && lines.length === 0 && (
        <Text c="dimmed">还没有文书。登记来访时印发来访登记表和来访回执，转办后印发转办函。</Text>
      )}
      {mayTake && <SelectionBar selection={selection} onPrint={() => setQueue('chosen')} />}
      {lines.length > 0 && (
        <DocumentTable
          lines={lines}
          selection={selection}
          onShow={setShown}
          onPetition={(number) => navigate(`/petitions/${number}`)}
        />
      )}
      <div ref={end} />
      {listing && (
        <VolumeDialog
          year={yearOf(today)}
          onClose={() => setListing(false)}
          onIssued={(id) => {
            setListing(false)
            setShown(id)
          }}
        />
      )}
      {queue !== null && (
        <PrintQueueDialog
          lines={queue === 'waiting' ? null : lines.filter(({ id }) => selection.has(id))}
          onClose={() => setQueue(null)}
        />
      )}
      <DocumentDialog id={shown} onClose={() => setShown(null)} />
    </Page>
  )
}

type DocumentPage = Answer<'documents.list'>

function useDocuments(kind: string | null) {
  const desk = useDesk()
  const pages = useInfiniteQuery<
    DocumentPage,
    DeskError,
    { pages: DocumentPage[] },
    readonly unknown[],
    string | null
  >({
    queryKey: ['documents.list', { kind }, 'pages'],
    queryFn: ({ pageParam }) => desk('documents.list', { kind, before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  })
  const { fetchNextPage, isFetching } = pages
  return {
    lines: pages.data?.pages.flatMap(({ lines }) => lines) ?? [],
    pending: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    hasMore: pages.hasNextPage && !isFetching,
    more: fetchNextPage,
  }
}
