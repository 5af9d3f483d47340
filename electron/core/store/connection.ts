import Sqlite from 'better-sqlite3'

export type SqliteConnection = Sqlite.Database

/** Raw 256-bit key, 64 hex characters. */
export type StoreKey = string & { readonly __brand: 'StoreKey' }

const FULL = 2

/**
 * Opens the encrypted store. Anything but 64 hex characters would silently be taken as a passphrase, so it is refused
 * here. A wrong key shows only at the first read (SQLITE_NOTADB), which is why one is done.
 */
export function openConnection(
  file: string,
  key: StoreKey,
  options: { readonly?: boolean } = {},
): SqliteConnection {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError('the store key must be 64 hex characters')
  const db = new Sqlite(file, { readonly: options.readonly ?? false })
  try {
    db.pragma("cipher='aegis'")
    db.pragma(`key="x'${key}'"`)
    db.prepare('select count(*) from sqlite_master').get()
    if (!options.readonly) db.pragma('journal_mode=WAL')
    // WAL in this build starts with synchronous=NORMAL, which can lose the last visit at a power cut.
    db.pragma('synchronous=FULL')
    // Sorts would otherwise spill plaintext to files.
    db.pragma('temp_store=MEMORY')
    db.pragma('foreign_keys=ON')
    // A commit that has split a page goes through all that is cached: the writer's is kept small.
    db.pragma(`cache_size=${options.readonly ? -65_536 : -4_096}`)
    db.pragma('busy_timeout=5000')
    if (db.pragma('synchronous', { simple: true }) !== FULL) throw new Error('synchronous=FULL was not taken')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const preparedOf = new WeakMap<SqliteConnection, Map<string, Sqlite.Statement>>()

/** Prepared once per connection: of a short query, preparing it is the larger part. For texts that are few and fixed. */
export function prepared(db: SqliteConnection, text: string): Sqlite.Statement {
  const known = preparedOf.get(db) ?? new Map<string, Sqlite.Statement>()
  preparedOf.set(db, known)
  const statement = known.get(text) ?? db.prepare(text)
  known.set(text, statement)
  return statement
}

type Bound = string | number | bigint | Buffer | null | Readonly<Record<string, unknown>>

/** The first row. `Row` is the caller's word for what the text selects; name `undefined` in it where there may be none. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one place where a row gets its type
export function one<Row>(db: SqliteConnection, text: string, ...values: readonly Bound[]): Row {
  return prepared(db, text).get(...values) as Row
}

/** Every row, at once. */
export function all<Row>(db: SqliteConnection, text: string, ...values: readonly Bound[]): Row[] {
  return prepared(db, text).all(...values) as Row[]
}

/** Row by row. While it goes on, its connection stays at the state it began with. */
export function each<Row>(
  db: SqliteConnection,
  text: string,
  ...values: readonly Bound[]
): IterableIterator<Row> {
  return prepared(db, text).iterate(...values) as IterableIterator<Row>
}
