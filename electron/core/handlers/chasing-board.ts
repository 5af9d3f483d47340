import type { Answer } from '../../../shared/contract/api.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import { OPEN_STATES, WITH_UNIT } from '../../../shared/domain/petition.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { isWithin, SCOPE_COLUMNS, type Scope, type ScopedRow, scopeOf } from '../scope.ts'
import { all } from '../store/connection.ts'
import type { PetitionRow } from '../store/schema.ts'
import { LINE_COLUMNS, type LineContext, type LineRow, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'

type Board = Answer<'chasing.board'>
type Group = Board['groups'][number]['group']
type BoardLine = Board['groups'][number]['lines'][number]

/** Lines of a group, and beyond which number a total says no more than "many". */
type Reach = { readonly shown: number; readonly counted: number }
const ON_SCREEN: Reach = { shown: 200, counted: 1000 }

const EXTRA = ['chases', 'chased_on', 'progressed_on', 'returned_on', 'replied_on', 'extended_to'] as const
const columns = [...new Set([...LINE_COLUMNS, ...SCOPE_COLUMNS, ...EXTRA])].join(', ')
const open = OPEN_STATES.map((state) => `'${state}'`).join(', ')

type BoardRow = LineRow & ScopedRow & Pick<PetitionRow, (typeof EXTRA)[number]>

/**
 * 催办督办: what is due and what must be asked about, each petition in the most urgent group it belongs to. Within a
 * group the ones a leader decided on come first (《办法》二（三）: 领导批示件重点催办), then the oldest limit.
 */
export function chasingBoard(desk: Desk, me: Me, { shown, counted }: Reach = ON_SCREEN): Board {
  const context = lineContext(desk)
  const scope = scopeOf(me)
  const taken = new Set<number>()
  const groups = sources(context.office.calendar, today(desk)).map(({ group, source, values }) => {
    const rows = find(desk, scope, context, source, values, counted).filter((row) => !taken.has(row.rid))
    for (const row of rows) taken.add(row.rid)
    const ordered = rows.toSorted((a, b) => Number(b.instruction !== null) - Number(a.instruction !== null))
    return {
      group,
      lines: ordered.slice(0, shown).map((row) => toBoardLine(row, context)),
      total: rows.length,
    }
  })
  return { groups }
}

type Source = { readonly group: Group; readonly source: string; readonly values: readonly string[] }

const DUE = `petition indexed by petition_due where due_on is not null and state in (${open})`

function sources(calendar: OfficeCalendar, on: Day): readonly Source[] {
  const [next, , third] = nextWorkingDays(calendar, on, 3)
  return [
    { group: 'overdue', source: `${DUE} and due_on < ? order by due_on, rid`, values: [on] },
    { group: 'today', source: `${DUE} and due_on = ? order by rid`, values: [on] },
    {
      group: 'tomorrow',
      source: `${DUE} and due_on > ? and due_on <= ? order by due_on, rid`,
      values: [on, next ?? on],
    },
    {
      group: 'soon',
      source: `${DUE} and due_on > ? and due_on <= ? order by due_on, rid`,
      values: [next ?? on, third ?? on],
    },
    {
      group: 'instructed',
      source: `petition indexed by petition_instructed where instruction is not null and state in (${open}) order by due_on, rid`,
      values: [],
    },
    {
      group: 'returned',
      source: 'petition indexed by petition_returned where returned_on is not null order by returned_on, rid',
      values: [],
    },
    {
      group: 'urgent',
      source: `petition indexed by petition_urgent where urgency <> 'normal' and state in (${open}) order by due_on, rid`,
      values: [],
    },
  ]
}

function nextWorkingDays(calendar: OfficeCalendar, from: Day, count: number): Day[] {
  const days: Day[] = []
  for (let day = addDays(from, 1); days.length < count; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) days.push(day)
  }
  return days
}

function find(
  desk: Desk,
  scope: Scope,
  context: LineContext,
  source: string,
  values: readonly string[],
  counted: number = ON_SCREEN.counted,
): BoardRow[] {
  return all<BoardRow>(
    desk.store.reader.raw,
    `select ${columns} from ${source} limit ${counted}`,
    ...values,
  ).filter((row) => isWithin(scope, row, context.office, context.today))
}

function toBoardLine(row: BoardRow, context: LineContext): BoardLine {
  const line = toLine(row, context)
  const trackedToday = row.chased_on === context.today || row.progressed_on === context.today
  const notes = [
    row.instruction === null ? '' : '领导批示件',
    row.returned_on === null ? '' : '单位退回，尚未认定',
    row.urgency === 'normal' || trackedToday ? '' : '紧急，今天还没有跟踪',
    line.lateness.kind === 'running' && line.lateness.halfGone ? '时限过半，没有进展' : '',
    row.extended_to === null ? '' : '已延期',
    row.replied_on !== null && WITH_UNIT.includes(row.state) ? '单位已反馈，待答复' : '',
  ].filter((note) => note !== '')
  return { ...line, chases: row.chases, chasedOn: row.chased_on, notes }
}

/** How many are late or due today, for the number beside the place. */
export function chasingCount(desk: Desk, me: Me): number {
  const context = lineContext(desk)
  const scope = scopeOf(me)
  return find(desk, scope, context, `${DUE} and due_on <= ? order by due_on, rid`, [context.today]).length
}
