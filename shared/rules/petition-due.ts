import type { DeadlineKind, DeadlineOverrides, Regulation } from '../domain/catalogue.ts'
import type { Day } from '../domain/day.ts'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import type { Grade, Route } from '../domain/petition.ts'
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

/** What the due day of a petition rests on. */
export type DueFacts = {
  readonly receivedOn: Day
  readonly route: Route | null
  readonly routedOn: Day | null
  readonly grade: Grade | null
  readonly regulation: Regulation
  readonly instruction: {
    readonly on: Day
    readonly leadUnit: string | null
    readonly limitOn: Day | null
  } | null
}

/** What has to be done by when, and why: a stated limit, or a rule with the day its clock started. */
export type DueTerm =
  | { readonly kind: 'limit'; readonly from: Day; readonly limitOn: Day }
  | { readonly kind: 'rule'; readonly from: Day; readonly rule: DeadlineKind }

/**
 * The one limit that runs, or null for what was declined. A leader's 办结时限 replaces every rule. A matter assigned by
 * an instruction without one has the seven days of 呈办, from its submission or, when it was never submitted, from the
 * instruction. Before a route is chosen the petitioner must at least be told within fifteen days (条例 23).
 */
export function dueTermOf(facts: DueFacts): DueTerm | null {
  const { instruction, receivedOn } = facts
  if (facts.route === 'decline') return null
  if (instruction?.limitOn) return { kind: 'limit', from: instruction.on, limitOn: instruction.limitOn }
  if (instruction?.leadUnit) {
    const from = facts.route === 'submit' && facts.routedOn !== null ? facts.routedOn : instruction.on
    return { kind: 'rule', from, rule: 'submit' }
  }
  const rule =
    facts.route === null ? ruleBeforeRoute(facts) : deadlineKindFor({ ...facts, route: facts.route })
  if (rule === null) return null
  return {
    kind: 'rule',
    rule,
    from: rule === 'transfer' || rule === 'submit' ? (facts.routedOn ?? receivedOn) : receivedOn,
  }
}

function ruleBeforeRoute(facts: DueFacts): DeadlineKind {
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
      ...limitDay(term.limitOn),
      from: term.from,
      label: '校领导批示的办结时限',
      basis: '《信息沟通实施办法》二（二）3：根据校领导批示意见交有关单位办理，并明确办结时限',
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
