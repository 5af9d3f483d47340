import {
  NO_MANIFEST_HASH,
  type SealedBatch,
  type SignedManifest,
  signedManifestSchema,
} from '../../../shared/domain/batch.ts'
import { ENTRY_KINDS, isBookkeeping } from '../../../shared/domain/entries.ts'
import type { Entry } from '../../../shared/domain/entry.ts'
import { stationKeyFrom } from '../archive/keys.ts'
import { assembleBatch, BATCH_ENTRIES, batchLength, sealBatch } from '../archive/seal.ts'
import { type Desk, nowAt } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { asJson } from '../store/as-json.ts'
import { one } from '../store/connection.ts'
import { entriesOfStation } from '../store/journal-store.ts'
import type { BatchTable } from '../store/schema.ts'

/** Seals everything that is open, in as many batches as it takes. Returns their numbers, oldest first. */
export async function sealOpenEntries(desk: Desk, actor: string, running?: RunningJob): Promise<number[]> {
  const last = lastBatch(desk)
  const end = headSeq(desk)
  const sealed: number[] = []
  let from = (last?.to_seq ?? 0) + 1
  let previous = last?.manifest_hash ?? NO_MANIFEST_HASH
  let number = (last?.number ?? 0) + 1
  while (from <= end) {
    const entries = openEntries(desk, from, end)
    // What only tells of earlier batches waits for the next real entry, or sealing would never come to rest.
    if (entries.every((entry) => isBookkeeping(entry.kind))) break
    const batch = sealBatch({
      station: desk.station.code,
      number,
      entries,
      documents: documentsOf(desk, entries),
      previousManifestHash: previous,
      sealedAt: nowAt(desk.surroundings.clock),
      key: stationKey(desk),
    })
    await desk.ledger.change(({ append }) =>
      append({ kind: 'batch.sealed', subject: `${number}`, actor, body: asJson(batch.signed) }),
    )
    sealed.push(number)
    previous = batch.manifestHash
    number += 1
    from += entries.length
    await running?.report('封装批次', from - 1, end)
  }
  return sealed
}

/** The batch again as it was sealed, from the journal and the kept documents. */
export function loadBatch(desk: Desk, row: BatchTable): SealedBatch {
  const signed: SignedManifest = signedManifestSchema.parse(JSON.parse(row.manifest))
  const entries = [...entriesOfStation(desk.store.reader, desk.station.code, row.from_seq, row.to_seq)]
  return assembleBatch(signed, entries, documentsOf(desk, entries))
}

function openEntries(desk: Desk, from: number, end: number): Entry[] {
  const to = Math.min(end, from + BATCH_ENTRIES - 1)
  const entries = [...entriesOfStation(desk.store.reader, desk.station.code, from, to)]
  return entries.slice(0, Math.max(1, batchLength(entries)))
}

const issuedSchema = ENTRY_KINDS['document.issued'].body.pick({ sha256: true })

function documentsOf(desk: Desk, entries: readonly Entry[]): ReadonlyMap<string, Uint8Array> {
  const find = desk.store.reader.raw.prepare<[string], { bytes: Buffer }>(
    'select bytes from document_content where sha256 = ?',
  )
  const documents = new Map<string, Uint8Array>()
  for (const entry of entries) {
    if (entry.kind !== 'document.issued') continue
    const { sha256 } = issuedSchema.parse(entry.body)
    const row = find.get(sha256)
    if (row) documents.set(sha256, row.bytes)
  }
  return documents
}

function lastBatch(desk: Desk): Pick<BatchTable, 'number' | 'to_seq' | 'manifest_hash'> | undefined {
  return one<BatchTable | undefined>(
    desk.store.reader.raw,
    'select number, to_seq, manifest_hash from batch order by number desc limit 1',
  )
}

function headSeq(desk: Desk): number {
  const row = one<{ n: number | null }>(
    desk.store.reader.raw,
    'select max(seq) as n from journal where station = ?',
    desk.station.code,
  )
  return row.n ?? 0
}

function stationKey(desk: Desk) {
  const row = one<{ value: string }>(
    desk.store.reader.raw,
    "select value from secret where name = 'station-private-key'",
  )
  return stationKeyFrom(row.value)
}
