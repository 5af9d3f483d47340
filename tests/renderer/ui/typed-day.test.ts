import { describe, expect, it } from 'vitest'
import { dayOfTyped } from '../../../renderer/ui/typed-day.ts'
import { dayFromNumber, dayNumber, daysBetween, parseDay } from '../../../shared/domain/day.ts'
import * as fc from '../../helpers/fast-check.ts'

const today = parseDay('2026-11-20')
const someDay = fc
  .integer({ min: dayNumber(parseDay('1990-01-01')), max: dayNumber(parseDay('2199-12-31')) })
  .map(dayFromNumber)

describe('a typed day', () => {
  it.each([
    ['2026-12-5', '2026-12-05'],
    ['20261205', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    ['2026.12.5', '2026-12-05'],
    ['12-5', '2026-12-05'],
    ['1205', '2026-12-05'],
    ['12月5日 周六', '2026-12-05'],
    ['１２－５', '2026-12-05'],
    ['1-5', '2027-01-05'],
    ['6.1', '2026-06-01'],
  ])('%s means %s', (typed, day) => {
    expect(dayOfTyped(typed, today)).toBe(day)
  })

  it.each(['', '2026-02-30', '13-1', '周五', 'abc', '2026', '2026-12'])('%j is none', (typed) => {
    expect(dayOfTyped(typed, today)).toBeNull()
  })

  it('comes back from its full form, and without its year is never further than half a year away', () => {
    fc.assert(
      fc.property(someDay, someDay, (day, now) => {
        expect(dayOfTyped(day, now)).toBe(day)
        const near = dayOfTyped(day.slice(5), now)
        // The 29th of February may have to wait for a leap year that is not among the neighbouring ones.
        if (near === null) expect(day.slice(5)).toBe('02-29')
        else if (!near.endsWith('02-29')) expect(Math.abs(daysBetween(now, near))).toBeLessThanOrEqual(183)
      }),
    )
  })
})
