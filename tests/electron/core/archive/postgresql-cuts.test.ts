import path from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../electron/core/archive/archive.ts'
import { initArchive } from '../../../../electron/core/archive/archive-init.ts'
import { generateStationKey } from '../../../../electron/core/archive/keys.ts'
import { openArchive } from '../../../../electron/core/archive/open-archive.ts'
import { DeskError } from '../../../../shared/contract/errors.ts'
import type { Receipt, SealedBatch } from '../../../../shared/domain/batch.ts'
import { accepted } from '../../../helpers/archive-suite.ts'
import { type CuttingProxy, startCuttingProxy } from '../../../helpers/cutting-proxy.ts'
import { entryLines } from '../../../helpers/forged-batches.ts'
import { startPostgres, type TestPostgres } from '../../../helpers/postgres.ts'
import { storedDocuments, storedLines } from '../../../helpers/postgres-archive.ts'
import { seededRandom } from '../../../helpers/random.ts'
import { someBatches } from '../../../helpers/some-batches.ts'

/** More on demand: CUTS=500 CUT_SEED=7. */
const CUTS = Number(process.env['CUTS'] ?? 25)
const SEED = Number(process.env['CUT_SEED'] ?? 1)
const key = generateStationKey()

let postgres: TestPostgres
let proxy: CuttingProxy
let client: Client

beforeAll(async () => {
  postgres = await startPostgres()
  client = await postgres.connect()
  proxy = await startCuttingProxy(postgres)
  await initArchive({ url: postgres.url(), resourcesDir: path.resolve('resources') })
})
afterAll(async () => {
  await client.end()
  await proxy.close()
  await postgres.stop()
})

function openThroughProxy(): Archive {
  return openArchive(`postgres://${postgres.user}@127.0.0.1:${proxy.port}/postgres`, postgres.password)
}

/** As sync does: what has no receipt is delivered again. */
async function deliverUntilAnswered(archive: Archive, batch: SealedBatch): Promise<Receipt> {
  for (;;) {
    try {
      return await archive.deliver(batch)
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'unavailable') throw error
      expect(error.message).toMatch(/连接中断|连不上/)
    }
  }
}

async function expectExactlyOnce(station: string, batches: readonly SealedBatch[]): Promise<void> {
  expect(await storedLines(client, station)).toEqual(batches.flatMap(entryLines))
  expect(await storedDocuments(client, station)).toHaveProperty('size', batches.length * 2)
  const { rows } = await client.query(
    'select number from desk_archive.batch where station = $1 order by number',
    [station],
  )
  expect(rows.map((row: { number: number }) => row.number)).toEqual(batches.map((_, index) => index + 1))
}

describe(`with the connection cut ${CUTS} times at random (seed ${SEED})`, () => {
  it('each entry is in PostgreSQL exactly once, byte for byte, when the line breaks', async () => {
    const random = seededRandom(SEED)
    const batches = someBatches({
      station: 'CA',
      sizes: Array.from({ length: CUTS + 1 }, () => 200),
      key,
      documents: 2,
    })
    const [first = missing(), ...others] = batches
    const archive = openThroughProxy()
    const receipts = [await archive.deliver(first)]
    const total = proxy.carried()
    for (const batch of others) {
      await archive.close()
      // Anywhere, or in the last answers: there the server has done its work and nobody has heard of it.
      proxy.cutAfter(Math.ceil(random() < 0.5 ? random() * (total - 100) : total - 100 - random() * 400))
      receipts.push(await deliverUntilAnswered(archive, batch))
    }

    expect(proxy.cuts()).toBe(CUTS)
    expect(receipts).toEqual(batches.map((batch) => accepted(archive, batch)))
    await archive.close()
    await expectExactlyOnce('CA', batches)
  })

  it('each entry is there exactly once, byte for byte, when the server ends the session', async () => {
    const random = seededRandom(SEED + 1)
    const batches = someBatches({
      station: 'CB',
      sizes: Array.from({ length: CUTS * 2 }, () => 300),
      key,
      documents: 2,
    })
    const archive = openArchive(postgres.url())
    const receipts: Receipt[] = []
    let ended = 0
    for (let index = 0; index < batches.length; index += 2) {
      // Two on the line at once, as sync sends them.
      const deliveries = batches.slice(index, index + 2).map((batch) => deliverUntilAnswered(archive, batch))
      await new Promise((resolve) => setTimeout(resolve, random() * 30))
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'petition-desk'`,
      )
      ended += rowCount ?? 0
      receipts.push(...(await Promise.all(deliveries)))
    }

    expect(ended).toBeGreaterThan(0)
    expect(receipts).toEqual(batches.map((batch) => accepted(archive, batch)))
    await archive.close()
    await expectExactlyOnce('CB', batches)
  })

  it('says that the line broke off when it breaks every time, and loses nothing', async () => {
    const [batch = missing()] = someBatches({ station: 'CC', sizes: [50], key, documents: 2 })
    const archive = openThroughProxy()
    const always = setInterval(() => proxy.cutAfter(1_500), 1)
    proxy.cutAfter(1_500)

    await expect(archive.deliver(batch)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('连接中断'),
    })
    clearInterval(always)
    proxy.cutAfter(null)
    expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
    await archive.close()
    await expectExactlyOnce('CC', [batch])
  })
})

function missing(): never {
  throw new Error('no batch')
}
