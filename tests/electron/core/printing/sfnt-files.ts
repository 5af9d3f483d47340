/** Hand-made font files: a name table and a character map, and nothing to draw with. */

type Name = {
  readonly platform: number
  readonly encoding: number
  readonly id: number
  readonly bytes: Buffer
}

export function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

export function nameTable(names: readonly Name[]): Buffer {
  const strings = Buffer.concat(names.map(({ bytes }) => bytes))
  const head = Buffer.alloc(6 + 12 * names.length)
  head.writeUInt16BE(names.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  for (const [at, { platform, encoding, id, bytes }] of names.entries()) {
    const record = 6 + 12 * at
    head.writeUInt16BE(platform, record)
    head.writeUInt16BE(encoding, record + 2)
    head.writeUInt16BE(id, record + 6)
    head.writeUInt16BE(bytes.length, record + 8)
    head.writeUInt16BE(offset, record + 10)
    offset += bytes.length
  }
  return Buffer.concat([head, strings])
}

/** Format 12: whole ranges. */
export function wideMap(ranges: readonly (readonly [number, number])[]): Buffer {
  const table = Buffer.alloc(16 + 12 * ranges.length)
  table.writeUInt16BE(12, 0)
  table.writeUInt32BE(table.length, 4)
  table.writeUInt32BE(ranges.length, 12)
  for (const [at, [first, last]] of ranges.entries()) {
    table.writeUInt32BE(first, 16 + 12 * at)
    table.writeUInt32BE(last, 20 + 12 * at)
    table.writeUInt32BE(1, 24 + 12 * at)
  }
  return table
}

/** Format 4: two segments by their distance, one by a list of glyphs in which 0 is none. */
export function narrowMap(
  byDelta: readonly [number, number],
  listed: number,
  glyphs: readonly number[],
): Buffer {
  const segments = [
    [byDelta[0], byDelta[1], 7, 0],
    [listed, listed + glyphs.length - 1, 0, 4],
    [0xffff, 0xffff, 1, 0],
  ]
  const table = Buffer.alloc(16 + 8 * segments.length + 2 * glyphs.length)
  table.writeUInt16BE(4, 0)
  table.writeUInt16BE(table.length, 2)
  table.writeUInt16BE(2 * segments.length, 6)
  const size = 2 * segments.length
  for (const [at, [first = 0, last = 0, delta = 0, offset = 0]] of segments.entries()) {
    table.writeUInt16BE(last, 14 + 2 * at)
    table.writeUInt16BE(first, 16 + size + 2 * at)
    table.writeUInt16BE(delta, 16 + 2 * size + 2 * at)
    table.writeUInt16BE(offset, 16 + 3 * size + 2 * at)
  }
  for (const [at, glyph] of glyphs.entries()) table.writeUInt16BE(glyph, 16 + 4 * size + 2 * at)
  return table
}

export function mapTable(
  maps: readonly (readonly [platform: number, encoding: number, map: Buffer])[],
): Buffer {
  const head = Buffer.alloc(4 + 8 * maps.length)
  head.writeUInt16BE(maps.length, 2)
  let offset = head.length
  for (const [at, [platform, encoding, map]] of maps.entries()) {
    head.writeUInt16BE(platform, 4 + 8 * at)
    head.writeUInt16BE(encoding, 6 + 8 * at)
    head.writeUInt32BE(offset, 8 + 8 * at)
    offset += map.length
  }
  return Buffer.concat([head, ...maps.map(([, , map]) => map)])
}

/** One font whose tables begin `from` bytes into the file. */
export function font(tables: Readonly<Record<string, Buffer>>, from = 0): Buffer {
  const entries = Object.entries(tables)
  const head = Buffer.alloc(12 + 16 * entries.length)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(entries.length, 4)
  let offset = from + head.length
  for (const [at, [tag, table]] of entries.entries()) {
    head.write(tag, 12 + 16 * at, 'latin1')
    head.writeUInt32BE(offset, 12 + 16 * at + 8)
    head.writeUInt32BE(table.length, 12 + 16 * at + 12)
    offset += table.length
  }
  return Buffer.concat([head, ...entries.map(([, table]) => table)])
}

/** A .ttc of several fonts. */
export function collection(fonts: readonly Readonly<Record<string, Buffer>>[]): Buffer {
  const head = Buffer.alloc(12 + 4 * fonts.length)
  head.write('ttcf', 0, 'latin1')
  head.writeUInt32BE(fonts.length, 8)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [at, tables] of fonts.entries()) {
    head.writeUInt32BE(offset, 12 + 4 * at)
    const made = font(tables, offset)
    parts.push(made)
    offset += made.length
  }
  return Buffer.concat(parts)
}
