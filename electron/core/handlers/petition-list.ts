import type { Answer, Received } from '../../../shared/contract/api.ts'
import type { Desk } from '../desk.ts'
import { type SearchPage, searchPetitions } from '../search/search.ts'
import { LINE_COLUMNS, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'

const COUNTED_AT_MOST = 1000

export async function listPetitions(
  desk: Desk,
  input: Received<'petitions.list'>,
): Promise<Answer<'petitions.list'>> {
  const { rids, complete, next } = search(desk, input)
  if (rids.length === 0) return { lines: [], complete, next }
  const rows = await desk.store.reader.db
    .selectFrom('petition')
    .select(LINE_COLUMNS)
    .where('rid', 'in', rids)
    .orderBy('rid', 'desc')
    .execute()
  const context = lineContext(desk)
  return { lines: rows.map((row) => toLine(row, context)), complete, next }
}

export async function countPetitions(
  desk: Desk,
  input: Received<'petitions.count'>,
): Promise<Answer<'petitions.count'>> {
  const { rids, complete, next } = search(desk, { ...input, before: null, limit: COUNTED_AT_MOST })
  return { count: rids.length, more: !complete || next !== null }
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
