import { type Day, dayOf, type Instant, timeOf, weekday, yearOf } from '../../shared/domain/day.ts'

const WEEKDAYS = '日一二三四五六'

/** `11月27日 周五`, with the year only when it is not this one. */
export function dayText(day: Day, today: Day): string {
  return `${dateText(day, today)} 周${WEEKDAYS.charAt(weekday(day))}`
}

/** `11月27日`, where the weekday would be in the way. */
export function dateText(day: Day, today: Day): string {
  const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
  return yearOf(day) === yearOf(today) ? date : `${yearOf(day)}年${date}`
}

/** `今天 09:30`, else `11月27日 09:30`. */
export function instantText(at: Instant, today: Day): string {
  const day = dayOf(at)
  return `${day === today ? '今天' : dateText(day, today)} ${timeOf(at)}`
}
