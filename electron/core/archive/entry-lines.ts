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

const HASH_INTRO = ',"hash":"'
const PREV_HASH_INTRO = ',"prevHash":"'
const HASH_DIGITS = 64
const HASH_LENGTH = HASH_INTRO.length + HASH_DIGITS + 1
const PREV_HASH_LENGTH = PREV_HASH_INTRO.length + HASH_DIGITS + 1

/** Begins right after `prevHash`. */
const PLACE = /^,"seq":(\d+),"station":"([A-Z0-9]+)",/
const PLACE_LENGTH = 64

export type LineReader = {
  /** The line's hash when it is the entry expected at this place and what it says is true; null leaves open what is not. */
  next(
    start: number,
    end: number,
    expected: { readonly seq: number; readonly prevHash: string },
  ): string | null
  /** What the line says; null when it does not even look like an entry. */
  read(start: number, end: number): EntryLine | null
}

/**
 * Reads lines from their bytes, of which each becomes one character: reading them as JSON and writing them again takes
 * longer than PostgreSQL takes to store them. In canonical JSON the last `,"hash":"` of a line is the entry's own: only
 * plain texts and numbers come after it, and there a quote is escaped.
 */
export function createLineReader(file: Buffer, station: string): LineReader {
  const text = file.toString('latin1')
  let scratch = Buffer.allocUnsafe(16 * 1024)

  const digitsAt = (at: number) => text.slice(at, at + HASH_DIGITS)

  /** SHA-256 over `prevHash` and the line without its own `hash` and `prevHash`. */
  function computeHash(start: number, end: number, hashAt: number, prevHashAt: number): string {
    if (scratch.length < end - start + HASH_DIGITS) scratch = Buffer.allocUnsafe((end - start) * 2)
    let length = file.copy(
      scratch,
      0,
      prevHashAt + PREV_HASH_LENGTH - 1 - HASH_DIGITS,
      prevHashAt + PREV_HASH_LENGTH - 1,
    )
    length += file.copy(scratch, length, start, hashAt)
    length += file.copy(scratch, length, hashAt + HASH_LENGTH, prevHashAt)
    length += file.copy(scratch, length, prevHashAt + PREV_HASH_LENGTH, end)
    return hash('sha256', scratch.subarray(0, length), 'hex')
  }

  return {
    next: (start, end, { seq, prevHash }) => {
      const prevHashAt = text.lastIndexOf(PREV_HASH_INTRO, end)
      const hashAt = text.lastIndexOf(HASH_INTRO, prevHashAt)
      if (hashAt < start || prevHashAt < hashAt + HASH_LENGTH) return null
      const expected = `${PREV_HASH_INTRO}${prevHash}","seq":${seq},"station":"${station}",`
      if (!text.startsWith(expected, prevHashAt)) return null
      const computed = computeHash(start, end, hashAt, prevHashAt)
      return text.startsWith(`${HASH_INTRO}${computed}"`, hashAt) ? computed : null
    },
    read: (start, end) => {
      const prevHashAt = text.lastIndexOf(PREV_HASH_INTRO, end)
      const hashAt = text.lastIndexOf(HASH_INTRO, prevHashAt)
      if (hashAt < start || prevHashAt < hashAt + HASH_LENGTH) return null
      const place = PLACE.exec(
        text.slice(
          prevHashAt + PREV_HASH_LENGTH,
          Math.min(end, prevHashAt + PREV_HASH_LENGTH + PLACE_LENGTH),
        ),
      )
      return (
        place && {
          station: place[2] ?? '',
          seq: Number(place[1]),
          prevHash: digitsAt(prevHashAt + PREV_HASH_INTRO.length),
          hash: digitsAt(hashAt + HASH_INTRO.length),
          computedHash: computeHash(start, end, hashAt, prevHashAt),
        }
      )
    },
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
