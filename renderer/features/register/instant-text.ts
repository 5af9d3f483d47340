import { dayOf, type Instant, instantOf, isDay, timeOf } from '../../../shared/domain/day.ts'

const SHANGHAI = '+08:00'

/** `2026-11-21 09:30` in Shanghai; what is no instant is shown as it was typed. */
export function shownInstant(value: string | null): string {
  if (value === null || value === '') return ''
  return isInstant(value) ? `${dayOf(value)} ${timeOf(value)}` : value
}

/** Reads `2026-11-21 9:30`, or `9:30` and `930` of the day given; null when it is no time. */
export function readInstant(typed: string, day: string): Instant | null {
  const text = typed.trim().replaceAll('：', ':')
  const match = /^(?:(\d{4}-\d{1,2}-\d{1,2})\s+)?(\d{1,2}):?(\d{2})$/.exec(text)
  if (match === null) return null
  const [, date = day, hours = '', minutes = ''] = match
  const padded = date
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-')
  if (!isDay(padded) || Number(hours) > 23 || Number(minutes) > 59) return null
  return instantOf(Date.parse(`${padded}T${hours.padStart(2, '0')}:${minutes}:00${SHANGHAI}`))
}

export function isInstant(value: string): value is Instant {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(value) && !Number.isNaN(Date.parse(value))
}
