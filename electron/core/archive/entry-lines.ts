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
/** What follows the body, from the entry's own hash on. The kind is whatever stands between the two. */
const AFTER_BODY =
  /^,"hash":"([0-9a-f]{64})"(,"kind":".*"),"prevHash":"([0-9a-f]{64})"(,"seq":(\d+),"station":"([A-Z0-9]+)".*)$/s
/** Room for all of it but the body, unless a text is uncommonly long. */
const TAIL_LENGTH = 512

/**
 * Reads lines without their line feed; null for one that does not even look like an entry. Works on the bytes, because
 * reading them as JSON and writing them again takes longer than PostgreSQL takes to store them. In canonical JSON the
 * last `,"hash":"` is the entry's own: only plain texts and numbers come after it, and there a quote is escaped.
 */
export function createLineReader(): (line: Buffer) => EntryLine | null {
  let scratch = Buffer.allocUnsafe(16 * 1024)

  return (line) => {
    const tail = tailOf(line, TAIL_LENGTH) ?? tailOf(line, line.length)
    const parts = tail === null ? null : AFTER_BODY.exec(tail)
    if (tail === null || !parts) return null
    const [, hashed = '', kind = '', prevHash = '', rest = '', seq, station = ''] = parts

    if (scratch.length < line.length + prevHash.length) scratch = Buffer.allocUnsafe(line.length * 2)
    let length = scratch.write(prevHash, 'latin1')
    length += line.copy(scratch, length, 0, line.length - tail.length)
    length += scratch.write(kind, length, 'latin1')
    length += scratch.write(rest, length, 'latin1')
    const computedHash = hash('sha256', scratch.subarray(0, length), 'hex')
    return { station, seq: Number(seq), prevHash, hash: hashed, computedHash }
  }
}

/** From the entry's own hash on, byte for byte as one character each; null when it does not begin in these bytes. */
function tailOf(line: Buffer, length: number): string | null {
  const text = line.toString('latin1', Math.max(0, line.length - length))
  const start = text.lastIndexOf(HASH_INTRO)
  return start < 0 ? null : text.slice(start)
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
