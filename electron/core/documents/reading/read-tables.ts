import { FORM, twips } from '../../../../shared/documents/gbt9704.ts'
import type { Cell, Row, Table, TearOff } from '../../../../shared/documents/paper.ts'
import type { StyleId } from '../styles.ts'
import { type ReadCell, type ReadPara, type ReadRow, type ReadTable, textOf } from './docx-parts.ts'
import { lineOf } from './read-lines.ts'

export type StyleOf = (para: ReadPara) => StyleId | null

const ROLES: Readonly<Partial<Record<StyleId, Cell['role']>>> = {
  CellLabel: 'label',
  CellText: 'value',
  CellSection: 'section',
  DenseLabel: 'label',
  DenseText: 'value',
  DenseSection: 'section',
}

/** A table as ours are, and whether it is one; any other gives its words. */
export function readTable(
  { columns, rows }: ReadTable,
  styleOf: StyleOf,
): { readonly table: Table; readonly ours: boolean } {
  const styles = rows.flatMap(({ cells }) => cells.flatMap(({ paras }) => paras.map(styleOf)))
  const ours = styles.length > 0 && styles.every((style) => style !== null && ROLES[style] !== undefined)
  const dense = styles.some((style) => style?.startsWith('Dense') === true)
  const height = dense ? FORM.denseRowHeight : FORM.rowHeight
  return {
    ours,
    table: {
      kind: 'table',
      columns: ours ? columns.map(millimetres) : fitted(columns),
      rows: rows.map((row) => readRow(row, styleOf, height)),
      ...(dense ? { dense } : {}),
    },
  }
}

const ALIGNMENTS = ['left', 'center', 'right'] as const

function readRow(row: ReadRow, styleOf: StyleOf, usual: number): Row {
  return {
    cells: row.cells.map((cell) => readCell(cell, styleOf)),
    ...(row.height === 0 || row.height === twips(usual) ? {} : { height: millimetres(row.height) }),
    ...(row.head ? { head: true } : {}),
    ...(row.divisible ? { divisible: true } : {}),
  }
}

function readCell({ paras, span, goesOn }: ReadCell, styleOf: StyleOf): Cell {
  const [first] = paras
  const style = first === undefined ? null : styleOf(first)
  const role = (style === null ? undefined : ROLES[style]) ?? 'value'
  const align = ALIGNMENTS.find((each) => each === first?.align)
  return {
    role,
    lines: goesOn ? [] : paras.filter(({ runs }) => runs.length > 0).map(lineOf),
    ...(span > 1 ? { span } : {}),
    ...(role === 'label' || align === undefined ? {} : { align }),
  }
}

/** Millimetres that give just these twips again. */
function millimetres(length: number): number {
  const exact = (length / twips(1000)) * 1000
  for (const digits of [0, 1, 2, 3]) {
    const rounded = Number(exact.toFixed(digits))
    if (twips(rounded) === length) return rounded
  }
  return exact
}

/** Columns of somebody else's table, made as wide as a form. */
function fitted(columns: readonly number[]): readonly number[] {
  const whole = columns.reduce((sum, width) => sum + width, 0)
  if (whole === 0) return columns.map(() => FORM.textWidth / columns.length)
  return columns.map((width) => (width / whole) * FORM.textWidth)
}

export function isSlip({ rows }: ReadTable, styleOf: StyleOf): boolean {
  const first = rows[0]?.cells[0]?.paras[0]
  return first !== undefined && styleOf(first) === 'SlipHint'
}

/** Hint, title and text in a row each, then two fields to a row. */
export function readSlip({ rows }: ReadTable): TearOff {
  const [hint, title, text, ...fields] = rows
  return {
    kind: 'tearOff',
    hint: wordsOf(hint?.cells[0]),
    title: wordsOf(title?.cells[0]),
    lines: (text?.cells[0]?.paras ?? []).map(lineOf),
    fields: fields.flatMap(({ cells }) => [...fieldOf(cells[0], cells[1]), ...fieldOf(cells[2], cells[3])]),
  }
}

function fieldOf(label: ReadCell | undefined, blank: ReadCell | undefined): TearOff['fields'] {
  const words = wordsOf(label)
  if (words === '') return []
  const hint = wordsOf(blank)
  return [{ label: words.replace(/：$/u, ''), ...(hint === '' ? {} : { hint }) }]
}

function wordsOf(cell: ReadCell | undefined): string {
  return (cell?.paras ?? []).map(textOf).join('')
}
