import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../electron/core/archive/archive.ts'
import { generateStationKey } from '../../electron/core/archive/keys.ts'
import { type Receipt, receiptSchema, type SealedBatch } from '../../shared/domain/batch.ts'
import { entryLines, forgeBatch, forgeLine, linesFile } from './forged-batches.ts'
import { type SomeBatches, someBatches } from './some-batches.ts'

export type ArchiveUnderTest = {
  open(): Archive
  /** Every accepted line of a station as it lies in the archive, in order. */
  storedLines(station: string): Promise<readonly string[]>
  /** SHA-256 → bytes. */
  storedDocuments(station: string): Promise<ReadonlyMap<string, Buffer>>
}

/** What holds for every archive, whatever it is made of. Each test has a station of its own. */
export function describeArchive(setUp: () => Promise<ArchiveUnderTest>): void {
  describe('an archive', () => {
    const key = generateStationKey()
    let under: ArchiveUnderTest
    let archive: Archive

    beforeAll(async () => {
      under = await setUp()
      archive = under.open()
    })
    afterAll(() => archive.close())

    const batchesOf = (station: string, sizes: readonly number[], more: Partial<SomeBatches> = {}) =>
      asFour(someBatches({ station, sizes, key, ...more }))

    async function expectStored(station: string, batches: readonly SealedBatch[]): Promise<void> {
      expect(await under.storedLines(station)).toEqual(batches.flatMap(entryLines))
      expect(await under.storedDocuments(station)).toEqual(documentsOf(batches))
    }

    it('takes batches in turn and says how far it has got', async () => {
      const { all: batches, third } = batchesOf('AA', [3, 500, 1], { documents: 2 })
      expect(await archive.highestHeld('AA')).toBeNull()
      expect(await archive.receiptFor('AA', 1)).toBeNull()

      for (const batch of batches) expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))

      await expectStored('AA', batches)
      expect(await archive.highestHeld('AA')).toEqual(heldAfter(third))
    })

    it('gives the same batch the same receipt, and keeps each entry once', async () => {
      const { first: batch } = batchesOf('AB', [20])
      const receipt = await archive.deliver(batch)
      const later = under.open()

      expect(await archive.deliver(batch)).toEqual(receipt)
      expect(await later.deliver(batch)).toEqual(receipt)
      expect(await later.receiptFor('AB', 1)).toEqual(receipt)
      expect(receiptSchema.parse(receipt)).toEqual(receipt)
      await later.close()
      await expectStored('AB', [batch])
    })

    it('takes deliveries that do not wait for each other one after the other', async () => {
      const { all: batches } = batchesOf('AC', [40, 40, 40, 40])
      const receipts = await Promise.all(batches.map((batch) => archive.deliver(batch)))

      expect(receipts).toEqual(batches.map((batch) => accepted(archive, batch)))
      await expectStored('AC', batches)
    })

    it('holds what came too early until the missing batch is there, then takes it all', async () => {
      const { all: batches, first, second, third, fourth } = batchesOf('AD', [2, 3, 4, 5])

      const early = await archive.deliver(fourth)
      expect(early).toMatchObject({ outcome: 'held', awaiting: 1 })
      expect(await archive.deliver(first)).toMatchObject({ outcome: 'accepted' })
      expect(await archive.deliver(third)).toMatchObject({ outcome: 'held', awaiting: 2 })
      expect(await archive.deliver(third)).toMatchObject({ outcome: 'held', awaiting: 2 })
      expect(await archive.deliver(fourth)).toEqual({ ...early, awaiting: 2 })
      expect(await archive.receiptFor('AD', 4)).toEqual({ ...early, awaiting: 2 })
      expect(await under.storedLines('AD')).toEqual(entryLines(first))
      expect(await archive.receiptFor('AD', 3)).toMatchObject({ outcome: 'held' })

      expect(await archive.deliver(second)).toMatchObject({ outcome: 'accepted' })
      expect(await archive.receiptFor('AD', 3)).toEqual(accepted(archive, third))
      expect(await archive.receiptFor('AD', 4)).toEqual(accepted(archive, fourth))
      expect(await archive.deliver(fourth)).toEqual(accepted(archive, fourth))
      await expectStored('AD', batches)
    })

    it('refuses a number that already stands for other bytes, accepted or held', async () => {
      const { first, second, third } = batchesOf('AE', [2, 2, 2])
      const { first: otherFirst, third: otherThird } = batchesOf('AE', [2, 2, 2], { seed: 2 })
      await archive.deliver(first)
      await archive.deliver(third)

      expect(await archive.deliver(otherFirst)).toMatchObject({
        outcome: 'refused',
        reason: 'differentContent',
      })
      expect(await archive.deliver(otherThird)).toMatchObject({
        outcome: 'refused',
        reason: 'differentContent',
      })
      await archive.deliver(second)
      await expectStored('AE', [first, second, third])
    })

    it('refuses a batch that does not follow, as a station restored from an old backup would send', async () => {
      const { first, second } = batchesOf('AF', [3, 3])
      const { second: forked } = batchesOf('AF', [3, 3], { seed: 2 })
      await archive.deliver(first)

      expect(await archive.deliver(forked)).toMatchObject({ outcome: 'refused', reason: 'doesNotFollow' })
      expect(await archive.deliver(second)).toEqual(accepted(archive, second))
      await expectStored('AF', [first, second])
    })

    it('refuses what it had held when the missing batch shows that it does not follow', async () => {
      const { first, second, third } = batchesOf('AG', [3, 3, 3])
      const { third: forked } = batchesOf('AG', [3, 3, 3], { seed: 2 })
      await archive.deliver(first)
      await archive.deliver(forked)
      await archive.deliver(second)

      expect(await archive.receiptFor('AG', 3)).toMatchObject({ outcome: 'refused', reason: 'doesNotFollow' })
      expect(await archive.deliver(third)).toEqual(accepted(archive, third))
      await expectStored('AG', [first, second, third])
    })

    it('refuses another key than that of the first batch, and a forged signature', async () => {
      const { first, second } = batchesOf('AH', [2, 2])
      const thief = generateStationKey()
      await archive.deliver(first)

      expect(await archive.deliver(forgeBatch(second, thief, {}))).toMatchObject({
        outcome: 'refused',
        reason: 'wrongKey',
      })
      expect(
        await archive.deliver(forgeBatch(second, thief, { manifest: { publicKey: key.publicKey } })),
      ).toMatchObject({ outcome: 'refused', reason: 'forgedSignature' })
      await expectStored('AH', [first])
    })

    it('refuses a broken chain and names the entry', async () => {
      const { first: batch } = batchesOf('AJ', [9])
      const lines = entryLines(batch)
      const changed = lines.map((line, index) =>
        index === 4 ? forgeLine(line, '"people":0', '"people":9') : line,
      )

      expect(
        await archive.deliver(forgeBatch(batch, key, { entriesFile: linesFile(changed) })),
      ).toMatchObject({
        outcome: 'refused',
        reason: 'brokenChain',
        detail: '第 6 条记录与前一条接不上。',
      })
      expect(await under.storedLines('AJ')).toEqual([])
    })

    it('refuses a file that is not what the manifest says, also when it comes again', async () => {
      const { first: batch } = batchesOf('AK', [3])
      const [document = ''] = [...batch.files.keys()].slice(1)
      const damaged = { ...batch, files: new Map([...batch.files, [document, Buffer.from('half')]]) }

      expect(await archive.deliver(damaged)).toMatchObject({ outcome: 'refused', reason: 'damagedFile' })
      expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
      await expectStored('AK', [batch])
    })

    it('stops when told to, and takes the batch the next time', async () => {
      const { first: batch } = batchesOf('AM', [3])

      await expect(archive.deliver(batch, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
      expect(await archive.receiptFor('AM', 1)).toBeNull()
      expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
    })

    it('can be checked before anything is sent', async () => {
      expect(await archive.check()).toMatch(/^归档/)
    })

    it('stops in the middle when told to, and takes the batch once the next time', async () => {
      const { first: batch } = batchesOf('AN', [3_000], { documents: 40 })
      for (const ms of [0, 1, 3, 9, 27]) {
        const controller = new AbortController()
        const delivery = archive.deliver(batch, controller.signal)
        await new Promise((resolve) => setTimeout(resolve, ms))
        controller.abort()
        // Too late is no harm: then it is taken.
        await delivery.then(
          (receipt) => expect(receipt).toEqual(accepted(archive, batch)),
          (error: unknown) => expect(error).toMatchObject({ code: 'cancelled' }),
        )
      }

      expect(await archive.deliver(batch)).toEqual(accepted(archive, batch))
      await expectStored('AN', [batch])
    })
  })
}

