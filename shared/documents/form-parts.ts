import type { Cell, Line, Row } from './paper.ts'

/** The pieces every sheet is laid out with: labels beside values, boxes to sign, lists to tick. */

export function row(...cells: readonly Cell[]): Row {
  return { cells }
}

export function headRow(...names: readonly string[]): Row {
  return { head: true, cells: names.map(label) }
}

export function label(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

export function value(text: string, span: number = 1): Cell {
  return { role: 'value', lines: [[text]], ...spanOf(span) }
}

export function centred(text: string): Cell {
  return { role: 'value', lines: [[text]], align: 'center' }
}

/** A label with a text that may be long, over the rest of the row. */
export function long(name: string, text: string, span: number, height: number): Row {
  return { height, divisible: true, cells: [label(name), value(text, span)] }
}

/** A box with what is known, or room to write, and below it where to sign. */
export function signBox(name: string, text: string, span: number, height: number, signer: string): Row {
  const sign: Line = [`${signer}：`, { blank: 6 }, '　　　年　　月　　日']
  return {
    height,
    divisible: true,
    cells: [label(name), { role: 'value', lines: [[text], [''], sign], ...spanOf(span) }],
  }
}

/** `☑` before what applies, `☐` before what does not. */
export function ticked(text: string, applies: boolean): string {
  return `${applies ? '☑' : '☐'}${text}`
}

/** Ways to choose from by hand, the known one ticked. */
export function choices(names: readonly string[], chosen: string | null): string {
  return names.map((name) => ticked(name, name === chosen)).join('　')
}

function spanOf(span: number): { readonly span?: number } {
  return span === 1 ? {} : { span }
}
