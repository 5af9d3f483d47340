import { strFromU8, unzipSync } from 'fflate'
import type { ExcelSheet } from '../../../../electron/core/excel/sheet.ts'

export const FIRST = ['00012', '2026-11-18', '2026-11-18T01:30:00.000Z', 3, 0.256] as const

/** A column of every kind, and a row with nothing in it. */
export const LIST: ExcelSheet = {
  name: '台账',
  head: ['信访事项', '全部，共 2 条'],
  columns: [
    { name: '编号', width: 18, kind: 'text' },
    { name: '登记日期', width: 16, kind: 'day' },
    { name: '印发时间', width: 22, kind: 'moment' },
    { name: '件数', width: 8, kind: 'whole' },
    { name: '办结率', width: 8, kind: 'percent' },
  ],
  rows: [FIRST, ['', null, null, null, null]],
}

export type WrittenSheet = {
  readonly name: string
  /** What the cells hold, row by row, head and column names left out. */
  readonly body: readonly (readonly string[])[]
  readonly head: readonly string[]
  readonly xml: string
}

/** Every sheet of one of our workbooks in the order of its tabs, read without the program's own reader. */
export function sheetsIn(workbook: Uint8Array): WrittenSheet[] {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(workbook)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )
  const shared = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text]) => text ?? '',
  )
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name], at) => {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? ''
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells]) =>
      cellsIn(cells ?? '', shared),
    )
    const frozen = Number(/ySplit="(\d+)"/.exec(xml)?.[1])
    return {
      name: name ?? '',
      head: rows.slice(0, frozen - 1).map(([line]) => line ?? ''),
      body: rows.slice(frozen),
      xml,
    }
  })
}

function cellsIn(row: string, shared: readonly string[]): string[] {
  return [...row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map(([cell, inner = '']) => {
    const text = inner.replaceAll(/<[^>]*>/g, '')
    return cell.includes(' t="s"') ? (shared[Number(text)] ?? '') : text
  })
}
