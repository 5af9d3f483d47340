import { type Method, mayCall } from '../../../shared/contract/api.ts'
import type { Role } from '../../../shared/domain/account.ts'
import type { PetitionView, Step, StepView } from '../../ui/steps/petition-view.ts'

/** Any of these lets somebody take the step. */
const CALLS: Readonly<Record<Step, readonly Method[]>> = {
  direct: ['petitions.route'],
  transfer: ['petitions.route'],
  submit: ['petitions.route'],
  decline: ['petitions.route'],
  acknowledge: ['petitions.acknowledge'],
  instruct: ['review.instruct', 'petitions.recordInstruction'],
  return: ['petitions.return'],
  keep: ['petitions.keep'],
  chase: ['petitions.chase'],
  progress: ['petitions.progress'],
  unitReply: ['petitions.unitReply'],
  communicate: ['petitions.communicate'],
  plan: ['petitions.plan'],
  extend: ['petitions.extend'],
  inform: ['petitions.inform'],
  answer: ['petitions.answer'],
  report: ['petitions.report'],
  rate: ['petitions.rate'],
  redo: ['petitions.redo'],
  supervise: ['petitions.supervise'],
  close: ['petitions.close'],
  archive: ['petitions.archive'],
  correct: ['petitions.correct'],
  remark: ['petitions.remark'],
}

/**
 * Steps this person may take: a step nobody of their roles may take is not theirs to see. What waits for supervision a
 * leader takes up by an instruction, and the office by entering one.
 */
export function stepsFor(
  { state, steps }: Pick<PetitionView, 'state' | 'steps'>,
  roles: readonly Role[],
): readonly StepView[] {
  const mine = steps.filter(({ step }) => CALLS[step].some((method) => mayCall(method, roles)))
  if (state !== 'to-supervise') return mine
  const isLeader = mayCall('review.instruct', roles)
  return mine
    .filter(({ step }) => step !== (isLeader ? 'supervise' : 'instruct'))
    .map((each) => (each.step === 'instruct' ? { ...each, main: true } : each))
}
