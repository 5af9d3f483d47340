import { createHash } from 'node:crypto'
import { entryHash } from '../../electron/core/journal/entry-hash.ts'
import { instantOf } from '../../shared/domain/day.ts'
import { type Entry, GENESIS_HASH } from '../../shared/domain/entry.ts'

export type SomeEntries = {
  readonly station?: string
  readonly count: number
  /** The entry they continue. */
  readonly after?: Entry | undefined
  /** Length of the Chinese text in each body; 200 makes a line of about 0.85 KB. */
  readonly textLength?: number
  readonly seed?: number
}

const WORDS = '宿舍热水停供食堂价格上涨希望学校尽快处理奖学金评定程序公示补考安排校园网断续图书馆座位占用𠮷㛃'
const QUIRKS = ['"引号"', '反斜杠\\', '换行\n换行', '制表\t', '\u0001', '\u2028', '🏫', 'A·买买提']

/** Chained entries about synthetic visits. The same arguments give the same entries. */
export function someEntries({
  station = 'ZX',
  count,
  after,
  textLength = 40,
  seed = 1,
}: SomeEntries): Entry[] {
  const entries: Entry[] = []
  const words = Array.from(WORDS)
  let prevHash = after?.hash ?? GENESIS_HASH
  for (let seq = (after?.seq ?? 0) + 1; entries.length < count; seq += 1) {
    const word = (at: number) => words[(seq * 7 + at * (seed + 3)) % words.length] ?? ''
    const unchained = {
      station,
      seq,
      at: instantOf(1_780_000_000_000 + seq * 60_000),
      tick: 0,
      actor: 'wang',
      subject: `${station}-2026-${String(seq).padStart(5, '0')}`,
      kind: 'visit.registered',
      version: 1,
      body: {
        number: `${station}-2026-L${String(seq).padStart(5, '0')}`,
        matter: Array.from({ length: textLength }, (_, at) => word(at)).join(''),
        note: QUIRKS[(seq + seed) % QUIRKS.length],
        /** Members of this name must not confuse whoever looks for the entry's own. */
        hash: 'not the hash',
        people: seq % 5,
      },
      prevHash,
    }
    const entry = { ...unchained, hash: entryHash(unchained) }
    entries.push(entry)
    prevHash = entry.hash
  }
  return entries
}

/** Bytes that stand for a Word document, with their SHA-256. */
export function someDocument(text: string): readonly [sha256: string, bytes: Buffer] {
  const bytes = Buffer.from(`PK\u0003\u0004 ${text} \u0000\u0001`)
  return [createHash('sha256').update(bytes).digest('hex'), bytes]
}
