import { cellText, wholeCharacters } from './cell-text.ts'

/** One sheet before it is written: what it says, and what kind of thing each column holds. */
export type ExcelSheet = {
  /** Short name of the sheet. */
  readonly name: string
  /** Lines above the table: title, what it is about, as of when. */
  readonly head: readonly string[]
  readonly columns: readonly ExcelColumn[]
  readonly rows: Rows
  /** Lines below the table. */
  readonly foot?: readonly string[]
  /** Rows at the end that sum up the others: no filter hides or moves them. */
  readonly totals?: number
  /** Said below a table that turned out to have no row. */
  readonly whenEmpty?: string
}

export type Row = readonly Value[]

/** All at once, or page by page where there may be very many. */
export type Rows = readonly Row[] | AsyncIterable<readonly Row[]>

/** In a line of the head: how many rows the table has, known when the last one is written. No character anybody types. */
export const ROW_COUNT = '\u{10fff0}'

export type ExcelColumn = {
  readonly name: string
  /** In characters of a digit's width; a Chinese character takes two. */
  readonly width: number
  /** `any` where the values say it themselves. */
  readonly kind?: CellKind
}

/** `percent` holds a share of one, `day` a `YYYY-MM-DD`, `moment` an instant. */
export type CellKind = 'any' | 'text' | 'whole' | 'percent' | 'day' | 'moment'

/** Null and the empty text are an empty cell. */
export type Value = string | number | null

/** What Excel allows in one sheet, leaving room for the lines around the table; more go on in a further sheet. */
export const MOST_ROWS = 1_048_000

/** At most 31 characters, none of those Excel forbids, each name once; for Excel `Ab` and `AB` are one. */
export function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const short =
      wholeCharacters(
        cellText(name)
          .replaceAll(/[[\]\\/*?:'\s]+/gu, ' ')
          .trim()
          .slice(0, LONGEST_NAME),
      ).trim() || '表'
    // Excel keeps this name for itself.
    let unique = short.toLowerCase() === 'history' ? `${short}1` : short
    for (let at = 2; used.has(unique.toLowerCase()); at += 1) unique = `${short}${at}`
    used.add(unique.toLowerCase())
    return unique
  })
}

/** Of 31, with room for a number that tells it from others. */
const LONGEST_NAME = 28
