import { indexPetition } from '../../search/search-index.ts'
import type { SearchableRow } from '../../search/search-schema.ts'
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
  write(tx: Writer): Promise<void>
  /** The same once there is a lot of it: a rebuild goes through millions of entries in one transaction. */
  writeIfMany(tx: Writer): Promise<void>
}

const MANY = 20_000
const ROWS_A_STATEMENT = 100

export function holdBack(): HeldBack {
  const unindexed = new Map<number, SearchableRow>()
  const counts = new Map<string, CounterTable>()
  const write = async (tx: Writer) => {
    const rows = [...counts.values()]
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await addCounts(tx, rows.slice(from, from + ROWS_A_STATEMENT))
    }
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
    writeIfMany: async (tx) => {
      if (unindexed.size >= MANY) await write(tx)
    },
  }
}

/** A count that comes to nothing is written all the same: which rows there are must not depend on how entries were grouped. */
async function addCounts(tx: Writer, rows: readonly CounterTable[]): Promise<void> {
  await tx.db
    .insertInto('counter')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['dim', 'month', 'key'])
        .doUpdateSet((row) => ({ n: row('counter.n', '+', row.ref('excluded.n')) })),
    )
    .execute()
}
