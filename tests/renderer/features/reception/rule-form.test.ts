import { describe, expect, it } from 'vitest'
import { restOfSemester } from '../../../../renderer/features/reception/reception-words.ts'
import { datesOf, frequencyOf, usualSchedule } from '../../../../renderer/features/reception/rule-form.ts'
import { parseDay } from '../../../../shared/domain/day.ts'
import { receptionScheduleSchema } from '../../../../shared/domain/reception.ts'

describe('the form of the rule', () => {
  it('begins with every Wednesday afternoon, which can be saved as it is', () => {
    const usual = receptionScheduleSchema.parse(usualSchedule(parseDay('2026-11-20'), ['SJ', 'YZ']))
    expect(usual.rule.frequency).toEqual({ kind: 'weekly', weekday: 3 })
    expect(usual.leaders).toEqual(['SJ', 'YZ'])
  })

  it('keeps the weekday when the frequency changes', () => {
    const thursday = { kind: 'weekly' as const, weekday: 4 }
    expect(frequencyOf('fortnightly', thursday)).toEqual({ kind: 'fortnightly', weekday: 4 })
    expect(frequencyOf('monthly', thursday)).toEqual({ kind: 'monthly', weekday: 4, weeks: [1] })
    expect(frequencyOf('dates', thursday)).toEqual({ kind: 'dates', dates: [] })
  })

  it('reads dates however they are separated', () => {
    expect(datesOf('2026-12-02\n2026-12-16，2026-12-30、 2027-01-06')).toHaveLength(4)
    expect(datesOf(' ')).toEqual([])
  })

  it.each([
    ['2026-11-20', '2027-01-31'],
    ['2026-03-05', '2026-07-15'],
    ['2026-01-05', '2026-01-31'],
    ['2026-08-20', '2027-01-31'],
  ])('plans from %s to the end of the semester on %s', (today, until) => {
    expect(restOfSemester(parseDay(today)).until).toBe(until)
  })
})
