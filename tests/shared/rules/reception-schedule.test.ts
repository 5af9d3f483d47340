import { describe, expect, it } from 'vitest'
import { addDays, type Day, parseDay } from '../../../shared/domain/day.ts'
import type { ReceptionRule } from '../../../shared/domain/reception.ts'
import {
  cutOffOf,
  hoursOn,
  leadersInTurn,
  regularDays,
  scheduledDays,
} from '../../../shared/rules/reception-schedule.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import * as fc from '../../helpers/fast-check.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const { calendar } = DEFAULTS
const day = parseDay

/** Wednesdays, as 《办法》 一（三）2 has it. */
function aRule(changes: Partial<ReceptionRule> = {}): ReceptionRule {
  return {
    frequency: { kind: 'weekly', weekday: 3 },
    from: day('2026-01-01'),
    until: null,
    winter: { start: '14:00', end: '16:30' },
    summer: { from: '05-01', until: '09-30', hours: { start: '14:30', end: '17:00' } },
    holiday: 'skip',
    vacations: [],
    ...changes,
  }
}

const days = (rule: ReceptionRule, from: string, until: string) =>
  scheduledDays(rule, calendar, day(from), day(until))

describe('a weekly rule', () => {
  it('keeps every Wednesday and says why one is not held', () => {
    const found = days(aRule(), '2026-09-28', '2026-10-18')
    expect(found.map(({ regular, day: held, kind }) => [regular, held, kind])).toEqual([
      ['2026-09-30', '2026-09-30', 'kept'],
      ['2026-10-07', null, 'skipped'],
      ['2026-10-14', '2026-10-14', 'kept'],
    ])
    expect(found[1]?.why).toMatch(/^10月7日国庆节.*放假，按规定取消一次$/)
    expect(found[0]?.why).toBe('周三，工作日')
  })

  it('moves before or after a holiday to the nearest working day, with its name', () => {
    const thursdays = aRule({ frequency: { kind: 'weekly', weekday: 4 }, holiday: 'before' })
    expect(days(thursdays, '2026-09-28', '2026-10-02')).toMatchObject([
      { regular: '2026-10-01', day: '2026-09-30', kind: 'moved', start: '14:30' },
    ])
    const after = days(aRule({ holiday: 'after' }), '2026-10-01', '2026-10-10')
    expect(after).toMatchObject([{ regular: '2026-10-07', day: '2026-10-08', kind: 'moved' }])
    expect(after[0]?.why).toContain('顺延到10月8日（周四）')
  })

  it('does not hold two on one day: what would be moved onto another is dropped', () => {
    const found = days(aRule({ holiday: 'before' }), '2026-09-28', '2026-10-10')
    expect(found.map(({ regular, day: held, kind }) => [regular, held, kind])).toEqual([
      ['2026-09-30', '2026-09-30', 'kept'],
      ['2026-10-07', null, 'skipped'],
    ])
    expect(found[1]?.why).toContain('9月30日已有接待日')
  })

  it('drops the second of two that would be moved to the same day', () => {
    const dates = [day('2026-10-01'), day('2026-10-02')]
    const found = days(
      aRule({ frequency: { kind: 'dates', dates }, holiday: 'after' }),
      '2026-10-01',
      '2026-10-10',
    )
    expect(found.map(({ day: held, kind }) => [held, kind])).toEqual([
      ['2026-10-08', 'moved'],
      [null, 'skipped'],
    ])
  })

  it('rests in vacations, and says which', () => {
    const vacations = [{ name: '寒假', from: day('2026-01-18'), until: day('2026-02-28') }]
    const found = days(aRule({ vacations }), '2026-01-12', '2026-01-31')
    expect(found.map(({ kind }) => kind)).toEqual(['kept', 'suspended', 'suspended'])
    expect(found[1]?.why).toBe('寒假（1月18日至2月28日）暂停接待')
  })
})

describe('the other frequencies', () => {
  it('come every second week from the week the rule begins in', () => {
    const rule = aRule({ frequency: { kind: 'fortnightly', weekday: 1 }, from: day('2026-03-04') })
    expect(regularDays(rule, day('2026-03-01'), day('2026-04-15'))).toEqual([
      '2026-03-16',
      '2026-03-30',
      '2026-04-13',
    ])
  })

  it('come on the first and last Thursday of a month', () => {
    const rule = aRule({ frequency: { kind: 'monthly', weekday: 4, weeks: [1, 5] } })
    expect(regularDays(rule, day('2026-04-01'), day('2026-05-31'))).toEqual([
      '2026-04-02',
      '2026-04-30',
      '2026-05-07',
      '2026-05-28',
    ])
  })

  it('are the dates listed, once each and in order', () => {
    const dates = [day('2026-11-18'), day('2026-11-04'), day('2026-11-18')]
    const rule = aRule({ frequency: { kind: 'dates', dates } })
    expect(regularDays(rule, day('2026-11-01'), day('2026-11-30'))).toEqual(['2026-11-04', '2026-11-18'])
  })
})

