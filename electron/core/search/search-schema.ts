import { type Day, dayNumber } from '../../../shared/domain/day.ts'

/** A petition's `rid` is its day times this, plus its place within the day: newest first is `rid desc`. */
export const RIDS_PER_DAY = 65_536

export function firstRidOf(day: Day): number {
  return dayNumber(day) * RIDS_PER_DAY
}

/** What the index is made of: these columns of `petition`, under these names. */
export type SearchableRow = {
  readonly number: string
  readonly title: string
  readonly matter: string
  readonly grounds: string
  readonly demand: string
  /** Names, phones, ID and student numbers, one a line; every line with a Chinese character is a name. */
  readonly people_text: string
  readonly state: string
  readonly lead_unit: string | null
  readonly channel: string
  readonly category: string
}

export const SEARCHABLE_COLUMNS =
  'number, title, matter, grounds, demand, people_text, state, lead_unit, channel, category' as const

export type FacetFilters = {
  /** Any of these; an empty list means any at all. */
  readonly state?: string | readonly string[] | undefined
  readonly unit?: string | undefined
  readonly channel?: string | undefined
  readonly category?: string | undefined
}

export function statesOf({ state }: FacetFilters): readonly string[] {
  return typeof state === 'string' ? [state] : [...new Set(state)]
}
