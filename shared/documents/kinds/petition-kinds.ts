import type { DocumentKind } from './index.ts'

/** Kinds about one petition, in the order a petition's page offers them. The others belong to a page of their own. */
export const PETITION_KINDS = [
  'transfer',
  'submission',
  'assign',
  'accept',
  'whereabouts',
  'decline',
  'urge',
  'supervise',
  'extend',
  'feedback',
  'reply',
  'result',
  'rating',
  'service',
  'registration',
  'receipt',
] as const satisfies readonly DocumentKind[]
export type PetitionKind = (typeof PETITION_KINDS)[number]

export function isPetitionKind(kind: string): kind is PetitionKind {
  return PETITION_KINDS.some((known) => known === kind)
}
