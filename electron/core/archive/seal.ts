import { hash } from 'node:crypto'
import { DeskError } from '../../../shared/contract/errors.ts'
import {
  type BatchFile,
  type BatchManifest,
  documentPath,
  ENTRIES_PATH,
  type SealedBatch,
  type SignedManifest,
} from '../../../shared/domain/batch.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import type { Entry } from '../../../shared/domain/entry.ts'
import {
  canonicalText,
  chainHash,
  entryLine,
  entryLineAround,
  entryTextAround,
} from '../journal/entry-hash.ts'
import { type StationKey, signBytes } from './keys.ts'

/** Large enough that what a batch costs by itself vanishes, small enough to be sent again over a poor line: about 4 MB. */
export const BATCH_ENTRIES = 5_000
/** PostgreSQL takes no single value beyond 1 GB; this stays far below. */
export const BATCH_BYTES = 64 * 1024 * 1024

export type ToSeal = {
  readonly station: string
  /** One more than the station's last batch. */
  readonly number: number
  /** Contiguous, in order, as they are in the journal. */
  readonly entries: readonly Entry[]
  /** SHA-256 → bytes of every document the entries name. */
  readonly documents: ReadonlyMap<string, Uint8Array>
  readonly previousManifestHash: string
  readonly sealedAt: Instant
  readonly key: StationKey
}

/** Refuses a journal that is damaged: what is sealed is checked once more by everyone after. */
export function sealBatch(toSeal: ToSeal): SealedBatch {
  const { station, number, entries, documents, previousManifestHash, sealedAt, key } = toSeal
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) throw new TypeError('a batch needs at least one entry')
  const lines = entries.map((entry, index) => checkedLine(entry, entries[index - 1], station))

  const files = batchFiles(lines, documents)
  const manifest: BatchManifest = {
    format: 'petition-desk-batch',
    version: 1,
    station,
    number,
    fromSeq: first.seq,
    toSeq: last.seq,
    entryCount: entries.length,
    firstPrevHash: first.prevHash,
    lastHash: last.hash,
    sealedAt,
    previousManifestHash,
    publicKey: key.publicKey,
    files: [...files].map(([path, bytes]) => describeFile(path, bytes)),
  }
  const signature = signBytes(manifestBytes(manifest), key.privateKey)
  return { signed: { manifest, signature }, manifestHash: manifestHash(manifest), files }
}

/** Puts a batch together again from its stored manifest; the bytes are those of the day it was sealed. */
export function assembleBatch(
  signed: SignedManifest,
  entries: readonly Entry[],
  documents: ReadonlyMap<string, Uint8Array>,
): SealedBatch {
  return {
    signed,
    manifestHash: manifestHash(signed.manifest),
    files: batchFiles(entries.map(entryLine), documents),
  }
}

/** How many of the entries, from the first, fit into one batch. */
export function batchLength(entries: readonly Entry[]): number {
  let bytes = 0
  for (const [index, entry] of entries.slice(0, BATCH_ENTRIES).entries()) {
    bytes += Buffer.byteLength(entryLine(entry)) + 1
    if (bytes > BATCH_BYTES && index > 0) return index
  }
  return Math.min(entries.length, BATCH_ENTRIES)
}

export function manifestBytes(manifest: BatchManifest): Buffer {
  return Buffer.from(canonicalText(manifest), 'utf8')
}

export function manifestHash(manifest: BatchManifest): string {
  return hash('sha256', manifestBytes(manifest), 'hex')
}

/** The bytes of `manifest.json`: there is only one way to write it. */
export function manifestFile(signed: SignedManifest): Buffer {
  return Buffer.from(canonicalText(signed), 'utf8')
}

function batchFiles(
  lines: readonly string[],
  documents: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>([[ENTRIES_PATH, Buffer.from(`${lines.join('\n')}\n`, 'utf8')]])
  for (const sha256 of [...documents.keys()].sort()) {
    const bytes = documents.get(sha256)
    if (!bytes || hash('sha256', bytes, 'hex') !== sha256) {
      throw new DeskError(
        'refused',
        `文书 ${sha256.slice(0, 12)} 的内容与校验值不符，不能封装；请从备份恢复这份文书。`,
      )
    }
    files.set(documentPath(sha256), bytes)
  }
  return files
}

function describeFile(path: string, bytes: Uint8Array): BatchFile {
  return { path, size: bytes.byteLength, sha256: hash('sha256', bytes, 'hex') }
}

/** The entry's line, if it follows the one before and is what its hash says. */
function checkedLine(entry: Entry, before: Entry | undefined, station: string): string {
  const follows = !before || (entry.seq === before.seq + 1 && entry.prevHash === before.hash)
  if (entry.station !== station || !follows) {
    throw new DeskError('refused', `日志第 ${entry.seq} 条记录与前一条接不上，不能封装；请先核验日志。`)
  }
  const bodyText = canonicalText(entry.body)
  if (chainHash(entry.prevHash, entryTextAround(bodyText, entry)) !== entry.hash) {
    throw new DeskError('refused', `日志第 ${entry.seq} 条记录的内容与校验值不符，不能封装；请先核验日志。`)
  }
  return entryLineAround(bodyText, entry)
}
