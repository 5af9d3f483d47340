import type { Day } from '../domain/day.ts'
import type { PetitionState, Route } from '../domain/petition.ts'

/** What happened to a petition, as far as its state depends on it. */
export type PetitionFacts = {
  readonly route: Route | null
  readonly instruction: { readonly leadUnit: string | null } | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
}

/** Where it stands follows from what happened, so the two can never contradict each other. */
export function stateOf(facts: PetitionFacts): PetitionState {
  if (facts.closedOn !== null) return 'closed'
  if (facts.route === 'decline') return 'declined'
  if (facts.answeredOn !== null) return 'answered'
  if (facts.instruction !== null && facts.instruction.leadUnit !== null) return 'assigned'
  switch (facts.route) {
    case null:
      return 'registered'
    case 'direct':
      return 'handling'
    case 'transfer':
      return 'transferred'
    case 'submit':
      return facts.instruction === null ? 'submitted' : 'handling'
  }
}
