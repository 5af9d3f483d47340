import type { Answer } from '../../../shared/contract/api.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import { OPEN_STATES, WITH_UNIT } from '../../../shared/domain/petition.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { isWithin, SCOPE_COLUMNS, type Scope, type ScopedRow, scopeOf } from '../scope.ts'
import { all } from '../store/connection.ts'
import type { PetitionRow } from '../store/schema.ts'
import {
  LINE_COLUMNS,
  type LineContext,
  type LineRow,
  type PetitionLine,
  toLine,
} from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'

type Board = Answer<'chasing.board'>
type Group = Board['groups'][number]['group']
type BoardLine = Board['groups'][number]['lines'][number]

const SHOWN = 200
/** Beyond this a total says no more than "many". */
const COUNTED = 1000

/** What a line of the board needs beside the columns of every list. */
export const BOARD_COLUMNS = [
  'chases',
  'chased_on',
  'progressed_on',
  'returned_on',
  'replied_on',
  'extended_to',
] as const
const columns = [...new Set([...LINE_COLUMNS, ...SCOPE_COLUMNS, ...BOARD_COLUMNS])].join(', ')
const open = OPEN_STATES.map((state) => `'${state}'`).join(', ')

type BoardRow = LineRow & ScopedRow & BoardExtra

/**
 * 催办督办: what is due and what must be asked about, each petition in the most urgent group it belongs to. Within a
 * group the ones a leader decided on come first (《办法》二（三）: 领导批示件重点催办), then the oldest limit.
 */
export function chasingBoard(desk: Desk, me: Me): Board {
  const context = lineContext(desk)
  const scope = scopeOf(me)
  const taken = new Set<number>()
  const groups = boardSources(desk).map(({ group, source, values }) => {
    const rows = find(desk, scope, context, source, values).filter((row) => !taken.has(row.rid))
    for (const row of rows) taken.add(row.rid)
    const ordered = rows.toSorted((a, b) => Number(b.instruction !== null) - Number(a.instruction !== null))
    return {
      group,
      lines: ordered.slice(0, SHOWN).map((row) => toBoardLine(row, context.today, toLine(row, context))),
      total: rows.length,
    }
  })
  return { groups }
}

type Source = { readonly group: Group; readonly source: string; readonly values: readonly string[] }

const DUE = `petition indexed by petition_due where due_on is not null and state in (${open})`

/** The groups of the board in their order; a petition stands in the first that finds it. */
export function boardSources(desk: Desk): readonly Source[] {
  const on = today(desk)
  const [next, , third] = nextWorkingDays(desk.ledger.office().calendar, on, 3)
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
): BoardRow[] {
  return all<BoardRow>(
    desk.store.reader.raw,
    `select ${columns} from ${source} limit ${COUNTED}`,
    ...values,
  ).filter((row) => isWithin(scope, row, context.office, context.today))
}

export type BoardExtra = Pick<PetitionRow, (typeof BOARD_COLUMNS)[number]>

export function toBoardLine<Line extends PetitionLine>(
  row: LineRow & BoardExtra,
  on: Day,
  line: Line,
): Line & Pick<BoardLine, 'chases' | 'chasedOn' | 'notes'> {
  const trackedToday = row.chased_on === on || row.progressed_on === on
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
