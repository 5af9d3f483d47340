import type { Database } from 'better-sqlite3'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { createFrequencyHints, type FrequencyHints } from './frequency-hints.ts'
import { canBeNumber } from './grams.ts'
import { normalise, termsOf, textOf } from './normalise.ts'
import { isInitials, matchesInitials } from './pinyin-initials.ts'
import { candidatesOf, type RidRange, ridsOf } from './search-candidates.ts'
import { planSearch, type SearchPlan } from './search-plan.ts'
import { type FacetFilters, firstRidOf, type SearchableRow } from './search-schema.ts'

export type SearchFilters = FacetFilters & {
  /** First day of receipt. */
  readonly from?: Day | undefined
  /** Last day of receipt. */
  readonly to?: Day | undefined
}

export type PetitionSearch = {
  readonly query: string
  readonly filters: SearchFilters
  /** Only petitions older than this one. */
  readonly before?: number | undefined
  readonly limit: number
  /** How long to look before handing back what there is. */
  readonly budgetMs?: number | undefined
}

export type SearchPage = {
  /** Newest first. */
  readonly rids: readonly number[]
  /** False when time ran out before the page was full; `next` goes on where the search stopped. */
  readonly complete: boolean
  /** The `before` that goes on from here; null when nothing older is left to look at. */
  readonly next: number | null
}

const BUDGET_MS = 250

/**
 * Petitions in which every word of the query occurs, or begins a petitioner's name by its pinyin initials. Words of
 * letters alone are not looked for in the petition's number.
 */
export function searchPetitions(db: Database, search: PetitionSearch): SearchPage {
  const range = rangeOf(search)
  const plan = planSearch(termsOf(search.query), search.filters, hintsOf(db))
  if (plan.unproved.length > 0) return verifiedPage(db, plan, range, search)
  return fullPage(ridsOf(db, plan, search.filters, range, search.limit), search.limit)
}

function rangeOf({ filters, before }: PetitionSearch): RidRange {
  const end = filters.to === undefined ? Number.MAX_SAFE_INTEGER : firstRidOf(addDays(filters.to, 1))
  return {
    first: filters.from === undefined ? 0 : firstRidOf(filters.from),
    before: Math.min(end, before ?? Number.MAX_SAFE_INTEGER),
  }
}

function verifiedPage(db: Database, plan: SearchPlan, range: RidRange, search: PetitionSearch): SearchPage {
  const until = performance.now() + (search.budgetMs ?? BUDGET_MS)
  const rids: number[] = []
  for (const candidate of candidatesOf(db, plan, search.filters, range)) {
    if (hasAll(candidate, plan.unproved)) rids.push(candidate.rid)
    if (rids.length === search.limit) break
    if (performance.now() > until) return { rids, complete: false, next: candidate.rid }
  }
  return fullPage(rids, search.limit)
}

function fullPage(rids: readonly number[], limit: number): SearchPage {
  return { rids, complete: true, next: rids.length < limit ? null : (rids.at(-1) ?? null) }
}

function hasAll(row: SearchableRow, terms: readonly string[]): boolean {
  const text = textOf(row)
  return terms.every(
    (term) =>
      text.includes(term) ||
      (isInitials(term) && matchesInitials(row.people_text, term)) ||
      (canBeNumber(term) && normalise(row.number).includes(term)),
  )
}

const hintsByStore = new WeakMap<Database, FrequencyHints>()

function hintsOf(db: Database): FrequencyHints {
  const known = hintsByStore.get(db)
  if (known) return known
  const hints = createFrequencyHints(db)
  hintsByStore.set(db, hints)
  return hints
}
