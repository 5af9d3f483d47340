import type { Sent } from '../../../shared/contract/api.ts'
import { type Day, isDay } from '../../../shared/domain/day.ts'
import type { PetitionState } from '../../../shared/domain/petition.ts'

/** What stands in the row above the list. */
export type ListFilters = {
  readonly query: string
  readonly states: readonly PetitionState[]
  readonly unit: string | null
  readonly channel: string | null
  readonly category: string | null
  readonly from: string | null
  readonly to: string | null
}

export const NO_FILTERS: ListFilters = {
  query: '',
  states: [],
  unit: null,
  channel: null,
  category: null,
  from: null,
  to: null,
}

export function hasFilters(filters: ListFilters): boolean {
  const { query, states, ...choices } = filters
  return query.trim() !== '' || states.length > 0 || Object.values(choices).some((choice) => choice !== null)
}

/** A day still being typed is no day: it filters nothing until it is one. */
export function searchInput(filters: ListFilters): Sent<'petitions.count'> {
  return {
    query: filters.query.trim(),
    states: [...filters.states],
    unit: filters.unit,
    channel: filters.channel,
    category: filters.category,
    from: wholeDay(filters.from),
    to: wholeDay(filters.to),
  }
}

/** What is wrong with the two days, or null. */
export function rangeProblem(filters: ListFilters): string | null {
  const from = wholeDay(filters.from)
  const to = wholeDay(filters.to)
  return from !== null && to !== null && from > to ? '起始日期晚于截止日期，请调整后再查。' : null
}

/** `37 件`; `50 件以上` while it is not known how many more there are. */
export function countText(
  seen: number,
  atEnd: boolean,
  counted: { count: number; more: boolean } | undefined,
): string {
  if (atEnd) return `共 ${seen} 件`
  if (counted === undefined) return `${seen} 件以上`
  return counted.more ? `${counted.count} 件以上` : `共 ${counted.count} 件`
}

function wholeDay(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null
}
