import { tokensOfFilters } from './facets.ts'
import type { FrequencyHints } from './frequency-hints.ts'
import { type FacetFilters, statesOf } from './search-schema.ts'
import { ENTRIES_TO_TEXT, rarestOf, waysToMatch } from './term-ways.ts'

export type SearchPlan = {
  /** What to ask the index for; null when the store's own order and indexes do as well. */
  readonly match: string | null
  /** The terms that a petition the index names may still lack. */
  readonly unproved: readonly string[]
  /** Whether the petition may be one that the filters leave out. */
  readonly unfiltered: boolean
}

/** A list of petitions in the index. */
type List = {
  readonly expression: string
  /** The term that every petition in it has for certain; null for the filters. */
  readonly proves: string | null | undefined
  /** About which part of all petitions is in it. Costs a look at the index, so it is asked only when it matters. */
  readonly share: () => number
  /** How many times longer than the shortest list it may be before reading it costs more than it saves. */
  readonly worth: (share: number) => number
}

const MOST_TERMS_LOOKED_UP = 8

/** Reading a petition's facets takes the time of reading past so many entries of a list. */
const ENTRIES_TO_FACETS = 100

/** Decides by which lists candidates are found: the short ones. What the others would tell is checked in the rows. */
export function planSearch(
  terms: readonly string[],
  filters: FacetFilters,
  hints: FrequencyHints,
): SearchPlan {
  if (terms.length === 0 && isStateAlone(filters)) return { match: null, unproved: [], unfiltered: true }

  const facets = tokensOfFilters(filters)
  const lists = worthwhile([
    ...terms.flatMap((term) => listOfTerm(term, hints) ?? []).slice(0, MOST_TERMS_LOOKED_UP),
    ...(facets.length === 0 ? [] : [listOfFacets(facets, hints)]),
  ])
  const proved = new Set(lists.map((list) => list.proves))
  return {
    match: lists.length === 0 ? null : lists.map((list) => list.expression).join(' AND '),
    unproved: terms.filter((term) => !proved.has(term)),
    unfiltered: facets.length > 0 && !proved.has(null),
  }
}

/** The store has an index for the state, and reading from its middle is a little faster there. */
function isStateAlone(filters: FacetFilters): boolean {
  const { unit, channel, category } = filters
  return statesOf(filters).length === 1 && [unit, channel, category].every((code) => code === undefined)
}

function worthwhile(lists: readonly List[]): readonly List[] {
  if (lists.length < 2) return lists
  const weighed = lists
    .map((list) => ({ list, share: list.share() }))
    .sort((one, other) => one.share - other.share)
  const shortest = weighed[0]?.share ?? 0
  return weighed
    .filter(({ list, share }, at) => at === 0 || share <= shortest * list.worth(share))
    .map(({ list }) => list)
}

function listOfFacets(tokens: readonly string[], hints: FrequencyHints): List {
  return {
    expression: `(${tokens.map(quoted).join(' OR ')})`,
    proves: null,
    share: () => tokens.reduce((sum, token) => sum + hints.shareThroughout(token), 0),
    worth: () => ENTRIES_TO_FACETS,
  }
}

/** Null for a term of other punctuation alone, or too short for the index. */
function listOfTerm(term: string, hints: FrequencyHints): List | null {
  const ways = waysToMatch(term).map(({ grams, exact }) => ({ tokens: rarestOf(grams, hints), exact }))
  if (ways.some(({ tokens }) => tokens.length === 0)) return null
  return {
    expression: `((${ways.map(({ tokens }) => tokens.map(quoted).join(' AND ')).join(') OR (')}))`,
    proves: ways.every(({ exact }) => exact) ? term : undefined,
    share: () =>
      ways.reduce((sum, { tokens }) => sum + Math.min(...tokens.map((token) => hints.share(token))), 0),
    worth: worthOfText,
  }
}

/** The more petitions a list holds, the fewer texts it saves from being read. */
function worthOfText(share: number): number {
  return Math.max(ENTRIES_TO_FACETS, ENTRIES_TO_TEXT * (1 - share))
}

/** Tokens hold no quotation mark: it is punctuation, and punctuation is not indexed. */
function quoted(token: string): string {
  return `"${token}"`
}
