import type { z } from 'zod'
import type { archiveStateSchema } from '../../../shared/contract/views.ts'
import { prepared } from '../store/connection.ts'
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
  readonly state: string
  readonly received_at: string | null
  readonly reason: string
}

/** Reads the batches still on their way and the newest acknowledged one: everything before it is acknowledged too. */
export function readArchiveReach({ raw }: Reader): ArchiveReach {
  const columns = 'number, from_seq, to_seq, state, received_at, reason'
  const open = prepared(
    raw,
    `select ${columns} from batch where state <> 'acknowledged' order by number`,
  ).all() as BatchReach[]
  const last = prepared(raw, 'select max(to_seq) as n from batch').get() as { n: number | null }
  const sealedTo = last.n ?? 0
  return {
    sealedTo,
    stateOf: (seq) => {
      if (seq > sealedTo) return 'unsealed'
      const batch = open.find((row) => row.from_seq <= seq && seq <= row.to_seq)
      return (batch?.state ?? 'acknowledged') as ArchiveState
    },
    batchOf: (seq) =>
      (prepared(raw, `select ${columns} from batch where from_seq <= ? and to_seq >= ?`).get(seq, seq) as
        | BatchReach
        | undefined) ?? null,
  }
}
