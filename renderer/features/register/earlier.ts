import type { Answer, Sent } from '../../../shared/contract/api.ts'
import type { Petitioner, RepeatAnswer } from '../../../shared/domain/visit.ts'
import type { VisitEntry } from './visit-entry.ts'

export type Suggestion = Answer<'visits.suggest'>[number]

/** What is asked about, for the petition being typed. */
export function suggestInput(entry: VisitEntry, index: number): Sent<'visits.suggest'> {
  const person = entry.petitioners[0]
  return {
    name: person?.name.trim() ?? '',
    phone: person?.phone.trim() ?? '',
    studentNumber: person?.studentNumber.trim() ?? '',
    idNumber: person?.idNumber.trim() ?? '',
    title: entry.petitions[index]?.title.trim() ?? '',
  }
}

export function isWorthAsking(input: Sent<'visits.suggest'>): boolean {
  return Object.values(input).some((text) => (text?.length ?? 0) >= 2)
}

/** The person standing at the counter, filled in from the last visit; what was typed already stays. */
export function filledFrom(typed: Petitioner, known: Petitioner): Petitioner {
  const kept = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '' && value !== null))
  return { ...known, ...kept, identity: known.identity, idType: known.idType }
}

type Offered = { readonly line: Pick<Suggestion['line'], 'number'> }

/** Whether the answer still speaks of what is offered now. */
export function isAnswered(repeat: RepeatAnswer, offered: readonly Offered[]): boolean {
  if (offered.length === 0) return true
  if (repeat.answer === 'first') return false
  if (repeat.answer === 'repeat') return true
  return offered.every(({ line }) => repeat.offered.includes(line.number))
}
