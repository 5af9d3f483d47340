import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** Pixels to a module: large enough that no reader blurs it when scaling to millimetres. */
const PIXELS = 8
/** The quiet zone the standard of the code asks for (ISO/IEC 18004), in modules. */
const QUIET = 4

/** A QR code as PNG, black on white, one bit to a pixel; the same text gives the same bytes. */
export function qrPng(text: string): Uint8Array {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  return bitmapPng(size * PIXELS, (x, y) => data[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)] === true)
}

/** PNG (ISO/IEC 15948) of a square bitmap. Written here: the libraries know only eight bits to a pixel and more. */
function bitmapPng(size: number, isBlack: (x: number, y: number) => boolean): Uint8Array {
  const stride = Math.ceil(size / 8)
  const rows = Buffer.alloc((stride + 1) * size)
  for (let y = 0; y < size; y += 1) {
    const start = y * (stride + 1)
    const above = start - (stride + 1)
    // Rows of one module are alike: all but the first are copied.
    if (y % PIXELS > 0) {
      rows.copy(rows, start, above, start)
      continue
    }
    for (let x = 0; x < size; x += 1) {
      if (!isBlack(x, y)) rows[start + 1 + (x >> 3)] = (rows[start + 1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header[8] = 1
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: 'IHDR' | 'IDAT' | 'IEND', data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
