import type { Answer } from '../../../shared/contract/api.ts'
import { type Day, parseDay } from '../../../shared/domain/day.ts'
import { DAY_STATES } from '../../../shared/domain/reception.ts'
import { dateText, dayText } from '../../ui/day-text.ts'

export type DayLine = Answer<'reception.days'>[number]
export type DayView = Answer<'reception.day'>
export type Guest = DayView['guests'][number]
export type Talk = DayView['talks'][number]
export type Shift = Answer<'shifts.list'>[number]

export const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
/** In the order a week is read. */
export const WEEKDAY_OPTIONS = [1, 2, 3, 4, 5, 6, 0].map((day) => ({
  value: String(day),
  label: WEEKDAYS[day] ?? '',
}))

/** `11月25日 周三 14:00—16:30` */
export function whenText({ day, start, end }: Pick<DayLine, 'day' | 'start' | 'end'>, today: Day): string {
  return `${dayText(day, today)} ${start}—${end}`
}

export function cutOffText({ cutOff }: Pick<DayLine, 'cutOff'>, today: Day): string {
  return `${dateText(parseDay(cutOff.day), today)} ${cutOff.time}`
}

export function standingText(line: DayLine, today: Day): string {
  if (line.state !== 'planned') return DAY_STATES[line.state]
  return line.day === today ? '今天' : DAY_STATES.planned
}

/** The first and the last day of the semester around a day, as most schools have it: what a plan usually covers. */
export function restOfSemester(today: Day): { from: Day; until: Day } {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const until = month === 1 ? `${year}-01-31` : month <= 7 ? `${year}-07-15` : `${year + 1}-01-31`
  return { from: today, until: parseDay(until) }
}
