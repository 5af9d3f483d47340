import type { Answer, Received } from '../../../shared/contract/api.ts'
import type { Desk, Me } from '../desk.ts'
import { isWithin, scopeOf } from '../scope.ts'
import { type SearchPage, searchPetitions } from '../search/search.ts'
import { LINE_COLUMNS, type LineContext, type LineRow, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'

const COUNTED_AT_MOST = 1000

export async function listPetitions(
  desk: Desk,
  me: Me,
  input: Received<'petitions.list'>,
): Promise<Answer<'petitions.list'>> {
  const context = lineContext(desk)
  const { rows, complete, next } = await visibleRows(desk, me, context, input)
  return { lines: rows.map((row) => toLine(row, context)), complete, next }
}

export async function countPetitions(
  desk: Desk,
  me: Me,
  input: Received<'petitions.count'>,
): Promise<Answer<'petitions.count'>> {
  const whole = { ...input, before: null, limit: COUNTED_AT_MOST }
  if (scopeOf(me).kind === 'office') {
    const { rids, complete, next } = search(desk, whole)
    return { count: rids.length, more: !complete || next !== null }
  }
  const { rows, complete, next } = await visibleRows(desk, me, lineContext(desk), whole)
  return { count: rows.length, more: !complete || next !== null }
}

/** Somebody who does not see everything has so many pages looked through for them at a time. */
const PAGES_LOOKED_THROUGH = 20

type Rows = {
  readonly rows: readonly LineRow[]
  readonly complete: boolean
  readonly next: number | null
}

async function visibleRows(
  desk: Desk,
  me: Me,
  context: LineContext,
  input: Received<'petitions.list'>,
): Promise<Rows> {
  const scope = scopeOf(me)
  const found: LineRow[] = []
  let { before } = input
  for (let page = 0; page < PAGES_LOOKED_THROUGH; page += 1) {
    const { rids, complete, next } = search(desk, { ...input, before })
    const rows = await rowsOf(desk, rids)
    found.push(...rows.filter((row) => isWithin(scope, row, context.office, context.today)))
    before = next
    if (scope.kind === 'office') return { rows: found, complete, next }
    if (found.length > input.limit) {
      const shown = found.slice(0, input.limit)
      return { rows: shown, complete: true, next: shown.at(-1)?.rid ?? null }
    }
    if (next === null) return { rows: found, complete, next }
  }
  return { rows: found, complete: false, next: before }
}

function rowsOf(desk: Desk, rids: readonly number[]) {
  if (rids.length === 0) return []
  return desk.store.reader.db
    .selectFrom('petition')
    .select([...LINE_COLUMNS, 'assist_units', 'leader', 'accused_names', 'accused_units'])
    .where('rid', 'in', rids)
    .orderBy('rid', 'desc')
    .execute()
}

/** Several states at once are several searches merged: each stays a walk along one index. */
function search(desk: Desk, input: Received<'petitions.list'>): SearchPage {
  const { raw } = desk.store.reader
  const one = (state: string | undefined): SearchPage =>
    searchPetitions(raw, {
      query: input.query,
      filters: {
        state,
        unit: input.unit ?? undefined,
        channel: input.channel ?? undefined,
        category: input.category ?? undefined,
        from: input.from ?? undefined,
        to: input.to ?? undefined,
      },
      before: input.before ?? undefined,
      limit: input.limit,
    })
  if (input.states.length <= 1) return one(input.states[0])
  return merge(input.states.map(one), input.limit)
}

/** A state whose search ran out of time has spoken only down to its `next`: nothing older may be shown yet. */
function merge(pages: readonly SearchPage[], limit: number): SearchPage {
  const known = Math.max(0, ...pages.filter((page) => !page.complete).map((page) => page.next ?? 0))
  const all = pages.flatMap((page) => page.rids).filter((rid) => rid >= known)
  const rids = all.sort((a, b) => b - a).slice(0, limit)
  const cut = all.length > limit || rids.length === limit
  const more = pages.some((page) => page.next !== null)
  const last = rids.at(-1) ?? null
  const next = cut ? last : known > 0 ? known : more ? last : null
  return { rids, complete: pages.every((page) => page.complete) || rids.length === limit, next }
}
