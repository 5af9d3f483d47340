import { type Day, weekday, yearOf } from '../domain/day.ts'
import { compileCalendar, type OfficeCalendar, type SpecialDay } from '../domain/office-calendar.ts'

/** Whether the office works on a day, why, and who says so. */
export type DayVerdict = {
  readonly working: boolean
  /** True where no notice of the State Council is known for the day: it may still change. */
  readonly provisional: boolean
  readonly why: string
  readonly source: string
}

export const WEEKDAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

const WEEKEND_SOURCE = '《国务院关于职工工作时间的规定》第七条'
const SCHOOL_SOURCE = '学校自定的工作日历'

export function weekdayName(day: Day): string {
  return WEEKDAY_NAMES[weekday(day)] ?? ''
}

export function isWorkingDay(calendar: OfficeCalendar, day: Day): boolean {
  const compiled = compileCalendar(calendar)
  return compiled.isWorking(compiled.numberOf(day))
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: OfficeCalendar, from: Day, to: Day): number {
  const compiled = compileCalendar(calendar)
  const last = compiled.numberOf(to)
  let count = 0
  for (let number = compiled.numberOf(from) + 1; number <= last; number += 1) {
    if (compiled.isWorking(number)) count += 1
  }
  return count
}

/** A day of a year without data is judged by its weekday and marked 暂定, never passed off as known. */
export function verdictOf(calendar: OfficeCalendar, day: Day): DayVerdict {
  const compiled = compileCalendar(calendar)
  const number = compiled.numberOf(day)
  const working = compiled.isWorking(number)
  const provisional = compiled.isProvisional(number)
  const special = compiled.specials.get(day)
  const why = special === undefined ? whyOrdinary(day, working) : whySpecial(special)
  return {
    working,
    provisional,
    why: provisional ? `${why}（暂定）` : why,
    source: sourceOf(calendar, day, special, provisional),
  }
}

function whyOrdinary(day: Day, working: boolean): string {
  return working ? '工作日' : `${weekdayName(day)}休息`
}

function whySpecial(special: SpecialDay): string {
  if (special.kind === 'school') return `学校规定${special.working ? '上班' : '休息'}：${special.reason}`
  return special.kind === 'holiday' ? `${special.name}放假` : `调休上班（${special.name}）`
}

function sourceOf(
  calendar: OfficeCalendar,
  day: Day,
  special: SpecialDay | undefined,
  provisional: boolean,
): string {
  if (special !== undefined) return special.kind === 'school' ? SCHOOL_SOURCE : special.year.source
  const year = compileCalendar(calendar).years.get(yearOf(day))
  if (year === undefined) return `${yearOf(day)}年放假安排尚未导入，按周一至周五上班推算`
  // On an ordinary Saturday the notice is silent and the standing rule speaks, unless the notice is not out yet.
  return weekday(day) % 6 === 0 && !provisional ? WEEKEND_SOURCE : year.source
}
