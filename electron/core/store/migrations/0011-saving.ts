import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Less to write at every save: indexes that no list reads any more, and pieces of the search index that fit. */
const STATEMENTS = [
  // The search index answers for these; see planSearch.
  'drop index petition_unit',
  'drop index petition_channel',
  'drop index petition_category',
  // A leaf of 4,050 bytes, the usual, does not go into an encrypted page of 4,096, which keeps 64 for itself: nearly
  // every one took a second page, at each write and at each read.
  "insert into petition_fts(petition_fts, rank) values ('pgsz', 3960)",
]

export const saving: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
