import type { Migration } from 'kysely/migration'
import { firstTables } from './0001-first-tables.ts'

/** In order of name. A released step is frozen: it imports nothing of ours and is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
}
