import type { SearchableRow } from './search-schema.ts'

/** Minority names are typed with whichever dot the keyboard gives. */
const NAME_DOTS = /[•‧∙⋅・]/gu

/** The form in which text and query are compared: full width becomes half width, capitals become small. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(NAME_DOTS, '·')
}

/** The query's words, each of which has to be found. */
export function termsOf(query: string): readonly string[] {
  return [...new Set(normalise(query).split(/\s+/u))].filter((term) => term !== '')
}

/** Everything of a petition that can be found by its text, but for the number. A word never reaches over a line end. */
export function textOf(row: SearchableRow): string {
  return normalise([row.title, row.matter, row.grounds, row.demand, row.people_text].join('\n'))
}
