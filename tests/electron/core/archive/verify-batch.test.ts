import { describe, expect, it } from 'vitest'
import { generateStationKey } from '../../../../electron/core/archive/keys.ts'
import {
  assembleBatch,
  batchLength,
  manifestFile,
  sealBatch,
} from '../../../../electron/core/archive/seal.ts'
import { readManifest, verifyBatch } from '../../../../electron/core/archive/verify-batch.ts'
import { entryHash, entryLine } from '../../../../electron/core/journal/entry-hash.ts'
import { DeskError } from '../../../../shared/contract/errors.ts'
import { ENTRIES_PATH, NO_MANIFEST_HASH, type SealedBatch } from '../../../../shared/domain/batch.ts'
import { instantOf } from '../../../../shared/domain/day.ts'
import { type Entry, GENESIS_HASH } from '../../../../shared/domain/entry.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { entryLines, forgeBatch, forgeLine, linesFile } from '../../../helpers/forged-batches.ts'
import { someBatches } from '../../../helpers/some-batches.ts'
import { someDocument, someEntries } from '../../../helpers/some-entries.ts'

const key = generateStationKey()

function seal(
  entries: readonly Entry[],
  documents: ReadonlyMap<string, Uint8Array> = new Map(),
): SealedBatch {
  const previousManifestHash = NO_MANIFEST_HASH
  return sealBatch({
    station: 'ZX',
    number: 1,
    entries,
    documents,
    previousManifestHash,
    sealedAt: instantOf(0),
    key,
  })
}

function withFile(batch: SealedBatch, path: string, bytes: Uint8Array): SealedBatch {
  return { ...batch, files: new Map([...batch.files, [path, bytes]]) }
}

async function codesOf(batch: SealedBatch, publicKey?: string): Promise<string[]> {
  return (await verifyBatch(batch, { publicKey })).map((problem) => problem.code)
}

/** One byte of a file changed to another value. */
const aChange = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  by: fc.integer({ min: 1, max: 255 }),
})

function change(bytes: Uint8Array, { place, by }: { place: number; by: number }): Buffer {
  const changed = Buffer.from(bytes)
  const at = Math.min(Math.floor(place * changed.length), changed.length - 1)
  changed[at] = ((changed[at] ?? 0) + by) % 256
  return changed
}

describe('a sealed batch', () => {
  it('is found in order by whoever verifies it', async () => {
    for (const batch of someBatches({ sizes: [1, 300, 2], documents: 2, key })) {
      expect(await verifyBatch(batch, { publicKey: key.publicKey })).toEqual([])
      expect(await verifyBatch(batch, { publicKey: key.publicKey, chainOnly: true })).toEqual([])
    }
  })

  it('holds one canonical line per entry', () => {
    const entries = someEntries({ count: 9 })
    const text = Buffer.from(seal(entries).files.get(ENTRIES_PATH) ?? []).toString('utf8')

    expect(text).toBe(entries.map((entry) => `${entryLine(entry)}\n`).join(''))
  })

  it('round-trips any body JSON can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' }), async (body) => {
        const [first] = someEntries({ count: 1 })
        if (!first || !JSON.stringify(body).isWellFormed() || JSON.stringify(body).includes('\\ud')) return
        const unhashed = { ...first, body, prevHash: GENESIS_HASH }

        expect(await verifyBatch(seal([{ ...unhashed, hash: entryHash(unhashed) }]))).toEqual([])
      }),
      { numRuns: fc.runs(200) },
    )
  })

  it('can be put together again with the same bytes', () => {
    const documents = new Map([someDocument('b'), someDocument('a')])
    const entries = someEntries({ count: 5 })
    const batch = seal(entries, documents)

    expect(assembleBatch(batch.signed, entries, documents)).toEqual(batch)
  })

  it('is not made of entries that have a gap, a foreign station or a changed body', () => {
    const entries = someEntries({ count: 4 })
    const foreign = someEntries({ count: 1, station: 'YY' })
    const changed = entries.map((entry) => (entry.seq === 3 ? { ...entry, body: { matter: '别的' } } : entry))

    expect(() => seal(entries.filter((entry) => entry.seq !== 2))).toThrow(DeskError)
    expect(() => seal(foreign)).toThrow(DeskError)
    expect(() => seal(changed)).toThrow('日志第 3 条记录的内容与校验值不符')
  })

  it('is not made with a document that is not what its hash says', () => {
    const [sha256] = someDocument('a')

    expect(() => seal(someEntries({ count: 1 }), new Map([[sha256, Buffer.from('b')]]))).toThrow(DeskError)
  })

  it('is never longer than a poor line can carry', () => {
    expect(batchLength(someEntries({ count: 3 }))).toBe(3)
    const [entry] = someEntries({ count: 1 })
    const heavy = { ...entry, body: { text: '重'.repeat(9_000_000) } }
    expect(entry && batchLength(Array.from({ length: 5 }, () => ({ ...entry, ...heavy })))).toBe(2)
  })
})