describe('the hours', () => {
  it('follow the season, also one that reaches over the new year', () => {
    expect(hoursOn(aRule(), day('2026-09-30')).start).toBe('14:30')
    expect(hoursOn(aRule(), day('2026-10-14')).start).toBe('14:00')
    const southern = aRule({
      summer: { from: '11-01', until: '02-28', hours: { start: '15:00', end: '17:00' } },
    })
    expect(hoursOn(southern, day('2026-01-05')).start).toBe('15:00')
    expect(hoursOn(southern, day('2026-06-05')).start).toBe('14:00')
  })
})

describe('the turns of the leaders', () => {
  it('go round, after whoever had the last', () => {
    expect(leadersInTurn(['A', 'B', 'C'], null, 4)).toEqual(['A', 'B', 'C', 'A'])
    expect(leadersInTurn(['A', 'B', 'C'], 'B', 2)).toEqual(['C', 'A'])
    expect(leadersInTurn(['A', 'B'], 'Z', 2)).toEqual(['A', 'B'])
  })
})

describe('the end of bookings', () => {
  it('is counted back in working days, over a holiday', () => {
    expect(cutOffOf(calendar, day('2026-10-08'), { workingDays: 1, time: '16:00' })).toEqual({
      day: '2026-09-30',
      time: '16:00',
    })
    expect(cutOffOf(calendar, day('2026-10-08'), { workingDays: 0, time: '10:00' }).day).toBe('2026-10-08')
  })
})

const dayBetween = (from: string, span: number) => fc.nat(span).map((ahead) => addDays(day(from), ahead))

const rules: fc.Arbitrary<ReceptionRule> = fc.record({
  frequency: fc.oneof(
    fc.record({ kind: fc.constant('weekly' as const), weekday: fc.nat(6) }),
    fc.record({ kind: fc.constant('fortnightly' as const), weekday: fc.nat(6) }),
    fc.record({
      kind: fc.constant('monthly' as const),
      weekday: fc.nat(6),
      weeks: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant('dates' as const),
      dates: fc.array(dayBetween('2025-12-01', 450), { minLength: 1, maxLength: 30 }),
    }),
  ),
  from: dayBetween('2025-12-01', 200),
  until: fc.option(dayBetween('2026-07-01', 300)),
  winter: fc.constant({ start: '14:00', end: '16:00' }),
  summer: fc.constant(null),
  holiday: fc.constantFrom('skip', 'before', 'after'),
  vacations: fc.array(
    fc.tuple(dayBetween('2025-12-15', 400), fc.nat(50)).map(([from, length]) => ({
      name: '寒假',
      from,
      until: addDays(from, length),
    })),
    { maxLength: 3 },
  ),
})
const windows = fc
  .tuple(dayBetween('2025-12-01', 420), fc.nat(90))
  .map(([from, length]): readonly [Day, Day] => [from, addDays(from, length)])

describe('any rule', () => {
  it('never puts a reception day on a rest day or into a vacation, nor two on one day', () => {
    fc.assert(
      fc.property(rules, windows, (rule, [from, until]) => {
        const held = scheduledDays(rule, calendar, from, until).flatMap(({ day: on }) =>
          on === null ? [] : [on],
        )
        expect(held.filter((on) => !isWorkingDay(calendar, on))).toEqual([])
        expect(
          held.filter((on) => rule.vacations.some((vacation) => vacation.from <= on && on <= vacation.until)),
        ).toEqual([])
        expect(new Set(held).size).toBe(held.length)
      }),
    )
  })

  it('says of every date why, and what became of it', () => {
    fc.assert(
      fc.property(rules, windows, (rule, [from, until]) => {
        for (const { regular, day: on, kind, why } of scheduledDays(rule, calendar, from, until)) {
          expect(why).not.toBe('')
          expect(on === null).toBe(kind === 'skipped' || kind === 'suspended')
          expect(kind === 'kept').toBe(on === regular)
          expect(rule.from <= regular && (rule.until === null || regular <= rule.until)).toBe(true)
          if (kind === 'moved')
            expect(rule.holiday === 'before' ? regular > (on ?? '') : regular < (on ?? '')).toBe(true)
        }
      }),
    )
  })

  it('gives the same days however much of the year is asked for', () => {
    fc.assert(
      fc.property(rules, windows, fc.nat(60), fc.nat(60), (rule, [from, until], earlier, later) => {
        const wide = scheduledDays(rule, calendar, addDays(from, -earlier), addDays(until, later))
        const inside = wide.filter(
          ({ regular, day: on }) => (on ?? regular) >= from && (on ?? regular) <= until,
        )
        expect(scheduledDays(rule, calendar, from, until)).toEqual(inside)
      }),
    )
  })

  it('ends bookings on a working day, never after the reception day', () => {
    fc.assert(
      fc.property(dayBetween('2026-01-01', 300), fc.integer({ min: 1, max: 10 }), (on, workingDays) => {
        const cutOff = cutOffOf(calendar, on, { workingDays, time: '12:00' })
        expect(isWorkingDay(calendar, cutOff.day)).toBe(true)
        expect(cutOff.day < on).toBe(true)
      }),
    )
  })
})
