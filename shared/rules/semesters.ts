import { addDays, type Day, daysBetween, parseDay, yearOf } from '../domain/day.ts'
import {
  SEMESTER_ID,
  type Semester,
  type SemesterDefaults,
  type SemesterId,
  semesterId,
} from '../domain/semester.ts'

/** A semester with the days whose visits it answers for: the vacation before it included. */
export type CoveredSemester = Semester & {
  readonly coversFrom: Day
  /** Saved by the school, not merely the usual days. */
  readonly saved: boolean
}

const HALVES = ['一', '二'] as const

/** `2026—2027学年第一学期` */
export function semesterName(id: SemesterId): string {
  const [, from, to, half] = SEMESTER_ID.exec(id) ?? []
  return `${from}—${to}学年第${HALVES[Number(half) - 1] ?? ''}学期`
}

function usual(startYear: number, half: 1 | 2, { first, second }: SemesterDefaults): Semester {
  const id = semesterId(startYear, half)
  if (half === 2) {
    const year = startYear + 1
    return { id, from: parseDay(`${year}-${second.from}`), to: parseDay(`${year}-${second.to}`) }
  }
  // A first semester that ends in January ends in the next year.
  const endYear = first.to < first.from ? startYear + 1 : startYear
  return { id, from: parseDay(`${startYear}-${first.from}`), to: parseDay(`${endYear}-${first.to}`) }
}

/** Every semester from `first` to `last` school year, in order: what the school saved, else the usual days. */
export function semestersBetween(
  firstYear: number,
  lastYear: number,
  saved: readonly Semester[],
  defaults: SemesterDefaults,
): readonly CoveredSemester[] {
  const known = new Map(saved.map((semester) => [semester.id, semester]))
  const of = (year: number, half: 1 | 2) => {
    const computed = usual(year, half, defaults)
    return known.get(computed.id) ?? computed
  }
  const covered: CoveredSemester[] = []
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const half of [1, 2] as const) {
      const semester = of(year, half)
      const before = half === 2 ? of(year, 1) : of(year - 1, 2)
      covered.push({ ...semester, coversFrom: addDays(before.to, 1), saved: known.has(semester.id) })
    }
  }
  return covered
}

/** Semesters around a day: enough to find the one it belongs to. */
export function semestersAround(
  day: Day,
  saved: readonly Semester[],
  defaults: SemesterDefaults,
): readonly CoveredSemester[] {
  return semestersBetween(yearOf(day) - 2, yearOf(day) + 1, saved, defaults)
}

/**
 * A petition belongs to the semester of its visit. Who comes in the vacation is answered for at the end of the semester
 * that follows, so that no petition falls between two reports.
 */
export function semesterOf(
  day: Day,
  saved: readonly Semester[],
  defaults: SemesterDefaults,
): CoveredSemester {
  const found = semestersAround(day, saved, defaults).find(
    ({ coversFrom, to }) => coversFrom <= day && day <= to,
  )
  if (found === undefined) throw new RangeError(`no semester covers ${day}`)
  return found
}

export function findSemester(
  id: SemesterId,
  saved: readonly Semester[],
  defaults: SemesterDefaults,
): CoveredSemester {
  const year = Number(id.slice(0, 4))
  const found = semestersBetween(year, year, saved, defaults).find((semester) => semester.id === id)
  if (found === undefined) throw new RangeError(`there is no semester ${id}`)
  return found
}

const LONGEST = 250

/** Why these days cannot be a semester's, or null. */
export function semesterProblem(
  semester: Semester,
  saved: readonly Semester[],
  defaults: SemesterDefaults,
): string | null {
  const { id, from, to } = semester
  if (to <= from) return '学期的最后一天应晚于第一天，请核对日期。'
  if (daysBetween(from, to) > LONGEST) return `一个学期不会长于 ${LONGEST} 天，请核对日期。`
  const year = Number(id.slice(0, 4))
  if (yearOf(from) < year || yearOf(to) > year + 1) {
    return `${semesterName(id)}应在 ${year} 年至 ${year + 1} 年之间，请核对年份。`
  }
  const others = [...saved.filter((other) => other.id !== id), semester]
  const all = semestersBetween(year - 1, year + 1, others, defaults)
  const at = all.findIndex((one) => one.id === id)
  const [before, after] = [all[at - 1], all[at + 1]]
  if (before !== undefined && from <= before.to)
    return `与${semesterName(before.id)}（${before.to} 结束）重叠，请先调整那个学期或改晚第一天。`
  if (after !== undefined && to >= after.from)
    return `与${semesterName(after.id)}（${after.from} 开始）重叠，请先调整那个学期或改早最后一天。`
  return null
}