describe('verifying', () => {
  const [batch = seal(someEntries({ count: 1 }))] = someBatches({ sizes: [12], documents: 1, key })
  const resealed = (entriesFile: Uint8Array) => forgeBatch(batch, key, { entriesFile })

  it('names any single changed byte of any file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...batch.files.keys()), aChange, async (path, one) => {
        const bytes = change(batch.files.get(path) ?? new Uint8Array(), one)

        expect(await codesOf(withFile(batch, path, bytes))).toContain('damagedFile')
      }),
    )
  })

  it('names any single changed byte of the manifest', async () => {
    const bytes = manifestFile(batch.signed)
    await fc.assert(
      fc.asyncProperty(aChange, async (one) => {
        const read = readManifest(change(bytes, one))
        if ('problem' in read) return
        const problems = await codesOf({ ...batch, signed: read.signed }, key.publicKey)

        expect(problems.some((code) => code === 'forgedSignature' || code === 'wrongKey')).toBe(true)
      }),
      { numRuns: fc.runs(300) },
    )
  })

  it('names any single changed byte of an entry, even when manifest and signature were made to fit', async () => {
    const lines = Buffer.from(batch.files.get(ENTRIES_PATH) ?? [])
    await fc.assert(
      fc.asyncProperty(aChange, async (one) => {
        const bytes = change(lines, one)

        for (const chainOnly of [true, false]) {
          expect(await verifyBatch(resealed(bytes), { chainOnly })).not.toEqual([])
        }
      }),
      { numRuns: fc.runs(300) },
    )
  })

  it('names the entry whose body was changed, and only that one', async () => {
    const lines = entryLines(batch).map((line) => line.replace('"people":3', '"people":4'))

    expect(await verifyBatch(resealed(linesFile(lines)))).toEqual([
      { code: 'damagedEntry', message: '第 3 条记录的内容与校验值不符。' },
      { code: 'damagedEntry', message: '第 8 条记录的内容与校验值不符。' },
    ])
  })

  it('names an entry that is missing, twice there, or out of order', async () => {
    const lines = entryLines(batch)
    const swapped = [lines[1], lines[0], ...lines.slice(2)]
    const missing = lines.filter((_, index) => index !== 4)

    for (const forged of [swapped, missing, [...lines, lines[11]]]) {
      const codes = await codesOf(resealed(linesFile(forged)))
      expect(codes).toContain('wrongRange')
      expect(codes).toContain('brokenChain')
    }
  })

  it('names a last entry that does not end where the manifest says', async () => {
    const lines = entryLines(batch)
    const longer = [...lines.slice(0, -1), forgeLine(lines.at(-1) ?? '', '"people":2', '"people":3')]

    expect(await verifyBatch(resealed(linesFile(longer)))).toEqual([
      { code: 'brokenChain', message: '最后一条记录的校验值与清单不符。' },
    ])
  })

  it.each([
    ['blanks', '"people":1', '"people": 2'],
    ['members out of order', '"note":', '"zzz":1,"note":'],
    ['a number at length', '"people":1', '"people":1.0'],
    ['a member twice', '"people":1', '"people":1,"people":1'],
    ['a needless escape', '换', '\\u6362'],
    ['a member entries do not have', '"actor":', '"aaa":1,"actor":'],
    ['a tick that is no number', '"tick":0', '"tick":"0"'],
    ['a time that is none', '2026-', '20x6-'],
  ])('names an entry with %s, though its hash is right', async (_, from, to) => {
    const [line = ''] = entryLines(batch)
    const lines = [forgeLine(line, from, to)]
    const [right, wrong] = [linesFile([line]), linesFile(lines)]
    const manifest = { toSeq: 1, entryCount: 1 }

    expect(lines).not.toEqual([line])
    expect(await codesOf(forgeBatch(batch, key, { entriesFile: right, manifest }))).toEqual(['brokenChain'])
    expect(await codesOf(forgeBatch(batch, key, { entriesFile: wrong, manifest }))).toContain('damagedEntry')
  })

  it('names a last line that was cut off', async () => {
    const file = batch.files.get(ENTRIES_PATH) ?? new Uint8Array()

    expect(await codesOf(resealed(file.subarray(0, file.length - 1)))).toContain('damagedEntry')
  })

  it('names files that are missing or were slipped in', async () => {
    const without = { ...batch, files: new Map([...batch.files].filter(([path]) => path !== ENTRIES_PATH)) }

    expect(await codesOf(without)).toContain('damagedFile')
    expect(await codesOf(withFile(batch, 'autorun.inf', Buffer.from('x')))).toEqual(['damagedFile'])
  })

  it('names a signature or a key of somebody else', async () => {
    const other = generateStationKey()
    const theirs = forgeBatch(batch, other, {})
    const ours = forgeBatch(batch, other, { manifest: { publicKey: key.publicKey } })

    expect(await codesOf(theirs, key.publicKey)).toEqual(['wrongKey'])
    expect(await codesOf(ours, key.publicKey)).toEqual(['forgedSignature'])
  })

  it('says that a batch of a later format needs a newer program', () => {
    const { manifest, signature } = batch.signed

    expect(
      readManifest(Buffer.from(JSON.stringify({ manifest: { ...manifest, version: 2 }, signature }))),
    ).toEqual({
      problem: { code: 'newerFormat', message: '批次格式为第 2 版，本程序只认第 1 版。' },
    })
  })
})
