import {
  type Driver,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type Transaction,
} from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { ReadonlyKysely } from 'kysely/readonly'
import { DeskError } from '../../../shared/contract/errors.ts'
import { openConnection, type SqliteConnection, type StoreKey } from './connection.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'

/** Can look: a connection of its own, so it sees only what is committed and never waits for a writer. */
export type Reader = { readonly db: ReadonlyKysely<Tables>; readonly raw: SqliteConnection }
/** Can look and change. Only `Store.write` hands one out, so every change is in a transaction. */
export type Writer = { readonly db: Transaction<Tables>; readonly raw: SqliteConnection }

export type Store = {
  readonly file: string
  readonly reader: Reader
  /** Inside `work` use only what is handed in: waiting there for another write never ends. */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  /** Writes a consistent, still encrypted copy. The file must not exist. */
  copyTo(file: string): void
  close(): Promise<void>
}

/** The statements of a busy day are few and repeat; preparing each once halves the time of a save. */
class PreparedOnce implements SqliteDatabase {
  private readonly statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  private readonly connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.connection = connection
  }

  prepare(sql: string): ReturnType<SqliteDatabase['prepare']> {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.connection.prepare(sql) as unknown as ReturnType<SqliteDatabase['prepare']>
    if (this.statements.size >= 500) this.statements.clear()
    this.statements.set(sql, statement)
    return statement
  }

  close(): void {
    this.connection.close()
  }
}

/**
 * Two things Kysely does not know of SQLite. Migrations can be rolled back, so one that fails need not leave its tables
 * behind and block every later start. And a full disk ends the transaction by itself: rolling it back once more would
 * fail and hide what happened.
 */
class DeskDialect extends SqliteDialect {
  private readonly connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    super({ database: new PreparedOnce(connection) })
    this.connection = connection
  }

  override createAdapter() {
    return new (class extends SqliteAdapter {
      override get supportsTransactionalDdl() {
        return true
      }
    })()
  }

  override createDriver(): Driver {
    const { connection } = this
    const driver = super.createDriver()
    const rollback = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = async (held) => {
      if (connection.inTransaction) await rollback(held)
    }
    return driver
  }
}

/** Opens, brings the tables up to date, and refuses a store that a newer program has written. */
export async function openStore(
  file: string,
  key: StoreKey,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<Store> {
  const connection = openConnection(file, key)
  const db = new Kysely<Tables>({
    dialect: new DeskDialect(connection),
  })
  try {
    refuseNewerStore(connection, steps)
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => steps },
    }).migrateToLatest()
    if (error) throw error
  } catch (error) {
    await db.destroy()
    throw error
  }
  const readConnection = openConnection(file, key, { readonly: true })
  const readDb = new Kysely<Tables>({
    dialect: new DeskDialect(readConnection),
  })
  return {
    file,
    reader: { db: readDb as unknown as ReadonlyKysely<Tables>, raw: readConnection },
    write: (work) => db.transaction().execute((tx) => work({ db: tx, raw: connection })),
    copyTo: (target) => {
      connection.prepare('vacuum into ?').run(target)
    },
    close: async () => {
      await readDb.destroy()
      await db.destroy()
    },
  }
}

function refuseNewerStore(connection: SqliteConnection, steps: Readonly<Record<string, Migration>>): void {
  const known = connection
    .prepare("select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'")
    .get()
  if (!known) return
  const rows = connection.prepare('select name from kysely_migration').all() as { name: string }[]
  if (rows.some((row) => !Object.hasOwn(steps, row.name))) {
    throw new DeskError(
      'unavailable',
      '这份数据是由更新版本的信访接待台写入的，请先升级本程序再打开；数据没有被改动。',
    )
  }
}

/** For reads that must also see what the open transaction has written: a writer can do all a reader can. */
export function readable(source: Reader | Writer): ReadonlyKysely<Tables> {
  return source.db as unknown as ReadonlyKysely<Tables>
}
