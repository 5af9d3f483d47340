import { type FacetFilters, type SearchableRow, statesOf } from './search-schema.ts'
import { tokenSafe } from './token-safe.ts'

/** Private-use characters keep a facet from ever being a word of the text. */
const FACETS = '\u{E001}'
const END = '\u{E002}'

/**
 * One token for every combination of the petition's facets, so that any combination of filters is one list,
 * read from its newest end at a cost that does not grow with the store.
 */
export function facetTokens(row: SearchableRow): readonly string[] {
  const parts = [
    part('s', row.state),
    ...(row.lead_unit === null ? [] : [part('u', row.lead_unit)]),
    part('h', row.channel),
    part('c', row.category),
  ]
  let combinations: readonly string[] = [FACETS]
  for (const part of parts) {
    combinations = combinations.flatMap((begun) => [begun, begun + part])
  }
  return combinations.filter((combination) => combination !== FACETS)
}

/** The tokens of these filters, any of which will do; none when there are no filters. */
export function tokensOfFilters(filters: FacetFilters): readonly string[] {
  const { unit, channel, category } = filters
  const states = statesOf(filters)
  const others = [
    ...(unit === undefined ? [] : [part('u', unit)]),
    ...(channel === undefined ? [] : [part('h', channel)]),
    ...(category === undefined ? [] : [part('c', category)]),
  ].join('')
  if (states.length > 0) return states.map((state) => FACETS + part('s', state) + others)
  return others === '' ? [] : [FACETS + others]
}

/** What to ask the index for petitions with any of these; `""` finds none. */
export function matchOfFilters(alternatives: readonly FacetFilters[]): string {
  const tokens = alternatives.flatMap(tokensOfFilters)
  return tokens.length === 0 ? '""' : tokens.map((token) => `"${token}"`).join(' OR ')
}

function part(name: 's' | 'u' | 'h' | 'c', code: string): string {
  return name + tokenSafe(code) + END
}
