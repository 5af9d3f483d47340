import { indexPetition } from '../../search/search-index.ts'
import type { SearchableRow } from '../../search/search-schema.ts'
import { prepared } from '../connection.ts'
import type { Writer } from '../database.ts'
import type { CounterTable } from '../schema.ts'

/**
 * What is written once per change and not once per entry. FTS5 writes out what it has gathered at every savepoint (a
 * statement of several rows opens one) and whenever it is given a lower rowid than before: so the counters come first,
 * and then each petition once, in order.
 */
export type HeldBack = {
  index(rid: number, row: SearchableRow): void
  count(dim: string, month: string, key: string, by: number): void
  write(tx: Writer): void
  /** The same once there is a lot of it: a rebuild goes through millions of entries in one transaction. */
  writeIfMany(tx: Writer): void
}

const MANY = 20_000

export function holdBack(): HeldBack {
  const unindexed = new Map<number, SearchableRow>()
  const counts = new Map<string, CounterTable>()
  const write = (tx: Writer) => {
    for (const row of counts.values()) addCount(tx, row)
    counts.clear()
    for (const [rid, row] of [...unindexed].sort(([a], [b]) => a - b)) indexPetition(tx.raw, rid, row)
    unindexed.clear()
  }
  return {
    index: (rid, row) => unindexed.set(rid, row),
    count: (dim, month, key, by) => {
      const name = `${dim}\n${month}\n${key}`
      counts.set(name, { dim, month, key, n: (counts.get(name)?.n ?? 0) + by })
    },
    write,
    writeIfMany: (tx) => {
      if (unindexed.size >= MANY) write(tx)
    },
  }
}

/** A count that comes to nothing is written all the same: which rows there are must not depend on how entries were grouped. */
function addCount({ raw }: Writer, row: CounterTable): void {
  prepared(
    raw,
    `insert into counter (dim, month, key, n) values (@dim, @month, @key, @n)
     on conflict (dim, month, key) do update set n = n + excluded.n`,
  ).run(row)
}
