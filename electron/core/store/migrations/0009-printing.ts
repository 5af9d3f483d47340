import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which papers were printed with other fonts than the standard's. */
const STATEMENTS = [
  `create table printed_stand_in (
    document text not null, font text not null, drawn_by text not null, last_at text not null,
    primary key (document, font, drawn_by)
  ) strict, without rowid`,
]

export const printing: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
