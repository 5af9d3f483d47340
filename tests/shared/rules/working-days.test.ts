import { describe, expect, it } from 'vitest'
import { addDays, parseDay } from '../../../shared/domain/day.ts'
import {
  type OfficeCalendar,
  withoutSchoolDay,
  withSchoolDay,
} from '../../../shared/domain/office-calendar.ts'
import { isWorkingDay, verdictOf, workingDaysBetween } from '../../../shared/rules/working-days.ts'
import * as fc from '../../helpers/fast-check.ts'
import { ALL_DAYS, WORKING_DAYS } from '../../helpers/official-notices.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const calendar = DEFAULTS.calendar
const verdict = (day: string, of: OfficeCalendar = calendar) => verdictOf(of, parseDay(day))

describe('the shipped calendar', () => {
  it('works and rests on every day of 2025, 2026 and 2027 as the notices and the law say', () => {
    const worked = ALL_DAYS.filter((day) => isWorkingDay(calendar, parseDay(day)))

    expect(worked).toEqual(WORKING_DAYS)
  })

  it.each(['2025', '2026'])('has 248 working days in %s, none of them 暂定', (year) => {
    const days = ALL_DAYS.filter((day) => day.startsWith(year)).map((day) => verdict(day))

    expect(days.filter((day) => day.working)).toHaveLength(248)
    expect(days.some((day) => day.provisional)).toBe(false)
  })

  it('marks every day of 2027 暂定, rest days too', () => {
    const days = ALL_DAYS.filter((day) => day.startsWith('2027')).map((day) => verdict(day))

    expect(days.every((day) => day.provisional && day.why.endsWith('（暂定）'))).toBe(true)
  })
})

describe('verdictOf', () => {
  it.each([
    ['2026-11-25', true, '工作日', '关于2026年部分节假日安排的通知'],
    ['2026-11-28', false, '周六休息', '《国务院关于职工工作时间的规定》第七条'],
    ['2026-10-05', false, '国庆节放假', '关于2026年部分节假日安排的通知'],
    ['2026-10-10', true, '调休上班（国庆节）', '关于2026年部分节假日安排的通知'],
    ['2025-10-06', false, '国庆节、中秋节放假', '关于2025年部分节假日安排的通知'],
    ['2022-12-31', false, '元旦放假', '关于2023年部分节假日安排的通知'],
    ['2020-01-31', false, '春节放假', '关于延长2020年春节假期的通知'],
  ])('says of %s: working %s, %s', (day, working, why, source) => {
    expect(verdict(day)).toMatchObject({ working, why, provisional: false })
    expect(verdict(day).source).toContain(source)
  })

  it.each([
    ['2027-10-01', false, '国庆节放假（暂定）', '通知尚未收录'],
    ['2027-10-04', true, '工作日（暂定）', '通知尚未收录'],
    ['2027-10-09', false, '周六休息（暂定）', '通知尚未收录'],
    ['2031-10-01', true, '工作日（暂定）', '2031年放假安排尚未导入'],
    ['2031-10-04', false, '周六休息（暂定）', '2031年放假安排尚未导入'],
    ['1999-12-31', true, '工作日（暂定）', '1999年放假安排尚未导入'],
  ])('never passes off %s, a day without a notice, as known', (day, working, why, source) => {
    expect(verdict(day)).toMatchObject({ working, why, provisional: true })
    expect(verdict(day).source).toContain(source)
  })

  it('lets the school rest on a working day and work on a rest day', () => {
    const resting = withSchoolDay(calendar, { day: parseDay('2026-11-25'), kind: 'rest', reason: '校庆' })
    const working = withSchoolDay(resting, { day: parseDay('2026-11-28'), kind: 'work', reason: '补校庆' })

    expect(verdict('2026-11-25', working)).toMatchObject({ working: false, why: '学校规定休息：校庆' })
    expect(verdict('2026-11-28', working)).toMatchObject({ working: true, why: '学校规定上班：补校庆' })
    expect(verdict('2026-11-25', withoutSchoolDay(working, parseDay('2026-11-25')))).toMatchObject({
      working: true,
    })
  })

  it('knows a school day for certain even in a year without a notice', () => {
    const settled = withSchoolDay(calendar, { day: parseDay('2027-05-03'), kind: 'rest', reason: '运动会' })

    expect(verdict('2027-05-03', settled)).toMatchObject({ working: false, provisional: false })
  })

  it('has an answer when no year at all was loaded', () => {
    expect(verdict('2026-10-01', { years: [], schoolDays: [] })).toMatchObject({
      working: true,
      provisional: true,
    })
  })
})

describe('workingDaysBetween', () => {
  const aDay = fc.constantFrom(...ALL_DAYS).map(parseDay)

  it('counts the working days after the first up to and including the last', () => {
    fc.assert(
      fc.property(aDay, aDay, (from, to) => {
        const expected = WORKING_DAYS.filter((day) => from < day && day <= to).length
        expect(workingDaysBetween(calendar, from, to)).toBe(expected)
      }),
    )
  })

  it('adds up over a day in between', () => {
    fc.assert(
      fc.property(aDay, fc.nat(40), fc.nat(40), (from, first, second) => {
        const middle = addDays(from, first)
        const end = addDays(middle, second)
        const parts = workingDaysBetween(calendar, from, middle) + workingDaysBetween(calendar, middle, end)
        expect(workingDaysBetween(calendar, from, end)).toBe(parts)
      }),
    )
  })
})
