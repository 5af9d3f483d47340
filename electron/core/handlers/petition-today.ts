import type { Answer } from '../../../shared/contract/api.ts'
import { addDays, type Day, dayNumber } from '../../../shared/domain/day.ts'
import { isBookkeeping } from '../../../shared/domain/entries.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import { OPEN_STATES, type PetitionState, STATES } from '../../../shared/domain/petition.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import type { Desk } from '../desk.ts'
import { RIDS_PER_DAY } from '../search/search-schema.ts'
import { prepared, type SqliteConnection } from '../store/connection.ts'
import { LINE_COLUMNS, type LineRow, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'

const SHOWN = 30
/** Beyond this a number says no more than "many". */
const COUNTED = 1000

const columns = LINE_COLUMNS.join(', ')
const open = OPEN_STATES.map((state) => `'${state}'`).join(', ')

/** The start page: short lists along indexes, and totals that never walk the whole store. */
export function todayOf(desk: Desk): Answer<'petitions.today'> {
  const context = lineContext(desk)
  const { raw } = desk.store.reader
  const soon = nextWorkingDay(context.office.calendar, context.today)
  const firstRid = dayNumber(context.today) * RIDS_PER_DAY
  const list = (rows: readonly LineRow[], total: number) => ({
    lines: rows.map((row) => toLine(row, context)),
    total,
  })
  const find = (source: string, order: string, ...values: (string | number)[]) =>
    list(
      prepared(raw, `select ${columns} from ${source} order by ${order} limit ${SHOWN}`).all(
        ...values,
      ) as LineRow[],
      countUpTo(raw, source, ...values),
    )
  // Without the hint SQLite walks all open petitions and sorts them.
  const due = find(
    `petition indexed by petition_due where due_on is not null and state in (${open}) and due_on <= ?`,
    'due_on, rid',
    soon,
  )
  const registered = find('petition where rid >= cast(? as integer)', 'rid desc', firstRid)
  const unarchived = find(
    'petition where last_seq > cast(? as integer)',
    'last_seq desc',
    acknowledgedTo(desk),
  )
  const waiting = list(
    waitingRows(raw),
    WAITING.reduce((sum, state) => sum + countUpTo(raw, 'petition where state = ?', state), 0),
  )
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
    states: openStates(desk),
  }
}

/** Not routed yet, or before a leader: each state is a walk along its index, and the two are merged. */
const WAITING: readonly PetitionState[] = ['registered', 'submitted']

function waitingRows(raw: SqliteConnection): LineRow[] {
  const newest = prepared(
    raw,
    `select ${columns} from petition where state = ? order by rid desc limit ${SHOWN}`,
  )
  return WAITING.flatMap((state) => newest.all(state) as LineRow[])
    .sort((a, b) => b.rid - a.rid)
    .slice(0, SHOWN)
}

function countUpTo(raw: SqliteConnection, source: string, ...values: (string | number)[]): number {
  const row = prepared(raw, `select count(*) as n from (select 1 from ${source} limit ${COUNTED})`).get(
    ...values,
  )
  return (row as { n: number }).n
}

/** On a Friday what is due on Monday is due next. */
function nextWorkingDay(calendar: OfficeCalendar, day: Day): Day {
  let next = addDays(day, 1)
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1)
  return next
}

/** Everything up to here has a receipt. A batch still on its way ends the run. */
export function acknowledgedTo({ store }: Desk): number {
  const row = prepared(
    store.reader.raw,
    `select coalesce((select min(from_seq) - 1 from batch where state <> 'acknowledged'),
                       (select max(to_seq) from batch), 0) as n`,
  ).get() as { n: number }
  return row.n
}

export type Unsent = { readonly count: number; readonly oldestAt: string | null }

/** So many entries are looked at one by one; what lies beyond is counted whole. */
const LOOKED_AT = 2000

/** Entries without a receipt; the sync's own bookkeeping does not count, or it would never come to rest. */
export function unsentEntries(desk: Desk): Unsent {
  const { raw } = desk.store.reader
  const from = acknowledgedTo(desk)
  const rows = prepared(
    raw,
    `select kind, at from journal where station = ? and seq > cast(? as integer) order by seq limit ${LOOKED_AT}`,
  ).all(desk.station.code, from) as { kind: string; at: string }[]
  const told = rows.filter((row) => !isBookkeeping(row.kind))
  const head = prepared(raw, 'select max(seq) as n from journal where station = ?').get(
    desk.station.code,
  ) as {
    n: number | null
  }
  const beyond = rows.length < LOOKED_AT ? 0 : (head.n ?? 0) - from - rows.length
  return { count: told.length + beyond, oldestAt: told[0]?.at ?? null }
}

function openStates({ store }: Desk): Answer<'petitions.today'>['states'] {
  const rows = prepared(
    store.reader.raw,
    "select key, sum(n) as n from counter where dim = 'state' group by key",
  ).all() as { key: string; n: number }[]
  const counts = new Map(rows.map((row) => [row.key, row.n]))
  return (Object.keys(STATES) as PetitionState[]).map((state) => ({ state, count: counts.get(state) ?? 0 }))
}
