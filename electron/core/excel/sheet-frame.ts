import { escapeXml } from '../documents/xml.ts'
import { columnName } from './row-xml.ts'
import { type ExcelSheet, ROW_COUNT } from './sheet.ts'

/** A sheet of the workbook: the first part of a table, or a further one where the table goes on. */
export type Placed = {
  readonly sheet: ExcelSheet
  /** Place among the sheets that were handed in. */
  readonly at: number
  readonly part: number
  /** Rows that stand in it. */
  rows: number
}

/** In the order the schema wants: filter, merged lines, print set-up, and no green corners on numbers kept as text. */
export function tailOf(place: Placed, headRows: number, foot: number): string {
  const { sheet, rows } = place
  const { head, columns } = sheet
  const last = columnName(columns.length - 1)
  const end = headRows + rows
  const lines = [...head.map((_, at) => at + 1), ...Array.from({ length: foot }, (_, at) => end + 1 + at)]
  const merged = columns.length < 2 ? [] : lines.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`)
  const table = `A${headRows + 1}:${last}${Math.max(end, headRows + 1)}`
  return [
    filtered(place) === 0 ? '' : `<autoFilter ref="A${headRows}:${last}${headRows + filtered(place)}"/>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${orientationOf(columns)}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>',
    `<ignoredErrors><ignoredError sqref="${table}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('')
}

/** Rows the filter works on. */
function filtered({ sheet: { totals = 0 }, rows }: Placed): number {
  return Math.max(0, rows - totals)
}

/** What fits a page upright in a readable size stays upright. */
function orientationOf(columns: ExcelSheet['columns']): 'landscape' | 'portrait' {
  return columns.length > 6 || columns.reduce((sum, { width }) => sum + width, 0) > 100
    ? 'landscape'
    : 'portrait'
}

/** The row of column names is repeated on every page; the filter is known by the name Excel gives it. */
export function definedNames(workbook: string, placed: readonly Placed[], names: readonly string[]): string {
  const defined = placed.flatMap((place, at) => {
    const { head, columns } = place.sheet
    const rows = filtered(place)
    const sheet = `'${escapeXml(names[at] ?? '')}'!`
    const row = head.length + 1
    const last = columnName(columns.length - 1)
    const filter = `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}$A$${row}:$${last}$${row + rows}</definedName>`
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}$${row}:$${row}</definedName>`
    return rows === 0 ? [titles] : [filter, titles]
  })
  return workbook.replace('<definedNames/>', () => `<definedNames>${defined.join('')}</definedNames>`)
}

/** The heads with the number of rows where it was left open. */
export function countsIn(sharedStrings: string, counts: readonly number[]): string {
  return sharedStrings.replaceAll(new RegExp(`${ROW_COUNT}(\\d+)${ROW_COUNT}`, 'gu'), (_, at: string) =>
    String(counts[Number(at)] ?? 0),
  )
}
