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
const openingSchema = z.object({ missing: z.array(z.string()).nullable() })
const heldSchema = z.object({
  number: z.number(),
  to_seq: z.coerce.number(),
  last_hash: z.string(),
  manifest_hash: z.string(),
})

/** Safe to repeat. A batch without documents is a single statement; with documents, a single transaction. */
export async function submitBatch(client: Client, batch: SealedBatch): Promise<Judgement> {
  if (batch.files.size === 1) return submitEntries(client, batch)
  await client.query('begin')
  await storeDocuments(client, batch)
  const judgement = await submitEntries(client, batch)
  await client.query(judgement[1].outcome === 'refused' ? 'rollback' : 'commit')
  return judgement
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

async function submitEntries(client: Client, { signed, files }: SealedBatch): Promise<Judgement> {
  const { rows } = await client.query('select * from desk_archive.submit_batch($1, $2, $3)', [
    manifestBytes(signed.manifest).toString('utf8'),
    signed.signature,
    files.get(ENTRIES_PATH),
  ])
  const row = answerSchema.parse(rows[0])
  return [instantOf(row.received_at.getTime()), answerOf(row)]
}

/** Only those the archive does not have yet; none when the station may not send, as `submit_batch` will then say. */
async function storeDocuments(client: Client, { signed, files }: SealedBatch): Promise<void> {
  const { station, publicKey, files: listed } = signed.manifest
  const documents = new Map(listed.map(({ sha256, path }) => [sha256, path]))
  const { rows } = await client.query('select missing from desk_archive.open_delivery($1, $2, $3)', [
    station,
    publicKey,
    listed.filter(({ path }) => path !== ENTRIES_PATH).map(({ sha256 }) => sha256),
  ])
  for (const sha256 of openingSchema.parse(rows[0]).missing ?? []) {
    const bytes = files.get(documents.get(sha256) ?? '')
    await client.query('select desk_archive.store_document($1, $2)', [station, bytes])
  }
}

function answerOf(row: z.output<typeof answerSchema>): Answer {
  if (row.outcome === 'accepted') return { outcome: 'accepted' }
  if (row.outcome === 'held') return { outcome: 'held', awaiting: row.awaiting ?? 1 }
  const reason = row.reason ?? 'damagedFile'
  return row.detail === null
    ? { outcome: 'refused', reason }
    : { outcome: 'refused', reason, detail: `文件 ${row.detail} 与清单不符。` }
}
