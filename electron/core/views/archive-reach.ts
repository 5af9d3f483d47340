import type { z } from 'zod'
import type { archiveStateSchema } from '../../../shared/contract/views.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { all, one } from '../store/connection.ts'
import type { Reader } from '../store/database.ts'

type ArchiveState = z.output<typeof archiveStateSchema>

/** How far the archive has got, ready to be asked of any entry. */
export type ArchiveReach = {
  /** Last entry that lies in a sealed batch. */
  readonly sealedTo: number
  stateOf(seq: number): ArchiveState
  batchOf(seq: number): BatchReach | null
}

export type BatchReach = {
  readonly number: number
  readonly from_seq: number
  readonly to_seq: number
  readonly state: ArchiveState
  readonly received_at: Instant | null
  readonly reason: string
}

/** Reads the batches still on their way and the newest acknowledged one: everything before it is acknowledged too. */
export function readArchiveReach({ raw }: Reader): ArchiveReach {
  const columns = 'number, from_seq, to_seq, state, received_at, reason'
  const open = all<BatchReach>(
    raw,
    `select ${columns} from batch where state <> 'acknowledged' order by number`,
  )
  const last = one<{ n: number | null }>(raw, 'select max(to_seq) as n from batch')
  const sealedTo = last.n ?? 0
  return {
    sealedTo,
    stateOf: (seq) => {
      if (seq > sealedTo) return 'unsealed'
      const batch = open.find((row) => row.from_seq <= seq && seq <= row.to_seq)
      return batch?.state ?? 'acknowledged'
    },
    batchOf: (seq) =>
      one<BatchReach | undefined>(
        raw,
        `select ${columns} from batch where from_seq <= ? and to_seq >= ?`,
        seq,
        seq,
      ) ?? null,
  }
}
