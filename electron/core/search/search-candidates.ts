import type { Database } from 'better-sqlite3'
import type { SearchPlan } from './search-plan.ts'
import { type FacetFilters, SEARCHABLE_COLUMNS, type SearchableRow, statesOf } from './search-schema.ts'

/** From `first` on, up to but not including `before`. */
export type RidRange = { readonly first: number; readonly before: number }

export type Candidate = SearchableRow & { readonly rid: number }

type Bindings = Readonly<Record<string, string | number | undefined>>
type Source = { readonly rid: string; readonly clauses: string; readonly bindings: Bindings }

/** Petitions that may be what is looked for, newest first, with what is needed to tell. */
export function candidatesOf(
  db: Database,
  plan: SearchPlan,
  filters: FacetFilters,
  range: RidRange,
): IterableIterator<Candidate> {
  const { clauses, bindings } = sourceOf(plan, filters, range)
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
  const { rid, clauses, bindings } =
    plan.match === null || plan.unfiltered ? sourceOf(plan, filters, range) : fromIndex(plan.match, range)
  return db
    .prepare<[Bindings], number>(`select ${rid} ${clauses} limit @limit`)
    .pluck()
    .all({ ...bindings, limit })
}

/** `cross join` keeps the index outside, so that rows are only looked up for what it finds. */
function sourceOf(plan: SearchPlan, filters: FacetFilters, range: RidRange): Source {
  const { unit, channel, category } = plan.unfiltered ? filters : {}
  const states = plan.unfiltered ? statesOf(filters) : []
  const wanted = [
    ...(states.length === 1 ? ['petition.state = @state'] : []),
    ...(states.length > 1 ? ['petition.state in (select value from json_each(@states))'] : []),
    ...(unit === undefined ? [] : ['petition.lead_unit = @unit']),
    ...(channel === undefined ? [] : ['petition.channel = @channel']),
    ...(category === undefined ? [] : ['petition.category = @category']),
  ]
  const bindings = { ...range, state: states[0], states: JSON.stringify(states), unit, channel, category }
  if (plan.match === null) {
    return {
      rid: 'petition.rid',
      clauses: `from petition where ${[...wanted, newestFirst('petition.rid')].join(' and ')}`,
      bindings,
    }
  }
  return {
    rid: 'petition.rid',
    clauses: `from petition_fts cross join petition on petition.rid = petition_fts.rowid
      where ${['petition_fts match @match', ...wanted, newestFirst('petition_fts.rowid')].join(' and ')}`,
    bindings: { ...bindings, match: plan.match },
  }
}

function fromIndex(match: string, range: RidRange): Source {
  return {
    rid: 'petition_fts.rowid',
    clauses: `from petition_fts where petition_fts match @match and ${newestFirst('petition_fts.rowid')}`,
    bindings: { ...range, match },
  }
}

/** A number is bound as REAL, which FTS5 does not take as a bound of rowids: it would walk the whole list. */
function newestFirst(rid: string): string {
  return `${rid} >= cast(@first as integer) and ${rid} < cast(@before as integer) order by ${rid} desc`
}
