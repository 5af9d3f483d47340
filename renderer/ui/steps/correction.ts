import type { Sent } from '../../../shared/contract/api.ts'
import type { PetitionView } from './petition-view.ts'

type Changes = Sent<'petitions.correct'>['changes']
/** What can be corrected, all of it. */
export type Correctable = { readonly [K in keyof Changes]-?: Exclude<Changes[K], undefined> }

export function correctableOf(petition: PetitionView): Correctable {
  return {
    title: petition.title,
    matter: petition.matter,
    grounds: petition.grounds,
    demand: petition.demand,
    purpose: petition.purpose,
    category: petition.category,
    accusedNames: petition.accusedNames,
    accusedUnits: petition.accusedUnits,
    urgency: petition.urgency,
    grade: petition.grade,
  }
}

/** Only what differs: the journal keeps a correction, not a copy. */
export function changesBetween(before: Correctable, after: Correctable): Changes {
  const changed = Object.entries(after).filter(([key, value]) => !sameValue(Reflect.get(before, key), value))
  return Object.fromEntries(changed)
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item) => b.includes(item))
  }
  return typeof a === 'string' && typeof b === 'string' ? a.trim() === b.trim() : a === b
}
