import { hash } from 'node:crypto'
import { z } from 'zod'
import { canonicalText } from '../journal/entry-hash.ts'

/** What one line of `entries.jsonl` says about its place in the chain. */
export type EntryLine = {
  readonly station: string
  readonly seq: number
  readonly prevHash: string
  /** As the line claims. */
  readonly hash: string
  /** As computed from `prevHash` and the rest of the line. */
  readonly computedHash: string
}

const HASH_INTRO = Buffer.from(',"hash":"')
const PREV_HASH_INTRO = Buffer.from(',"prevHash":"')
const HASH_DIGITS = 64
const HASH_LENGTH = HASH_INTRO.length + HASH_DIGITS + 1
const PREV_HASH_LENGTH = PREV_HASH_INTRO.length + HASH_DIGITS + 1

/** Begins right after `prevHash`; a station's code is at most four characters long. */
const AFTER_PREV_HASH = /^,"seq":(\d+),"station":"([A-Z0-9]+)",/
const AFTER_LENGTH = 60

/**
 * Reads lines without their line feed; null for one that does not even look like an entry. Works on the bytes, because
 * reading them as JSON and writing them again takes longer than PostgreSQL takes to store them. In canonical JSON the
 * last `,"hash":"` is the entry's own: only plain texts and numbers come after it, and there a quote is escaped.
 */
export function createLineReader(): (line: Buffer) => EntryLine | null {
  let scratch = Buffer.allocUnsafe(16 * 1024)

  return (line) => {
    const hashAt = line.lastIndexOf(HASH_INTRO)
    const prevHashAt = line.lastIndexOf(PREV_HASH_INTRO)
    const afterHash = hashAt + HASH_LENGTH
    const afterPrevHash = prevHashAt + PREV_HASH_LENGTH
    if (hashAt < 0 || prevHashAt < afterHash) return null
    const after = AFTER_PREV_HASH.exec(line.toString('latin1', afterPrevHash, afterPrevHash + AFTER_LENGTH))
    if (!after) return null

    if (scratch.length < line.length + HASH_DIGITS) scratch = Buffer.allocUnsafe(line.length * 2)
    const prevHash = line.toString('latin1', afterPrevHash - HASH_DIGITS - 1, afterPrevHash - 1)
    let length = scratch.write(prevHash, 'latin1')
    length += line.copy(scratch, length, 0, hashAt)
    length += line.copy(scratch, length, afterHash, prevHashAt)
    length += line.copy(scratch, length, afterPrevHash)
    return {
      station: after[2] ?? '',
      seq: Number(after[1]),
      prevHash,
      hash: line.toString('latin1', afterHash - HASH_DIGITS - 1, afterHash - 1),
      computedHash: hash('sha256', scratch.subarray(0, length), 'hex'),
    }
  }
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const entrySchema = z.strictObject({
  station: z.string(),
  seq: z.int().min(1),
  at: z.iso.datetime({ precision: 3 }),
  tick: z.int().min(0),
  actor: z.string(),
  subject: z.string(),
  kind: z.string(),
  version: z.int().min(1),
  body: z.json(),
  prevHash: sha256,
  hash: sha256,
})

/** Whether the line is an entry written in the one canonical way. */
export function isEntryLine(line: Buffer): boolean {
  const text = line.toString('utf8')
  try {
    const entry: unknown = JSON.parse(text)
    return entrySchema.safeParse(entry).success && canonicalText(entry) === text
  } catch {
    return false
  }
}
