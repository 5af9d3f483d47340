import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import type { ReportTable, Value } from '../../../shared/documents/reports/report-sheet.ts'

export type ExcelSheet = {
  /** Short name of the sheet. */
  readonly name: string
  /** Lines above the table: title, what it is about. */
  readonly head: readonly string[]
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  readonly rows: readonly (readonly Value[])[]
  /** Lines below the table. */
  readonly foot?: readonly string[]
}

/** What Excel allows in one sheet. */
export const MOST_ROWS = 1_048_000
const TEXT_MOST = 32_000

/**
 * An .xlsx file whose head stays in sight. Numbers are numbers; every text is a text cell with the text format, so that
 * a title beginning with `=`, `+`, `-` or `@` is never taken for a formula and 00012 keeps its noughts.
 */
export async function writeExcel(sheets: readonly ExcelSheet[]): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const written = sheets.map((sheet, at) => excelSheet(sheet, names[at] ?? `表${at + 1}`))
  return writeExcelFile(written, { fontFamily: '宋体', fontSize: 11, features: [ORDERED_FONTS] }).toBuffer()
}

/** The schema wants what describes a font in this order; the library writes it as it comes. */
const FONT_PARTS = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family', 'scheme']

const ORDERED_FONTS = {
  files: {
    transform: {
      'xl/styles.xml': {
        transform: (xml: string) =>
          xml.replaceAll(/(<font>)(.*?)(<\/font>)/gs, (_, open: string, parts: string, close: string) => {
            const elements = parts.match(/<\w+[^>]*\/>/g) ?? []
            return open + elements.toSorted((one, other) => placeOf(one) - placeOf(other)).join('') + close
          }),
      },
    },
  },
}

function placeOf(element: string): number {
  return FONT_PARTS.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '')
}

/** The tables of a report, each on a sheet of its own below the report's title. */
export function sheetsOf(
  tables: readonly ReportTable[],
  head: readonly string[],
  foot: readonly string[] = [],
): ExcelSheet[] {
  return tables.map(({ name, columns, rows }) => ({
    name,
    head: head.map((line, at) => (at === 0 && tables.length > 1 ? `${line}：${name}` : line)),
    columns: columns.map((column) => ({ name: column.name, width: widthOf(column.share) })),
    rows,
    foot,
  }))
}

/** A share of 162 mm as characters: about two millimetres each. */
function widthOf(share: number): number {
  return Math.max(8, Math.round(share / 1.6))
}

function excelSheet({ head, columns, rows, foot = [] }: ExcelSheet, name: string): Sheet<never> {
  const wide = (text: string, style: object): Cell[] => [
    { value: clean(text), type: String, columnSpan: columns.length, ...style },
    ...columns.slice(1).map(() => null),
  ]
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    ...(columns.length > 6 ? { orientation: 'landscape' as const } : {}),
    stickyRowsCount: head.length + 1,
    data: [
      ...head.map((line, at) => wide(line, at === 0 ? TITLE : {})),
      columns.map((column): Cell => ({ value: column.name, type: String, ...HEAD })),
      ...rows.map((row) => columns.map((_, at): Cell => cellOf(row[at] ?? ''))),
      ...foot.map((line) => wide(line, { wrap: true })),
    ],
  }
}

const TITLE = { fontWeight: 'bold', fontSize: 14, align: 'center' } as const
const BORDER = { borderStyle: 'thin', borderColor: '#808080' } as const
const HEAD = { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, ...BORDER } as const

function cellOf(value: Value): Cell {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top', ...BORDER }
  return { value: clean(value), type: String, format: '@', wrap: true, alignVertical: 'top', ...BORDER }
}

/** XML 1.0 has no place for control characters, and Excel none for more than 32,767 characters. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const visible = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').toWellFormed()
  return visible.length > TEXT_MOST ? `${visible.slice(0, TEXT_MOST)}…` : visible
}

/** At most 31 characters, none of those Excel forbids, each name once. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const short =
      name
        .replace(/[[\]\\/*?:]/gu, ' ')
        .trim()
        .slice(0, 28) || '表'
    let unique = short
    for (let at = 2; used.has(unique); at += 1) unique = `${short}${at}`
    used.add(unique)
    return unique
  })
}
