import type { Database } from 'better-sqlite3'
import { prepared } from '../store/connection.ts'
import { SEARCHABLE_COLUMNS, type SearchableRow } from './search-schema.ts'
import { tokensOf } from './tokens.ts'

/** Makes the petition findable as it now is. Call it in the transaction that writes the row. */
export function indexPetition(db: Database, rid: number, row: SearchableRow): void {
  prepared(db, 'insert or replace into petition_fts(rowid, grams) values (cast(? as integer), ?)').run(
    rid,
    tokensOf(row).join(' '),
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

/** For a rebuild, which then indexes every petition again. */
export function clearSearchIndex(db: Database): void {
  db.exec("insert into petition_fts(petition_fts) values ('delete-all')")
}

/**
 * Joins some of the pieces the index has grown by; true while there is more to join. A search reads every piece, so
 * this is worth doing while nobody is waiting: one call takes about as long as saving a few petitions.
 */
export function tidySearchIndex(db: Database, pages = 64): boolean {
  const changes = db.prepare<[], number>('select total_changes()').pluck()
  db.exec("insert into petition_fts(petition_fts, rank) values ('usermerge', 2)")
  const before = changes.get() ?? 0
  db.prepare("insert into petition_fts(petition_fts, rank) values ('merge', cast(? as integer))").run(pages)
  return (changes.get() ?? 0) - before >= 2
}
