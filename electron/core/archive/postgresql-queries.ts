import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { ENTRIES_PATH, type Receipt, receiptSchema, type SealedBatch } from '../../../shared/domain/batch.ts'
import { type Instant, instantOf } from '../../../shared/domain/day.ts'
import type { Answer } from './answers.ts'
import type { HeldSoFar } from './archive.ts'
import { manifestBytes } from './seal.ts'

const NOTHING = Buffer.alloc(0)

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
const openingSchema = answerSchema.extend({
  outcome: rowSchema.shape.outcome.nullable(),
  target: z.string().nullable(),
})
const receiptRowSchema = rowSchema.extend({ manifest_hash: z.string(), entry_count: z.number() })
const heldSchema = z.object({
  number: z.number(),
  to_seq: z.coerce.number(),
  last_hash: z.string(),
  manifest_hash: z.string(),
})

/** The lines as the rows of a binary COPY: station, seq, line. */
export type CopyRows = Buffer

/** One transaction for the whole batch, so it happens or it does not; repeated, it gets the same answer. */
export async function submitBatch(client: Client, batch: SealedBatch, rows: CopyRows): Promise<Judgement> {
  await client.query('begin')
  const [receivedAt, answer] = await judgeBatch(client, batch, rows)
  await client.query(answer.outcome === 'refused' ? 'rollback' : 'commit')
  return [receivedAt, answer]
}

async function judgeBatch(
  client: Client,
  { signed, files }: SealedBatch,
  rows: CopyRows,
): Promise<Judgement> {
  const { manifest, signature } = signed
  const opening = openingSchema.parse(
    await onlyRow(client, 'select * from desk_archive.open_batch($1, $2)', [
      manifestBytes(manifest).toString('utf8'),
      signature,
    ]),
  )
  if (opening.outcome !== null) return judgementOf({ ...opening, outcome: opening.outcome })
  const documents = Buffer.concat(
    manifest.files.filter(({ path }) => path !== ENTRIES_PATH).map(({ path }) => files.get(path) ?? NOTHING),
  )
  if (opening.target === null) {
    const values = [manifest.station, files.get(ENTRIES_PATH), documents]
    const held = await onlyRow(client, 'select * from desk_archive.hold_batch($1, $2, $3)', values)
    return judgementOf(answerSchema.parse(held))
  }
  await copyInto(client, opening.target, rows)
  const values = [manifest.station, documents]
  return judgementOf(
    answerSchema.parse(await onlyRow(client, 'select * from desk_archive.submit_batch($1, $2)', values)),
  )
}

async function copyInto(client: Client, table: string, rows: CopyRows): Promise<void> {
  const target = `desk_archive.${client.escapeIdentifier(table)}`
  const copy = client.query(copyFrom(`copy ${target} (station, seq, line) from stdin (format binary)`))
  copy.end(rows)
  await finished(copy)
}

async function onlyRow(client: Client, text: string, values: unknown[]): Promise<unknown> {
  const { rows } = await client.query(text, values)
  return rows[0]
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

function judgementOf(row: z.output<typeof answerSchema>): Judgement {
  return [instantOf(row.received_at.getTime()), answerOf(row)]
}

function answerOf(row: z.output<typeof answerSchema>): Answer {
  if (row.outcome === 'accepted') return { outcome: 'accepted' }
  if (row.outcome === 'held') return { outcome: 'held', awaiting: row.awaiting ?? 1 }
  const reason = row.reason ?? 'damagedFile'
  return row.detail === null
    ? { outcome: 'refused', reason }
    : { outcome: 'refused', reason, detail: `文件 ${row.detail} 与清单不符。` }
}
