import { textWidth } from './cell-text.ts'
import type { CellKind, ExcelSheet, Value } from './sheet.ts'

/** One column of a list: its name, what kind of thing stands in it, and how a row says it. */
export type ListColumn<Row> = {
  readonly name: string
  readonly kind: CellKind
  /** Widest it may become; longer texts go on in the next line of the cell. */
  readonly most: number
  readonly of: (row: Row) => Value
}

/** One sheet of a list, still without the lines above it. */
export type ListTable = Pick<ExcelSheet, 'name' | 'columns' | 'rows'>

const SHORT = 24
const LONG = 46
const DAY = 15
const MOMENT = 21
const FIGURE = 12

export function text<Row>(name: string, of: (row: Row) => string | null, most = SHORT): ListColumn<Row> {
  return { name, kind: 'text', most, of }
}

/** A narrative. */
export function long<Row>(name: string, of: (row: Row) => string | null): ListColumn<Row> {
  return { name, kind: 'text', most: LONG, of }
}

export function whole<Row>(name: string, of: (row: Row) => number | null): ListColumn<Row> {
  return { name, kind: 'whole', most: FIGURE, of }
}

/** A share of one. */
export function percent<Row>(name: string, of: (row: Row) => number | null): ListColumn<Row> {
  return { name, kind: 'percent', most: FIGURE, of }
}

/** `YYYY-MM-DD`; anything else stays as it was typed. */
export function day<Row>(name: string, of: (row: Row) => string | null): ListColumn<Row> {
  return { name, kind: 'day', most: DAY, of }
}

/** An instant, shown as it is in Shanghai. */
export function moment<Row>(name: string, of: (row: Row) => string | null): ListColumn<Row> {
  return { name, kind: 'moment', most: MOMENT, of }
}

export function listTable<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): ListTable {
  const values = valuesOf(columns, rows)
  return { name, columns: measured(columns, values), rows: values }
}

/** A list that may be long: its first rows say how wide the columns are, the others are read while it is written. */
export async function pagedTable<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  pages: AsyncGenerator<readonly Row[], void>,
): Promise<ListTable> {
  const first: (readonly Value[])[] = []
  while (first.length < MEASURED) {
    const page = await pages.next()
    if (page.done === true) break
    first.push(...valuesOf(columns, page.value))
  }
  return { name, columns: measured(columns, first), rows: onwards(first, columns, pages) }
}

async function* onwards<Row>(
  first: readonly (readonly Value[])[],
  columns: readonly ListColumn<Row>[],
  pages: AsyncGenerator<readonly Row[], void>,
): AsyncGenerator<readonly (readonly Value[])[], void> {
  yield first
  for await (const page of pages) yield valuesOf(columns, page)
}

function valuesOf<Row>(columns: readonly ListColumn<Row>[], rows: readonly Row[]): (readonly Value[])[] {
  return rows.map((row) => columns.map((column) => column.of(row)))
}

function measured<Row>(columns: readonly ListColumn<Row>[], values: readonly (readonly Value[])[]) {
  return columns.map(({ name, kind, most }, at) => ({
    name,
    kind,
    width: widthOf(name, kind, most, values, at),
  }))
}

/** Rows looked at: the rest will be much alike. */
const MEASURED = 300
const NARROWEST = 7

/** As wide as what stands in it and never wider than allowed; a heading takes two lines before it makes a column wider. */
function widthOf(
  heading: string,
  kind: CellKind,
  most: number,
  values: readonly (readonly Value[])[],
  at: number,
): number {
  // Beside the heading stands the arrow of the filter.
  const headed = Math.ceil(textWidth(heading) / 4) * 2 + 3
  const seen = values.slice(0, MEASURED).map((row) => row[at] ?? null)
  if (kind === 'day' || kind === 'moment') return seen.some((value) => value !== null) ? most : headed
  const widest = seen.reduce<number>((width, value) => Math.max(width, textWidth(String(value ?? ''))), 0)
  return Math.min(most, Math.max(NARROWEST, headed, widest + 2))
}
