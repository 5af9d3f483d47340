import { z } from 'zod'
import { type Day, dayFromNumber, dayNumber, isDay, weekday, yearOf } from './day.ts'

export type NamedDay = { readonly day: Day; readonly name: string }

/** One year as the State Council arranged it. */
export type CalendarYear = {
  readonly year: number
  /** The notice the days were taken from, as a clerk would cite it. */
  readonly source: string
  /** True while the notice is not out: only the festivals fixed by law are known, make-up days are not. */
  readonly provisional: boolean
  readonly holidays: readonly NamedDay[]
  /** 调休上班: Saturdays and Sundays that are worked. */
  readonly workdays: readonly NamedDay[]
}

/** A day the school settled itself; it wins over the year. */
export type SchoolDay = { readonly day: Day; readonly kind: 'rest' | 'work'; readonly reason: string }

/** When the office works. Plain data: it crosses processes and is stored as it is. Never changed in place. */
export type OfficeCalendar = {
  readonly years: readonly CalendarYear[]
  readonly schoolDays: readonly SchoolDay[]
}

const daySchema = z.custom<Day>(
  (value) => typeof value === 'string' && isDay(value),
  '日期应是真实存在的一天，写成 2026-05-01 这样的形式。',
)

const namedDaySchema = z.object(
  {
    day: daySchema,
    name: z.string('请写明节日名称。').trim().min(1, '请写明节日名称。'),
  },
  '每一天应写明日期和节日名称。',
)

/** A year's file as it is shipped or imported. */
export const calendarYearSchema = z
  .object(
    {
      year: z
        .int('年份应是整数，例如 2027。')
        .min(1990, '年份不能早于 1990 年。')
        .max(2200, '年份不能晚于 2200 年。'),
      source: z.string('请写明放假通知的名称。').trim().min(1, '请写明放假通知的名称。'),
      provisional: z.boolean('请写明是否暂定（true 或 false）。'),
      holidays: z.array(namedDaySchema, '放假日应是一个列表。'),
      workdays: z.array(namedDaySchema, '调休上班日应是一个列表。'),
    },
    '文件的内容不是一个年度的放假安排。',
  )
  .superRefine((file, context) => {
    for (const problem of problemsOfYear(file)) {
      context.addIssue({ code: 'custom', path: [...problem.path], message: problem.message })
    }
  })

export const schoolDaySchema = z.object(
  {
    day: daySchema,
    kind: z.enum(['rest', 'work'], '请选择休息或者上班。'),
    reason: z
      .string('请写明原因。')
      .trim()
      .min(1, '请写明原因，例如：校庆。')
      .max(50, '原因请控制在 50 个字以内。'),
  },
  '请填写日期、休息或上班以及原因。',
)

type Problem = { readonly path: readonly (string | number)[]; readonly message: string }

function problemsOfYear(file: CalendarYear): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Set<Day>()
  for (const list of ['holidays', 'workdays'] as const) {
    for (const [index, { day }] of file[list].entries()) {
      const path = [list, index, 'day']
      if (seen.has(day)) problems.push({ path, message: `${day} 列了两次，请只保留一处。` })
      seen.add(day)
      if (!belongsTo(file.year, day))
        problems.push({ path, message: `${day} 不属于 ${file.year} 年的放假安排。` })
      if (list === 'workdays' && !isWeekend(day)) {
        problems.push({ path, message: `${day} 不是周六或周日，不需要列为调休上班日。` })
      }
    }
  }
  // Data sets publish an empty file for a year that is not arranged yet; taken as it is, it would make
  // every festival a working day.
  if (file.holidays.length === 0) {
    problems.push({
      path: ['holidays'],
      message: `${file.year} 年没有列出任何放假日，文件可能不完整，请核对。`,
    })
  }
  return problems
}

/** A year's notice may reach into the last days of the year before (the new-year holiday of 2023 began on 31 December). */
function belongsTo(year: number, day: Day): boolean {
  return yearOf(day) === year || day.startsWith(`${year - 1}-12-`)
}

export function isWeekend(day: Day): boolean {
  return weekday(day) % 6 === 0
}

/** The calendar with that year put in, in place of what was known of it. */
export function withYear(calendar: OfficeCalendar, year: CalendarYear): OfficeCalendar {
  const others = calendar.years.filter((known) => known.year !== year.year)
  return { ...calendar, years: [...others, year].sort((a, b) => a.year - b.year) }
}

