import { type PetitionState, STATES } from '../../shared/domain/petition.ts'

export function StateWord({ state }: { state: PetitionState }) {
  return <span>{STATES[state]}</span>
}
