import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip archive, compressed once and written as often as one likes. */
export type ZipEntry = {
  /** Local header with its name, then the compressed bytes. */
  readonly local: Buffer
  /** Record of the central directory, still without the entry's offset. */
  readonly central: Buffer
}

const STORED = 0
const DEFLATED = 8
const VERSION = 20
/** 1 January 1980, the first day zip knows: the same paper gives the same bytes on every day. */
const DOS_DATE = 0x0021
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const OFFSET_AT = 42

/** `small` once for all papers, `fast` for each of them, `store` for what is compressed already or too short to gain. */
export type Packing = 'small' | 'fast' | 'store'

const LEVELS = { small: 9, fast: 2 } as const

/** Names are ASCII. */
export function zipEntry(name: string, content: Uint8Array | string, how: Packing = 'small'): ZipEntry {
  const plain = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const packed = how === 'store' ? plain : deflateRawSync(plain, { level: LEVELS[how] })
  return packedEntry(name, {
    packed,
    method: how === 'store' ? STORED : DEFLATED,
    crc: crc32(plain),
    size: plain.length,
  })
}

export type Packed = {
  readonly packed: Uint8Array
  readonly method: 0 | 8
  /** CRC-32 and length of what was packed. */
  readonly crc: number
  readonly size: number
}

/** What somebody else has packed already. */
export function packedEntry(name: string, { packed, method, crc, size }: Packed): ZipEntry {
  const nameBytes = Buffer.from(name, 'latin1')
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(nameBytes.length, 22)
  const local = Buffer.alloc(LOCAL_SIZE + nameBytes.length + packed.length)
  local.writeUInt32LE(0x04034b50, 0)
  fields.copy(local, 4)
  nameBytes.copy(local, LOCAL_SIZE)
  local.set(packed, LOCAL_SIZE + nameBytes.length)
  const central = Buffer.alloc(CENTRAL_SIZE + nameBytes.length)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(VERSION, 4)
  fields.copy(central, 6)
  nameBytes.copy(central, CENTRAL_SIZE)
  return { local, central }
}

export function zip(entries: readonly ZipEntry[]): Buffer {
  let offset = 0
  const directory = entries.map(({ local, central }) => {
    const record = Buffer.from(central)
    record.writeUInt32LE(offset, OFFSET_AT)
    offset += local.length
    return record
  })
  const size = directory.reduce((sum, record) => sum + record.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...entries.map(({ local }) => local), ...directory, end])
}
