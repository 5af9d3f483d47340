import { type Day, dayNumber, isDay } from '../../../shared/domain/day.ts'
import { escapeXml } from '../documents/xml.ts'
import { officeText, textWidth } from './cell-text.ts'
import type { CellKind, ExcelColumn, Value } from './sheet.ts'

/** Places of the cell styles in the workbook. */
export type StyleIds = Readonly<
  Record<'text' | 'any' | 'whole' | 'percent' | 'day' | 'moment' | 'foot', number>
>

/** Serial number of 1970-01-01; days before March 1900 are counted wrongly by Excel and stay text. */
const EPOCH = 25_569
const FIRST_SERIAL = 61
const SHANGHAI = 8 / 24
const MS_PER_DAY = 86_400_000

/** The row's cells. What was typed is a text cell with the text format, whatever it begins with. */
export function rowXml(
  values: readonly Value[],
  row: number,
  columns: readonly ExcelColumn[],
  styles: StyleIds,
): string {
  let cells = ''
  let lines = 1
  for (const [at, { kind = 'any', width }] of columns.entries()) {
    const value = values[at] ?? null
    cells += cellXml(value, `${columnName(at)}${row}`, kind, styles)
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, width))
  }
  // Only a hint, so that the first sight is right everywhere: Excel fits the row anew when it is changed.
  const height = lines === 1 ? '' : ` ht="${heightOf(lines)}"`
  return `<row r="${row}"${height}>${cells}</row>`
}

const LINE_POINTS = 16
/** Excel knows no higher row. */
const HIGHEST_POINTS = 409

export function heightOf(lines: number): number {
  return Math.min(HIGHEST_POINTS, lines * LINE_POINTS + 2)
}

/** Lines a text takes in a column of that width. */
export function linesOf(text: string, width: number): number {
  // Nearly every cell is short; measuring it would be the dearest part of writing a long list.
  if (text.length * 2 < width && !text.includes('\n')) return 1
  let lines = 0
  for (const line of text.slice(0, MEASURED).split('\n'))
    lines += Math.max(1, Math.ceil(textWidth(line) / Math.max(4, width - 1)))
  return lines
}

/** Beyond so many characters the row is as high as it can be. */
const MEASURED = 2000

export function textCell(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(officeText(text))}</t></is></c>`
}

/** A, B … Z, AA … */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : `${columnName(Math.floor(index / 26) - 1)}${last}`
}

function cellXml(value: Value, at: string, kind: CellKind, styles: StyleIds): string {
  if (value === null || value === '') return `<c r="${at}" s="${styles[kind === 'any' ? 'text' : kind]}"/>`
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return `<c r="${at}" s="${styles.text}"/>`
    const style = kind === 'whole' || kind === 'percent' ? styles[kind] : styles.any
    return `<c r="${at}" s="${style}"><v>${value}</v></c>`
  }
  const serial = kind === 'day' ? serialOfDay(value) : kind === 'moment' ? serialOfMoment(value) : null
  if (serial !== null) return `<c r="${at}" s="${styles[kind]}"><v>${serial}</v></c>`
  return textCell(value, at, styles.text)
}

function serialOfDay(text: string): number | null {
  if (!isDay(text)) return null
  const serial = dayNumber(text satisfies Day) + EPOCH
  return serial < FIRST_SERIAL ? null : serial
}

/** In Shanghai, to the second. */
function serialOfMoment(text: string): number | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return null
  const seconds = Math.round(ms / 1000) * 1000
  const serial = seconds / MS_PER_DAY + SHANGHAI + EPOCH
  return serial < FIRST_SERIAL ? null : Number(serial.toFixed(10))
}
