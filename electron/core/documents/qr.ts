import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** A module is as many pixels wide as a byte has bits, so that it is one byte of a row, and large enough to print sharp. */
const PIXELS = 8
/** The quiet zone the standard of the code asks for (ISO/IEC 18004), in modules. */
const QUIET = 4
/** Readers take any of the eight masks; trying them all costs eight times the code itself. */
const MASK = 2

const WHITE = 0xff
const BLACK = 0x00

/** A QR code as PNG, black on white, one bit to a pixel; the same text gives the same bytes. */
export function qrPng(text: string): Uint8Array {
  const { data } = encode(text, { ecc: 'M', border: 0, maskPattern: MASK })
  return bitmapPng(data, data.length + 2 * QUIET)
}

/** PNG (ISO/IEC 15948). Written here: the libraries at hand know no fewer than eight bits to a pixel. */
function bitmapPng(modules: readonly (readonly boolean[])[], size: number): Uint8Array {
  const stride = size + 1
  const pixels = Buffer.alloc(stride * size * PIXELS, WHITE)
  for (let row = 0; row < size * PIXELS; row += 1) pixels[row * stride] = NO_FILTER
  for (const [y, row] of modules.entries()) {
    const first = (y + QUIET) * PIXELS * stride
    for (const [x, dark] of row.entries()) if (dark) pixels[first + 1 + QUIET + x] = BLACK
    for (let copy = 1; copy < PIXELS; copy += 1)
      pixels.copy(pixels, first + copy * stride, first, first + stride)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size * PIXELS, 0)
  header.writeUInt32BE(size * PIXELS, 4)
  header[8] = 1
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const NO_FILTER = 0

function chunk(type: 'IHDR' | 'IDAT' | 'IEND', data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  data.copy(whole, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
  return whole
}
