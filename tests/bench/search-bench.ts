import type { Database } from 'better-sqlite3'
import {
  type PetitionSearch,
  type SearchFilters,
  searchPetitions,
} from '../../electron/core/search/search.ts'
import { RIDS_PER_DAY } from '../../electron/core/search/search-schema.ts'
import { LINE_COLUMNS } from '../../electron/core/views/petition-line.ts'
import { dayFromNumber } from '../../shared/domain/day.ts'
import { bruteForceSearch, type Petition } from '../electron/core/search/search-world.ts'
import { type BenchRow, median, quantile } from './bench-row.ts'

const PAGE = 50
const BUDGET_MS = 10
const LIST_BUDGET = 1.5
const PETITIONS_ASKED_ABOUT = 12
const LIST_ROUNDS = 41
const DEPTHS = [0, 0.25, 0.5, 0.9]

type Asked = Pick<PetitionSearch, 'query' | 'filters' | 'limit'>

/** Types what a receptionist types, key by key, under every kind of filter; each answer is one measurement. */
export function benchSearch(db: Database, size: number): readonly BenchRow[] {
  const petitions = spreadOver(db, PETITIONS_ASKED_ABOUT)
  const cells = petitions.flatMap((petition) =>
    Object.values(termsAbout(petition)).flatMap((term) =>
      filtersAround(petition).map((filters) =>
        asTyped(term).map((query): Asked => ({ query, filters, limit: PAGE })),
      ),
    ),
  )
  const times: number[] = []
  let unfinished = 0
  for (const asked of cells.flat()) {
    const started = performance.now()
    const { complete } = searchPetitions(db, asked)
    times.push(performance.now() - started)
    if (!complete) unfinished += 1
  }
  const checked = everyNth(cells.flat(), size > 200_000 ? 12 : 60)
  const wrong = wrongAnswers(db, checked)
  const p95 = quantile(times, 0.95)
  return [
    {
      work: `逐键搜索 ${times.length} 次的 p95（${size.toLocaleString('en')} 件）；p50 ${median(times).toFixed(2)} ms，p99 ${quantile(times, 0.99).toFixed(1)} ms`,
      against: `逐行扫描：${checked.length} 问中 ${wrong} 处不同，${unfinished} 次未查完`,
      ratio: null,
      budget: `≤ ${BUDGET_MS} ms`,
      holds: p95 <= BUDGET_MS && wrong === 0 && unfinished === 0,
      medianMs: p95,
    },
  ]
}

/** One page of the list at several depths under each filter, the small and the large store in turn. */
export function benchLists(small: Database, large: Database, size: number): readonly BenchRow[] {
  const cells = listFilters(small).flatMap((filters) => DEPTHS.map((depth) => ({ filters, depth })))
  const measured = cells.map((cell) => {
    const times = { small: [] as number[], large: [] as number[] }
    const [ofSmall, ofLarge] = [listing(small, cell), listing(large, cell)]
    for (let round = 0; round < LIST_ROUNDS; round += 1) {
      times.small.push(ofSmall(round))
      times.large.push(ofLarge(round))
    }
    return { ...cell, small: median(times.small), large: median(times.large) }
  })
  const worst = measured.sort((one, other) => other.large / other.small - one.large / one.small)[0]
  if (!worst) throw new Error('there is no list to measure')
  const ratio = worst.large / worst.small
  return [
    {
      work: `列表一页，${cells.length} 种筛选与深度中最慢者（${size.toLocaleString('en')} 件）：${labelOf(worst.filters)}，深 ${worst.depth * 100}%`,
      against: '1 万件时的同一页',
      ratio,
      budget: `≤ ${LIST_BUDGET}×`,
      holds: ratio <= LIST_BUDGET,
      medianMs: worst.large,
    },
  ]
}

type ListCell = { readonly filters: SearchFilters; readonly depth: number }

/** Reads a page as the window does: the numbers, then what a line shows. Returns the milliseconds it took. */
function listing(db: Database, { filters, depth }: ListCell): (round: number) => number {
  const { newest, oldest } = endsOf(db)
  const lines = db.prepare<[string]>(
    `select ${LINE_COLUMNS.join(', ')} from petition where rid in (select value from json_each(?)) order by rid desc`,
  )
  return (round) => {
    const before = Math.floor(newest - depth * (newest - oldest)) + 1 - round * (depth > 0 ? RIDS_PER_DAY : 0)
    const started = performance.now()
    const { rids } = searchPetitions(db, { query: '', filters, before, limit: PAGE })
    lines.all(JSON.stringify(rids))
    return performance.now() - started
  }
}

