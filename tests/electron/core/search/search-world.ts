import Sqlite, { type Database } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { polyphonic } from 'pinyin-pro'
import type { PetitionSearch } from '../../../../electron/core/search/search.ts'
import { indexPetition } from '../../../../electron/core/search/search-index.ts'
import { RIDS_PER_DAY, type SearchableRow } from '../../../../electron/core/search/search-schema.ts'
import { migrations } from '../../../../electron/core/store/migrations/index.ts'
import { type Day, dayFromNumber, dayNumber, parseDay } from '../../../../shared/domain/day.ts'

export const FIRST_DAY = parseDay('2026-01-01')
export const DAYS = 60

export type Petition = SearchableRow & { readonly rid: number }

/** The real tables, in memory. */
export async function emptySearchStore(): Promise<Database> {
  const db = new Sqlite(':memory:')
  const builder = new Kysely<unknown>({ dialect: new SqliteDialect({ database: db }) })
  for (const migration of Object.values(migrations)) await migration.up(builder)
  return db
}

/** What search does not look at is filled with nothing. */
export function addPetition(db: Database, petition: Petition): void {
  const row: Record<string, unknown> = { ...petition, received_on: dayOfRid(petition.rid) }
  const columns = db
    .prepare<[], { name: string; type: string; notnull: number }>('pragma table_info(petition)')
    .all()
  const names = columns.map(({ name }) => name)
  db.prepare(
    `insert or replace into petition(${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(
    Object.fromEntries(
      columns.map(({ name, type, notnull }) => [
        name,
        row[name] ?? (notnull ? (type === 'TEXT' ? '' : 0) : null),
      ]),
    ),
  )
  indexPetition(db, petition.rid, petition)
}

export function aPetition(overrides: Partial<Petition> = {}): Petition {
  const rid = overrides.rid ?? dayNumber(FIRST_DAY) * RIDS_PER_DAY
  return {
    rid,
    number: numberOf(rid),
    title: '',
    matter: '',
    grounds: '',
    demand: '',
    people_text: '',
    state: 'registered',
    lead_unit: null,
    channel: 'visit',
    category: 'housing',
    ...overrides,
  }
}

/** No two petitions have the same number. */
export function numberOf(rid: number): string {
  return `A2026-${String(rid).padStart(6, '0')}-5`
}

export function dayOfRid(rid: number): Day {
  return dayFromNumber(Math.floor(rid / RIDS_PER_DAY))
}

/** What the search has to answer, told by reading everything. Shares no code with it. */
export function bruteForceSearch(
  petitions: Iterable<Petition>,
  { query, filters, before, limit }: Omit<PetitionSearch, 'budgetMs'>,
): readonly number[] {
  const terms = plain(query).split(/\s/u).filter(Boolean)
  return [...petitions]
    .filter((petition) => !filters.state?.length || [filters.state].flat().includes(petition.state))
    .filter((petition) => filters.unit === undefined || petition.lead_unit === filters.unit)
    .filter((petition) => filters.channel === undefined || petition.channel === filters.channel)
    .filter((petition) => filters.category === undefined || petition.category === filters.category)
    .filter((petition) => filters.from === undefined || dayOfRid(petition.rid) >= filters.from)
    .filter((petition) => filters.to === undefined || dayOfRid(petition.rid) <= filters.to)
    .filter((petition) => before === undefined || petition.rid < before)
    .filter((petition) => terms.every((term) => says(petition, term) || isCalled(petition, term)))
    .map((petition) => petition.rid)
    .sort((one, other) => other - one)
    .slice(0, limit)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('•', '·').replaceAll('・', '·').replaceAll('‧', '·')
}

function says(petition: Petition, term: string): boolean {
  const lettersAlone = /^\p{Script=Latin}+$/u.test(term)
  return (
    plainFields(petition).some((field) => field.includes(term)) ||
    (!lettersAlone && plain(petition.number).includes(term))
  )
}

const plainFieldsOf = new WeakMap<Petition, readonly string[]>()

function plainFields(petition: Petition): readonly string[] {
  const { title, matter, grounds, demand, people_text: people } = petition
  const fields =
    plainFieldsOf.get(petition) ?? [title, matter, grounds, demand, ...people.split('\n')].map(plain)
  plainFieldsOf.set(petition, fields)
  return fields
}

function isCalled(petition: Petition, term: string): boolean {
  if (!/^[a-z]*$/.test(term)) return false
  return petition.people_text.split('\n').some((name) => {
    const ideographs = Array.from(name.matchAll(/\p{Unified_Ideograph}|〇/gu), ([ideograph]) => ideograph)
    return abbreviates(term, ideographs, true)
  })
}

const readingsOf = new Map<string, readonly string[]>()

function abbreviates(term: string, [first, ...rest]: readonly string[], mayGuess: boolean): boolean {
  if (term === '') return true
  if (first === undefined) return false
  const readings = readingsOf.get(first) ?? polyphonic(first, { toneType: 'none', type: 'array' })[0] ?? []
  readingsOf.set(first, readings)
  if (readings.includes(first)) return mayGuess && abbreviates(term.slice(1), rest, false)
  return readings.some((reading) => reading[0] === term[0]) && abbreviates(term.slice(1), rest, mayGuess)
}
