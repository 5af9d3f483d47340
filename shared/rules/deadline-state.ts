import type { WarningSettings } from '../domain/catalogue.ts'
import { type Day, yearOf } from '../domain/day.ts'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import type { DueDay } from './deadlines.ts'
import { weekdayName, workingDaysBetween } from './working-days.ts'

export const DEFAULT_WARNINGS: WarningSettings = { halfGone: true, daysBefore: 1, severeAfter: 3 }

/** What a list says beside a petition. Working days left include the due day; days late do not. */
export type DeadlineState =
  | {
      readonly kind: 'running' | 'dueTomorrow'
      readonly workingDaysLeft: number
      /** Within the days of the settings before the due day. */
      readonly soon: boolean
      /** Half of the working time is gone and nothing has been done yet. */
      readonly halfGone: boolean
    }
  | { readonly kind: 'dueToday' }
  | { readonly kind: 'overdue'; readonly workingDaysLate: number; readonly severe: boolean }

/** The due day itself is still in time. `dueTomorrow` means the next working day: on a Friday it covers Monday. */
export function deadlineState(
  dueOn: Day,
  today: Day,
  calendar: OfficeCalendar,
  progress: { readonly startedOn: Day | null; readonly progressed: boolean } = NOTHING_KNOWN,
  warnings: WarningSettings = DEFAULT_WARNINGS,
): DeadlineState {
  if (today === dueOn) return { kind: 'dueToday' }
  // Days are ISO texts, so their order as texts is their order in time.
  if (today > dueOn) {
    const workingDaysLate = workingDaysBetween(calendar, dueOn, today)
    return { kind: 'overdue', workingDaysLate, severe: workingDaysLate > warnings.severeAfter }
  }
  const workingDaysLeft = workingDaysBetween(calendar, today, dueOn)
  return {
    kind: workingDaysLeft <= 1 ? 'dueTomorrow' : 'running',
    workingDaysLeft,
    soon: workingDaysLeft <= warnings.daysBefore,
    halfGone:
      warnings.halfGone &&
      !progress.progressed &&
      progress.startedOn !== null &&
      isHalfGone(workingDaysLeft, workingDaysBetween(calendar, progress.startedOn, dueOn)),
  }
}

const NOTHING_KNOWN = { startedOn: null, progressed: false } as const

function isHalfGone(left: number, total: number): boolean {
  return left * 2 <= total
}

/** `11月27日（周五）`, with the year when it is not this one. */
export function dayInWords(day: Day, today: Day): string {
  const year = yearOf(day) === yearOf(today) ? '' : `${yearOf(day)}年`
  return `${year}${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日（${weekdayName(day)}）`
}

/** `11月27日（周五）到期，还剩 3 个工作日` */
export function dueSentence(due: Omit<DueDay, 'days'>, today: Day, calendar: OfficeCalendar): string {
  const head = `${dayInWords(due.dueOn, today)}到期${due.provisional ? '（暂定）' : ''}`
  return `${head}，${timeLeftInWords(deadlineState(due.dueOn, today, calendar))}`
}

/** `还剩 3 个工作日`, `就在今天`, `已逾期 2 个工作日` */
export function timeLeftInWords(state: DeadlineState): string {
  if (state.kind === 'dueToday') return '就在今天'
  if (state.kind === 'overdue') {
    return state.workingDaysLate === 0 ? '已逾期' : `已逾期 ${state.workingDaysLate} 个工作日`
  }
  return state.workingDaysLeft === 0 ? '此前已没有工作日' : `还剩 ${state.workingDaysLeft} 个工作日`
}