/** The calendar with that school day put in, in place of an earlier one for the same day. */
export function withSchoolDay(calendar: OfficeCalendar, schoolDay: SchoolDay): OfficeCalendar {
  const others = calendar.schoolDays.filter((known) => known.day !== schoolDay.day)
  return {
    ...calendar,
    schoolDays: [...others, schoolDay].sort((a, b) => dayNumber(a.day) - dayNumber(b.day)),
  }
}

export function withoutSchoolDay(calendar: OfficeCalendar, day: Day): OfficeCalendar {
  return { ...calendar, schoolDays: calendar.schoolDays.filter((known) => known.day !== day) }
}

/** What the calendar says of one day beyond its weekday. */
export type SpecialDay =
  | { readonly kind: 'holiday' | 'makeUp'; readonly name: string; readonly year: CalendarYear }
  | { readonly kind: 'school'; readonly working: boolean; readonly reason: string }

/** The same calendar, ready to be asked often. Days are whole days since 1970-01-01 (`dayNumber`). */
export type CompiledCalendar = {
  readonly years: ReadonlyMap<number, CalendarYear>
  readonly specials: ReadonlyMap<Day, SpecialDay>
  isWorking(number: number): boolean
  isProvisional(number: number): boolean
  numberOf(day: Day): number
  dayAt(number: number): Day
}

/** One calendar is asked millions of times while rows are rebuilt, so each value is compiled once. */
const compiledCalendars = new WeakMap<OfficeCalendar, CompiledCalendar>()

export function compileCalendar(calendar: OfficeCalendar): CompiledCalendar {
  const known = compiledCalendars.get(calendar)
  if (known !== undefined) return known
  const compiled = compile(calendar)
  compiledCalendars.set(calendar, compiled)
  return compiled
}

const WORKING = 1
const PROVISIONAL = 2

function compile(calendar: OfficeCalendar): CompiledCalendar {
  const years = new Map(calendar.years.map((year) => [year.year, year]))
  const specials = specialsOf(calendar)
  const { days, numbers, first } = tableOfDays([...years.keys()])
  const flags = Uint8Array.from(days, (day) => flagsOf(day, years, specials))
  const flagsAt = (number: number): number =>
    flags[number - first] ?? flagsOf(dayFromNumber(number), years, specials)
  return {
    years,
    specials,
    isWorking: (number) => (flagsAt(number) & WORKING) !== 0,
    isProvisional: (number) => (flagsAt(number) & PROVISIONAL) !== 0,
    numberOf: (day) => numbers.get(day) ?? dayNumber(day),
    dayAt: (number) => days[number - first] ?? dayFromNumber(number),
  }
}

/** Later years are laid over earlier ones, the school's own days over all. */
function specialsOf(calendar: OfficeCalendar): Map<Day, SpecialDay> {
  const specials = new Map<Day, SpecialDay>()
  for (const year of [...calendar.years].sort((a, b) => a.year - b.year)) {
    for (const { day, name } of year.holidays) specials.set(day, { kind: 'holiday', name, year })
    for (const { day, name } of year.workdays) specials.set(day, { kind: 'makeUp', name, year })
  }
  for (const { day, kind, reason } of calendar.schoolDays) {
    specials.set(day, { kind: 'school', working: kind === 'work', reason })
  }
  return specials
}

function flagsOf(
  day: Day,
  years: ReadonlyMap<number, CalendarYear>,
  specials: ReadonlyMap<Day, SpecialDay>,
): number {
  const special = specials.get(day)
  if (special?.kind === 'school') return special.working ? WORKING : 0
  const year = special === undefined ? years.get(yearOf(day)) : special.year
  const provisional = year === undefined || year.provisional ? PROVISIONAL : 0
  const working = special === undefined ? !isWeekend(day) : special.kind === 'makeUp'
  return provisional | (working ? WORKING : 0)
}

/** Days beyond the table are worked out one by one; a year on either side covers nearly every deadline. */
function tableOfDays(years: readonly number[]) {
  const days: Day[] = []
  const numbers = new Map<Day, number>()
  if (years.length === 0) return { days, numbers, first: 0 }
  const first = Date.UTC(Math.min(...years) - 1, 0, 1) / 86_400_000
  const end = Date.UTC(Math.max(...years) + 2, 0, 1) / 86_400_000
  for (let number = first; number < end; number += 1) {
    const day = dayFromNumber(number)
    numbers.set(day, number)
    days.push(day)
  }
  return { days, numbers, first }
}
