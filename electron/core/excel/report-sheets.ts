import type { ReportTable } from '../../../shared/documents/reports/report-sheet.ts'
import type { ExcelColumn, ExcelSheet, Row, Value } from './sheet.ts'

/** The tables of a report, each on a sheet of its own below the report's title. */
export function sheetsOf(
  tables: readonly ReportTable[],
  head: readonly string[],
  foot: readonly string[] = [],
): ExcelSheet[] {
  return tables.map(({ name, columns, rows, empty }) => {
    const parts = columns.map((column, at) =>
      rows.some((row) => isShare(row[at])) ? shareColumns(column, at) : plainColumn(column, at),
    )
    return {
      name,
      head: head.map((line, at) =>
        at === 0 && tables.length > 1 && line !== name ? `${line}：${name}` : line,
      ),
      columns: parts.flatMap((part) => part.columns),
      rows: rows.map((row) => parts.flatMap((part) => part.of(row))),
      foot,
      whenEmpty: empty,
      totals: rows.at(-1)?.[0] === TOTAL ? 1 : 0,
    }
  })
}

const TOTAL = '合计'

/** One column of the paper as columns of the sheet. */
type Part = { readonly columns: readonly ExcelColumn[]; readonly of: (row: Row) => readonly Value[] }
type Column = ReportTable['columns'][number]

function plainColumn({ name, share }: Column, at: number): Part {
  return { columns: [{ name, width: widthOf(share) }], of: (row) => [row[at] ?? null] }
}

/** On paper `75.0%` above `3/4`; in a sheet that is worked with a share that can be sorted, and what it is a share of. */
function shareColumns({ name, share }: Column, at: number): Part {
  return {
    columns: [
      { name, width: Math.max(10, widthOf(share) - 2), kind: 'percent' },
      { name: `${name}（件）`, width: 10 },
    ],
    of: (row) => {
      const [percent, , of] = SHARE.exec(String(row[at] ?? ''))?.slice(1) ?? []
      return percent === undefined ? [row[at] ?? null, null] : [Number(percent) / 100, of ?? null]
    },
  }
}

const SHARE = /^(\d+(?:\.\d+)?)%(\n(\d+\/\d+))?$/u

function isShare(value: Value | undefined): boolean {
  return typeof value === 'string' && SHARE.test(value)
}

/** A share of 162 mm as characters: about two millimetres each. */
function widthOf(share: number): number {
  return Math.max(8, Math.round(share / 1.6))
}
