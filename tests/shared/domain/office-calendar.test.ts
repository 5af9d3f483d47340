import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/domain/day.ts'
import {
  calendarYearSchema,
  compileCalendar,
  schoolDaySchema,
  withSchoolDay,
  withYear,
} from '../../../shared/domain/office-calendar.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const aYear = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  provisional: false,
  holidays: [{ day: '2027-01-01', name: '元旦' }],
  workdays: [{ day: '2027-02-20', name: '春节' }],
}

const refusals = (file: unknown) =>
  calendarYearSchema.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('an imported year', () => {
  it('is read as it is', () => {
    expect(calendarYearSchema.parse(aYear)).toEqual(aYear)
  })

  it('may begin in the last days of the year before', () => {
    expect(refusals({ ...aYear, holidays: [{ day: '2026-12-31', name: '元旦' }] })).toBeUndefined()
  })

  it.each([
    [{ holidays: [] }, 'holidays: 2027 年没有列出任何放假日，文件可能不完整，请核对。'],
    [
      { holidays: [{ day: '2026-10-01', name: '国庆节' }] },
      'holidays.0.day: 2026-10-01 不属于 2027 年的放假安排。',
    ],
    [
      { holidays: [{ day: '2028-01-01', name: '元旦' }] },
      'holidays.0.day: 2028-01-01 不属于 2027 年的放假安排。',
    ],
    [
      { workdays: [{ day: '2027-02-19', name: '春节' }] },
      'workdays.0.day: 2027-02-19 不是周六或周日，不需要列为调休上班日。',
    ],
    [
      { holidays: [{ day: '2027-02-20', name: '春节' }] },
      'workdays.0.day: 2027-02-20 列了两次，请只保留一处。',
    ],
    [
      { holidays: [{ day: '2027-02-30', name: '春节' }] },
      'holidays.0.day: 日期应是真实存在的一天，写成 2026-05-01 这样的形式。',
    ],
    [{ holidays: [{ day: '2027-01-01', name: ' ' }] }, 'holidays.0.name: 请写明节日名称。'],
    [{ source: '' }, 'source: 请写明放假通知的名称。'],
    [{ year: '2027' }, 'year: 年份应是整数，例如 2027。'],
    [{ provisional: undefined }, 'provisional: 请写明是否暂定（true 或 false）。'],
    [{ workdays: undefined }, 'workdays: 调休上班日应是一个列表。'],
  ])('is refused with %o in a sentence that names the place', (change, sentence) => {
    expect(refusals({ ...aYear, ...change })).toContain(sentence)
  })
})

describe('a school day', () => {
  it('needs a reason', () => {
    const problems = schoolDaySchema.safeParse({ day: '2026-11-25', kind: 'rest', reason: '' }).error?.issues

    expect(problems?.map(({ message }) => message)).toEqual(['请写明原因，例如：校庆。'])
  })

  it('replaces an earlier one for the same day', () => {
    const day = parseDay('2026-11-25')
    const once = withSchoolDay(DEFAULTS.calendar, { day, kind: 'rest', reason: '校庆' })
    const twice = withSchoolDay(once, { day, kind: 'work', reason: '校庆改期' })

    expect(twice.schoolDays).toEqual([{ day, kind: 'work', reason: '校庆改期' }])
    expect(DEFAULTS.calendar.schoolDays).toEqual([])
  })
})

describe('withYear', () => {
  it('puts the arranged year in place of the provisional one', () => {
    const arranged = withYear(DEFAULTS.calendar, calendarYearSchema.parse(aYear))

    expect(arranged.years.filter(({ year }) => year === 2027)).toEqual([aYear])
    expect(arranged.years.map(({ year }) => year)).toEqual(DEFAULTS.calendar.years.map(({ year }) => year))
  })
})

describe('compileCalendar', () => {
  it('compiles one calendar once', () => {
    expect(compileCalendar(DEFAULTS.calendar)).toBe(compileCalendar(DEFAULTS.calendar))
    expect(compileCalendar({ ...DEFAULTS.calendar })).not.toBe(compileCalendar(DEFAULTS.calendar))
  })
})
