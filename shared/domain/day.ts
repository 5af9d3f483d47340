/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Not a moment: arithmetic is done in UTC and never meets a time zone. */
export type Day = string & { readonly __brand: 'Day' }

/** A moment, ISO 8601 in UTC with milliseconds. */
export type Instant = string & { readonly __brand: 'Instant' }

const MS_PER_DAY = 86_400_000
/** China keeps one offset all year, so a fixed shift is exact. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Throws a RangeError on anything that is not a real day. */
export function parseDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** Whole days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
}

export function dayFromNumber(days: number): Day {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as Day
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}

/** Positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The day it is in Shanghai at that moment. */
export function dayOf(at: Instant): Day {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day
}

/** `HH:mm` in Shanghai at that moment. */
export function timeOf(at: Instant): string {
  return new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)
}

export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}
