import { PNG } from 'pngjs'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrPng } from '../../../../electron/core/documents/qr.ts'

const TEXT = 'XF/ZX-2026-00012-K/ZX-2026-D00034'

/** The picture's modules as another library reads them: one sample from the middle of each. */
function modulesOf(png: Uint8Array): boolean[][] {
  const { width, height, data } = PNG.sync.read(png)
  expect(width).toBe(height)
  const size = width / 8
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_unused, x) => data[((y * 8 + 4) * width + x * 8 + 4) * 4] === 0),
  )
}

describe('a QR code', () => {
  it('is the code of its text with a quiet zone of four modules', () => {
    const modules = modulesOf(Buffer.from(qrPng(TEXT)))
    const { data } = encode(TEXT, { ecc: 'M', border: 4, maskPattern: 2 })
    expect(modules).toEqual(data)
    for (const edge of [modules[0], modules[3], modules.at(-1), modules.at(-4)])
      expect(edge).not.toContain(true)
  })

  it('of a petition and a document has few enough modules to be printed 13 mm wide', () => {
    // 0.35 mm to a module is what hand-held scanners read without care.
    expect(13 / modulesOf(Buffer.from(qrPng(TEXT))).length).toBeGreaterThan(0.35)
  })

  it('has pure black and white pixels, every one', () => {
    const { data } = PNG.sync.read(Buffer.from(qrPng(TEXT)))
    expect(new Set(data)).toEqual(new Set([0, 255]))
  })
})
