import type { Day } from '../../../shared/domain/day.ts'
import type { Random } from './random.ts'

/** Minutes after midnight in Shanghai. */
const MORNING = [8 * 60 + 10, 11 * 60 + 20] as const
const AFTERNOON = [14 * 60 + 10, 16 * 60 + 40] as const
/** On the last day of the data nothing happens after this. */
export const LAST_MINUTE = 9 * 60 + 30

export function atMinute(day: Day, minute: number): number {
  return Date.parse(`${day}T00:00:00.000+08:00`) + minute * 60_000
}

/** Some moment of the office's hours. */
export function inDay(day: Day, random: Random): number {
  const [from, to] = random.chance(0.55) ? MORNING : AFTERNOON
  return atMinute(day, random.between(from, to)) + random.between(0, 59) * 1000
}

/** Some moment of the first hour, while the data ends soon after. */
export function inFirstHour(day: Day, random: Random): number {
  return atMinute(day, random.between(8 * 60, 8 * 60 + 50)) + random.between(0, 59) * 1000
}
