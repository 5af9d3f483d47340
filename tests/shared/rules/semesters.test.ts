import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayFromNumber, dayNumber, parseDay } from '../../../shared/domain/day.ts'
import type { SemesterDefaults, SemesterId } from '../../../shared/domain/semester.ts'
import {
  findSemester,
  semesterName,
  semesterOf,
  semesterProblem,
  semestersBetween,
} from '../../../shared/rules/semesters.ts'
import * as fc from '../../helpers/fast-check.ts'

const USUAL: SemesterDefaults = {
  first: { from: '09-01', to: '01-15' },
  second: { from: '03-01', to: '07-10' },
}
const id = (text: string) => text as SemesterId
const semester = (name: string, from: string, to: string) => ({
  id: id(name),
  from: parseDay(from),
  to: parseDay(to),
})
const someDay = fc.integer({ min: dayNumber(parseDay('2018-01-01')), max: dayNumber(parseDay('2040-12-31')) })

describe('semesters', () => {
  it('are named as the annex names them', () => {
    expect(semesterName(id('2026-2027-1'))).toBe('2026—2027学年第一学期')
    expect(semesterName(id('2026-2027-2'))).toBe('2026—2027学年第二学期')
  })

  it('take a day of the vacation to the semester that follows', () => {
    expect(semesterOf(parseDay('2026-08-20'), [], USUAL).id).toBe('2026-2027-1')
    expect(semesterOf(parseDay('2027-02-01'), [], USUAL).id).toBe('2026-2027-2')
    expect(semesterOf(parseDay('2027-01-15'), [], USUAL).id).toBe('2026-2027-1')
  })

  it('cover every day exactly once, whatever the school saved', () => {
    const saved = [
      semester('2025-2026-2', '2026-02-24', '2026-07-04'),
      semester('2026-2027-1', '2026-08-31', '2027-01-22'),
    ]
    fc.assert(
      fc.property(someDay, (number) => {
        const day: Day = dayFromNumber(number)
        const covering = semestersBetween(2016, 2042, saved, USUAL).filter(
          ({ coversFrom, to }) => coversFrom <= day && day <= to,
        )
        expect(covering.map((one) => one.id)).toEqual([semesterOf(day, saved, USUAL).id])
      }),
    )
  })

  it('prefer what the school saved to the usual days', () => {
    const saved = [semester('2026-2027-1', '2026-08-31', '2027-01-22')]
    expect(findSemester(id('2026-2027-1'), saved, USUAL)).toMatchObject({ to: '2027-01-22', saved: true })
    expect(findSemester(id('2026-2027-2'), saved, USUAL)).toMatchObject({
      coversFrom: '2027-01-23',
      saved: false,
    })
  })

  it.each([
    ['2027-01-15', '2026-09-01', '最后一天应晚于第一天'],
    ['2026-09-01', '2027-06-30', '不会长于'],
    ['2025-09-01', '2026-01-15', '请核对年份'],
    ['2026-07-05', '2027-01-15', '与2025—2026学年第二学期（2026-07-10 结束）重叠'],
    ['2026-10-20', '2027-03-01', '与2026—2027学年第二学期（2027-03-01 开始）重叠'],
  ])('cannot run from %s to %s: %s', (from, to, why) => {
    expect(semesterProblem(semester('2026-2027-1', from, to), [], USUAL)).toContain(why)
  })

  it('can begin the day after the one before ends', () => {
    const { to } = findSemester(id('2025-2026-2'), [], USUAL)
    expect(
      semesterProblem({ ...semester('2026-2027-1', to, '2027-01-15'), from: addDays(to, 1) }, [], USUAL),
    ).toBeNull()
  })
})
