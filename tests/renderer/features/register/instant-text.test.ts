import { describe, expect, it } from 'vitest'
import { readInstant, shownInstant } from '../../../../renderer/features/register/instant-text.ts'
import { instantOf } from '../../../../shared/domain/day.ts'
import * as fc from '../../../helpers/fast-check.ts'

describe('a time typed at the counter', () => {
  it.each([
    ['2026-11-21 09:30', '2026-11-21T01:30:00.000Z'],
    ['2026-1-5 9:05', '2026-01-05T01:05:00.000Z'],
    ['9:30', '2026-11-20T01:30:00.000Z'],
    ['930', '2026-11-20T01:30:00.000Z'],
    ['0：15', '2026-11-19T16:15:00.000Z'],
  ])('reads “%s” in Shanghai', (typed, instant) => {
    expect(readInstant(typed, '2026-11-20')).toBe(instant)
  })

  it.each(['', '9点半', '25:00', '9:60', '2026-02-30 09:00'])('does not make a time of “%s”', (typed) => {
    expect(readInstant(typed, '2026-11-20')).toBeNull()
  })

  it('reads back every minute it shows', () => {
    const minutes = fc.integer({ min: 0, max: 60_000_000 })
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = instantOf(minute * 60_000)
        expect(readInstant(shownInstant(instant), '2000-01-01')).toBe(instant)
      }),
    )
  })

  it('shows what is no time as it was typed', () => {
    expect(shownInstant('九点半')).toBe('九点半')
    expect(shownInstant(null)).toBe('')
  })
})
