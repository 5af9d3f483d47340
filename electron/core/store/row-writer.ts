import type { Statement } from 'better-sqlite3'
import { prepared, type SqliteConnection } from './connection.ts'
import type { Writer } from './database.ts'
import type { PetitionTable, Tables } from './schema.ts'

/** A petition's generated columns are SQLite's own to write. */
type Written<T extends keyof Tables> = T extends 'petition' ? PetitionTable : Tables[T]

type Insert = { readonly columns: readonly string[]; readonly statement: Statement }

const insertsOf = new WeakMap<SqliteConnection, Map<string, Insert>>()

/**
 * The statements every save and every rebuild is made of. Building and compiling them with Kysely each time costs more
 * than SQLite does; names come from our own types, never from outside.
 */
export function insertRow<T extends keyof Tables>({ raw }: Writer, table: T, row: Written<T>): void {
  insertFor(raw, table, Object.keys(row)).run(Object.values(row))
}

/** A row of the same columns in the same order, as nearly every one is, needs no text at all. */
function insertFor(raw: SqliteConnection, table: string, columns: readonly string[]): Statement {
  const inserts = insertsOf.get(raw) ?? new Map<string, Insert>()
  insertsOf.set(raw, inserts)
  const known = inserts.get(table)
  if (known && isSame(known.columns, columns)) return known.statement
  const places = columns.map(() => '?').join(', ')
  const statement = prepared(raw, `insert into ${table} (${columns.join(', ')}) values (${places})`)
  inserts.set(table, { columns, statement })
  return statement
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((column, at) => column === others[at])
}

export function updatePetition({ raw }: Writer, rid: number, changed: Partial<PetitionTable>): void {
  const columns = Object.keys(changed)
  if (columns.length === 0) return
  const places = columns.map((column) => `${column} = ?`).join(', ')
  prepared(raw, `update petition set ${places} where rid = cast(? as integer)`).run(
    ...Object.values(changed),
    rid,
  )
}
