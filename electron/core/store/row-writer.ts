import { prepared } from './connection.ts'
import type { Writer } from './database.ts'
import type { PetitionTable, Tables } from './schema.ts'

/** A petition's generated columns are SQLite's own to write. */
type Written<T extends keyof Tables> = T extends 'petition' ? PetitionTable : Tables[T]

/**
 * The statements every save and every rebuild is made of. Building and compiling them with Kysely each time costs more
 * than SQLite does; names come from our own types, never from outside.
 */
export function insertRow<T extends keyof Tables>({ raw }: Writer, table: T, row: Written<T>): void {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  prepared(raw, `insert into ${table} (${columns.join(', ')}) values (${places})`).run(...Object.values(row))
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
