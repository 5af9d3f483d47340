import { Button, Group, Loader, Text } from '@mantine/core'
import { useDebouncedValue, useIntersection } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { yearOf } from '../../../shared/domain/day.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { DocumentTable } from './DocumentTable.tsx'
import { PrintQueueDialog } from './PrintQueueDialog.tsx'
import { RegisterFilterRow } from './RegisterFilterRow.tsx'
import { filterInput, hasFilters, NO_FILTERS } from './register-filters.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { useRegisterPages } from './use-register-pages.ts'
import { useRowSelection } from './use-row-selection.ts'
import { VolumeDialog } from './VolumeDialog.tsx'

/** Long enough to skip the letters of one word, too short to be noticed. */
const PAUSE_MS = 120

/** 发文登记簿: everything that was issued, newest first. `/documents/<id>` opens one at once. */
export function DocumentsPage() {
  const [, navigate] = useLocation()
  const { document: opened } = useParams<{ document?: string }>()
  const [filters, setFilters] = useState(NO_FILTERS)
  const [asked] = useDebouncedValue(filters, PAUSE_MS)
  const [shown, setShown] = useState<string | null>(opened ?? null)
  const [last, setLast] = useState(shown)
  if (shown !== null && shown !== last) setLast(shown)
  const [checking, setChecking] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const [listing, setListing] = useState(false)
  const [queue, setQueue] = useState<'waiting' | 'chosen' | null>(null)
  const selection = useRowSelection()
  const mayIssue = useHasRole('receptionist', 'clerk')
  const mayTake = useHasRole('receptionist', 'clerk', 'admin')
  const today = useToday()
  const { lines, pending, error, retry, hasMore, more } = useRegisterPages(asked)
  const { ref: end, entry } = useIntersection()
  const nearEnd = entry?.isIntersecting === true

  // A paper that was scanned is an address of its own; scanning the next one changes it.
  const [openedBefore, setOpenedBefore] = useState(opened)
  if (opened !== openedBefore) {
    setOpenedBefore(opened)
    setShown(opened ?? null)
  }
  useShortcut('Ctrl+F', '查找文书', () => search.current?.select())

  function close() {
    setShown(null)
    if (opened !== undefined) navigate('/documents', { replace: true })
  }

  useEffect(() => {
    if (nearEnd && hasMore) void more()
  }, [nearEnd, hasMore, more])

  return (
    <Page
      title="文书"
      note="发文登记簿：事项的文书在事项页印发，这里查看、打印、另存、作废和核对文号。"
      actions={
        <Group gap="xs" wrap="nowrap">
          <ExportButton asked={{ list: 'documents', ...filterInput(asked) }} enabled={lines.length > 0} />
          {mayTake && (
            <Button variant="default" onClick={() => setQueue('waiting')}>
              今日待打印…
            </Button>
          )}
          {mayTake && (
            <Button variant="default" onClick={() => setChecking(true)}>
              文号核对…
            </Button>
          )}
          {mayIssue && (
            <Button variant="default" onClick={() => setListing(true)}>
              归档文件目录…
            </Button>
          )}
        </Group>
      }
    >
      <RegisterFilterRow filters={filters} onChange={setFilters} search={search} thisYear={yearOf(today)} />
      <Failure error={error} onRetry={retry} />
      {pending && <Loader aria-label="正在打开文书列表" />}
      {!pending && lines.length === 0 && (
        <Text c="dimmed">
          {hasFilters(asked)
            ? '没有符合条件的文书，可以少写几个字或清除条件再查。'
            : '还没有文书。登记来访时印发来访登记表和来访回执，转办后印发转办函。'}
        </Text>
      )}
      {mayTake && <SelectionBar selection={selection} onPrint={() => setQueue('chosen')} />}
      {lines.length > 0 && (
        <DocumentTable
          lines={lines}
          selection={selection}
          last={last}
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
      {checking && (
        <SeriesDialog
          onClose={() => setChecking(false)}
          onFilter={(series, year) => {
            setChecking(false)
            setFilters({ ...NO_FILTERS, series, year })
          }}
          onShow={(id) => {
            setChecking(false)
            setShown(id)
          }}
        />
      )}
      <DocumentDialog id={shown} onClose={close} />
    </Page>
  )
}
