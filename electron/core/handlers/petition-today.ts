import type { Answer } from '../../../shared/contract/api.ts'
import { addDays, type Day, dayNumber } from '../../../shared/domain/day.ts'
import { isBookkeeping } from '../../../shared/domain/entries.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import { OPEN_STATES, type PetitionState, stateSchema } from '../../../shared/domain/petition.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { isWithin, SCOPE_COLUMNS, type ScopedRow, scopeOf } from '../scope.ts'
import { RIDS_PER_DAY } from '../search/search-schema.ts'
import { all, one, type SqliteConnection } from '../store/connection.ts'
import { LINE_COLUMNS, type LineRow, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'

const SHOWN = 30
/** Beyond this a number says no more than "many". */
const COUNTED = 1000

const columns = [...new Set([...LINE_COLUMNS, ...SCOPE_COLUMNS])].join(', ')
type TodayRow = LineRow & ScopedRow
const open = OPEN_STATES.map((state) => `'${state}'`).join(', ')

export type TodayList = 'due' | 'registered' | 'waiting' | 'unarchived'

/** A walk along an index; several of one list are merged, the newest first. */
type Walk = { readonly source: string; readonly order: string; readonly values: readonly (string | number)[] }

/** Where the lists of the start page come from. */
export function todayWalks(desk: Desk): Readonly<Record<TodayList, readonly Walk[]>> {
  const on = today(desk)
  const soon = nextWorkingDay(desk.ledger.office().calendar, on)
  return {
    due: [
      {
        // Without the hint SQLite walks all open petitions and sorts them.
        source: `petition indexed by petition_due where due_on is not null and state in (${open}) and due_on <= ?`,
        order: 'due_on, rid',
        values: [soon],
      },
    ],
    registered: [
      {
        source: 'petition where rid >= cast(? as integer)',
        order: 'rid desc',
        values: [dayNumber(on) * RIDS_PER_DAY],
      },
    ],
    waiting: WAITING.map((state) => ({
      source: 'petition where state = ?',
      order: 'rid desc',
      values: [state],
    })),
    unarchived: [
      {
        source: 'petition where last_seq > cast(? as integer)',
        order: 'last_seq desc',
        values: [acknowledgedTo(desk)],
      },
    ],
  }
}

/** The start page: short lists along indexes, and totals that never walk the whole store. */
export function todayOf(desk: Desk, me: Me): Answer<'petitions.today'> {
  const context = lineContext(desk)
  const scope = scopeOf(me)
  const { raw } = desk.store.reader
  const walks = todayWalks(desk)
  const find = (name: TodayList) => {
    const rows = walks[name].flatMap(({ source, order, values }) =>
      all<TodayRow>(raw, `select ${columns} from ${source} order by ${order} limit ${SHOWN}`, ...values),
    )
    if (walks[name].length > 1) rows.sort((a, b) => b.rid - a.rid)
    const mine = rows.slice(0, SHOWN).filter((row) => isWithin(scope, row, context.office, context.today))
    const lines = mine.map((row) => toLine(row, context))
    if (scope.kind !== 'office') return { lines, total: lines.length }
    const total = walks[name].reduce((sum, walk) => sum + countUpTo(raw, walk.source, ...walk.values), 0)
    return { lines, total }
  }
  const due = find('due')
  const registered = find('registered')
  const waiting = find('waiting')
  const unarchived = find('unarchived')
  return {
    today: context.today,
    due: due.lines,
    dueTotal: due.total,
    registered: registered.lines,
    registeredTotal: registered.total,
    waiting: waiting.lines,
    waitingTotal: waiting.total,
    unarchived: unarchived.lines,
    unarchivedTotal: unarchived.total,
    // The office's totals say more than somebody may see who sees a part.
    states: scope.kind === 'office' ? openStates(desk) : [],
  }
}

/** Not routed yet, before a leader, or owing a rating or its consequence: each state is a walk along its index, and they are merged. */
const WAITING: readonly PetitionState[] = [
  'registered',
  'submitted',
  'answered',
  'dissatisfied',
  'to-supervise',
]

function countUpTo(raw: SqliteConnection, source: string, ...values: (string | number)[]): number {
  return one<{ n: number }>(
    raw,
    `select count(*) as n from (select 1 from ${source} limit ${COUNTED})`,
    ...values,
  ).n
}

/** On a Friday what is due on Monday is due next. */
function nextWorkingDay(calendar: OfficeCalendar, day: Day): Day {
  let next = addDays(day, 1)
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1)
  return next
}

/** Everything up to here has a receipt. A batch still on its way ends the run. */
export function acknowledgedTo({ store }: Desk): number {
  const row = one<{ n: number }>(
    store.reader.raw,
    `select coalesce((select min(from_seq) - 1 from batch where state <> 'acknowledged'),
                       (select max(to_seq) from batch), 0) as n`,
  )
  return row.n
}

export type Unsent = { readonly count: number; readonly oldestAt: string | null }

/** So many entries are looked at one by one; what lies beyond is counted whole. */
const LOOKED_AT = 2000

/** Entries without a receipt; the sync's own bookkeeping does not count, or it would never come to rest. */
export function unsentEntries(desk: Desk): Unsent {
  const { raw } = desk.store.reader
  const from = acknowledgedTo(desk)
  const rows = all<{ kind: string; at: string }>(
    raw,
    `select kind, at from journal where station = ? and seq > cast(? as integer) order by seq limit ${LOOKED_AT}`,
    desk.station.code,
    from,
  )
  const told = rows.filter((row) => !isBookkeeping(row.kind))
  const head = one<{ n: number | null }>(
    raw,
    'select max(seq) as n from journal where station = ?',
    desk.station.code,
  )
  const beyond = rows.length < LOOKED_AT ? 0 : (head.n ?? 0) - from - rows.length
  return { count: told.length + beyond, oldestAt: told[0]?.at ?? null }
}

function openStates({ store }: Desk): Answer<'petitions.today'>['states'] {
  const rows = all<{ key: string; n: number }>(
    store.reader.raw,
    "select key, sum(n) as n from counter where dim = 'state' group by key",
  )
  const counts = new Map(rows.map((row) => [row.key, row.n]))
  return stateSchema.options.map((state) => ({ state, count: counts.get(state) ?? 0 }))
}
