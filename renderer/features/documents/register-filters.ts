import type { Sent } from '../../../shared/contract/api.ts'
import { KINDS } from '../../../shared/documents/kinds/index.ts'

/** What the register is narrowed by. */
export type RegisterFilters = {
  readonly kind: string | null
  readonly series: string | null
  readonly year: number | null
  readonly state: 'valid' | 'void' | null
  readonly unit: string | null
  readonly words: string
}

export const NO_FILTERS: RegisterFilters = {
  kind: null,
  series: null,
  year: null,
  state: null,
  unit: null,
  words: '',
}

export function hasFilters(filters: RegisterFilters): boolean {
  return Object.values(filters).some((value) => value !== null && value !== '')
}

export function filterInput(filters: RegisterFilters): Sent<'register.list'> {
  return { ...filters, words: filters.words.trim() }
}

/** Whom a paper without a unit goes to. */
const TO_PETITIONER: ReadonlySet<string> = new Set([
  'accept',
  'decline',
  'extend',
  'reply',
  'outcome',
  'whereabouts',
  'rating',
  'service',
  'receipt',
])

/** 主送 */
export function addresseeWord(kind: string, unit: string | null): string {
  if (unit !== null) return unit
  if (TO_PETITIONER.has(kind)) return '反映人'
  return kind === 'submission' ? '校领导' : '存本单位'
}

export const KIND_OPTIONS = Object.entries(KINDS).map(([value, { name }]) => ({ value, label: name }))
