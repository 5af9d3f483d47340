import { DeskError } from '../../../../shared/contract/errors.ts'
import { CHASING_GROUP_NAMES } from '../../../../shared/contract/views/follow-up-views.ts'
import { chineseDate } from '../../../../shared/documents/wording.ts'
import { STATES } from '../../../../shared/domain/petition.ts'
import { chasingBoard } from '../../handlers/chasing-board.ts'
import { listPetitions } from '../../handlers/petition-list.ts'
import { todayOf } from '../../handlers/petition-today.ts'
import { categoryName, unitName } from '../../issuing/gather.ts'
import { linesOf } from '../../reports/lines-of-figure.ts'
import { periodNamed } from '../../reports/semesters.ts'
import type { Office } from '../../store/office-store.ts'
import type { PetitionLine } from '../../views/petition-line.ts'
import {
  type Asked,
  complaintsAbout,
  type Gathered,
  type Gathering,
  MOST_LISTED,
  namesOf,
} from '../gathering.ts'
import { day, listTable, long, text, whole } from '../list-table.ts'
import { petitionColumns } from './petition-columns.ts'

const PAGE = 200

/** The list as it is seen: the same search, the same order, and all of it. */
export async function petitionList(asked: Asked<'petitions'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const lines: PetitionLine[] = []
  let before: number | null = null
  do {
    const page: Awaited<ReturnType<typeof listPetitions>> = await listPetitions(desk, me, {
      ...asked,
      before,
      limit: PAGE,
    })
    lines.push(...page.lines)
    before = page.next
    if (lines.length > MOST_LISTED) throw tooMany()
    await gathering.running.report('正在导出信访事项', lines.length, null)
  } while (before !== null)
  return petitionTable(gathering, lines, { unit: asked.unit, filter: wordsOf(gathering.office, asked) })
}

export function tooMany(): DeskError {
  return new DeskError(
    'refused',
    `符合条件的超过 ${MOST_LISTED} 件，一次导出不了，请用日期或单位缩小范围后再导出。`,
  )
}

/** Petitions of one unit never tell that unit who complains about it. */
export async function petitionTable(
  gathering: Gathering,
  lines: readonly PetitionLine[],
  { unit, filter, about }: { readonly unit: string | null; readonly filter: string; readonly about?: string },
): Promise<Gathered> {
  const hidden = await complaintsAbout(
    gathering,
    unit,
    lines.map(({ number }) => number),
  )
  const shown = lines.filter(({ number }) => !hidden.has(number))
  const nameOf = await namesOf(
    gathering,
    shown.map(({ number }) => number),
  )
  const columns = [
    ...petitionColumns(gathering.office, nameOf, (line: PetitionLine) => line),
    text('标记', marksOf),
  ]
  return {
    filter,
    ...(about === undefined ? {} : { about }),
    tables: [listTable('信访事项', columns, shown)],
    withheld: hidden.size,
  }
}

function marksOf({ group, repeat, instructed }: PetitionLine): string {
  return [group ? '集体访' : '', repeat ? '重复件' : '', instructed ? '批示件' : '']
    .filter((mark) => mark !== '')
    .join('、')
}

/** The filters as people read them. A name that was searched for is not written down again. */
function wordsOf(office: Office, filters: Omit<Asked<'petitions'>, 'list'>): string {
  const words = [
    filters.query.trim() === '' ? '' : '按文字查找',
    filters.states.map((state) => STATES[state]).join('、'),
    unitName(office, filters.unit),
    filters.channel === null ? '' : (office.channel(filters.channel)?.name ?? ''),
    filters.category === null ? '' : categoryName(office, filters.category),
    filters.from === null ? '' : `${chineseDate(filters.from)}起`,
    filters.to === null ? '' : `至${chineseDate(filters.to)}`,
  ].filter((word) => word !== '')
  return words.length === 0 ? '全部' : words.join('，')
}

/** The four columns of the start page, each a sheet. */
export async function todayLists(_: Asked<'today'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const view = todayOf(desk, me, MOST_LISTED)
  const parts = [
    ['到期', view.due],
    ['今天登记', view.registered],
    ['等待', view.waiting],
    ['未归档', view.unarchived],
  ] as const
  const nameOf = await namesOf(
    gathering,
    parts.flatMap(([, lines]) => lines.map(({ number }) => number)),
  )
  const columns = petitionColumns(gathering.office, nameOf, (line: PetitionLine) => line)
  return {
    filter: chineseDate(view.today),
    tables: parts.map(([name, lines]) => listTable(name, columns, lines)),
  }
}

export async function chasingList(_: Asked<'chasing'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const { groups } = chasingBoard(desk, me, { shown: MOST_LISTED, counted: MOST_LISTED })
  const rows = groups.flatMap(({ group, lines }) =>
    lines.map((line) => ({ ...line, why: CHASING_GROUP_NAMES[group] })),
  )
  type Row = (typeof rows)[number]
  const nameOf = await namesOf(
    gathering,
    rows.map(({ number }) => number),
  )
  const columns = [
    text('类别', ({ why }: Row) => why),
    ...petitionColumns(gathering.office, nameOf, (row: Row) => row),
    whole('催办次数', ({ chases }: Row) => chases),
    day('最近催办', ({ chasedOn }: Row) => chasedOn),
    long('情况', ({ notes }: Row) => notes.join('；')),
  ]
  return { filter: '全部未办结', tables: [listTable('催办督办', columns, rows)] }
}

/** The petitions one figure of the reports counts. */
export async function figureList(asked: Asked<'figure'>, gathering: Gathering): Promise<Gathered> {
  const { desk } = gathering.context
  const period = await periodNamed(desk, asked.period)
  const { measure, dimension, key } = asked
  const { lines, total } = await linesOf(
    desk,
    period,
    { measure, dimension, key },
    gathering.running,
    MOST_LISTED,
  )
  if (total > MOST_LISTED) throw tooMany()
  const unit = dimension === 'unit' ? key : null
  return petitionTable(gathering, lines, { unit, filter: period.name })
}
