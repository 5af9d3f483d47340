import type { PetitionTable } from '../schema.ts'
import type { Fold } from './fold.ts'

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
export function recount({ later }: Fold, before: Counted | null, after: Counted): void {
  const month = after.received_on.slice(0, 7)
  for (const [dim, column] of Object.entries(DIMENSIONS)) {
    const was = before?.[column] ?? null
    const is = after[column]
    if (was === is) continue
    if (was !== null) later.count(dim, month, was, -1)
    if (is !== null) later.count(dim, month, is, 1)
  }
}
