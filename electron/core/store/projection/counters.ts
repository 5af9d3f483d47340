import type { Writer } from '../database.ts'
import type { PetitionTable } from '../schema.ts'

/** The dimensions that are counted, each from one column. */
const DIMENSIONS = {
  state: 'state',
  channel: 'channel',
  category: 'category',
  unit: 'lead_unit',
} as const satisfies Record<string, keyof PetitionTable>

export type CounterDimension = keyof typeof DIMENSIONS

type Counted = Pick<PetitionTable, 'received_on' | 'state' | 'channel' | 'category' | 'lead_unit'>

/** Moves the petition from where it was counted to where it belongs; `null` for one that was not there yet. */
export async function recount(tx: Writer, before: Counted | null, after: Counted): Promise<void> {
  const month = after.received_on.slice(0, 7)
  for (const [dim, column] of Object.entries(DIMENSIONS)) {
    const was = before?.[column] ?? null
    const is = after[column]
    if (was === is) continue
    if (was !== null) await add(tx, { dim, month, key: was, n: -1 })
    if (is !== null) await add(tx, { dim, month, key: is, n: 1 })
  }
}

/**
 * One row a statement: several at once open a savepoint, and at each savepoint the search index writes out what it has
 * gathered, which makes a long transaction (a rebuild) many times slower.
 */
async function add(
  tx: Writer,
  change: { dim: string; month: string; key: string; n: number },
): Promise<void> {
  await tx.db
    .insertInto('counter')
    .values(change)
    .onConflict((conflict) =>
      conflict
        .columns(['dim', 'month', 'key'])
        .doUpdateSet((row) => ({ n: row('counter.n', '+', row.ref('excluded.n')) })),
    )
    .execute()
}
