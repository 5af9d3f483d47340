import { facetTokens } from './facets.ts'
import { addGrams } from './grams.ts'
import { searchedText } from './normalise.ts'
import { INDEXED_INITIALS, initialsOfPeople } from './pinyin-initials.ts'
import type { SearchableRow } from './search-schema.ts'

const INITIALS = '\u{E000}'

/** The token of names that begin so; longer abbreviations share one and have to be verified. */
export function initialsToken(term: string): string {
  return INITIALS + term.slice(0, INDEXED_INITIALS)
}

/** Everything a petition can be found by. */
export function tokensOf(row: SearchableRow): ReadonlySet<string> {
  const tokens = new Set<string>()
  addGrams(searchedText(row), tokens)
  for (const initials of initialsOfPeople(row.people_text)) tokens.add(INITIALS + initials)
  for (const facet of facetTokens(row)) tokens.add(facet)
  return tokens
}
