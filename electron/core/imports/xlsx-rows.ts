import { DeskError } from '../../../shared/contract/errors.ts'
import type { Cell, SheetRow } from '../../../shared/rules/import-cells.ts'
import { plainText, readWorkbook, type Workbook, xmlParser } from './workbook.ts'
import { openZip, type ZipParts } from './zip-parts.ts'

/** Beyond these a sheet is no list of work orders, and an empty one in its last column would fill the memory. */
const MOST_COLUMNS = 400
const LONGEST_CELL = 40_000

export type OpenSheet = { readonly sheetName: string; rows(): Generator<SheetRow> }

/** The first visible sheet of a workbook, read row by row from the packed bytes as often as is asked. */
export function openXlsx(bytes: Uint8Array): OpenSheet {
  refuseOldOffice(bytes)
  const zip = openZip(bytes)
  const book = readWorkbook(zip)
  return { sheetName: book.sheetName, rows: () => sheetRows(zip, book) }
}

/** The container of old Office holds either an .xls or a workbook locked with a password. */
function refuseOldOffice(bytes: Uint8Array): void {
  if (![0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)) return
  const head = new TextDecoder('utf-16le').decode(bytes.subarray(0, 256 * 1024))
  throw new DeskError(
    'badRequest',
    head.includes('EncryptedPackage')
      ? '这个 Excel 文件设有打开密码，请去掉密码后另存再导入。'
      : '这是旧格式的 .xls 文件，请用 Excel 或 WPS 另存为 .xlsx 再导入。',
  )
}

function* sheetRows(zip: ZipParts, book: Workbook): Generator<SheetRow> {
  const done: SheetRow[] = []
  const parser = xmlParser(rowHandlers(book, (row) => done.push(row)))
  const decoder = new TextDecoder('utf-8')
  for (const piece of zip.pieces(book.sheetPart)) {
    parser.write(decoder.decode(piece, { stream: true }))
    yield* done.splice(0)
  }
  parser.write(decoder.decode())
  parser.end()
  yield* done.splice(0)
}

type OpenCell = {
  column: number
  type: string
  style: number
  formula: boolean
  value: string
  inline: string
}

function rowHandlers(book: Workbook, onRow: (row: SheetRow) => void) {
  let row = 0
  let cells: Cell[] = []
  let cell: OpenCell | null = null
  let reading: 'value' | 'inline' | null = null
  let inAid = false
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
        cells = []
      } else if (name === 'c') {
        const column = attributes['r'] === undefined ? cells.length : columnOf(attributes['r'])
        const style = Number(attributes['s'] ?? -1)
        cell = { column, type: attributes['t'] ?? 'n', style, formula: false, value: '', inline: '' }
      } else if (cell !== null && name === 'f') cell.formula = true
      else if (name === 'rPh') inAid = true
      else if (cell !== null && name === 'v') reading = 'value'
      else if (cell !== null && name === 't' && !inAid) reading = 'inline'
    },
    text: (text: string) => {
      if (cell === null || reading === null) return
      if (cell[reading].length + text.length > LONGEST_CELL) {
        throw new DeskError(
          'badRequest',
          `第 ${row} 行有一个单元格的内容超过 ${LONGEST_CELL} 字，请核对这个文件。`,
        )
      }
      cell[reading] += text
    },
    close: (name: string) => {
      if (name === 'rPh') inAid = false
      if (name === 'v' || name === 't') reading = null
      if (name === 'c' && cell !== null) {
        cells[cell.column] = cellValue(cell, book)
        cell = null
      }
      if (name === 'row') onRow({ row, cells: Array.from(cells, (each) => each ?? null) })
    },
  }
}

function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/[^A-Z]/g, '')) column = column * 26 + letter.charCodeAt(0) - 64
  if (column > MOST_COLUMNS) {
    throw new DeskError('badRequest', `工作表超过 ${MOST_COLUMNS} 列，不像是工单清单，请核对这个文件。`)
  }
  return Math.max(0, column - 1)
}

/** A formula counts for the result that was saved with it; without one the cell is broken, never empty. */
function cellValue({ type, style, formula, value, inline }: OpenCell, book: Workbook): Cell {
  if (type === 'inlineStr') return textCell(plainText(inline))
  if (value === '') {
    return formula && type !== 'str'
      ? { kind: 'broken', why: '是没有保存计算结果的公式，请在 Excel 里粘贴为数值后再导入' }
      : null
  }
  switch (type) {
    case 's':
      return textCell(book.texts[Number(value)] ?? '')
    case 'str':
      return textCell(plainText(value))
    case 'd':
      return textCell(value)
    case 'b':
      return textCell(value === '1' ? '是' : '否')
    case 'e':
      return { kind: 'broken', why: `是错误值 ${value}，请在 Excel 里改正后再导入` }
    default: {
      const number = Number(value)
      if (!Number.isFinite(number)) return textCell(value)
      return { kind: book.isDate(style) ? 'date' : 'number', value: number, epoch: book.epoch }
    }
  }
}

function textCell(text: string): Cell {
  return text === '' ? null : { kind: 'text', text }
}
