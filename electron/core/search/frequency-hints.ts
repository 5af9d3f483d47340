import type { Database } from 'better-sqlite3'
import type { FacetFilters } from './search-schema.ts'

/**
 * About which share of all petitions has a token. Only ever decides how fast an answer is, never what it is, so it is
 * looked up cheaply and kept for a while.
 */
export type FrequencyHints = {
  share(token: string): number
  /** `token` is the one of these filters. */
  shareOfFacets(filters: FacetFilters, token: string): number
  total(): number
}

/** So many of a token's newest petitions are looked at; a token with fewer is counted exactly. */
const PROBED = 256
const SAMPLED = 128
const KEPT_TOKENS = 20_000
const KEPT_FOR_MS = 5 * 60_000

type Reach = { readonly count: number; readonly oldest: number | null }
type Ends = { readonly newest: number | null; readonly oldest: number | null }
type Facets = {
  readonly state: string
  readonly lead_unit: string | null
  readonly channel: string
  readonly category: string
}
type Known = {
  readonly ends: Ends
  readonly until: number
  readonly total: number
  readonly sample: readonly Facets[]
  readonly shares: Map<string, number>
}

export function createFrequencyHints(db: Database): FrequencyHints {
  const probe = db.prepare<[string], Reach>(
    `select count(*) as count, min(rowid) as oldest
       from (select rowid from petition_fts where petition_fts match ? order by rowid desc limit ${PROBED})`,
  )
  let kept: Known | undefined

  function known(): Known {
    if (kept === undefined || performance.now() > kept.until || kept.shares.size > KEPT_TOKENS)
      kept = learn(db)
    return kept
  }

  /** Words are taken to be everywhere as frequent as among the newest petitions, which are searched first. */
  function share(token: string): number {
    const { ends, total, shares } = known()
    const before = shares.get(token)
    if (before !== undefined) return before
    const found = extrapolated(probe.get(`"${token}"`), ends) / Math.max(1, total)
    shares.set(token, found)
    return found
  }

  /** Not so for facets: nearly all petitions are closed, but hardly any of the newest. */
  function shareOfFacets(filters: FacetFilters, token: string): number {
    const { sample, total } = known()
    const probed = share(token)
    if (probed * total < PROBED) return probed
    const counted = sample.filter((petition) => has(petition, filters)).length
    return Math.max(counted, 1 / 2) / Math.max(1, sample.length)
  }

  return { share, shareOfFacets, total: () => known().total }
}

function learn(db: Database): Known {
  const ends = db
    .prepare<[], Ends>(
      'select (select max(rid) from petition) as newest, (select min(rid) from petition) as oldest',
    )
    .get() ?? { newest: null, oldest: null }
  const newest = db
    .prepare<[], Reach>(
      `select count(*) as count, min(rid) as oldest from (select rid from petition order by rid desc limit ${PROBED})`,
    )
    .get()
  return {
    ends,
    until: performance.now() + KEPT_FOR_MS,
    total: extrapolated(newest, ends),
    sample: sampleOf(db, ends),
    shares: new Map(),
  }
}

function extrapolated(reach: Reach | undefined, ends: Ends): number {
  if (!reach || reach.oldest === null || ends.newest === null || ends.oldest === null) return 0
  if (reach.count < PROBED) return reach.count
  return reach.count * Math.max(1, (ends.newest - ends.oldest) / Math.max(1, ends.newest - reach.oldest))
}

/** Petitions from all over the time the store covers. */
function sampleOf(db: Database, { newest, oldest }: Ends): readonly Facets[] {
  if (newest === null || oldest === null) return []
  const after = db.prepare<[number], Facets>(
    'select state, lead_unit, channel, category from petition where rid >= cast(? as integer) order by rid limit 1',
  )
  const step = (newest - oldest) / SAMPLED
  return Array.from({ length: SAMPLED }, (_, at) => after.get(Math.floor(oldest + at * step))).filter(
    (facets) => facets !== undefined,
  )
}

function has(petition: Facets, { state, unit, channel, category }: FacetFilters): boolean {
  return (
    (state ?? petition.state) === petition.state &&
    (unit ?? petition.lead_unit) === petition.lead_unit &&
    (channel ?? petition.channel) === petition.channel &&
    (category ?? petition.category) === petition.category
  )
}
