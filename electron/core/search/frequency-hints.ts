import type { Database } from 'better-sqlite3'
import { RIDS_PER_DAY } from './search-schema.ts'

/**
 * About which share of all petitions has a token. Only ever decides how fast an answer is, never what it is, so it is
 * looked up cheaply and kept for a while.
 */
export type FrequencyHints = {
  /** As where it last occurred: good enough for words, and not too low for what belongs to one year. */
  share(token: string): number
  /** As if it were spread evenly from its last occurrences to the newest petition: low for what is long ago. */
  shareUpToNow(token: string): number
  /** As at most times the store covers: nearly all petitions are closed, but hardly any of the newest. */
  shareThroughout(token: string): number
  total(): number
}

/** So many of a token's newest petitions are looked at; a token with fewer is counted exactly. */
const PROBED = 256
const WINDOWS = 8
const WINDOW_ROWS = 32
const KEPT_TOKENS = 20_000
const KEPT_FOR_MS = 5 * 60_000

type Ends = { readonly newest: number; readonly oldest: number }
type Reach = { readonly count: number; readonly oldest: number | null; readonly newest: number | null }
/** Consecutive petitions somewhere in the store, and how many there were on the last day looked at for them. */
type Window = { readonly first: number; readonly last: number; readonly onThatDay: number }
type Shares = { readonly here: number; readonly upToNow: number }
type Known = {
  readonly newest: number
  readonly total: number
  readonly perDay: number
  readonly windows: readonly Window[]
  readonly until: number
  readonly shares: Map<string, Shares>
  readonly throughout: Map<string, number>
}

export function createFrequencyHints(db: Database): FrequencyHints {
  const probe = db.prepare<[string], Reach>(
    `select count(*) as count, min(rowid) as oldest, max(rowid) as newest
       from (select rowid from petition_fts where petition_fts match ? order by rowid desc limit ${PROBED})`,
  )
  const within = db
    .prepare<[string, number, number], number>(
      `select count(*) from petition_fts where petition_fts match ?
          and rowid between cast(? as integer) and cast(? as integer)`,
    )
    .pluck()
  let kept: Known | undefined

  function known(): Known {
    if (!kept || performance.now() > kept.until || kept.shares.size > KEPT_TOKENS) kept = learn(db)
    return kept
  }

  function probed(token: string): Shares {
    const { shares, newest, total, perDay } = known()
    const before = shares.get(token)
    if (before) return before
    const found = probe.get(`"${token}"`)
    const rare = !found || found.oldest === null || found.newest === null || found.count < PROBED
    const exact = (found?.count ?? 0) / total
    const share = {
      here: rare ? exact : found.count / petitionsBetween(found.oldest, found.newest, perDay),
      upToNow: rare ? exact : found.count / petitionsBetween(found.oldest, newest, perDay),
    }
    shares.set(token, share)
    return share
  }

  function shareThroughout(token: string): number {
    const { here } = probed(token)
    const { total, windows, throughout } = known()
    if (here * total < PROBED) return here
    const before = throughout.get(token)
    if (before !== undefined) return before
    const counts = windows.map(({ first, last }) => within.get(`"${token}"`, first, last) ?? 0)
    const usual = counts.sort((one, other) => one - other)[counts.length >> 1] ?? 0
    const share = usual > 0 ? usual / WINDOW_ROWS : Math.min(here, 1 / (2 * WINDOW_ROWS))
    throughout.set(token, share)
    return share
  }

  return {
    share: (token) => Math.min(1, probed(token).here),
    shareUpToNow: (token) => Math.min(1, probed(token).upToNow),
    shareThroughout,
    total: () => known().total,
  }
}

function learn(db: Database): Known {
  const { newest, oldest } = db
    .prepare<[], Ends>(
      `select coalesce((select max(rid) from petition), 0) as newest,
              coalesce((select min(rid) from petition), 0) as oldest`,
    )
    .get() ?? { newest: 0, oldest: 0 }
  const days = dayOf(newest) - dayOf(oldest) + 1
  const windows = Array.from({ length: WINDOWS }, (_, at) =>
    windowBefore(db, dayOf(oldest) + Math.ceil(((at + 1) * days) / WINDOWS)),
  )
  const perDay = Math.max(1, windows.reduce((sum, { onThatDay }) => sum + onThatDay, 0) / WINDOWS)
  return {
    newest,
    total: perDay * days,
    perDay,
    windows,
    until: performance.now() + KEPT_FOR_MS,
    shares: new Map(),
    throughout: new Map(),
  }
}

function windowBefore(db: Database, day: number): Window {
  const rids = db
    .prepare<[number, number], number>(
      'select rid from petition where rid < cast(? as integer) order by rid desc limit ?',
    )
    .pluck()
    .all(day * RIDS_PER_DAY, WINDOW_ROWS)
  const last = rids[0] ?? 0
  return {
    first: rids.at(-1) ?? 0,
    last,
    onThatDay: dayOf(last) === day - 1 ? (last % RIDS_PER_DAY) + 1 : 0,
  }
}

/** Within a day rids are consecutive; from day to day they are not. */
function petitionsBetween(oldest: number, newest: number, perDay: number): number {
  const days = dayOf(newest) - dayOf(oldest)
  return Math.max(1, days * perDay + (newest % RIDS_PER_DAY) - (oldest % RIDS_PER_DAY) + 1)
}

function dayOf(rid: number): number {
  return Math.floor(rid / RIDS_PER_DAY)
}
