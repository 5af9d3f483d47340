import { describe, expect, it } from 'vitest'
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  isDay,
  parseDay,
  timeOf,
  weekday,
  yearOf,
} from '../../../shared/domain/day.ts'
import * as fc from '../../helpers/fast-check.ts'

const aDay = fc.integer({ min: -20_000, max: 60_000 }).map(dayFromNumber)

describe('a day', () => {
  it.each(['2026-01-01', '2024-02-29', '2000-02-29', '1999-12-31'])('accepts %s', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
  ])('refuses %j', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => parseDay(text)).toThrow(RangeError)
  })

  it('survives the way to its number and back', () => {
    fc.assert(fc.property(aDay, (day) => isDay(day) && dayFromNumber(dayNumber(day)) === day))
  })

  it('is as far from another as was added', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: -800, max: 800 }),
        (day, n) => daysBetween(day, addDays(day, n)) === n,
      ),
    )
  })

  it('sorts as text as it does in time', () => {
    fc.assert(fc.property(aDay, aDay, (a, b) => a < b === daysBetween(a, b) > 0))
  })

  it('steps over the end of February and of the year', () => {
    expect(addDays(parseDay('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(parseDay('2025-02-28'), 1)).toBe('2025-03-01')
    expect(addDays(parseDay('2026-01-01'), -1)).toBe('2025-12-31')
  })

  it('knows its weekday and its year', () => {
    expect([weekday(parseDay('2026-11-22')), weekday(parseDay('2026-11-28'))]).toEqual([0, 6])
    expect(yearOf(parseDay('2026-11-22'))).toBe(2026)
  })

  it('moves one weekday on with each day', () => {
    fc.assert(fc.property(aDay, (day) => weekday(addDays(day, 1)) === (weekday(day) + 1) % 7))
  })
})

describe('the day and time of a moment in Shanghai', () => {
  it.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21', '23:59'],
    ['2026-11-21T16:00:00.000Z', '2026-11-22', '00:00'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01', '00:00'],
    ['2026-07-01T01:05:00.000Z', '2026-07-01', '09:05'],
  ])('of %s are %s %s', (at, day, time) => {
    const instant = instantOf(Date.parse(at))

    expect<Instant>(instant).toBe(at)
    expect<Day>(dayOf(instant)).toBe(day)
    expect(timeOf(instant)).toBe(time)
  })
})
