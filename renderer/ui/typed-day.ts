import { type Day, isDay, yearOf } from '../../shared/domain/day.ts'

/**
 * The day a person means by `2026-12-5`, `20261205`, `12-5`, `12.5`, `12月5日` or `1205`; null when it is none.
 * Without a year it is the one nearest to `today`.
 */
export function dayOfTyped(typed: string, today: Day): Day | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/\s*周[一二三四五六日]$/u, '')
  const full = /^(\d{4})(?:[-./年]\s*(\d{1,2})[-./月]\s*(\d{1,2})日?|(\d{2})(\d{2}))$/u.exec(text)
  if (full !== null) return dayFrom(Number(full[1]), full[2] ?? full[4], full[3] ?? full[5])
  const short = /^(?:(\d{1,2})[-./月]\s*(\d{1,2})日?|(\d{2})(\d{2}))$/u.exec(text)
  return short === null ? null : nearest(short[1] ?? short[3], short[2] ?? short[4], today)
}

function dayFrom(year: number, month: string | undefined, date: string | undefined): Day | null {
  const text = `${year}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
  return isDay(text) ? text : null
}

function nearest(month: string | undefined, date: string | undefined, today: Day): Day | null {
  const distance = (day: Day) => Math.abs(Date.parse(day) - Date.parse(today))
  const found = [-1, 0, 1]
    .map((shift) => dayFrom(yearOf(today) + shift, month, date))
    .filter((day) => day !== null)
  return found.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
