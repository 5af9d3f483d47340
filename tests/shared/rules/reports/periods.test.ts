import { describe, expect, it } from 'vitest'
import { addDays, dayFromNumber, dayNumber, parseDay, weekday } from '../../../../shared/domain/day.ts'
import {
  neighbour,
  PERIOD_KINDS,
  type PeriodKind,
  periodOf,
  readPeriod,
} from '../../../../shared/rules/reports/periods.ts'
import * as fc from '../../../helpers/fast-check.ts'

const TABLE = {
  saved: [],
  defaults: { first: { from: '09-01', to: '01-15' }, second: { from: '03-01', to: '07-10' } },
}
const kinds = Object.keys(PERIOD_KINDS) as PeriodKind[]
const someDay = fc
  .integer({ min: dayNumber(parseDay('2019-01-01')), max: dayNumber(parseDay('2035-12-31')) })
  .map(dayFromNumber)

describe('periods', () => {
  it.each([
    ['2026-2027-1', 'semester', '2026-07-11', '2027-01-15', '2026—2027学年第一学期'],
    ['2026-W47', 'week', '2026-11-16', '2026-11-22', '2026年第47周（11月16日至11月22日）'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03', '2026年第53周（12月28日至1月3日）'],
    ['2026-11', 'month', '2026-11-01', '2026-11-30', '2026年11月'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29', '2028年2月'],
    ['2026-11-20', 'day', '2026-11-20', '2026-11-20', '2026年11月20日'],
  ])('reads %s', (id, kind, from, to, name) => {
    expect(readPeriod(id, TABLE)).toEqual({ kind, id, from, to, name })
  })

  it.each(['2026-2028-1', '2026-2027-3', '2027-W53', '2026-W00', '2026-13', '2026-02-30', '本周', ''])(
    'does not read %s',
    (id) => expect(readPeriod(id, TABLE)).toBeNull(),
  )

  it('lie around their day, are read back from their name, and leave no day between neighbours', () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...kinds), (day, kind) => {
        const period = periodOf(kind, day, TABLE)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(readPeriod(period.id, TABLE)).toEqual(period)
        expect(neighbour(period, 1, TABLE).from).toBe(addDays(period.to, 1))
        expect(neighbour(neighbour(period, 1, TABLE), -1, TABLE)).toEqual(period)
        if (kind === 'week') expect(weekday(period.from)).toBe(1)
      }),
    )
  })
})
