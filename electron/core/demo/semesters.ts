import { addDays, type Day, parseDay, weekday, yearOf } from '../../../shared/domain/day.ts'
import { compileCalendar, type OfficeCalendar } from '../../../shared/domain/office-calendar.ts'
import type { Random } from './random.ts'

export type Semester = { readonly from: Day; readonly to: Day }

/** Usual dates; a school's own differ by a week or two, which does not matter to invented data. */
function semestersOf(year: number): readonly Semester[] {
  return [
    { from: parseDay(`${year}-03-01`), to: parseDay(`${year}-07-10`) },
    { from: parseDay(`${year}-09-01`), to: parseDay(`${year + 1}-01-15`) },
  ]
}

/** The semester that day lies in, or the last one before it, and the one before that. */
export function lastTwoSemesters(until: Day): readonly [Semester, Semester] {
  const year = yearOf(until)
  const begun = [year - 2, year - 1, year].flatMap(semestersOf).filter(({ from }) => from <= until)
  const [before, last] = begun.slice(-2)
  if (!before || !last) throw new RangeError(`no two semesters before ${until}`)
  return [before, last]
}

export type WorkDays = {
  readonly days: readonly Day[]
  /** The working day that many after `day`, counted from it or from the next one when it is a rest day. */
  after(day: Day, count: number): Day
}

/** Working days from one day to another, with room after the end for what is planned beyond it. */
export function workDaysBetween(calendar: OfficeCalendar, from: Day, to: Day): WorkDays {
  const compiled = compileCalendar(calendar)
  const next = (day: Day): Day => {
    let number = compiled.numberOf(day)
    while (!compiled.isWorking(number)) number += 1
    return compiled.dayAt(number)
  }
  const days: Day[] = []
  for (let day = next(from); day <= to; day = next(addDays(day, 1))) days.push(day)
  return {
    days,
    after: (day, count) => {
      let reached = next(day)
      for (let left = count; left > 0; left -= 1) reached = next(addDays(reached, 1))
      return reached
    },
  }
}

const VACATION_SHARE = 0.15
/** The last fortnight is busier, so that a small store has something of everything that is under way. */
const LIVELY_DAYS = 10
const LIVELY_SHARE = 2.5
/** On the day it all ends the desk has only just opened. */
const LAST_MORNING_SHARE = 0.4

/** How many visits come on each day; together exactly as many as asked for. */
export function spreadVisits(
  visits: number,
  days: readonly Day[],
  semesters: readonly Semester[],
  until: Day,
  random: Random,
): ReadonlyMap<Day, number> {
  const weights = days.map((day, index) => {
    const inSemester = semesters.some(({ from, to }) => from <= day && day <= to)
    const fromEnd = days.length - 1 - index
    const share = (inSemester ? 1 : VACATION_SHARE) * (weekday(day) === 3 ? 1.3 : 1)
    const late = fromEnd < LIVELY_DAYS ? LIVELY_SHARE : 1
    return share * late * (day === until ? LAST_MORNING_SHARE : 1) * (0.6 + 0.8 * random.fraction())
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const counts = new Map<Day, number>()
  let passed = 0
  let given = 0
  for (const [index, day] of days.entries()) {
    passed += weights[index] ?? 0
    const due = index === days.length - 1 ? visits : Math.floor((passed / total) * visits)
    counts.set(day, due - given)
    given = due
  }
  return counts
}
