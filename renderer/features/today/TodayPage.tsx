import { Anchor, Button, Group, Loader, Text, Title } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { type PetitionState, STATES } from '../../../shared/domain/petition.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { dayText } from '../../ui/day-text.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { PetitionList } from '../../ui/PetitionList.tsx'
import type { PetitionLine } from '../../ui/PetitionTable.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { neighbouringColumn } from './columns.ts'
import classes from './today.module.css'

type Today = Answer<'petitions.today'>

/** What is due, what came in, what waits, and what the archive has not got yet. */
export function TodayPage() {
  const { data, error, isPending, refetch } = useDeskQuery('petitions.today', undefined)
  const [, navigate] = useLocation()
  const mayRegister = useHasRole('receptionist', 'clerk')
  const actions = (
    <>
      <ExportButton asked={{ list: 'today' }} enabled={data !== undefined} />
      {mayRegister && (
        <Button onClick={() => navigate('/register')} title="F2">
          来访登记
        </Button>
      )}
    </>
  )
  return (
    <Page title="今日" note={data === undefined ? undefined : <Note today={data} />} actions={actions}>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开" />}
      {data !== undefined && (
        <Columns
          today={data}
          mayRegister={mayRegister}
          onOpen={({ number }) => navigate(`/petitions/${number}`)}
        />
      )}
    </Page>
  )
}

const ENDED: readonly PetitionState[] = ['closed', 'archived', 'declined']

/** Today, and how many petitions are open in each state. */
function Note({ today }: { readonly today: Today }) {
  // The counts are the whole office's.
  const seesOffice = useHasRole('receptionist', 'leader', 'clerk', 'admin')
  const states = today.states
    .filter(({ state, count }) => count > 0 && !ENDED.includes(state))
    .map(({ state, count }) => `${STATES[state]} ${count}`)
  return (
    <>
      {dayText(today.today, today.today)}
      {seesOffice && states.length > 0 && `　在办：${states.join(' · ')}`}
    </>
  )
}

type ColumnsProps = {
  readonly today: Today
  readonly mayRegister: boolean
  readonly onOpen: (line: PetitionLine) => void
}

function Columns({ today, mayRegister, onOpen }: ColumnsProps) {
  const seesArchive = useHasRole('receptionist', 'leader', 'clerk', 'admin')
  const columns = useRef<HTMLDivElement>(null)
  const move = (step: number) => neighbouringColumn(columns.current, step)?.focus()
  useShortcut('ArrowDown', '到第一栏', () => move(0))
  useShortcut('ArrowRight', '下一栏', () => move(1))
  useShortcut('ArrowLeft', '上一栏', () => move(-1))
  return (
    <div ref={columns} className={classes['columns']}>
      <Column title="到期" total={today.dueTotal} seen={today.due.length} unit="件逾期或今天到期">
        <PetitionList
          label="到期"
          lines={today.due}
          shows="due"
          onOpen={onOpen}
          empty="没有逾期或今天到期的事项。"
        />
      </Column>
      <Column title="今天登记" total={today.registeredTotal} seen={today.registered.length} unit="件">
        <PetitionList
          label="今天登记"
          lines={today.registered}
          shows="state"
          onOpen={onOpen}
          empty={mayRegister ? '今天还没有登记。有人来访时按 F2 开始登记。' : '今天还没有登记。'}
        />
      </Column>
      <div>
        <Column
          title="等待"
          total={today.waitingTotal}
          seen={today.waiting.length}
          unit="件待处置、批示或评价"
        >
          <PetitionList
            label="等待"
            lines={today.waiting}
            shows="awaited"
            onOpen={onOpen}
            empty="没有等待处置、批示、回访评价或重办的事项。"
          />
        </Column>
        {seesArchive && (
          <Column
            title="未归档"
            total={today.unarchivedTotal}
            seen={today.unarchived.length}
            unit="件还没有归档中心的签收"
            action={today.unarchivedTotal > 0 && <PlaceLink to="/archive">去归档同步</PlaceLink>}
          >
            <PetitionList
              label="未归档"
              lines={today.unarchived}
              shows="archive"
              onOpen={onOpen}
              empty="全部事项都已由归档中心签收。"
            />
          </Column>
        )}
      </div>
    </div>
  )
}

type ColumnProps = {
  readonly title: string
  readonly total: number
  readonly seen: number
  /** What is counted. */
  readonly unit: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Column({ title, total, seen, unit, action, children }: ColumnProps) {
  return (
    <section className={classes['column']} aria-label={title} data-column>
      <Group justify="space-between" wrap="nowrap" className={classes['columnHead'] ?? ''}>
        <Group gap="xs" align="baseline" wrap="nowrap">
          <Title order={2}>{title}</Title>
          <Text size="sm" c="dimmed" truncate>
            {total} {unit}
          </Text>
        </Group>
        {action}
      </Group>
      {children}
      {total > seen && (
        <Text size="sm" c="dimmed" mt={4}>
          这里列出最前面的 {seen} 件，其余 {total - seen} 件请到{' '}
          <PlaceLink to="/petitions">信访事项</PlaceLink> 查看。
        </Text>
      )}
    </section>
  )
}

function PlaceLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} href={to} size="sm" inherit>
      {children}
    </Anchor>
  )
}
