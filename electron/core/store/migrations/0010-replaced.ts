import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which void papers one stands in for; few rows have a place in it. */
const STATEMENTS = [`create index document_replaced on document (replaced_by) where replaced_by is not null`]

export const replaced: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
