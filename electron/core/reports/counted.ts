import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import type { CountedAt, CountedPetition } from '../../../shared/rules/reports/figures.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import { type Desk, today } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { firstRidOf } from '../search/search-schema.ts'
import { all, one, type SqliteConnection } from '../store/connection.ts'
import type { Office } from '../store/office-store.ts'
import type { PetitionRow } from '../store/schema.ts'

const COLUMNS = [
  'rid',
  'number',
  'received_on',
  'channel',
  'category',
  'lead_unit',
  'route',
  'grade',
  'state',
  'purpose',
  'urgency',
  'due_on',
  'closed_on',
  'instruction is not null as instructed',
  'is_group',
  'repeat_of',
  'round',
  'returns',
  'chases',
  'extensions',
  'rating',
  'first_answered_on',
  'first_due_on',
].join(', ')

type Row = Pick<
  PetitionRow,
  | 'rid'
  | 'number'
  | 'received_on'
  | 'channel'
  | 'category'
  | 'lead_unit'
  | 'route'
  | 'grade'
  | 'state'
  | 'purpose'
  | 'urgency'
  | 'due_on'
  | 'closed_on'
  | 'is_group'
  | 'repeat_of'
  | 'round'
  | 'returns'
  | 'chases'
  | 'extensions'
  | 'rating'
  | 'first_answered_on'
  | 'first_due_on'
> & { readonly instructed: 0 | 1 }

/** So many rows are read at once; between them other calls get their turn. */
const CHUNK = 4000

export type Range = { readonly from: Day; readonly to: Day }

/** Every petition whose visit lies in the range, oldest first, a chunk at a time. */
export async function* countedPetitions(
  desk: Desk,
  range: Range,
  running: RunningJob,
  label: string,
): AsyncGenerator<readonly CountedPetition[]> {
  const { raw } = desk.store.reader
  const toCounted = counter(desk)
  const end = firstRidOf(addDays(range.to, 1))
  let next = firstRidOf(range.from)
  const total = expected(raw, next, end)
  let done = 0
  for (;;) {
    const rows = all<Row>(
      raw,
      `select ${COLUMNS} from petition where rid >= cast(? as integer) and rid < cast(? as integer) order by rid limit ${CHUNK}`,
      next,
      end,
    )
    if (rows.length > 0) yield rows.map(toCounted)
    done += rows.length
    await running.report(label, done, Math.max(total, done))
    if (rows.length < CHUNK) return
    next = (rows.at(-1)?.rid ?? end) + 1
  }
}

/** Unfinished ones whose visit lies before the day, along the index of states. */
export function unfinishedBefore(desk: Desk, day: Day): readonly CountedPetition[] {
  const rows = all<Row>(
    desk.store.reader.raw,
    `select ${COLUMNS} from petition indexed by petition_state
      where state not in ('closed', 'declined', 'archived')
        and state in (${UNFINISHED_STATES}) and rid < cast(? as integer) order by rid`,
    firstRidOf(day),
  )
  return rows.map(counter(desk))
}

/** Named one by one, for an index serves what is in a list, not what is left out of one. */
const UNFINISHED_STATES = [
  'registered',
  'handling',
  'transferred',
  'submitted',
  'assigned',
  'answered',
  'dissatisfied',
  'redoing',
  'to-supervise',
  'supervising',
]
  .map((state) => `'${state}'`)
  .join(', ')

/** From the counters by month, which is near enough for a progress bar. */
function expected(raw: SqliteConnection, first: number, end: number): number {
  return one<{ n: number }>(
    raw,
    'select count(*) as n from petition where rid >= cast(? as integer) and rid < cast(? as integer)',
    first,
    end,
  ).n
}

function counter(desk: Desk): (row: Row) => CountedPetition {
  const office = desk.ledger.office()
  const returns = returnsByPetition(desk.store.reader.raw)
  return (row) => ({
    rid: row.rid,
    number: row.number,
    receivedOn: row.received_on,
    channel: row.channel,
    category: row.category,
    topCategory: topCategoryOf(office, row.category),
    unit: row.lead_unit,
    route: row.route,
    grade: row.grade,
    state: row.state,
    purpose: row.purpose,
    urgency: row.urgency,
    dueOn: row.due_on,
    firstAnsweredOn: row.first_answered_on,
    firstDueOn: row.first_due_on,
    closedOn: row.closed_on,
    instructed: row.instructed === 1,
    group: row.is_group === 1,
    repeat: row.repeat_of !== null,
    chased: row.chases > 0,
    extended: row.extensions > 0,
    returnedBy: returns.get(row.number) ?? [],
    redone: row.round >= 1,
    supervised: row.round === 2,
    rating: row.rating,
  })
}

function returnsByPetition(raw: SqliteConnection): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, string[]>()
  for (const { petition, unit } of all<{ petition: string; unit: string }>(
    raw,
    'select distinct petition, unit from unit_return order by petition, unit',
  )) {
    const known = units.get(petition)
    if (known === undefined) units.set(petition, [unit])
    else known.push(unit)
  }
  return units
}

export function topCategoryOf(office: Office, code: string): string {
  return office.category(code)?.parent ?? code
}

/** Today, and the last day that counts as near: the working days of the warning settings. */
export function countedAt(desk: Desk): CountedAt {
  const { calendar, settings } = desk.ledger.office()
  const on = today(desk)
  return { today: on, soonUntil: afterWorkingDays(calendar, on, settings.warnings.daysBefore) }
}

function afterWorkingDays(calendar: OfficeCalendar, from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}
