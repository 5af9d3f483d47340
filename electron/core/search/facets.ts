import type { FacetFilters, SearchableRow } from './search-schema.ts'

/** Private-use characters keep a facet from ever being a word of the text. */
const FACETS = '\u{E001}'
const END = '\u{E002}'
const ASCII_BASE = 0xe1_00

/**
 * One token for every combination of the petition's facets, so that any combination of filters is one list,
 * read from its newest end at a cost that does not grow with the store.
 */
export function facetTokens(row: SearchableRow): readonly string[] {
  const parts = partsOf({
    state: row.state,
    unit: row.lead_unit ?? undefined,
    channel: row.channel,
    category: row.category,
  })
  let combinations: readonly string[] = [FACETS]
  for (const part of parts) {
    combinations = combinations.flatMap((begun) => [begun, begun + part])
  }
  return combinations.filter((combination) => combination !== FACETS)
}

/** The token of exactly these filters; null when there are none. */
export function facetToken(filters: FacetFilters): string | null {
  const parts = partsOf(filters)
  return parts.length === 0 ? null : FACETS + parts.join('')
}

function partsOf(facets: FacetFilters): readonly string[] {
  const named = [
    ['s', facets.state],
    ['u', facets.unit],
    ['h', facets.channel],
    ['c', facets.category],
  ] as const
  return named.flatMap(([name, code]) => (code === undefined ? [] : [name + encoded(code) + END]))
}

/** The tokenizer folds ASCII case and splits at ASCII punctuation; codes have to come through unchanged. */
function encoded(code: string): string {
  return code.replace(/[^\u{80}-\u{10FFFF}]/gu, (character) =>
    String.fromCharCode(ASCII_BASE + character.charCodeAt(0)),
  )
}
