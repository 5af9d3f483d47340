import { MEETING_KINDS, type MeetingKind, type MeetingState } from '../domain/coordination.ts'
import { type Day, daysBetween } from '../domain/day.ts'
import { OPEN_STATES, type PetitionState, type Purpose } from '../domain/petition.ts'

const LETTERS = { meeting: 'M', group: 'G', campaign: 'C', research: 'R' } as const
export type CoordinationThing = keyof typeof LETTERS

/** `ZX-2026-M00003`: two stations never collide. */
export function coordinationNumber(
  station: string,
  thing: CoordinationThing,
  year: number,
  serial: number,
): string {
  return `${station}-${year}-${LETTERS[thing]}${String(serial).padStart(5, '0')}`
}

/** What makes a matter hot or difficult, as far as the record alone can tell. */
export type Weighed = {
  /** Working days overdue, 0 when it is not. */
  readonly daysLate: number
  readonly returns: number
  readonly redone: boolean
  readonly supervised: boolean
  /** Petitions of the same family, this one among them. */
  readonly family: number
  readonly group: boolean
}

const LONG_OVERDUE = 3
const OFTEN = 3

/** Why a meeting should look at it, the weightiest first; empty when nothing calls for one. */
export function reasonsToMeet(weighed: Weighed): readonly string[] {
  const reasons = [
    weighed.supervised ? '重办后仍不满意' : '',
    weighed.redone && !weighed.supervised ? '评价不满意已重办' : '',
    weighed.returns > 0 ? `承办单位退回 ${weighed.returns} 次` : '',
    weighed.family >= OFTEN ? `同一问题反映 ${weighed.family} 次` : '',
    weighed.group ? '集体访' : '',
    weighed.daysLate > LONG_OVERDUE ? `逾期 ${weighed.daysLate} 个工作日` : '',
  ]
  return reasons.filter((reason) => reason !== '')
}

/** Why a petition may not be put down for a meeting, or null. */
export function collectRefusal(petition: {
  readonly state: PetitionState
  readonly purpose: Purpose
}): string | null {
  if (petition.purpose === 'accusation')
    return '检举控告材料不得透露给其他单位，不能列入会商（《信访工作条例》第三十条）。'
  return OPEN_STATES.includes(petition.state) ? null : '事项已经有了结果，不需要再列入会商。'
}

export type MeetingStep = 'plan' | 'hold' | 'amend' | 'cancel' | 'settle' | 'issue'

/** Why the step cannot be taken with a meeting that stands there, or null. */
export function meetingRefusal(step: MeetingStep, kind: MeetingKind, state: MeetingState): string | null {
  const name = MEETING_KINDS[kind]
  switch (step) {
    case 'plan':
    case 'hold':
    case 'cancel':
      if (state === 'planned') return null
      return state === 'held'
        ? `这次${name}已经召开，记录有误请用“更正记录”。`
        : `这次${name}已经取消，请另行安排。`
    case 'amend':
    case 'settle':
    case 'issue':
      return state === 'held' ? null : `这次${name}还没有召开，请先记录会议情况。`
  }
}

export const MEET_EVERY_DAYS = 30

/**
 * “定期” of 《办法》 三2 and 《制度》 三（三） as a reminder: null while the last one is recent enough or the next one is
 * already arranged.
 */
export function meetingReminder(
  kind: MeetingKind,
  facts: { readonly lastOn: Day | null; readonly nextOn: Day | null; readonly waiting: number },
  today: Day,
  everyDays: number = MEET_EVERY_DAYS,
): string | null {
  const { lastOn, nextOn, waiting } = facts
  if (nextOn !== null && nextOn >= today) return null
  const name = MEETING_KINDS[kind]
  const clause = kind === 'dispatch' ? '《接诉即办工作制度》三（三）' : '《信息沟通实施办法》三2'
  const matters = kind === 'coordination' && waiting > 0 ? `，有 ${waiting} 件事项等待会商` : ''
  if (nextOn !== null) return `原定的${name}日期已过，请记录会议情况或重新安排${matters}。`
  if (lastOn === null)
    return waiting > 0 || kind === 'dispatch'
      ? `还没有召开过${name}${matters}，应定期召开（${clause}）。`
      : null
  const since = daysBetween(lastOn, today)
  if (since < everyDays) return null
  return `上次${name}距今 ${since} 天，超过 ${everyDays} 天${matters}，应定期召开（${clause}）。`
}

/** A decision is about a petition on the meeting's list, and its day lies ahead of the meeting. */
export function decisionRefusal(
  decision: { readonly petition: string | null; readonly dueOn: Day },
  meeting: { readonly on: Day; readonly petitions: readonly string[] },
): string | null {
  if (decision.dueOn < meeting.on) return '完成日期不能早于会议日期，请重新选择。'
  if (decision.petition !== null && !meeting.petitions.includes(decision.petition))
    return `${decision.petition} 不在本次会议研究的事项中，请先列入会议。`
  return null
}