/** The first four to take apart, and all of them to go through. */
function asFour(batches: SealedBatch[]) {
  const at = (index: number): SealedBatch => batches[index] ?? missing()
  return {
    all: batches,
    get first() {
      return at(0)
    },
    get second() {
      return at(1)
    },
    get third() {
      return at(2)
    },
    get fourth() {
      return at(3)
    },
  }
}

function missing(): never {
  throw new Error('the test asked for fewer batches')
}

export function accepted(archive: Archive, { signed: { manifest }, manifestHash }: SealedBatch): unknown {
  return {
    format: 'petition-desk-receipt',
    version: 1,
    archive: archive.name,
    station: manifest.station,
    number: manifest.number,
    manifestHash,
    entryCount: manifest.entryCount,
    receivedAt: expect.stringMatching(/^2\d{3}-/),
    outcome: 'accepted',
  } satisfies Record<keyof Omit<Receipt, 'reason' | 'detail' | 'awaiting'>, unknown>
}

function heldAfter({ signed: { manifest }, manifestHash }: SealedBatch): unknown {
  return { number: manifest.number, toSeq: manifest.toSeq, lastHash: manifest.lastHash, manifestHash }
}

function documentsOf(batches: readonly SealedBatch[]): Map<string, Buffer> {
  const documents = new Map<string, Buffer>()
  for (const { signed, files } of batches) {
    for (const { path, sha256 } of signed.manifest.files) {
      if (path.startsWith('documents/')) documents.set(sha256, Buffer.from(files.get(path) ?? []))
    }
  }
  return documents
}
