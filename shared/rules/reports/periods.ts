import { addDays, type Day, dayFromNumber, isDay, parseDay, weekday, yearOf } from '../../domain/day.ts'
import { isSemesterId, type Semester, type SemesterDefaults, type SemesterId } from '../../domain/semester.ts'
import { findSemester, semesterName, semesterOf } from '../semesters.ts'

export const PERIOD_KINDS = { semester: '学期', month: '月', week: '周', day: '日' } as const
export type PeriodKind = keyof typeof PERIOD_KINDS

/** The days a report is about, by visit. */
export type Period = {
  readonly kind: PeriodKind
  /** `2026-2027-1`, `2026-11`, `2026-W47`, `2026-11-20`. */
  readonly id: string
  readonly from: Day
  readonly to: Day
  /** `2026年第47周（11月16日至22日）` */
  readonly name: string
}

/** Thursday decides to which year an ISO week belongs. */
function thursdayOf(day: Day): Day {
  return addDays(day, 4 - (weekday(day) === 0 ? 7 : weekday(day)))
}

/** `2026-W47`; weeks run from Monday to Sunday (GB/T 7408, ISO 8601). */
export function weekId(day: Day): string {
  const thursday = thursdayOf(day)
  const year = yearOf(thursday)
  return `${year}-W${String(weekNumber(thursday)).padStart(2, '0')}`
}

function weekNumber(thursday: Day): number {
  const first = thursdayOf(parseDay(`${yearOf(thursday)}-01-04`))
  return (Date.parse(thursday) - Date.parse(first)) / 604_800_000 + 1
}

function weekFrom(id: string): Day | null {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(id) ?? []
  if (year === undefined) return null
  const monday = addDays(thursdayOf(parseDay(`${year}-01-04`)), -3 + (Number(week) - 1) * 7)
  return weekId(monday) === id ? monday : null
}

function monthEnd(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return dayFromNumber(Date.UTC(year, number, 0) / 86_400_000)
}

export type SemesterTable = { readonly saved: readonly Semester[]; readonly defaults: SemesterDefaults }

/** The period of that name, or null when the name is none. */
export function readPeriod(id: string, semesters: SemesterTable): Period | null {
  if (isSemesterId(id)) return semesterPeriod(id, semesters)
  if (isDay(id)) return { kind: 'day', id, from: id, to: id, name: dayName(id) }
  if (/^\d{4}-\d{2}$/.test(id)) {
    const from = `${id}-01`
    if (!isDay(from)) return null
    return { kind: 'month', id, from, to: monthEnd(id), name: `${yearOf(from)}年${Number(id.slice(5))}月` }
  }
  const monday = weekFrom(id)
  if (monday === null) return null
  const to = addDays(monday, 6)
  const name = `${id.slice(0, 4)}年第${Number(id.slice(6))}周（${shortDay(monday)}至${shortDay(to)}）`
  return { kind: 'week', id, from: monday, to, name }
}

function semesterPeriod(id: SemesterId, { saved, defaults }: SemesterTable): Period {
  const { coversFrom, to } = findSemester(id, saved, defaults)
  return { kind: 'semester', id, from: coversFrom, to, name: semesterName(id) }
}

function dayName(day: Day): string {
  return `${yearOf(day)}年${shortDay(day)}`
}

function shortDay(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** The period of that kind a day lies in. */
export function periodOf(kind: PeriodKind, day: Day, semesters: SemesterTable): Period {
  const id = {
    semester: () => semesterOf(day, semesters.saved, semesters.defaults).id as string,
    month: () => day.slice(0, 7),
    week: () => weekId(day),
    day: () => day as string,
  }[kind]()
  const period = readPeriod(id, semesters)
  if (period === null) throw new RangeError(`no period ${id}`)
  return period
}

/** The one before or after it. */
export function neighbour(period: Period, step: -1 | 1, semesters: SemesterTable): Period {
  const day = step === -1 ? addDays(period.from, -1) : addDays(period.to, 1)
  return periodOf(period.kind, day, semesters)
}
