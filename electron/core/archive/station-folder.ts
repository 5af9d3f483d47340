import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Receipt, receiptSchema, type SealedBatch } from '../../../shared/domain/batch.ts'
import { canonicalText } from '../journal/entry-hash.ts'
import { heldWith, stopIfAborted } from './answers.ts'
import type { HeldSoFar } from './archive.ts'
import { namesIn, readIfThere, renameSynced, replaceFile, syncFolder, writeSynced } from './folder-files.ts'
import { manifestFile, manifestHash } from './seal.ts'
import { readManifest } from './verify-batch.ts'

/** Beside the accepted batches; what is refused after it had been held is kept for whoever looks into it. */
type Shelf = 'accepted' | 'held' | 'refused'

export type StoredBatch = Pick<SealedBatch, 'signed' | 'manifestHash'> & { readonly shelf: Shelf }

export type StationFolder = {
  /** The key of the station's first batch. */
  publicKey(): Promise<string | undefined>
  pin(publicKey: string): Promise<void>
  held(): Promise<HeldSoFar | null>
  find(number: number): Promise<StoredBatch | null>
  store(batch: SealedBatch, shelf: Shelf, signal?: AbortSignal): Promise<void>
  move(batch: StoredBatch, shelf: Shelf): Promise<void>
  receipt(number: number): Promise<Receipt | null>
  writeReceipt(receipt: Receipt): Promise<void>
  /** Throws away what killed deliveries left half done. */
  clean(): Promise<void>
}

/** What begins so is an unfinished delivery, of no worth to anyone. */
const UNFINISHED = '.incoming-'
const MANIFEST = 'manifest.json'
const pinSchema = z.object({ publicKey: z.string() })

export function openStationFolder(archive: string, station: string): StationFolder {
  const folder = path.join(archive, station)
  const pinFile = path.join(folder, 'station.json')
  const receiptFile = (number: number) => path.join(folder, 'receipts', `${padded(number)}.json`)
  const unfinished = () => unfinishedName(folder)

  async function read(number: number, shelf: Shelf): Promise<StoredBatch | null> {
    const bytes = await readIfThere(path.join(placeOf(folder, number, shelf), MANIFEST))
    const read = bytes && readManifest(bytes)
    if (!read || 'problem' in read) return null
    return { signed: read.signed, manifestHash: manifestHash(read.signed.manifest), shelf }
  }

  async function held(): Promise<HeldSoFar | null> {
    const last = highestWithoutGap(await namesIn(folder))
    const batch = last > 0 ? await read(last, 'accepted') : null
    return batch && heldWith(batch.signed.manifest)
  }
  const nextNumber = async () => ((await held())?.number ?? 0) + 1

  return {
    publicKey: async () => parseJson(await readIfThere(pinFile), pinSchema)?.publicKey,
    pin: (publicKey) => replaceFile(pinFile, unfinished(), jsonBytes({ station, publicKey })),
    held,
    find: async (number) => (await read(number, 'accepted')) ?? (await read(number, 'held')),
    store: (batch, shelf, signal) => storeBatch(folder, batch, shelf, signal),
    move: async ({ signed: { manifest }, shelf, manifestHash }, to) => {
      const target = placeOf(folder, manifest.number, to, manifestHash)
      await mkdir(path.dirname(target), { recursive: true })
      await rm(target, { recursive: true, force: true })
      await renameSynced(placeOf(folder, manifest.number, shelf, manifestHash), target)
    },
    receipt: async (number) => {
      const receipt = parseJson(await readIfThere(receiptFile(number)), receiptSchema)
      // What it waits for changes as other batches come.
      return receipt?.outcome === 'held' ? { ...receipt, awaiting: await nextNumber() } : receipt
    },
    writeReceipt: (receipt) => replaceFile(receiptFile(receipt.number), unfinished(), jsonBytes(receipt)),
    clean: () => removeUnfinished(folder),
  }
}

/** A name beside the final one, on the same disk, that no reader takes for a batch. */
export function unfinishedName(folder: string): string {
  return path.join(folder, `${UNFINISHED}${randomBytes(6).toString('hex')}`)
}

export async function removeUnfinished(folder: string): Promise<void> {
  const names = (await namesIn(folder)).filter((name) => name.startsWith(UNFINISHED))
  for (const name of names) await rm(path.join(folder, name), { recursive: true, force: true })
}

export function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${canonicalText(value)}\n`)
}

/** Null when it is missing, damaged or not what it should be. */
export function parseJson<T>(bytes: Buffer | null, schema: z.ZodType<T>): T | null {
  try {
    return bytes && schema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

async function storeBatch(
  folder: string,
  batch: SealedBatch,
  shelf: Shelf,
  signal?: AbortSignal,
): Promise<void> {
  const temporary = unfinishedName(folder)
  const target = placeOf(folder, batch.signed.manifest.number, shelf, batch.manifestHash)
  try {
    await writeSynced(path.join(temporary, MANIFEST), manifestFile(batch.signed))
    for (const [name, bytes] of batch.files) {
      stopIfAborted(signal)
      await writeSynced(path.join(temporary, ...name.split('/')), bytes)
    }
    if (batch.files.size > 1) await syncFolder(path.join(temporary, 'documents'))
    await syncFolder(temporary)
    await mkdir(path.dirname(target), { recursive: true })
    await renameSynced(temporary, target)
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    throw error
  }
}

function placeOf(folder: string, number: number, shelf: Shelf, manifestHash = ''): string {
  const name = `batch-${padded(number)}`
  if (shelf === 'accepted') return path.join(folder, name)
  return path.join(folder, shelf, shelf === 'held' ? name : `${name}-${manifestHash.slice(0, 12)}`)
}

function padded(number: number): string {
  return String(number).padStart(6, '0')
}

function highestWithoutGap(names: readonly string[]): number {
  const there = new Set(names)
  let number = 0
  while (there.has(`batch-${padded(number + 1)}`)) number += 1
  return number
}
