import { type Day, dayFromNumber, isDay } from '../domain/day.ts'

/** One cell of a sheet or of a CSV file, as far as the file itself says what it is. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `epoch` is the serial number of 1970-01-01 in the file's own counting of days. */
  | { readonly kind: 'number'; readonly value: number; readonly epoch: number }
  | { readonly kind: 'date'; readonly value: number; readonly epoch: number }
  /** An error value, or a formula whose result was not kept in the file. */
  | { readonly kind: 'broken'; readonly why: string }
  | null

export type SheetRow = {
  /** As the spreadsheet program numbers it, from 1. */
  readonly row: number
  readonly cells: readonly Cell[]
}

/** Days since 1899-12-30 and since 1904-01-01, the two countings Excel has. */
export const EPOCH_1900 = 25_569
export const EPOCH_1904 = 24_107

/** 1954 to 2119: a bare number in a column of dates is a day only when it could be one. */
const FIRST_SERIAL = 20_000
const LAST_SERIAL = 80_000

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (cell.kind === 'text' && cell.text.trim() === '')
}

/** What a person reads in the cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return ''
  switch (cell.kind) {
    case 'text':
      return cell.text.trim()
    case 'number':
      return String(cell.value)
    case 'date': {
      const { day, time } = momentOfSerial(cell)
      return time === '00:00' ? day : `${day} ${time}`
    }
    case 'broken':
      return ''
  }
}

export type Moment = { readonly day: Day; readonly time: string }

/** A day with its time, or the reason why the cell is none. */
export function readMoment(cell: Cell): Moment | { readonly problem: string } {
  if (cell === null) return { problem: '没有填写日期' }
  switch (cell.kind) {
    case 'broken':
      return { problem: cell.why }
    case 'date':
      return inReach(cell.value) ? momentOfSerial(cell) : { problem: `日期“${cell.value}”不在合理的范围内` }
    case 'number': {
      // 20261118 is a day written without marks, 46344 one that lost its format.
      const text = String(cell.value)
      if (/^\d{8}$/.test(text)) return momentOfText(text)
      return inReach(cell.value) ? momentOfSerial(cell) : { problem: `“${text}”不是日期` }
    }
    case 'text':
      return momentOfText(cell.text.trim())
  }
}

function inReach(serial: number): boolean {
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
}

function momentOfSerial({ value, epoch }: { readonly value: number; readonly epoch: number }): Moment {
  const minutes = Math.round((value - epoch) * 1440)
  const days = Math.floor(minutes / 1440)
  return { day: dayFromNumber(days), time: clock(minutes - days * 1440) }
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const YEAR_FIRST = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?(?:[T\s]+(.+))?$/u
const BARE = /^(\d{4})(\d{2})(\d{2})(?:\s*(\d{2}:?\d{2}(?::?\d{2})?))?$/
const MONTH_OR_DAY_FIRST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/

function momentOfText(text: string): Moment | { readonly problem: string } {
  const match = YEAR_FIRST.exec(text) ?? BARE.exec(text)
  if (match === null) {
    return MONTH_OR_DAY_FIRST.test(text)
      ? { problem: `日期“${text}”分不清年月日的先后，请写成 2026-11-18 这样` }
      : { problem: `“${text}”不是日期，请写成 2026-11-18 这样` }
  }
  const [, year = '', month = '', date = '', rest = ''] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return { problem: `日期“${text}”不存在` }
  const time = timeOfText(rest.trim())
  return time === null ? { problem: `时间“${rest.trim()}”读不懂，请写成 09:30 这样` } : { day, time }
}

const TIME =
  /^(上午|下午|晚上|中午)?\s*(\d{1,2})(?::|时|点)(\d{2})?分?(?::(\d{2})(?:\.\d+)?秒?)?\s*(AM|PM)?$/iu
const BARE_TIME = /^(\d{2})(\d{2})(?:\d{2})?$/

function timeOfText(text: string): string | null {
  if (text === '') return '00:00'
  const bare = BARE_TIME.exec(text)
  if (bare !== null) return checkedTime(Number(bare[1]), Number(bare[2]))
  const match = TIME.exec(text)
  if (match === null) return null
  const [, part = '', hourText = '', minute = '0', , half = ''] = match
  const hour = Number(hourText)
  const afternoon = ['下午', '晚上'].includes(part) || half.toUpperCase() === 'PM'
  const midnight = hour === 12 && half.toUpperCase() === 'AM'
  return checkedTime(midnight ? 0 : afternoon && hour < 12 ? hour + 12 : hour, Number(minute))
}

function checkedTime(hour: number, minute: number): string | null {
  return hour < 24 && minute < 60 ? clock(hour * 60 + minute) : null
}
