/** Bytes of a file from a place on; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>

/** One font of a file; a .ttc holds several. */
export type SfntFont = {
  /** Every family name it goes by, in every language. */
  readonly families: readonly string[]
  /** Where its list of tables begins. */
  readonly at: number
}

type Table = { readonly offset: number; readonly length: number }

/** What a sound font never exceeds; a broken or hostile file costs no more than this. */
const MOST_FONTS = 64
const MOST_TABLES = 256
const MOST_NAME_BYTES = 1 << 18
const MOST_NAMES = 4096

const COLLECTION = 0x74746366
/** TrueType, CFF and old Macintosh outlines. */
const OUTLINES: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f, 0x74727565])

/** The fonts of an sfnt file (OpenType 1.9). A few KB are read of each; what is no font gives none. */
export async function readFonts(read: ReadAt): Promise<readonly SfntFont[]> {
  const fonts: SfntFont[] = []
  for (const at of await fontOffsets(read)) {
    const name = await findTable(read, at, 'name')
    if (name !== null) fonts.push({ at, families: await familyNames(read, name) })
  }
  return fonts
}

async function fontOffsets(read: ReadAt): Promise<readonly number[]> {
  const head = await read(0, 12 + 4 * MOST_FONTS)
  if (head.length < 12) return []
  const kind = head.readUInt32BE(0)
  if (OUTLINES.has(kind)) return [0]
  if (kind !== COLLECTION) return []
  const count = Math.min(head.readUInt32BE(8), MOST_FONTS, Math.floor((head.length - 12) / 4))
  return Array.from({ length: count }, (_, index) => head.readUInt32BE(12 + 4 * index))
}

export async function findTable(read: ReadAt, at: number, tag: 'name' | 'cmap'): Promise<Table | null> {
  const head = await read(at, 12)
  if (head.length < 12 || !OUTLINES.has(head.readUInt32BE(0))) return null
  const count = Math.min(head.readUInt16BE(4), MOST_TABLES)
  const records = await read(at + 12, 16 * count)
  for (let record = 0; record + 16 <= records.length; record += 16) {
    if (records.toString('latin1', record, record + 4) === tag) {
      return { offset: records.readUInt32BE(record + 8), length: records.readUInt32BE(record + 12) }
    }
  }
  return null
}

/** Family, typographic family, and the family of weight, width and slope alone. */
const FAMILY_NAMES: ReadonlySet<number> = new Set([1, 16, 21])

async function familyNames(read: ReadAt, { offset, length }: Table): Promise<readonly string[]> {
  const table = await read(offset, Math.min(length, MOST_NAME_BYTES))
  if (table.length < 6) return []
  const count = Math.min(table.readUInt16BE(2), MOST_NAMES)
  const strings = table.readUInt16BE(4)
  const names = new Set<string>()
  for (let record = 6; record < 6 + 12 * count && record + 12 <= table.length; record += 12) {
    if (!FAMILY_NAMES.has(table.readUInt16BE(record + 6))) continue
    const start = strings + table.readUInt16BE(record + 10)
    const bytes = table.subarray(start, start + table.readUInt16BE(record + 8))
    const name = decodeName(table.readUInt16BE(record), table.readUInt16BE(record + 2), bytes)
    if (name !== '') names.add(name)
  }
  return [...names]
}

const UTF16 = new TextDecoder('utf-16be')
const GBK = new TextDecoder('gbk')
const LATIN1 = new TextDecoder('latin1')
/** Windows: 3 is GBK, everything else an office meets is Unicode. Macintosh: 25 is simplified Chinese. */
const WINDOWS_GBK = 3
const MAC_CHINESE = 25

function decodeName(platform: number, encoding: number, bytes: Buffer): string {
  const decoder =
    platform === 1
      ? encoding === MAC_CHINESE
        ? GBK
        : LATIN1
      : platform === 3 && encoding === WINDOWS_GBK
        ? GBK
        : UTF16
  return decoder.decode(bytes).replaceAll('\0', '').trim()
}
