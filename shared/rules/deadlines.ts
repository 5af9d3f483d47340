import type { Counts, DeadlineKind, DeadlineOverrides, Regulation } from '../domain/catalogue.ts'
import type { Day } from '../domain/day.ts'
import { type CompiledCalendar, compileCalendar, type OfficeCalendar } from '../domain/office-calendar.ts'
import type { Grade, Route } from '../domain/petition.ts'
import { verdictOf } from './working-days.ts'

/** The fact whose day starts the clock. `dueOn` is the limit that is being extended. */
export const CLOCK_STARTS = {
  receivedOn: '收到之日',
  acceptedOn: '受理之日',
  dispatchedOn: '转办发出之日',
  submittedOn: '呈报之日',
  dueOn: '原期限届满之日',
  ratedOn: '评价不满意之日',
  redoneOn: '发回重办之日',
  supervisedOn: '纳入督办之日',
  deliveredOn: '决定送达之日',
} as const
export type ClockStart = keyof typeof CLOCK_STARTS

export type DeadlineRule = {
  readonly label: string
  readonly days: number
  /** Calendar days end on the next working day when the last one is a rest day. */
  readonly counts: Counts
  readonly startsOn: ClockStart
  /** Where the number comes from, as a clerk would cite it. */
  readonly basis: string
}

/** Every deadline the desk runs. A new one is a new row here, not a new branch. */
export const DEADLINES: Readonly<Record<DeadlineKind, DeadlineRule>> = {
  direct: {
    label: '直接办理',
    days: 3,
    counts: 'working',
    startsOn: 'acceptedOn',
    basis: '《信息沟通实施办法》二（二）1：3个工作日内予以答复',
  },
  transfer: {
    label: '转办',
    days: 5,
    counts: 'working',
    startsOn: 'dispatchedOn',
    basis: '《信息沟通实施办法》二（二）2：一般应在5个工作日内予以答复',
  },
  submit: {
    label: '呈办',
    days: 7,
    counts: 'working',
    startsOn: 'submittedOn',
    basis: '《信息沟通实施办法》二（二）3：一般应在7个工作日内予以答复',
  },
  instant: {
    label: '即时办结',
    days: 0,
    counts: 'calendar',
    startsOn: 'acceptedOn',
    basis: '《接诉即办工作制度》三（一）3：简单问题即时办结',
  },
  sameDay: {
    label: '日清日结',
    days: 0,
    counts: 'calendar',
    startsOn: 'acceptedOn',
    basis: '《接诉即办工作制度》三（一）3：一般问题日清日结',
  },
  complex: {
    label: '3日办结',
    days: 3,
    counts: 'calendar',
    startsOn: 'acceptedOn',
    basis: '《接诉即办工作制度》三（一）3：复杂问题3日办结',
  },
  acceptanceNotice: {
    label: '受理告知',
    days: 15,
    counts: 'calendar',
    startsOn: 'receivedOn',
    basis: '《信访工作条例》第二十三条：自收到之日起15日内告知信访人',
  },
  extension: {
    label: '延长期限',
    days: 30,
    counts: 'calendar',
    startsOn: 'dueOn',
    basis: '《信访工作条例》第三十四条：延长期限不超过30日，并告知延期理由',
  },
  settle: {
    label: '办结',
    days: 60,
    counts: 'calendar',
    startsOn: 'acceptedOn',
    basis: '《信访工作条例》第三十四条：自受理之日起60日内办结',
  },
  redoOrder: {
    label: '发回重办',
    days: 1,
    counts: 'working',
    startsOn: 'ratedOn',
    basis:
      '《接诉即办工作制度》三（一）5：不满意的发回重办，由接诉即办工作办公室转办处理（办公室发出的时限为内部设定）',
  },
  redo: {
    label: '重办',
    days: 5,
    counts: 'working',
    startsOn: 'redoneOn',
    basis: '《接诉即办工作制度》三（一）5：发回重办；时限比照《信息沟通实施办法》二（二）2转办',
  },
  superviseOrder: {
    label: '督办批示',
    days: 3,
    counts: 'working',
    startsOn: 'ratedOn',
    basis: '《接诉即办工作制度》三（一）5：仍不满意的纳入督办，由分管校领导批示办理（批示的时限为内部设定）',
  },
  supervise: {
    label: '督办',
    days: 7,
    counts: 'working',
    startsOn: 'supervisedOn',
    basis: '《接诉即办工作制度》三（一）5：由分管校领导批示办理；时限比照《信息沟通实施办法》二（二）3呈办',
  },
  appealFiling: {
    label: '提出学生申诉',
    days: 10,
    counts: 'calendar',
    startsOn: 'deliveredOn',
    basis: '《普通高等学校学生管理规定》（教育部令第41号）第六十条：自接到决定书之日起10日内提出书面申诉',
  },
  appeal: {
    label: '学生申诉复查',
    days: 15,
    counts: 'calendar',
    startsOn: 'receivedOn',
    basis:
      '《普通高等学校学生管理规定》（教育部令第41号）第六十一条：接到书面申诉之日起15日内作出复查结论并告知，情况复杂的可延长15日',
  },
  reviewFiling: {
    label: '提出教职工复核申请',
    days: 30,
    counts: 'calendar',
    startsOn: 'deliveredOn',
    basis: '《信息沟通实施办法》一（二）7复核；提出期限为学校设定，默认30日',
  },
  review: {
    label: '教职工复核',
    days: 30,
    counts: 'calendar',
    startsOn: 'receivedOn',
    basis: '《信息沟通实施办法》一（二）7复核；办理期限为学校设定，默认30日',
  },
}

