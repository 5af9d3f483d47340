import { describe, expect, it } from 'vitest'
import { NO_SCAN, scanKey } from '../../../renderer/app/scanner.ts'
import { petitionNumber, scanText } from '../../../shared/rules/numbering.ts'

const number = petitionNumber('ZX', 2026, 12)

function type(text: string, everyMs: number, before = '') {
  let atMs = 1_000
  let state = NO_SCAN
  const found: string[] = []
  for (const key of [...before.split(''), ...text.split(''), 'Enter']) {
    atMs += everyMs
    const result = scanKey(state, key, atMs)
    if (result.kind === 'petition') found.push(result.number)
    state = result.kind === 'waiting' ? result.state : NO_SCAN
  }
  return found
}

describe('a scan', () => {
  it('opens the petition its text names', () => {
    expect(type(scanText(number, 'ZX-2026-D00034'), 8)).toEqual([number])
  })

  it('is found behind letters that were typed just before it', () => {
    expect(type(scanText(number, 'ZX-2026-D00034'), 8, '宿舍')).toEqual([number])
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
    for (const letter of [...scanText(number, 'D1').split(''), 'Enter']) {
      for (const key of /[A-Z]/.test(letter) && letter.length === 1 ? ['Shift', letter] : [letter]) {
        atMs += 5
        const result = scanKey(state, key, atMs)
        if (result.kind === 'petition') found.push(result.number)
        else state = result.state
      }
    }
    expect(found).toEqual([number])
  })
})
