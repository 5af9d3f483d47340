/** One sheet before it is written: what it says, and what kind of thing each column holds. */
export type ExcelSheet = {
  /** Short name of the sheet. */
  readonly name: string
  /** Lines above the table: title, what it is about, as of when. */
  readonly head: readonly string[]
  readonly columns: readonly ExcelColumn[]
  readonly rows: readonly (readonly Value[])[]
  /** Lines below the table. */
  readonly foot?: readonly string[]
}

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

/** What Excel allows in one sheet, leaving room for the lines around the table. */
export const MOST_ROWS = 1_048_000

/** At most 31 characters, none of those Excel forbids, each name once. */
export function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const short =
      name
        .replace(/[[\]\\/*?:']/gu, ' ')
        .trim()
        .slice(0, 28)
        .toWellFormed() || '表'
    let unique = short
    for (let at = 2; used.has(unique); at += 1) unique = `${short}${at}`
    used.add(unique)
    return unique
  })
}
