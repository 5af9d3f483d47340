import { facetTokens } from './facets.ts'
import { gramsOfNumber, gramsOfText } from './grams.ts'
import { normalise, textOf } from './normalise.ts'
import { INDEXED_INITIALS, initialsOfPeople } from './pinyin-initials.ts'
import type { SearchableRow } from './search-schema.ts'

/** Private-use characters keep the kinds of tokens apart. */
const INITIALS = '\u{E000}'
const NUMBER = '\u{E003}'

/** The token of names that begin so; longer abbreviations share one and have to be verified. */
export function initialsToken(term: string): string {
  return INITIALS + term.slice(0, INDEXED_INITIALS)
}

export function numberToken(gram: string): string {
  return NUMBER + gram
}

/** Everything a petition can be found by. */
export function tokensOf(row: SearchableRow): readonly string[] {
  return [
    ...gramsOfText(textOf(row)),
    ...Array.from(gramsOfNumber(normalise(row.number)), numberToken),
    ...Array.from(initialsOfPeople(row.people_text), initialsToken),
    ...facetTokens(row),
  ]
}
