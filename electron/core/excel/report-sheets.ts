import type { ReportTable } from '../../../shared/documents/reports/report-sheet.ts'
import type { ExcelSheet } from './sheet.ts'

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
