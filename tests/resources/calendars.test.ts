import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isWorkday } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, parseDay } from '../../shared/domain/day.ts'
import { isWorkingDay } from '../../shared/rules/working-days.ts'
import { DEFAULTS, RESOURCES } from '../helpers/resources.ts'

const calendar = DEFAULTS.calendar

describe('the shipped years', () => {
  it('are 2020 to 2027, each in the file of its name', () => {
    expect(calendar.years.map(({ year }) => `${year}.json`)).toEqual(
      readdirSync(path.join(RESOURCES, 'calendars')),
    )
    expect(calendar.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])
  })

  it.each(calendar.years.filter(({ provisional }) => !provisional))(
    'name their notice: $year',
    ({ year, source }) => {
      expect(source).toMatch(new RegExp(`^国务院办公厅关于${year}年部分节假日安排的通知（.+）$`, 'u'))
    },
  )

  it.each([2020, 2021, 2022, 2023, 2024, 2025, 2026])(
    'agree with chinese-days on every day of %i',
    (year) => {
      const end = parseDay(`${year}-12-31`)
      const differing: Day[] = []
      for (let day = parseDay(`${year}-01-01`); day <= end; day = addDays(day, 1)) {
        if (isWorkingDay(calendar, day) !== isWorkday(day)) differing.push(day)
      }

      expect(differing).toEqual([])
    },
  )

  it('hold 2027 provisional, with the thirteen days fixed by law and no make-up day', () => {
    const year = calendar.years.find((known) => known.year === 2027)

    expect(year).toMatchObject({ provisional: true, workdays: [] })
    expect(year?.holidays).toHaveLength(13)
  })
})