/** The rule as this school has set it; what was changed is said in its basis. */
export function deadlineFor(kind: DeadlineKind, overrides: DeadlineOverrides = {}): DeadlineRule {
  const rule = DEADLINES[kind]
  const days = overrides[kind]?.days ?? rule.days
  const counts = overrides[kind]?.counts ?? rule.counts
  if (days === rule.days && counts === rule.counts) return rule
  return { ...rule, days, counts, basis: `${rule.basis}（学校设置为${termInWords({ days, counts })}）` }
}

export function termInWords(term: { readonly days: number; readonly counts: Counts }): string {
  if (term.days === 0) return '当日'
  return term.counts === 'working' ? `${term.days} 个工作日` : `${term.days} 日`
}

/**
 * Which limit a petition answers to, or null when it has none. 《制度》 sets its limits by grade, so they hold for
 * its own channels only, and not for a long-term matter: that gets a timetable, and the limit of its route is then
 * the day by which the petitioner must have heard of it. Everything else answers to the route, by 《办法》. What is
 * not accepted is told at once and has nothing left to answer.
 */
export function deadlineKindFor(petition: {
  readonly route: Route
  readonly grade: Grade | null
  readonly regulation: Regulation
}): DeadlineKind | null {
  if (petition.route === 'decline') return null
  const byGrade =
    petition.regulation === '制度' && petition.grade !== null ? KIND_OF_GRADE[petition.grade] : null
  return byGrade ?? petition.route
}

const KIND_OF_GRADE: Readonly<Record<Grade, DeadlineKind | null>> = {
  instant: 'instant',
  'same-day': 'sameDay',
  complex: 'complex',
  'long-term': null,
}

export type Term = { readonly from: Day; readonly days: number; readonly counts: Counts }

export type ReckonedDay = {
  readonly day: Day
  readonly counted: boolean
  readonly why: string
  readonly source: string
}

export type DueDay = {
  readonly dueOn: Day
  /** True when a day it depends on belongs to a year that is not arranged yet: show it as 暂定. */
  readonly provisional: boolean
  /** The start day, then each day up to the due day, counted or not. */
  readonly days: readonly ReckonedDay[]
}