/** The usual values, so that both stores have a full page of each. */
function listFilters(db: Database): readonly SearchFilters[] {
  const usual = (columns: string) =>
    db
      .prepare<[], Petition>(
        `select * from petition where lead_unit is not null group by ${columns} order by count(*) desc limit 1`,
      )
      .get()
  const [state, unit, channel, category] = ['state', 'lead_unit', 'channel', 'category'].map(usual)
  const pair = usual('state, channel')
  const three = usual('state, channel, category')
  return [
    {},
    { state: state?.state },
    { unit: unit?.lead_unit ?? undefined },
    { channel: channel?.channel },
    { category: category?.category },
    { state: pair?.state, channel: pair?.channel },
    { state: three?.state, channel: three?.channel, category: three?.category },
  ]
}

function labelOf(filters: SearchFilters): string {
  const named = { state: '状态', unit: '单位', channel: '渠道', category: '类别' } as const
  const used = Object.entries(named).flatMap(([name, label]) => (Object.hasOwn(filters, name) ? [label] : []))
  return used.length === 0 ? '无筛选' : used.join('＋')
}

/** What there is to be known about a petition, of every script and length. */
function termsAbout({
  rid,
  title,
  matter,
  people_text: people,
  number,
}: Petition): Readonly<Record<string, string>> {
  const lines = people.split('\n')
  const name = lines[0] ?? ''
  const long = lines.filter((line) => /^\d{8,}/.test(line))
  const at = (rid * 7) % Math.max(1, matter.length - 20)
  /** Nobody begins to type with a mark. */
  const said = matter.slice(at).replace(/^[^\p{L}\p{N}]+/u, '')
  return {
    name,
    number,
    phone: long[0] ?? '13800000000',
    phoneTail: (long[0] ?? '13800000000').slice(-4),
    otherNumber: long[1] ?? '370102198001011234',
    initials: ['zsm', 'lx', 'wj', 'chy'][rid % 4] ?? 'z',
    word: said.slice(0, 2),
    phrase: said.slice(0, 7),
    clause: said.slice(0, 16),
    surnameAndWord: `${name.slice(0, 1)} ${title.slice(0, 3)}`,
    threeWords: `${said.slice(0, 2)} ${title.slice(0, 2)} ${name.slice(0, 2)}`,
    nameAndTail: `${name} ${(long[0] ?? '').slice(-4)}`,
    absent: `${said.slice(0, 2)}龘靐`,
  }
}

/** Every state of the box while a term is typed; of long terms the first keys, then the whole. */
function asTyped(term: string): readonly string[] {
  const keys = Array.from(term)
  return keys
    .map((_, at) => keys.slice(0, at + 1).join(''))
    .filter((_, at) => at < 8 || at === keys.length - 1)
}

function filtersAround({
  rid,
  state,
  lead_unit: unit,
  channel,
  category,
}: Petition): readonly SearchFilters[] {
  const day = Math.floor(rid / RIDS_PER_DAY)
  const days = (before: number, after: number) => ({
    from: dayFromNumber(day - before),
    to: dayFromNumber(day + after),
  })
  return [
    {},
    { state },
    { state: 'registered' },
    { unit: unit ?? undefined, category },
    { state, channel, category },
    days(15, 15),
    { state, ...days(180, 180) },
  ]
}

/** How many of these are answered otherwise than by reading every petition, newest first, once for all of them. */
function wrongAnswers(db: Database, asked: readonly Asked[]): number {
  const expected = asked.map((one) => ({ one, rids: [] as number[] }))
  for (const petition of db.prepare<[], Petition>('select * from petition order by rid desc').iterate()) {
    for (const { one, rids } of expected) {
      if (rids.length < PAGE) rids.push(...bruteForceSearch([petition], one))
    }
  }
  return expected.filter(
    ({ one, rids }) => searchPetitions(db, { ...one, budgetMs: 60_000 }).rids.join() !== rids.join(),
  ).length
}

function spreadOver(db: Database, count: number): readonly Petition[] {
  const { newest, oldest } = endsOf(db)
  const after = db.prepare<[number], Petition>('select * from petition where rid >= ? order by rid limit 1')
  const at = Array.from({ length: count }, (_, n) =>
    Math.floor(oldest + ((newest - oldest) * (n + 0.5)) / count),
  )
  return at.flatMap((rid) => after.get(rid) ?? [])
}

function endsOf(db: Database): { readonly newest: number; readonly oldest: number } {
  return (
    db
      .prepare<[], { newest: number; oldest: number }>(
        'select max(rid) as newest, min(rid) as oldest from petition',
      )
      .get() ?? { newest: 0, oldest: 0 }
  )
}

function everyNth<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, at) => at % step === 0).slice(0, count)
}
