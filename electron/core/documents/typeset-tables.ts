import { CODE, FORM, mmOfPoints, PAGE, SLIP, twips } from '../../../shared/documents/gbt9704.ts'
import {
  type Cell,
  type Line,
  plainText,
  type Row,
  type Table,
  type TearOff,
} from '../../../shared/documents/paper.ts'
import { cellsOf } from '../../../shared/documents/wording.ts'
import type { StyleId } from './styles.ts'
import {
  type Grid,
  type GridCell,
  type GridRow,
  type Look,
  type Para,
  type Piece,
  para,
  textPara,
} from './typeset.ts'
import { keptRow } from './typeset-keep.ts'

const CELL_STYLES = { label: 'CellLabel', value: 'CellText', section: 'CellSection' } as const
const DENSE_STYLES = { label: 'DenseLabel', value: 'DenseText', section: 'DenseSection' } as const

export function table({ columns, rows, dense = false }: Table): Grid {
  const widths = columns.map(twips)
  return {
    type: 'grid',
    ruling: 'form',
    columns: widths,
    // A head never stands at a page's foot without a row below it.
    rows: rows.map((row, at) => {
      const laid = gridRow(row, widths, dense)
      return row.head === true && at < rows.length - 1 ? keptRow(laid) : laid
    }),
  }
}

function gridRow(row: Row, widths: readonly number[], dense: boolean): GridRow {
  let column = 0
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
    column += span
    return gridCell(cell, width, dense, row.height ?? 0)
  })
  return {
    cells,
    height: twips(row.height ?? (dense ? FORM.denseRowHeight : FORM.rowHeight)),
    ...(row.head === true ? { head: true } : {}),
    ...(row.divisible === true || isTall(cells, dense) ? { divisible: true } : {}),
  }
}

/** Half a page of the least type area: a row higher than that is divided, whoever said otherwise, or its end is lost. */
const TALL = twips(PAGE.textHeight) / 2

function isTall(cells: readonly GridCell[], dense: boolean): boolean {
  const [size, line] = dense ? [FORM.denseSize, FORM.denseLineTwips] : [FORM.textSize, FORM.lineTwips]
  return cells.some(({ paras, width }) => {
    const characters = Math.max(1, Math.floor((width - 2 * twips(FORM.cellPadding)) / (size * 20)))
    const lines = paras.reduce((sum, para) => sum + Math.ceil(Math.max(lengthOf(para), 1) / characters), 0)
    return lines * line > TALL
  })
}

function lengthOf({ pieces }: Para): number {
  return pieces.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 0), 0)
}

function gridCell(cell: Cell, width: number, dense: boolean, height: number): GridCell {
  const style = (dense ? DENSE_STYLES : CELL_STYLES)[cell.role]
  const look: Look | undefined =
    cell.align === undefined || cell.role === 'label' ? undefined : { align: cell.align }
  const paras = cell.lines.map((line, at) =>
    para(style, pieces(line), isSigned(line) ? signed(at, height) : look),
  )
  return {
    paras: paras.length === 0 ? [para(style, [])] : paras,
    width,
    ...(cell.span === undefined ? {} : { span: cell.span }),
    ...(cell.role === 'section' ? { shaded: true } : {}),
  }
}

/**
 * Where a box is signed and dated: at its right, one character in; at the foot of an empty box, for its words go above.
 */
function signed(at: number, height: number): Look {
  const room = twips(height) - FORM.lineTwips - FORM.signatureBefore
  return {
    right: FORM.textSize * 20,
    align: 'right',
    before: at === 0 ? Math.max(room, 0) : FORM.signatureBefore,
  }
}

function isSigned(line: Line): boolean {
  return (
    /年\s*月\s*日$/u.test(plainText(line)) && line.some((span) => typeof span !== 'string' && 'blank' in span)
  )
}

export function pieces(line: Line): readonly Piece[] {
  return line.flatMap((span): Piece[] => (typeof span === 'string' ? boxed(span) : [span]))
}

/**
 * A box to tick at the beginning of a text is set in a face that has it in both scripts: LibreOffice takes one that
 * no Chinese character stands before for Latin, and sets it smaller than the others of the row.
 */
