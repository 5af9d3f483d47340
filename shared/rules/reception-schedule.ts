import { addDays, type Day, dayFromNumber, dayNumber, daysBetween, weekday } from '../domain/day.ts'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import { type Frequency, LAST_WEEK, type ReceptionRule } from '../domain/reception.ts'
import { isWorkingDay, verdictOf, weekdayName } from './working-days.ts'

/** One date of the rule and what becomes of it. */
export type ScheduledDay = {
  /** Where the rule put it. */
  readonly regular: Day
  /** When it is held; null when it is not. */
  readonly day: Day | null
  readonly kind: 'kept' | 'moved' | 'skipped' | 'suspended'
  /** Why it is kept, moved or not held, in words. */
  readonly why: string
  /** The holidays of that year are not published yet. */
  readonly provisional: boolean
  readonly start: string
  readonly end: string
}

/** The nearest working day is looked for no further away than the longest holiday lasts. */
const FURTHEST_MOVE = 14
/** Wider than any move: what happens beyond the edge of the asked-for period cannot change what is inside. */
const MARGIN = 2 * FURTHEST_MOVE + 3

/** Every date of the rule that falls, or is held, from one day to another, in the order of the rule. */
export function scheduledDays(
  rule: ReceptionRule,
  calendar: OfficeCalendar,
  from: Day,
  until: Day,
): readonly ScheduledDay[] {
  const regular = regularDays(rule, addDays(from, -MARGIN), addDays(until, MARGIN))
  const taken = new Set(regular.filter((day) => isHeldAsPlanned(rule, calendar, day)))
  return regular
    .map((day) => scheduled(rule, calendar, day, taken))
    .filter(({ regular: first, day }) => (day ?? first) >= from && (day ?? first) <= until)
}

/** The dates of the frequency alone, whatever the calendar says. */
export function regularDays(rule: ReceptionRule, from: Day, until: Day): readonly Day[] {
  const first = rule.from > from ? rule.from : from
  const last = rule.until !== null && rule.until < until ? rule.until : until
  const { frequency } = rule
  if (frequency.kind === 'dates') {
    return [...new Set(frequency.dates)].filter((day) => day >= first && day <= last).sort()
  }
  const days: Day[] = []
  const length = daysBetween(first, last)
  for (let ahead = 0; ahead <= length; ahead += 1) {
    const day = addDays(first, ahead)
    if (fits(frequency, rule.from, day)) days.push(day)
  }
  return days
}

function fits(frequency: Exclude<Frequency, { kind: 'dates' }>, begins: Day, day: Day): boolean {
  if (weekday(day) !== frequency.weekday) return false
  if (frequency.kind === 'weekly') return true
  if (frequency.kind === 'fortnightly') return (weekOf(day) - weekOf(begins)) % 2 === 0
  const ordinal = Math.ceil(Number(day.slice(8)) / 7)
  const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
  return frequency.weeks.includes(ordinal) || (isLast && frequency.weeks.includes(LAST_WEEK))
}

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
function weekOf(day: Day): number {
  return Math.floor((dayNumber(day) + 3) / 7)
}

function isHeldAsPlanned(rule: ReceptionRule, calendar: OfficeCalendar, day: Day): boolean {
  return vacationOn(rule, day) === undefined && isWorkingDay(calendar, day)
}

function vacationOn({ vacations }: ReceptionRule, day: Day) {
  return vacations.find(({ from, until }) => from <= day && day <= until)
}

function scheduled(
  rule: ReceptionRule,
  calendar: OfficeCalendar,
  regular: Day,
  taken: Set<Day>,
): ScheduledDay {
  const vacation = vacationOn(rule, regular)
  const verdict = verdictOf(calendar, regular)
  const off = (kind: 'skipped' | 'suspended', why: string): ScheduledDay => ({
    regular,
    day: null,
    kind,
    why,
    provisional: verdict.provisional,
    ...hoursOn(rule, regular),
  })
  if (vacation !== undefined) {
    return off(
      'suspended',
      `${vacation.name}（${inWords(vacation.from)}至${inWords(vacation.until)}）暂停接待`,
    )
  }
  if (verdict.working) {
    const { why, provisional } = verdict
    return {
      regular,
      day: regular,
      kind: 'kept',
      why: `${weekdayName(regular)}，${why}`,
      provisional,
      ...hoursOn(rule, regular),
    }
  }
  const reason = `${inWords(regular)}${verdict.why}`
  if (rule.holiday === 'skip') return off('skipped', `${reason}，按规定取消一次`)
  const to = nearestWorkingDay(calendar, regular, rule.holiday)
  const direction = rule.holiday === 'before' ? '提前' : '顺延'
  if (to === null) return off('skipped', `${reason}，前后没有可以${direction}的工作日，取消一次`)
  if (vacationOn(rule, to) !== undefined)
    return off('skipped', `${reason}，${direction}后已在假期内，取消一次`)
  if (taken.has(to)) return off('skipped', `${reason}，${direction}到的${inWords(to)}已有接待日，取消一次`)
  taken.add(to)
  return {
    regular,
    day: to,
    kind: 'moved',
    why: `${reason}，${direction}到${inWords(to)}（${weekdayName(to)}）`,
    provisional: verdict.provisional || verdictOf(calendar, to).provisional,
    ...hoursOn(rule, to),
  }
}

function nearestWorkingDay(calendar: OfficeCalendar, day: Day, direction: 'before' | 'after'): Day | null {
  const step = direction === 'before' ? -1 : 1
  for (let away = 1; away <= FURTHEST_MOVE; away += 1) {
    const candidate = addDays(day, step * away)
    if (isWorkingDay(calendar, candidate)) return candidate
  }
  return null
}

/** The hours of the season; a summer may reach over the new year, as in the south. */
export function hoursOn({ summer, winter }: ReceptionRule, day: Day): { start: string; end: string } {
  if (summer === null) return winter
  const date = day.slice(5)
  const { from, until, hours } = summer
  const inside = from <= until ? from <= date && date <= until : date >= from || date <= until
  return inside ? hours : winter
}

/** `10月1日` */
function inWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** Whose turn it is on each of so many days, after the one who had the last. */
export function leadersInTurn(
  leaders: readonly string[],
  last: string | null,
  count: number,
): readonly string[] {
  const start = last === null ? 0 : leaders.indexOf(last) + 1
  return Array.from({ length: leaders.length === 0 ? 0 : count }, (_, turn) => {
    const leader = leaders[(start + turn) % leaders.length]
    return leader ?? ''
  })
}

/** The last moment for bookings: so many working days before, at that time; 0 is the day itself. */
export function cutOffOf(
  calendar: OfficeCalendar,
  day: Day,
  { workingDays, time }: { readonly workingDays: number; readonly time: string },
): { day: Day; time: string } {
  let number = dayNumber(day)
  for (let left = workingDays; left > 0; left -= 1) {
    do number -= 1
    while (!isWorkingDay(calendar, dayFromNumber(number)))
  }
  return { day: dayFromNumber(number), time }
}
