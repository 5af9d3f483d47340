import type { Database } from 'better-sqlite3'
import { SEARCHABLE_COLUMNS, type SearchableRow } from './search-schema.ts'
import { tokensOf } from './tokens.ts'

/** Makes the petition findable as it now is. Call it in the transaction that writes the row. */
export function indexPetition(db: Database, rid: number, row: SearchableRow): void {
  db.prepare('insert or replace into petition_fts(rowid, grams) values (cast(? as integer), ?)').run(
    rid,
    [...tokensOf(row)].join(' '),
  )
}

/** The same from the row as it stands in the store. */
export function reindexPetition(db: Database, rid: number): void {
  const row = db
    .prepare<[number], SearchableRow>(
      `select ${SEARCHABLE_COLUMNS} from petition where rid = cast(? as integer)`,
    )
    .get(rid)
  if (row) indexPetition(db, rid, row)
  else unindexPetition(db, rid)
}

export function unindexPetition(db: Database, rid: number): void {
  db.prepare('delete from petition_fts where rowid = cast(? as integer)').run(rid)
}
