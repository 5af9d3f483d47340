import type { DeadlineKind, DeadlineOverrides } from '../domain/catalogue.ts'
import type { AppealResult, Procedure } from '../domain/channel-work.ts'
import { type Day, daysBetween } from '../domain/day.ts'
import type { OfficeCalendar } from '../domain/office-calendar.ts'
import { dayInWords } from './deadline-state.ts'
import { deadlineFor, dueOnOnly } from './deadlines.ts'

type ProcedureRule = {
  /** The channel of 《办法》 it comes in by. */
  readonly channel: string
  /** The committee that decides, as a unit of the catalogue. */
  readonly committee: string
  readonly filing: DeadlineKind
  readonly deciding: DeadlineKind
}

/** 《办法》 一（一）6 and 一（二）7. */
export const PROCEDURE_RULES: Readonly<Record<Procedure, ProcedureRule>> = {
  appeal: { channel: 'XSSS', committee: 'XSSSWYH', filing: 'appealFiling', deciding: 'appeal' },
  review: { channel: 'JZGFH', committee: 'JZGFHWYH', filing: 'reviewFiling', deciding: 'review' },
}

/** Petitions of these two channels run by their committee's time, whatever their route. */
export function procedureOf(channel: string): Procedure | null {
  if (channel === PROCEDURE_RULES.appeal.channel) return 'appeal'
  return channel === PROCEDURE_RULES.review.channel ? 'review' : null
}

/** The last day on which the person could still complain, or null while the day of delivery is not known. */
export function filingDueOn(
  procedure: Procedure,
  deliveredOn: Day | null,
  calendar: OfficeCalendar,
  overrides: DeadlineOverrides,
): Day | null {
  if (deliveredOn === null) return null
  const { days, counts } = deadlineFor(PROCEDURE_RULES[procedure].filing, overrides)
  return dueOnOnly({ from: deliveredOn, days, counts }, calendar)
}

/** Said where it is late, with the clause; whether it is taken all the same is the committee's decision. */
export function lateFiling(
  procedure: Procedure,
  filing: { readonly deliveredOn: Day | null; readonly filedOn: Day },
  calendar: OfficeCalendar,
  overrides: DeadlineOverrides,
): string | null {
  const dueOn = filingDueOn(procedure, filing.deliveredOn, calendar, overrides)
  if (dueOn === null || filing.filedOn <= dueOn) return null
  const { basis } = deadlineFor(PROCEDURE_RULES[procedure].filing, overrides)
  const late = daysBetween(dueOn, filing.filedOn)
  return `提出期限至${dayInWords(dueOn, filing.filedOn)}届满，已超过 ${late} 日（${basis}）；是否受理由委员会决定。`
}

export type AppealFacts = {
  readonly filedOn: Day
  readonly concludedOn: Day | null
  readonly result: AppealResult | null
  readonly toldOn: Day | null
}

/** Why the step cannot be recorded, or null. */
export function appealRefusal(step: 'decide' | 'tell', facts: AppealFacts, on: Day): string | null {
  if (on < facts.filedOn) return `日期不能早于提出之日（${facts.filedOn}），请核对。`
  if (step === 'decide')
    return facts.toldOn === null ? null : '结论已经告知本人，不能再改；有误的请用更正说明。'
  if (facts.concludedOn === null)
    return '委员会还没有作出结论，请先记录结论再告知（教育部令第41号第六十一条）。'
  if (on < facts.concludedOn) return `告知不能早于结论作出之日（${facts.concludedOn}），请核对。`
  return facts.toldOn === null ? null : '已经告知过本人，不必再次记录。'
}
