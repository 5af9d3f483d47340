import { Button, Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { PetitionTable } from '../../ui/PetitionTable.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { ListFilterRow } from './ListFilterRow.tsx'
import classes from './list.module.css'
import {
  countText,
  hasFilters,
  type ListFilters,
  NO_FILTERS,
  rangeProblem,
  searchInput,
} from './list-filters.ts'
import { type ListMemory, useListMemory } from './list-memory.ts'
import { usePetitionPages } from './use-petition-pages.ts'

/** Long enough to skip the letters of one word, too short to be noticed. */
const PAUSE_MS = 120

/** Opened from a channel the list shows that channel alone, and stays where it was on the way back. */
function useOpenedAt(): (memory: ListMemory) => ListMemory {
  const { channel } = useParams<{ channel?: string }>()
  return (memory) =>
    channel === undefined || memory.filters.channel === channel
      ? memory
      : { filters: { ...NO_FILTERS, channel }, row: 0 }
}

/** Every petition, newest first, searched while typing. */
export function PetitionListPage() {
  const { recall, remember } = useListMemory()
  const asOpened = useOpenedAt()
  const [filters, setFilters] = useState(() => asOpened(recall()).filters)
  const [row, setRow] = useState(() => asOpened(recall()).row)
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [, navigate] = useLocation()
  const mayRegister = useHasRole('receptionist', 'clerk')
  const [asked] = useDebouncedValue(filters, PAUSE_MS)
  const pages = usePetitionPages(asked, rangeProblem(asked) === null)

  const toList = useCallback(() => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus(), [])
  useShortcut('Ctrl+F', '查找信访事项', () => search.current?.select())
  useShortcut('/', '查找信访事项', () => search.current?.focus())

  useEffect(() => remember({ filters, row }), [remember, filters, row])
  useEffect(() => {
    // Coming back: the hand goes on where it was.
    if (recall().row > 0) toList()
    else search.current?.focus()
  }, [recall, toList])

  function change(next: ListFilters) {
    setFilters(next)
    setRow(0)
  }

  return (
    <Page
      fixed
      title="信访事项"
      actions={
        mayRegister && (
          <Button onClick={() => navigate('/register')} title="F2">
            来访登记
          </Button>
        )
      }
    >
      <ListFilterRow filters={filters} onChange={change} search={search} onDown={toList} />
      <Failure error={pages.error} onRetry={pages.retry} />
      <div ref={list} className={classes['table']}>
        {pages.loaded && (
          <PetitionTable
            key={JSON.stringify(searchInput(asked))}
            label="信访事项列表"
            lines={pages.lines}
            typed={asked.query}
            startAt={row}
            onStand={setRow}
            onOpen={({ number }) => navigate(`/petitions/${number}`)}
            onNearEnd={pages.more}
            empty={emptySentence(asked, mayRegister)}
          />
        )}
      </div>
      <div className={classes['foot']}>
        <Text size="sm" c="dimmed" role="status">
          {pages.searching
            ? '正在查找更早的记录…'
            : pages.loaded && <Count filters={asked} seen={pages.lines.length} atEnd={pages.atEnd} />}
        </Text>
        <Group gap="sm">
          <ExportButton
            asked={{ list: 'petitions', ...searchInput(asked) }}
            enabled={pages.lines.length > 0}
            size="xs"
          />
          <Text size="sm" c="dimmed">
            ↑↓ 移动，回车打开，Ctrl+F 查找
          </Text>
        </Group>
      </div>
    </Page>
  )
}

function emptySentence(filters: ListFilters, mayRegister: boolean): string {
  if (hasFilters(filters)) return '没有符合条件的信访事项，可以少写几个字或清除条件再查。'
  return mayRegister ? '还没有信访事项。有人来访时按 F2 登记。' : '还没有信访事项。'
}

type CountProps = { readonly filters: ListFilters; readonly seen: number; readonly atEnd: boolean }

/** Counted apart from the list, which never waits for it. */
function Count({ filters, seen, atEnd }: CountProps) {
  const counted = useDeskQuery('petitions.count', searchInput(filters), {
    enabled: !atEnd && rangeProblem(filters) === null,
  })
  return countText(seen, atEnd, counted.data)
}
