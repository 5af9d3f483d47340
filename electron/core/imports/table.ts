import { DeskError } from '../../../shared/contract/errors.ts'
import { cellText, type SheetRow } from '../../../shared/rules/import-cells.ts'
import { isEmptyRow } from '../../../shared/rules/import-rows.ts'
import { openCsv } from './csv-rows.ts'
import { openXlsx } from './xlsx-rows.ts'
import { MOST_FILE_BYTES } from './zip-parts.ts'

/** A list of work orders: its headings, and its rows below them as often as they are asked for. */
export type Table = {
  readonly format: 'xlsx' | 'csv'
  readonly sheetName: string
  readonly headings: readonly string[]
  /** Not empty ones, the first below the headings first. */
  rows(): AsyncGenerator<SheetRow>
}

export async function openTable(name: string, bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new DeskError('badRequest', '这个文件是空的，请重新选择。')
  if (bytes.length > MOST_FILE_BYTES) {
    throw new DeskError('badRequest', '文件超过 64 MB，请分成几个文件导入。')
  }
  const csv = /\.(csv|txt|tsv)$/i.test(name)
  const source = csv ? { ...openCsv(bytes), sheetName: '' } : openXlsx(bytes)
  const head = await firstRow(source.rows())
  if (head === null) throw new DeskError('badRequest', '这个文件里一行内容也没有，请重新选择。')
  return {
    format: csv ? 'csv' : 'xlsx',
    sheetName: source.sheetName,
    headings: headingsOf(head),
    rows: async function* below() {
      for await (const row of source.rows()) if (row.row > head.row && !isEmptyRow(row)) yield row
    },
  }
}

async function firstRow(rows: Iterable<SheetRow> | AsyncIterable<SheetRow>): Promise<SheetRow | null> {
  for await (const row of rows) if (!isEmptyRow(row)) return row
  return null
}

/** A column without a heading is called by its place; of two alike the second is told apart. */
function headingsOf({ cells }: SheetRow): string[] {
  const headings: string[] = []
  for (const [index, cell] of cells.entries()) {
    const text = cellText(cell).replace(/\s+/g, ' ').slice(0, 100) || `第 ${index + 1} 列`
    headings.push(headings.includes(text) ? `${text}（第 ${index + 1} 列）` : text)
  }
  return headings
}
