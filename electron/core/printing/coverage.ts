import { findTable, type ReadAt } from './sfnt.ts'

/** Can the font draw the character? */
export type Coverage = (codePoint: number) => boolean

type Range = readonly [first: number, last: number]

/** The largest character maps of Chinese fonts have some hundred KB. */
const MOST_CMAP_BYTES = 4 << 20
const MOST_SUBTABLES = 64
const MOST_GROUPS = 200_000

/** Which characters a font draws, from its `cmap`: formats 4 and 12, as every Chinese font has them. */
export async function readCoverage(read: ReadAt, font: number): Promise<Coverage> {
  const table = await findTable(read, font, 'cmap')
  if (table === null) return () => false
  const cmap = await read(table.offset, Math.min(table.length, MOST_CMAP_BYTES))
  const ranges = subtables(cmap).flatMap((at) => rangesOf(cmap, at))
  return covers(merged(ranges))
}

/** Those of Unicode, on any platform. */
function subtables(cmap: Buffer): readonly number[] {
  if (cmap.length < 4) return []
  const count = Math.min(cmap.readUInt16BE(2), MOST_SUBTABLES)
  const found = new Set<number>()
  for (let record = 4; record < 4 + 8 * count && record + 8 <= cmap.length; record += 8) {
    const [platform, encoding] = [cmap.readUInt16BE(record), cmap.readUInt16BE(record + 2)]
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))
    if (unicode) found.add(cmap.readUInt32BE(record + 4))
  }
  return [...found]
}

function rangesOf(cmap: Buffer, at: number): readonly Range[] {
  if (at + 16 > cmap.length) return []
  const format = cmap.readUInt16BE(at)
  if (format === 4) return segments(cmap, at)
  return format === 12 ? groups(cmap, at) : []
}

function groups(cmap: Buffer, at: number): readonly Range[] {
  const count = Math.min(cmap.readUInt32BE(at + 12), MOST_GROUPS, Math.floor((cmap.length - at - 16) / 12))
  return Array.from({ length: Math.max(0, count) }, (_, index): Range => {
    const group = at + 16 + 12 * index
    return [cmap.readUInt32BE(group), cmap.readUInt32BE(group + 4)]
  })
}

/** A segment may leave characters out: they are given glyph 0. */
function segments(cmap: Buffer, at: number): readonly Range[] {
  const size = cmap.readUInt16BE(at + 6)
  const ends = at + 14
  const starts = ends + size + 2
  const [deltas, offsets] = [starts + size, starts + 2 * size]
  if (offsets + size > cmap.length) return []
  const ranges: [number, number][] = []
  for (let segment = 0; segment < size; segment += 2) {
    const [first, last] = [cmap.readUInt16BE(starts + segment), cmap.readUInt16BE(ends + segment)]
    const delta = cmap.readUInt16BE(deltas + segment)
    const offset = cmap.readUInt16BE(offsets + segment)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const place = offsets + segment + offset + 2 * (code - first)
      const stored = offset === 0 ? code : place + 2 <= cmap.length ? cmap.readUInt16BE(place) : 0
      const drawn = offset === 0 ? ((code + delta) & 0xffff) !== 0 : stored !== 0
      if (!drawn) continue
      const before = ranges.at(-1)
      if (before !== undefined && before[1] === code - 1) before[1] = code
      else ranges.push([code, code])
    }
  }
  return ranges
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const whole: [number, number][] = []
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = whole.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else whole.push([first, last])
  }
  return whole
}

function covers(ranges: readonly Range[]): Coverage {
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const [first, last] = ranges[middle] ?? [0, 0]
      if (codePoint < first) high = middle - 1
      else if (codePoint > last) low = middle + 1
      else return true
    }
    return false
  }
}
