import type { Database } from 'better-sqlite3'
import type { SearchPlan } from './search-plan.ts'
import { type FacetFilters, SEARCHABLE_COLUMNS, type SearchableRow } from './search-schema.ts'

/** From `first` on, up to but not including `before`. */
export type RidRange = { readonly first: number; readonly before: number }

export type Candidate = SearchableRow & { readonly rid: number }

type Bindings = Readonly<Record<string, string | number | undefined>>
type Source = { readonly clauses: string; readonly bindings: Bindings }

/** Petitions that may be what is looked for, newest first, with what is needed to tell. */
export function candidatesOf(
  db: Database,
  plan: SearchPlan,
  filters: FacetFilters,
  range: RidRange,
): IterableIterator<Candidate> {
  const { clauses, bindings } =
    plan.match === null ? fromStore(range) : fromBoth(plan.match, plan.unfiltered ? filters : {}, range)
  return db
    .prepare<[Bindings], Candidate>(`select petition.rid, ${SEARCHABLE_COLUMNS} ${clauses}`)
    .iterate(bindings)
}

/** The newest petitions of a plan that leaves no term to be checked. */
export function ridsOf(
  db: Database,
  plan: SearchPlan,
  filters: FacetFilters,
  range: RidRange,
  limit: number,
): readonly number[] {
  const { clauses, bindings } =
    plan.match === null
      ? fromStore(range)
      : plan.unfiltered
        ? fromBoth(plan.match, filters, range)
        : fromIndex(plan.match, range)
  const rid = plan.match === null ? 'petition.rid' : 'petition_fts.rowid'
  return db
    .prepare<[Bindings], number>(`select ${rid} ${clauses} limit @limit`)
    .pluck()
    .all({ ...bindings, limit })
}

function fromStore(range: RidRange): Source {
  return { clauses: `from petition where ${newestFirst('petition.rid')}`, bindings: range }
}

function fromIndex(match: string, range: RidRange): Source {
  return {
    clauses: `from petition_fts where petition_fts match @match and ${newestFirst('petition_fts.rowid')}`,
    bindings: { ...range, match },
  }
}

/** `cross join` keeps the index outside, so that rows are only looked up for what it finds. */
function fromBoth(match: string, { state, unit, channel, category }: FacetFilters, range: RidRange): Source {
  const wanted = [
    ...(state === undefined ? [] : ['petition.state = @state']),
    ...(unit === undefined ? [] : ['petition.lead_unit = @unit']),
    ...(channel === undefined ? [] : ['petition.channel = @channel']),
    ...(category === undefined ? [] : ['petition.category = @category']),
  ]
  return {
    clauses: `from petition_fts cross join petition on petition.rid = petition_fts.rowid
      where ${['petition_fts match @match', ...wanted, newestFirst('petition_fts.rowid')].join(' and ')}`,
    bindings: { ...range, match, state, unit, channel, category },
  }
}

/** A number is bound as REAL, which FTS5 does not take as a bound of rowids: it would walk the whole list. */
function newestFirst(rid: string): string {
  return `${rid} >= cast(@first as integer) and ${rid} < cast(@before as integer) order by ${rid} desc`
}
