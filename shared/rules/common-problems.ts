import type { Day } from '../domain/day.ts'

/** One petition as far as it may be like others. Accusations are never among them. */
export type Likely = {
  readonly number: string
  readonly title: string
  readonly category: string
  readonly unit: string | null
  readonly receivedOn: Day
}

export type LikelyGroup = {
  readonly category: string | null
  readonly unit: string | null
  /** 1–12; empty for problems of no season. */
  readonly months: readonly number[]
}

/** Words every title has; they make nothing alike. */
const EMPTY_WORDS =
  /关于|有关|反映|问题|情况|希望|建议|申请|咨询|要求|请求|投诉|学校|学生|老师|教师|同学|更正|没有|不能|无法|一直|长期|的|了/gu
const ALIKE = 0.4
/** The one reason that speaks for itself. */
export const ALIKE_REASON = '内容相似'

/** Pairs of neighbouring characters of what a title says beyond its empty words. */
export function pairsOf(title: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const piece of title.replaceAll(EMPTY_WORDS, ' ').split(/[^\p{L}\p{N}]+/u)) {
    const letters = Array.from(piece)
    for (const [index, letter] of letters.entries()) {
      const next = letters[index + 1]
      if (next !== undefined) pairs.add(letter + next)
    }
  }
  return pairs
}

/** Shared pairs against the shorter title: 0 nothing in common, 1 the one is contained in the other. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  if (least === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return shared / least
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

/** Why a petition may belong to the group, the surest reason first; empty when nothing but chance speaks for it. */
export function reasonsToJoin(
  candidate: Likely,
  group: LikelyGroup,
  members: readonly Likely[],
): readonly string[] {
  const pairs = pairsOf(candidate.title)
  const text = Math.max(0, ...members.map(({ title }) => likeness(pairs, pairsOf(title))))
  const category = group.category !== null && candidate.category === group.category
  const unit = group.unit !== null && candidate.unit === group.unit
  const season = group.months.includes(monthOf(candidate.receivedOn))
  const alike = text >= ALIKE
  // Two petitions of a large category have nothing in common yet.
  if (!alike && !(category && (unit || season))) return []
  return [
    alike ? ALIKE_REASON : '',
    category ? '同一分类' : '',
    unit ? '同一承办单位' : '',
    season ? `同为 ${monthOf(candidate.receivedOn)} 月` : '',
  ].filter((reason) => reason !== '')
}

export type Cluster = {
  readonly category: string
  /** The unit most of them lie with, or null when they differ. */
  readonly unit: string | null
  readonly members: readonly Likely[]
}

const FEWEST = 3

/**
 * Petitions of one category whose titles are alike, at least three of them, the largest cluster first. The order of
 * the candidates changes nothing.
 */
export function clustersOf(candidates: readonly Likely[], fewest: number = FEWEST): readonly Cluster[] {
  const sorted = [...candidates].sort((a, b) => (a.number < b.number ? -1 : 1))
  const byCategory = Map.groupBy(sorted, ({ category }) => category)
  const clusters = [...byCategory].flatMap(([category, members]) =>
    linked(members).map((cluster) => ({ category, unit: commonUnit(cluster), members: cluster })),
  )
  return clusters
    .filter(({ members }) => members.length >= fewest)
    .sort((a, b) => b.members.length - a.members.length || (first(a.members) < first(b.members) ? -1 : 1))
}

function first(members: readonly Likely[]): string {
  return members[0]?.number ?? ''
}

/** Whatever is alike to any of a cluster belongs to it. */
function linked(members: readonly Likely[]): readonly (readonly Likely[])[] {
  const pairs = members.map(({ title }) => pairsOf(title))
  const clusterOf = members.map((_, index) => index)
  const find = (index: number): number => {
    const parent = clusterOf[index] ?? index
    return parent === index ? index : find(parent)
  }
  for (const [a, of] of pairs.entries()) {
    for (let b = 0; b < a; b += 1) {
      const other = pairs[b]
      if (other !== undefined && likeness(of, other) >= ALIKE) clusterOf[find(a)] = find(b)
    }
  }
  return [...Map.groupBy(members.entries(), ([index]) => find(index)).values()].map((each) =>
    each.map(([, member]) => member),
  )
}

function commonUnit(members: readonly Likely[]): string | null {
  const counts = Map.groupBy(
    members.flatMap(({ unit }) => (unit === null ? [] : [unit])),
    (unit) => unit,
  )
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length)
  return most !== undefined && most[1].length * 2 > members.length ? most[0] : null
}

/** Petitions of a category in one month: `2025-09`. */
export type MonthCount = { readonly category: string; readonly month: string; readonly count: number }

export type Season = {
  readonly category: string
  readonly month: number
  readonly years: readonly { readonly year: number; readonly count: number; readonly usual: number }[]
}

const SEASON_FEWEST = 3
const SEASON_FACTOR = 1.5

/**
 * Categories that rise in this time of the year: in at least one earlier year the month had at least three petitions
 * and half as many again as that year's usual month.
 */
export function seasonsOf(counts: readonly MonthCount[], month: number, year: number): readonly Season[] {
  const byCategory = Map.groupBy(
    counts.filter((each) => each.count > 0),
    ({ category }) => category,
  )
  return [...byCategory]
    .map(([category, all]) => ({ category, month, years: risesOf(all, month, year) }))
    .filter(({ years }) => years.length > 0)
    .sort((a, b) => total(b) - total(a) || (a.category < b.category ? -1 : 1))
}

function total({ years }: Season): number {
  return years.reduce((sum, { count }) => sum + count, 0)
}

function risesOf(counts: readonly MonthCount[], month: number, year: number): Season['years'] {
  const byYear = Map.groupBy(counts, (each) => Number(each.month.slice(0, 4)))
  return [...byYear]
    .filter(([each]) => each < year)
    .map(([each, months]) => {
      const others = months.filter((one) => monthNumber(one) !== month)
      const here = months.find((one) => monthNumber(one) === month)?.count ?? 0
      const usual = others.reduce((sum, one) => sum + one.count, 0) / Math.max(1, others.length)
      return { year: each, count: here, usual }
    })
    .filter(({ count, usual }) => count >= SEASON_FEWEST && count >= SEASON_FACTOR * usual)
    .sort((a, b) => b.year - a.year)
}

function monthNumber({ month }: MonthCount): number {
  return Number(month.slice(5, 7))
}