const START_SOURCE = '《民法典》第二百零一条'
const ROLL_SOURCE = '《民法典》第二百零三条'

/** The last day still in time, without the explanation: for lists and rebuilds, where it is asked by the million. */
export function dueOnOnly(term: Term, calendar: OfficeCalendar): Day {
  const compiled = compileCalendar(calendar)
  return compiled.dayAt(reckon(term, compiled).due)
}

export function dueBriefly(term: Term, calendar: OfficeCalendar): Omit<DueDay, 'days'> {
  const compiled = compileCalendar(calendar)
  const { due, provisional } = reckon(term, compiled)
  return { dueOn: compiled.dayAt(due), provisional }
}

/** The last day still in time, with a reason and its source for every day on the way. */
export function dueDay(term: Term, calendar: OfficeCalendar): DueDay {
  const compiled = compileCalendar(calendar)
  const { from, last, due, provisional } = reckon(term, compiled)
  const days: ReckonedDay[] = [startLine(term)]
  for (let number = from + 1; number <= due; number += 1) {
    const day = compiled.dayAt(number)
    if (term.counts === 'working') days.push(workingLine(day, calendar))
    else if (number <= last) days.push(calendarLine(day, number === last, calendar))
    else days.push(rolledLine(day, number === due, calendar))
  }
  return { dueOn: compiled.dayAt(due), provisional, days }
}

/** A day that somebody stated is the due day as it stands, whatever the calendar says of it. */
export function limitDay(limitOn: Day, stated: { readonly label: string; readonly basis: string }): DueDay {
  return {
    dueOn: limitOn,
    provisional: false,
    days: [{ day: limitOn, counted: true, why: stated.label, source: stated.basis }],
  }
}

type Reckoning = {
  readonly from: number
  /** The last counted day. */
  readonly last: number
  /** The same, rolled forward past rest days. */
  readonly due: number
  readonly provisional: boolean
}

/** All in day numbers. Provisional when one of the days whose verdict decided the result is. */
function reckon({ from: fromDay, days, counts }: Term, calendar: CompiledCalendar): Reckoning {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
  const from = calendar.numberOf(fromDay)
  if (days === 0) return { from, last: from, due: from, provisional: false }
  let provisional = false
  const works = (number: number): boolean => {
    if (calendar.isProvisional(number)) provisional = true
    return calendar.isWorking(number)
  }
  let due = from
  if (counts === 'calendar') {
    due = from + days
    while (!works(due)) due += 1
    return { from, last: from + days, due, provisional }
  }
  for (let left = days; left > 0; ) {
    due += 1
    if (works(due)) left -= 1
  }
  return { from, last: due, due, provisional }
}

function startLine({ from, days }: Term): ReckonedDay {
  return days === 0
    ? { day: from, counted: false, why: '当日办结，至当日结束时届满', source: ROLL_SOURCE }
    : { day: from, counted: false, why: '起算日不计入', source: START_SOURCE }
}

function workingLine(day: Day, calendar: OfficeCalendar): ReckonedDay {
  const { working, why, source } = verdictOf(calendar, day)
  return { day, counted: working, why, source }
}

function calendarLine(day: Day, isLast: boolean, calendar: OfficeCalendar): ReckonedDay {
  if (!isLast) return { day, counted: true, why: '按自然日计入', source: START_SOURCE }
  const { working, why, source } = verdictOf(calendar, day)
  return working
    ? { day, counted: true, why: `按自然日计入，最后一日为${why}`, source }
    : { day, counted: true, why: `按自然日计入，最后一日${why}，顺延`, source }
}

function rolledLine(day: Day, isDue: boolean, calendar: OfficeCalendar): ReckonedDay {
  const { why } = verdictOf(calendar, day)
  return {
    day,
    counted: false,
    why: isDue ? `顺延至此日届满：${why}` : `${why}，休息日顺延`,
    source: ROLL_SOURCE,
  }
}
