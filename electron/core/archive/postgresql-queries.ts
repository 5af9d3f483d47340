import type { Client } from 'pg'
import { z } from 'zod'
import { ENTRIES_PATH, type Receipt, receiptSchema, type SealedBatch } from '../../../shared/domain/batch.ts'
import { type Instant, instantOf } from '../../../shared/domain/day.ts'
import type { Answer } from './answers.ts'
import type { HeldSoFar } from './archive.ts'
import { manifestBytes } from './seal.ts'

type Station = { readonly station: string; readonly number: number }

/** When the archive received the batch, and what it decided. */
type Judgement = readonly [receivedAt: Instant, answer: Answer]

const rowSchema = z.object({
  outcome: z.enum(['accepted', 'held', 'refused']),
  reason: receiptSchema.shape.reason.nullable(),
  awaiting: z.number().nullable(),
  received_at: z.date(),
})
const answerSchema = rowSchema.extend({ detail: z.string().nullable() })
const receiptRowSchema = rowSchema.extend({ manifest_hash: z.string(), entry_count: z.number() })
const heldSchema = z.object({
  number: z.number(),
  to_seq: z.coerce.number(),
  last_hash: z.string(),
  manifest_hash: z.string(),
})

/** One statement for the whole batch, so it happens or it does not; repeated, it gets the same answer. */
export async function submitBatch(client: Client, { signed, files }: SealedBatch): Promise<Judgement> {
  const documents = signed.manifest.files
    .filter(({ path }) => path !== ENTRIES_PATH)
    .map(({ path }) => files.get(path) ?? Buffer.alloc(0))
  const { rows } = await client.query('select * from desk_archive.submit_batch($1, $2, $3, $4)', [
    manifestBytes(signed.manifest).toString('utf8'),
    signed.signature,
    files.get(ENTRIES_PATH),
    Buffer.concat(documents),
  ])
  const row = answerSchema.parse(rows[0])
  return [instantOf(row.received_at.getTime()), answerOf(row)]
}

export async function receiptFor(
  client: Client,
  archive: string,
  { station, number }: Station,
): Promise<Receipt | null> {
  const { rows } = await client.query('select * from desk_archive.receipt_for($1, $2)', [station, number])
  if (rows.length === 0) return null
  const row = receiptRowSchema.parse(rows[0])
  return {
    format: 'petition-desk-receipt',
    version: 1,
    archive,
    station,
    number,
    manifestHash: row.manifest_hash,
    entryCount: row.entry_count,
    receivedAt: instantOf(row.received_at.getTime()),
    ...answerOf({ ...row, detail: null }),
  }
}

export async function highestHeld(client: Client, station: string): Promise<HeldSoFar | null> {
  const { rows } = await client.query('select * from desk_archive.highest_held($1)', [station])
  if (rows.length === 0) return null
  const { number, to_seq, last_hash, manifest_hash } = heldSchema.parse(rows[0])
  return { number, toSeq: to_seq, lastHash: last_hash, manifestHash: manifest_hash }
}

function answerOf(row: z.output<typeof answerSchema>): Answer {
  if (row.outcome === 'accepted') return { outcome: 'accepted' }
  if (row.outcome === 'held') return { outcome: 'held', awaiting: row.awaiting ?? 1 }
  const reason = row.reason ?? 'damagedFile'
  return row.detail === null
    ? { outcome: 'refused', reason }
    : { outcome: 'refused', reason, detail: `文件 ${row.detail} 与清单不符。` }
}
