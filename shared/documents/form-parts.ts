import type { Cell, Line, Row, Title } from './paper.ts'
import { titleLines } from './title-lines.ts'
import { cellsOf } from './wording.ts'

/** The pieces every sheet is laid out with: labels beside values, boxes to sign, lists to tick. */

/** Characters of 二号 that clear the code in the upper right corner, centred as they are. */
export const FORM_TITLE_CELLS = 15

/** Whose sheet and which: on one line, or one above the other where both together would reach the code. */
export function formTitle(whose: string, name: string): Title {
  const whole = `${whose}${name}`
  const lines =
    cellsOf(whole) <= FORM_TITLE_CELLS
      ? [whole]
      : [...titleLines(whose, FORM_TITLE_CELLS), ...titleLines(name, FORM_TITLE_CELLS)]
  return { kind: 'title', lines: lines.filter((line) => line !== '') }
}

export function row(...cells: readonly Cell[]): Row {
  return { cells }
}

export function headRow(...names: readonly string[]): Row {
  return { head: true, cells: names.map((name) => label(name)) }
}

/** One line each: a long name is broken by sense, not where the cell ends. */
export function label(...texts: readonly string[]): Cell {
  return { role: 'label', lines: texts.map((text) => [text]), align: 'center' }
}

export function value(text: string, span: number = 1): Cell {
  return { role: 'value', lines: [[text]], ...spanOf(span) }
}

export function centred(text: string): Cell {
  return { role: 'value', lines: [[text]], align: 'center' }
}

/** A label with a text that may be long, over the rest of the row. */
export function long(name: string | readonly string[], text: string, span: number, height: number): Row {
  return { height, divisible: true, cells: [named(name), value(text, span)] }
}

/** A box with what is known, or room to write, and below it where to sign. */
export function signBox(
  name: string | readonly string[],
  text: string,
  span: number,
  height: number,
  signer: string,
): Row {
  const sign: Line = [`${signer}：`, { blank: 6 }, '　　　年　　月　　日']
  return {
    height,
    divisible: true,
    cells: [named(name), { role: 'value', lines: [[text], [''], sign], ...spanOf(span) }],
  }
}

/** `■` before what applies, `□` before what does not. */
export function ticked(text: string, applies: boolean): string {
  return `${applies ? '■' : '□'}${text}`
}

/** Ways to choose from by hand, the known one ticked. */
export function choices(names: readonly string[], chosen: string | null): string {
  return names.map((name) => ticked(name, name === chosen)).join('　')
}

function named(name: string | readonly string[]): Cell {
  return typeof name === 'string' ? label(name) : label(...name)
}

function spanOf(span: number): { readonly span?: number } {
  return span === 1 ? {} : { span }
}
