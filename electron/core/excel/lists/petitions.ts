import { CHASING_GROUP_NAMES } from '../../../../shared/contract/views/follow-up-views.ts'
import { chineseDate } from '../../../../shared/documents/wording.ts'
import { STATES } from '../../../../shared/domain/petition.ts'
import { today } from '../../desk.ts'
import { BOARD_COLUMNS, type BoardExtra, boardSources, toBoardLine } from '../../handlers/chasing-board.ts'
import { listPetitions } from '../../handlers/petition-list.ts'
import { type TodayList, todayWalks } from '../../handlers/petition-today.ts'
import { categoryName, unitName } from '../../issuing/gather.ts'
import { ridsOfFigure } from '../../reports/lines-of-figure.ts'
import { periodNamed } from '../../reports/semesters.ts'
import type { Office } from '../../store/office-store.ts'
import type { PetitionLine } from '../../views/petition-line.ts'
import { type Asked, complaintsAbout, type Gathered, type Gathering } from '../gathering.ts'
import { day, type ListTable, long, pagedTable, text, whole } from '../list-table.ts'
import { named, petitionPages, ridsOf, stepped } from '../pages.ts'
import { petitionColumns } from './petition-columns.ts'

/** The list as it is seen: the same search, the same order, and all of it. */
export function petitionList(asked: Asked<'petitions'>, gathering: Gathering): Promise<Gathered> {
  const pages = searchPages(asked, gathering)
  return petitionTable(gathering, pages, { unit: asked.unit, filter: wordsOf(gathering.office, asked) })
}

async function* searchPages(asked: Asked<'petitions'>, gathering: Gathering) {
  const { desk, me } = gathering.context
  let before: number | null = null
  do {
    const page: Awaited<ReturnType<typeof listPetitions>> = await listPetitions(desk, me, {
      ...asked,
      before,
      limit: gathering.limits.page,
    })
    yield await named(gathering, page.lines)
    before = page.next
    await gathering.pause()
  } while (before !== null)
}

type TableWords = {
  /** The unit the list is about, if it is about one. */
  readonly unit: string | null
  readonly filter: string
  readonly about?: string
  readonly expected?: number
}

/** Petitions of one unit never tell that unit who complains about it. */
export async function petitionTable(
  gathering: Gathering,
  pages: AsyncGenerator<readonly PetitionLine[], void>,
  { unit, ...words }: TableWords,
): Promise<Gathered> {
  let withheld = 0
  async function* shown() {
    for await (const lines of pages) {
      const hidden = complaintsAbout(
        gathering,
        unit,
        lines.map(({ number }) => number),
      )
      withheld += hidden.size
      yield lines.filter(({ number }) => !hidden.has(number))
    }
  }
  const columns = [...petitionColumns(gathering.office, (line: PetitionLine) => line), text('标记', marksOf)]
  const table = await pagedTable('信访事项', columns, shown())
  return { ...words, tables: [table], withheld: () => withheld }
}

/** Petitions in the order of these row ids. */
export function petitionsByRid(
  gathering: Gathering,
  rids: readonly number[],
  words: TableWords,
): Promise<Gathered> {
  const pages = petitionPages(gathering, rids, [], () => ({}))
  return petitionTable(gathering, pages, { ...words, expected: rids.length })
}

/** A few petitions that a page of the window shows whole. */
export function petitionsOnPage(
  gathering: Gathering,
  lines: readonly PetitionLine[],
  words: TableWords,
): Promise<Gathered> {
  return petitionTable(gathering, onePage(gathering, lines), words)
}

async function* onePage(gathering: Gathering, lines: readonly PetitionLine[]) {
  yield await named(gathering, lines)
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

const TODAY: readonly (readonly [string, TodayList])[] = [
  ['到期', 'due'],
  ['今天登记', 'registered'],
  ['等待', 'waiting'],
  ['未归档', 'unarchived'],
]

/** The four columns of the start page, each a sheet. */
export async function todayLists(_: Asked<'today'>, gathering: Gathering): Promise<Gathered> {
  const { desk } = gathering.context
  const walks = todayWalks(desk)
  const columns = petitionColumns(gathering.office, (line: PetitionLine) => line)
  const tables: ListTable[] = []
  let expected = 0
  for (const [name, list] of TODAY) {
    const rids: number[] = []
    for (const { source, order, values } of walks[list])
      rids.push(...(await ridsOf(gathering, `select rid from ${source} order by ${order}`, ...values)))
    if (walks[list].length > 1) rids.sort((a, b) => b - a)
    expected += rids.length
    tables.push(
      await pagedTable(
        name,
        columns,
        petitionPages(gathering, rids, [], () => ({})),
      ),
    )
  }
  return { filter: chineseDate(today(desk)), tables, expected }
}

export async function chasingList(_: Asked<'chasing'>, gathering: Gathering): Promise<Gathered> {
  const { desk } = gathering.context
  const why = await boardOrder(gathering)
  const pages = petitionPages<BoardExtra, Pick<Row, 'why' | 'chases' | 'chasedOn' | 'notes'>>(
    gathering,
    [...why.keys()],
    BOARD_COLUMNS,
    (row, line) => ({ ...toBoardLine(row, today(desk), line), why: why.get(row.rid) ?? '' }),
  )
  type Row = ReturnType<typeof toBoardLine<PetitionLine>> & { readonly why: string }
  const columns = [
    text('类别', (row: Row) => row.why),
    ...petitionColumns(gathering.office, (row: Row) => row),
    whole('催办次数', ({ chases }: Row) => chases),
    day('最近催办', ({ chasedOn }: Row) => chasedOn),
    long('情况', ({ notes }: Row) => notes.join('；')),
  ]
  return {
    filter: '全部未办结',
    tables: [await pagedTable('催办督办', columns, pages)],
    expected: why.size,
  }
}

/** Row ids of the board with the name of their group, in its order: what a leader decided on first within each. */
async function boardOrder(gathering: Gathering): Promise<ReadonlyMap<number, string>> {
  const order = new Map<number, string>()
  for (const { group, source, values } of boardSources(gathering.context.desk)) {
    type Found = { readonly rid: number; readonly led: 0 | 1 }
    const found = await stepped<Found>(
      gathering,
      `select rid, instruction is not null as led from ${source}`,
      values,
      ({ rid }) => !order.has(rid),
    )
    for (const { rid } of found.filter(({ led }) => led === 1)) order.set(rid, CHASING_GROUP_NAMES[group])
    for (const { rid } of found.filter(({ led }) => led === 0)) order.set(rid, CHASING_GROUP_NAMES[group])
  }
  return order
}

/** The petitions one figure of the reports counts. */
export async function figureList(asked: Asked<'figure'>, gathering: Gathering): Promise<Gathered> {
  const { desk } = gathering.context
  const period = await periodNamed(desk, asked.period)
  const { measure, dimension, key } = asked
  const rids = await ridsOfFigure(desk, period, { measure, dimension, key }, gathering.running)
  const unit = dimension === 'unit' ? key : null
  return petitionsByRid(gathering, rids, { unit, filter: period.name })
}
