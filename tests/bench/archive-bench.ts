import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { initArchive } from '../../electron/core/archive/archive-init.ts'
import { openArchive } from '../../electron/core/archive/open-archive.ts'
import { BATCH_ENTRIES } from '../../electron/core/archive/seal.ts'
import type { SealedBatch } from '../../shared/domain/batch.ts'
import { entryLines } from '../helpers/forged-batches.ts'
import { someBatches } from '../helpers/some-batches.ts'
import { type BenchRow, median, timed } from './bench-row.ts'

export type ArchiveBench = {
  readonly entries?: number
  readonly runs?: number
  readonly resourcesDir?: string
}

/** Of about 0.85 KB a line, as the entries of a registered visit. */
const TEXT_LENGTH = 150
const BUDGET = 0.8
/** COPY is given its rows in pieces of this many lines, ready to be sent. */
const LINES_PER_PIECE = 500

/**
 * Batches to PostgreSQL, verified and exactly once, against a plain text COPY of the same lines into a table of the
 * same columns and key, in one transaction, encoded beforehand. In turn, each on an empty table; the medians count.
 */
export async function benchArchive(
  postgresUrl: string,
  { entries = 100_000, runs = 5, resourcesDir = path.resolve('resources') }: ArchiveBench = {},
): Promise<BenchRow[]> {
  const batches = batchesOf(entries)
  const pieces = copyPieces(batches)
  const client = new Client({ connectionString: postgresUrl })
  await client.connect()
  const delivered: number[] = []
  const copied: number[] = []
  for (let run = 0; run < runs; run += 1) {
    copied.push(await copyAll(client, pieces))
    delivered.push(await deliverAll(client, postgresUrl, resourcesDir, batches))
  }
  await client.query('drop schema desk_archive cascade')
  await client.query('drop table bench_copy')
  await client.end()

  const medianMs = median(delivered)
  const ratio = median(copied) / medianMs
  return [
    {
      work: `${entries} 条记录核验后送达 PostgreSQL，恰好一次（每批 ${Math.min(entries, BATCH_ENTRIES)} 条）`,
      against: '同样字节的文本 COPY（速度比）',
      ratio,
      budget: `≥ ${BUDGET}×`,
      holds: ratio >= BUDGET,
      medianMs,
    },
  ]
}

function batchesOf(entries: number): SealedBatch[] {
  const full = Math.floor(entries / BATCH_ENTRIES)
  const sizes = [...Array.from({ length: full }, () => BATCH_ENTRIES), entries % BATCH_ENTRIES].filter(
    (size) => size > 0,
  )
  return someBatches({ sizes, textLength: TEXT_LENGTH, documents: 0 })
}

function copyPieces(batches: readonly SealedBatch[]): Buffer[] {
  const lines = batches.flatMap(entryLines)
  const rows = lines.map((line, index) => `ZX\t${index + 1}\t${line.replaceAll('\\', String.raw`\\`)}\n`)
  const pieces: Buffer[] = []
  for (let from = 0; from < rows.length; from += LINES_PER_PIECE) {
    pieces.push(Buffer.from(rows.slice(from, from + LINES_PER_PIECE).join('')))
  }
  return pieces
}

async function copyAll(client: Client, pieces: readonly Buffer[]): Promise<number> {
  await client.query('drop table if exists bench_copy')
  await client.query(
    'create table bench_copy (station text, seq bigint, line text, primary key (seq, station))',
  )
  await client.query('checkpoint')
  return timed(() => pipeline(Readable.from(pieces), client.query(copyFrom('copy bench_copy from stdin'))))
}

async function deliverAll(
  client: Client,
  url: string,
  resourcesDir: string,
  batches: readonly SealedBatch[],
): Promise<number> {
  await client.query('drop schema if exists desk_archive cascade')
  await initArchive({ url, resourcesDir })
  const archive = openArchive(url)
  // Connected beforehand, as the client of COPY is.
  await archive.check()
  await client.query('checkpoint')
  const ms = await timed(async () => {
    let before = Promise.resolve()
    for (const batch of batches) {
      const receipt = archive.deliver(batch)
      // One ahead: a batch is verified while the one before it is being stored.
      await before
      before = receipt.then(({ outcome }) => {
        if (outcome !== 'accepted') throw new Error(`a batch was ${outcome}`)
      })
    }
    await before
  })
  await archive.close()
  return ms
}
