import { DeskError } from '../../../shared/contract/errors.ts'
import { escapeXml } from '../documents/xml.ts'
import { type ZipEntry, zip, zipEntry } from '../documents/zip.ts'
import { type Mold, moldFor, type SheetMold } from './mold.ts'
import { packPieces } from './packer.ts'
import { columnName, heightOf, linesOf, rowXml, textCell } from './row-xml.ts'
import { type ExcelSheet, MOST_ROWS, sheetNames } from './sheet.ts'

/** Rows written before others get their turn: some milliseconds. */
const ROWS_AT_A_TIME = 250

/**
 * An .xlsx file whose head stays in sight, can be filtered by its columns, and prints on sheets of A4 with the column
 * names on each. Numbers and days are what they are; every text is a text cell with the text format, so that a title
 * beginning with `=`, `+`, `-` or `@` is never taken for a formula and 00012 keeps its noughts. `between` is called after
 * every few hundred rows and may stop it by throwing.
 */
export async function writeExcel(
  sheets: readonly ExcelSheet[],
  between: () => Promise<void> = turn,
): Promise<Buffer> {
  if (sheets.some(({ rows }) => rows.length > MOST_ROWS))
    throw new DeskError('refused', `一个 Excel 工作表最多 ${MOST_ROWS} 行，请缩小范围后再导出。`)
  const names = sheetNames(sheets.map(({ name }) => name))
  const mold = await moldFor(sheets, names)
  const paths = new Set(mold.sheets.map(({ path }) => path))
  const entries: ZipEntry[] = Object.entries(mold.parts)
    .filter(([path]) => !paths.has(path))
    .map(([path, xml]) =>
      zipEntry(path, path === 'xl/workbook.xml' ? withNames(xml, sheets, names) : xml, 'fast'),
    )
  for (const [at, sheet] of sheets.entries()) {
    const own = mold.sheets[at]
    if (own !== undefined)
      entries.push(await packPieces(own.path, piecesOf(sheet, own, mold.styles), between))
  }
  return zip(entries)
}

/** Lets other calls through. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function* piecesOf(
  sheet: ExcelSheet,
  { open, headRows }: SheetMold,
  styles: Mold['styles'],
): Generator<string> {
  const { columns, rows, foot = [] } = sheet
  let piece = open
  for (const [at, row] of rows.entries()) {
    piece += rowXml(row, headRows + 1 + at, columns, styles)
    if (at % ROWS_AT_A_TIME !== ROWS_AT_A_TIME - 1) continue
    yield piece
    piece = ''
  }
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  for (const [at, line] of foot.entries()) {
    const row = headRows + rows.length + 1 + at
    const cell = textCell(line, `A${row}`, styles.foot)
    piece += `<row r="${row}" ht="${heightOf(linesOf(line, width))}" customHeight="1">${cell}</row>`
  }
  yield `${piece}</sheetData>${tailOf(sheet, headRows)}</worksheet>`
}

/** In the order the schema wants: filter, merged lines, print set-up, and no green corners on numbers kept as text. */
function tailOf({ head, columns, rows, foot = [] }: ExcelSheet, headRows: number): string {
  const last = columnName(columns.length - 1)
  const end = headRows + rows.length
  const merged =
    columns.length < 2
      ? []
      : [...head.map((_, at) => at + 1), ...foot.map((_, at) => end + 1 + at)].map(
          (row) => `<mergeCell ref="A${row}:${last}${row}"/>`,
        )
  const table = `A${headRows + 1}:${last}${Math.max(end, headRows + 1)}`
  return [
    rows.length === 0 ? '' : `<autoFilter ref="A${headRows}:${last}${end}"/>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientationOf(columns)}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    `<ignoredErrors><ignoredError sqref="${table}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('')
}

/** What fits a page upright in a readable size stays upright. */
function orientationOf(columns: ExcelSheet['columns']): 'landscape' | 'portrait' {
  return columns.length > 6 || columns.reduce((sum, { width }) => sum + width, 0) > 100
    ? 'landscape'
    : 'portrait'
}

/** The row of column names is repeated on every page; the filter is known by the name Excel gives it. */
function withNames(workbook: string, sheets: readonly ExcelSheet[], names: readonly string[]): string {
  const defined = sheets.flatMap(({ head, columns, rows }, at) => {
    const sheet = `'${escapeXml(names[at] ?? '')}'!`
    const row = head.length + 1
    const last = columnName(columns.length - 1)
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}$A$${row}:$${last}$${row + rows.length}</definedName>`
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}$${row}:$${row}</definedName>`
    return rows.length === 0 ? [titles] : [filter, titles]
  })
  return workbook.replace('<definedNames/>', `<definedNames>${defined.join('')}</definedNames>`)
}
