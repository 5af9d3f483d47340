import { ratingOf } from '../domain/course.ts'
import { type ClosingGap, closingGap } from './closing.ts'
import { nextStage } from './petition-course.ts'
import { type Step, type SteppedPetition, stepRefusal } from './petition-steps.ts'

/** The one step most often next; the screen makes it the main button. Null only where there is an outcome. */
export function mainStep(petition: SteppedPetition): Step | null {
  switch (petition.state) {
    case 'registered':
      return 'transfer'
    case 'submitted':
      return 'instruct'
    case 'handling':
      return nextStage(petition.course.followUp) === null ? 'answer' : 'inform'
    case 'transferred':
    case 'assigned':
    case 'redoing':
    case 'supervising':
      return withUnit(petition)
    case 'answered':
      return afterAnswer(petition)
    case 'dissatisfied':
      return 'redo'
    case 'to-supervise':
      return 'supervise'
    case 'closed':
      return stepRefusal('archive', petition) === null ? 'archive' : null
    case 'archived':
    case 'declined':
      return null
  }
}

function withUnit({ course, on, dueOn }: SteppedPetition): Step {
  const { followUp } = course
  if (followUp.returned !== null) return 'keep'
  if (followUp.repliedOn !== null) return 'answer'
  return dueOn !== null && on >= dueOn && followUp.chasedOn !== on ? 'chase' : 'unitReply'
}

const FILLS: Readonly<Record<ClosingGap, Step>> = {
  meeting: 'communicate',
  call: 'communicate',
  extension: 'inform',
  report: 'report',
}

function afterAnswer(petition: SteppedPetition): Step {
  const gap = closingGap(petition)
  if (gap !== null) return FILLS[gap]
  return ratingOf(petition.course.followUp) === null && !petition.anonymous ? 'rate' : 'close'
}
