import { describe, expect, it } from 'vitest'
import { NO_SCAN, scanKey } from '../../../renderer/app/scanner.ts'
import { petitionNumber, readScan, scanText } from '../../../shared/rules/numbering.ts'

const number = petitionNumber('ZX', 2026, 12)

function type(text: string, everyMs: number, before = '') {
  let atMs = 1_000
  let state = NO_SCAN
  const found: string[] = []
  for (const key of [...before.split(''), ...text.split(''), 'Enter']) {
    atMs += everyMs
    const result = scanKey(state, key, atMs)
    if (result.kind === 'code') found.push(result.text)
    state = result.kind === 'waiting' ? result.state : NO_SCAN
  }
  return found
}

describe('a scan', () => {
  it('gives the code of a petition’s paper, and of a paper about none', () => {
    expect(type(scanText(number, 'ZX-2026-D00034'), 8)).toEqual([`XF/${number}/ZX-2026-D00034`])
    expect(type(scanText(null, 'ZX-2026-D00034'), 8)).toEqual(['XF/-/ZX-2026-D00034'])
  })

  it('is found behind letters that were typed just before it', () => {
    expect(type(scanText(number, 'ZX-2026-D00034'), 8, '宿舍')).toEqual([`XF/${number}/ZX-2026-D00034`])
  })

  it('is none when it is typed with pauses', () => {
    expect(type(scanText(number, 'ZX-2026-D00034'), 400)).toEqual([])
  })

  it('is none when its check character is wrong', () => {
    const wrong = number.replace(/.$/, number.endsWith('0') ? '1' : '0')
    expect(type(scanText(wrong, 'ZX-2026-D00034'), 8)).toEqual([])
  })

  it('survives the Shift a scanner presses for capital letters', () => {
    let state = NO_SCAN
    const found: string[] = []
    let atMs = 0
    for (const letter of [...scanText(number, 'ZX-2026-D00034').split(''), 'Enter']) {
      for (const key of /[A-Z]/.test(letter) && letter.length === 1 ? ['Shift', letter] : [letter]) {
        atMs += 5
        const result = scanKey(state, key, atMs)
        if (result.kind === 'code') found.push(result.text)
        else state = result.state
      }
    }
    expect(found).toEqual([`XF/${number}/ZX-2026-D00034`])
  })
})

describe('what a code says', () => {
  const document = 'ZX-2026-D00034'

  it('is read from a whole code, from a number typed by hand, and from full-width letters', () => {
    expect(readScan(scanText(number, document))).toEqual({ petition: number, document })
    expect(readScan(scanText(null, document))).toEqual({ petition: null, document })
    expect(readScan(` ${number.toLowerCase()} `)).toEqual({ petition: number, document: null })
    expect(readScan('ｚｘ－2026－Ｄ00034')).toEqual({ petition: null, document })
  })

  it('is nothing when part of it was misread', () => {
    for (const text of [
      '',
      'XF/',
      'XF/-/',
      'XF/ZX-2026-00012-@/ZX-2026-D00034',
      'https://example.org',
      'ZX-2026-D1',
    ])
      expect(readScan(text), text).toBeNull()
  })
})
