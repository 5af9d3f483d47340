import { addDays, type Day } from '../../../shared/domain/day.ts'
import { deadlineFor } from '../../../shared/rules/deadlines.ts'
import type { SteppedPetition } from '../../../shared/rules/petition-steps.ts'
import type { Desk } from '../desk.ts'
import { refuseField } from './step-taking.ts'

/** From the limit that runs to the new one: later, and never more than the law allows after the first limit. */
export function checkedExtension(
  desk: Desk,
  { dueOn, course }: SteppedPetition,
  to: Day,
): { from: Day; to: Day } {
  if (dueOn === null) return refuseField('to', '没有可以延长的办理期限。')
  if (to <= dueOn) refuseField('to', `新的期限应晚于原期限 ${dueOn}，请重新选择。`)
  const { days } = deadlineFor('extension', desk.ledger.office().settings.deadlines)
  const last = addDays(course.followUp.extension?.from ?? dueOn, days)
  if (to > last)
    refuseField('to', `延长期限不超过 ${days} 日，最晚到 ${last}（《信访工作条例》第三十四条）。`)
  return { from: dueOn, to }
}