function boxed(text: string): Piece[] {
  const [box = '', rest = ''] = /^([□■])(.*)$/u.exec(text)?.slice(1) ?? ['', text]
  return box === '' ? [{ text }] : [{ text: box, face: 'song' }, ...(rest === '' ? [] : [{ text: rest }])]
}

/** One grid that keeps together: dashed line with its hint, title, text, then two fields to a row beside the code, if it has one. */
export function slip(block: TearOff, lineMm: number, drawing: number | null): Grid {
  const codeWidth = drawing === null ? 0 : CODE.slipSize + SLIP.codeGap
  const [left, right] = [0, 1].map((side) => labelWidth(block.fields.filter((_, at) => at % 2 === side)))
  const labels = [left ?? 0, (right ?? 0) + SLIP.fieldGap]
  const blank = (lineMm - codeWidth - labels.reduce((sum, width) => sum + width, 0)) / 2
  const columns = [...labels.flatMap((width) => [width, blank]), ...(codeWidth > 0 ? [codeWidth] : [])].map(
    twips,
  )
  return { type: 'grid', ruling: 'slip', columns, rows: slipRows(block, columns, drawing ?? 0) }
}

/** Millimetres for the longest label, its colon and a little air. */
function labelWidth(fields: TearOff['fields']): number {
  const cells = Math.max(...fields.map(({ label }) => cellsOf(label)), 0)
  return mmOfPoints((cells + 1.5) * SLIP.labelSize)
}

function slipRows(block: TearOff, widths: readonly number[], drawing: number): readonly GridRow[] {
  const whole = { width: widths.reduce((sum, width) => sum + width, 0), span: widths.length }
  const fieldRows = Math.ceil(block.fields.length / 2)
  return [
    row(0, { paras: [textPara('SlipHint', block.hint, kept())], ...whole, edge: 'dashedTop' }),
    row(0, { paras: [textPara('SlipTitle', block.title, kept())], ...whole }),
    row(0, { paras: block.lines.map((line) => para('SlipText', pieces(line), kept())), ...whole }),
    ...Array.from({ length: fieldRows }, (_, at) => {
      const look = at === fieldRows - 1 ? {} : kept()
      const fields = block.fields.slice(at * 2, at * 2 + 2)
      const cells = [0, 1].flatMap((side) => fieldCells(fields[side], widths, side, look))
      return row(twips(SLIP.fieldHeight), ...cells, ...codeCell(widths[4], at === 0 ? drawing : null, look))
    }),
  ]
}

type Field = TearOff['fields'][number]

function fieldCells(
  field: Field | undefined,
  widths: readonly number[],
  side: number,
  look: Look,
): readonly GridCell[] {
  const [label, blank] = [widths[side * 2] ?? 0, widths[side * 2 + 1] ?? 0]
  const indent = side === 0 ? {} : { left: twips(SLIP.fieldGap) }
  if (field === undefined)
    return [label, blank].map((width) => ({ paras: [para('SlipLabel', [], look)], width }))
  return [
    { paras: [textPara('SlipLabel', `${field.label}：`, { ...look, ...indent })], width: label },
    {
      paras: [textPara('SlipLabel', field.hint ?? '', { ...look, align: 'right' })],
      width: blank,
      edge: 'lineBottom',
    },
  ]
}

/** The code stands in one cell beside all fields. */
function codeCell(width: number | undefined, drawing: number | null, look: Look): readonly GridCell[] {
  if (width === undefined) return []
  if (drawing === null) return [{ paras: [para('SlipHint', [], look)], width, merge: 'continue' }]
  const picture = para('SlipHint', [{ code: { drawing, size: CODE.slipSize, at: 'inline' } }], {
    ...look,
    align: 'right',
    line: 'auto',
  })
  return [{ paras: [picture], width, merge: 'restart' }]
}

function row(height: number, ...cells: readonly GridCell[]): GridRow {
  return { cells, height }
}

function kept(look: Look = {}): Look {
  return { ...look, keepNext: true }
}

export function linePara(style: StyleId, line: Line, look?: Look): Para {
  return para(style, pieces(line), look)
}
