import { Kysely, SqliteDialect } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { Desk } from '../desk.ts'
import { openConnection } from './connection.ts'
import type { Reader } from './database.ts'
import type { Tables } from './schema.ts'

/**
 * Reads one state of the store from the first page to the last, on a connection of its own: what is saved meanwhile is
 * neither held up nor seen by half.
 */
export async function inSnapshot<T>({ store, key }: Desk, work: (reader: Reader) => Promise<T>): Promise<T> {
  const raw = openConnection(store.file, key, { readonly: true })
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
  try {
    raw.exec('begin')
    return await work({ db: db as unknown as ReadonlyKysely<Tables>, raw })
  } finally {
    raw.close()
  }
}
