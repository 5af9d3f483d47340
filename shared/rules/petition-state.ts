import type { Course } from '../domain/course.ts'
import type { PetitionState } from '../domain/petition.ts'
import { isDissatisfied } from './petition-course.ts'

/** Where it stands follows from what happened, so the two can never contradict each other. */
export function stateOf(course: Course): PetitionState {
  const { followUp } = course
  if (followUp.archive !== null) return 'archived'
  if (course.closedOn !== null) return 'closed'
  if (course.route === 'decline') return 'declined'
  // Nobody answers an anonymous petitioner, who may still come back to say that it was not settled.
  if (course.answeredOn !== null || isDissatisfied(followUp)) return stateOfAnswered(course)
  if (followUp.round === 2) return 'supervising'
  if (followUp.round === 1) return 'redoing'
  if (course.instruction !== null && course.instruction.leadUnit !== null) return 'assigned'
  switch (course.route) {
    case null:
      return 'registered'
    case 'direct':
      return 'handling'
    case 'transfer':
      return 'transferred'
    case 'submit':
      return course.instruction === null ? 'submitted' : 'handling'
  }
}

/** 不满意 sends it back once, the second time to a leader; after the supervision the result stands (《制度》三（一）5). */
function stateOfAnswered({ followUp }: Course): PetitionState {
  if (!isDissatisfied(followUp) || followUp.round === 2) return 'answered'
  return followUp.round === 0 ? 'dissatisfied' : 'to-supervise'
}
