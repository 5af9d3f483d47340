import type { DeadlineKind, DeadlineOverrides, Regulation } from '../domain/catalogue.ts'
import type { Procedure } from '../domain/channel-work.ts'
import type { Course, FollowUp } from '../domain/course.ts'
import type { Day } from '../domain/day.ts'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import type { Grade } from '../domain/petition.ts'
import { PROCEDURE_RULES } from './appeals.ts'
import {
  CLOCK_STARTS,
  type DueDay,
  deadlineFor,
  deadlineKindFor,
  dueBriefly,
  dueDay,
  limitDay,
  termInWords,
} from './deadlines.ts'
import { isDissatisfied, nextStage } from './petition-course.ts'

/** What the due day of a petition rests on. */
export type DueFacts = {
  readonly receivedOn: Day
  readonly grade: Grade | null
  readonly regulation: Regulation
  /** 申诉 and 复核 run by their committee's time, whatever their route. */
  readonly procedure?: Procedure | null
  readonly course: Pick<Course, 'route' | 'routedOn' | 'instruction' | 'answeredOn' | 'followUp'>
}

/** Why a day stands that no rule reckons. */
export type StatedLimit = 'instruction' | 'extension' | 'stage'

/** What has to be done by when, and why: a stated day, or a rule with the day its clock started. */
export type DueTerm =
  | { readonly kind: 'limit'; readonly from: Day; readonly limitOn: Day; readonly why: StatedLimit }
  | { readonly kind: 'rule'; readonly from: Day; readonly rule: DeadlineKind }

/**
 * The one limit that runs, or null for what was declined. The latest word counts: a dissatisfied petitioner's redo and
 * supervision have limits of their own; an approved extension replaces what it extends; a timetable runs stage by
 * stage; a leader's 办结时限 replaces every rule. A matter assigned by an instruction without one has the seven days of
 * 呈办, from its submission or, when it was never submitted, from the instruction. Before a route is chosen the
 * petitioner must at least be told within fifteen days (条例 23).
 */
export function dueTermOf(facts: DueFacts): DueTerm | null {
  const { course } = facts
  const { followUp } = course
  if (course.route === 'decline') return null
  if (isDissatisfied(followUp)) return orderTerm(followUp)
  const { extension, plannedOn } = followUp
  if (extension !== null) {
    return { kind: 'limit', from: extension.from, limitOn: extension.to, why: 'extension' }
  }
  const stage = nextStage(followUp)
  if (stage !== null && plannedOn !== null)
    return { kind: 'limit', from: plannedOn, limitOn: stage.on, why: 'stage' }
  return followUp.round > 0 && followUp.roundOn !== null
    ? roundTerm(followUp, followUp.roundOn)
    : firstTerm(facts)
}

/** Until the office has sent it back, or a leader has taken it up. */
function orderTerm({ ratings, round }: FollowUp): DueTerm | null {
  const from = ratings.at(-1)?.on
  if (from === undefined || round === 2) return null
  return { kind: 'rule', from, rule: round === 0 ? 'redoOrder' : 'superviseOrder' }
}

function roundTerm({ round, roundLimitOn }: FollowUp, from: Day): DueTerm {
  if (roundLimitOn !== null) return { kind: 'limit', from, limitOn: roundLimitOn, why: 'instruction' }
  return { kind: 'rule', from, rule: round === 1 ? 'redo' : 'supervise' }
}

function firstTerm({ course, receivedOn, ...facts }: DueFacts): DueTerm | null {
  const { instruction, route, routedOn } = course
  if (instruction?.limitOn)
    return { kind: 'limit', from: instruction.on, limitOn: instruction.limitOn, why: 'instruction' }
  if (instruction?.leadUnit) {
    const from = route === 'submit' && routedOn !== null ? routedOn : instruction.on
    return { kind: 'rule', from, rule: 'submit' }
  }
  if (facts.procedure)
    return { kind: 'rule', rule: PROCEDURE_RULES[facts.procedure].deciding, from: receivedOn }
  const rule = route === null ? ruleBeforeRoute(facts) : deadlineKindFor({ ...facts, route })
  if (rule === null) return null
  return {
    kind: 'rule',
    rule,
    from: rule === 'transfer' || rule === 'submit' ? (routedOn ?? receivedOn) : receivedOn,
  }
}

function ruleBeforeRoute(facts: Pick<DueFacts, 'grade' | 'regulation'>): DeadlineKind {
  const byGrade = deadlineKindFor({ ...facts, route: 'direct' })
  return byGrade === null || byGrade === 'direct' ? 'acceptanceNotice' : byGrade
}

export function dueOf(
  facts: DueFacts,
  calendar: OfficeCalendar,
  overrides: DeadlineOverrides,
): Omit<DueDay, 'days'> | null {
  const term = dueTermOf(facts)
  if (term === null) return null
  if (term.kind === 'limit') return { dueOn: term.limitOn, provisional: false }
  const { days, counts } = deadlineFor(term.rule, overrides)
  return dueBriefly({ from: term.from, days, counts }, calendar)
}

const STATED: Readonly<Record<StatedLimit, { readonly label: string; readonly basis: string }>> = {
  instruction: {
    label: '校领导批示的办结时限',
    basis: '《信息沟通实施办法》二（二）3：根据校领导批示意见交有关单位办理，并明确办结时限',
  },
  extension: {
    label: '经批准延期后的期限',
    basis: '《信息沟通实施办法》二（四）：未能在办结时限内完成的，要说明延期原因',
  },
  stage: {
    label: '时间表中下一阶段的反馈日',
    basis: '《接诉即办工作制度》三（一）3：长期解决的要制定好时间表，阶段性地反馈',
  },
}

export type ExplainedDue = DueDay & { readonly label: string; readonly basis: string; readonly from: Day }

/** The same day with each counted and skipped day, for the screen. */
export function explainDue(
  facts: DueFacts,
  calendar: OfficeCalendar,
  overrides: DeadlineOverrides,
): ExplainedDue | null {
  const term = dueTermOf(facts)
  if (term === null) return null
  if (term.kind === 'limit') {
    return {
      ...limitDay(term.limitOn, STATED[term.why]),
      from: term.from,
      ...STATED[term.why],
    }
  }
  const rule = deadlineFor(term.rule, overrides)
  return {
    ...dueDay({ from: term.from, days: rule.days, counts: rule.counts }, calendar),
    from: term.from,
    label: `${rule.label}：自${CLOCK_STARTS[rule.startsOn]}起${termInWords(rule)}`,
    basis: rule.basis,
  }
}
