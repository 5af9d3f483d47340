import type { Sent } from '../../../shared/contract/api.ts'
import { calendarYearSchema } from '../../../shared/domain/office-calendar.ts'

export type Year = Sent<'calendar.saveYear'>
export type ReadYear =
  | { readonly ok: true; readonly year: Year }
  | { readonly ok: false; readonly problems: readonly string[] }

/** The same form the program ships its years in. */
export function readYearFile(text: string): ReadYear {
  const json = parseJson(text)
  if (json === undefined) {
    return { ok: false, problems: ['这个文件不是年度日历文件（应为 .json 文件），请重新选择。'] }
  }
  const parsed = calendarYearSchema.safeParse(json)
  if (parsed.success) return { ok: true, year: parsed.data }
  return { ok: false, problems: [...new Set(parsed.error.issues.map(({ message }) => message))].slice(0, 20) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `元旦 1月1日—3日`: neighbouring days of one name as one span. */
export function spansOf(days: readonly { readonly day: string; readonly name: string }[]): readonly string[] {
  const spans: { name: string; first: string; last: string }[] = []
  for (const { day, name } of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const open = spans.at(-1)
    if (open?.name === name && isNextDay(open.last, day)) spans[spans.length - 1] = { ...open, last: day }
    else spans.push({ name, first: day, last: day })
  }
  return spans.map(({ name, first, last }) => `${name} ${spanText(first, last)}`)
}

function isNextDay(before: string, day: string): boolean {
  return Date.parse(day) - Date.parse(before) === 86_400_000
}

function spanText(first: string, last: string): string {
  const [month, date] = [Number(first.slice(5, 7)), Number(first.slice(8))]
  const start = `${month}月${date}日`
  if (first === last) return start
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${start}—${sameMonth ? '' : `${Number(last.slice(5, 7))}月`}${Number(last.slice(8))}日`
}
