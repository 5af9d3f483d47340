import { sql } from 'kysely'
import type { Received } from '../../../shared/contract/api.ts'
import type { Desk } from '../desk.ts'

/** The page of the register the filter asks for, newest first. */
export function registerQuery(desk: Desk, filter: Received<'register.list'>) {
  const { kind, series, year, state, unit, words, before, limit } = filter
  let query = desk.store.reader.db.selectFrom('document').selectAll().orderBy('id', 'desc').limit(limit)
  if (kind !== null) query = query.where('kind', '=', kind)
  if (series !== null) query = query.where('series', '=', series)
  if (year !== null) query = query.where(sql<boolean>`substr(issued_on, 1, 4) = ${String(year)}`)
  if (state !== null) query = query.where('voided_on', state === 'void' ? 'is not' : 'is', null)
  if (unit !== null) query = query.where('unit', '=', unit)
  if (before !== null) query = query.where('id', '<', before)
  for (const word of words.split(/\s+/u).filter((each) => each !== '')) {
    query = query.where(
      sql<boolean>`instr(number || ' ' || title || ' ' || coalesce(petition, '') || ' ' || id || ' ' || void_reason, ${word}) > 0`,
    )
  }
  return query
}
