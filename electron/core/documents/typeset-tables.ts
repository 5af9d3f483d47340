import { CODE, FORM, mmOfPoints, SLIP, twips } from '../../../shared/documents/gbt9704.ts'
import type { Cell, Line, Row, Table, TearOff } from '../../../shared/documents/paper.ts'
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

const CELL_STYLES = { label: 'CellLabel', value: 'CellText', section: 'CellSection' } as const

export function table({ columns, rows }: Table): Grid {
  const widths = columns.map(twips)
  return { type: 'grid', ruling: 'form', columns: widths, rows: rows.map((row) => gridRow(row, widths)) }
}

function gridRow(row: Row, widths: readonly number[]): GridRow {
  let column = 0
  const cells = row.cells.map((cell) => {
    const span = cell.span ?? 1
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
    column += span
    return gridCell(cell, width)
  })
  return {
    cells,
    height: twips(row.height ?? FORM.rowHeight),
    ...(row.head === true ? { head: true } : {}),
    ...(row.divisible === true ? { divisible: true } : {}),
  }
}

function gridCell(cell: Cell, width: number): GridCell {
  const style = CELL_STYLES[cell.role]
  const look: Look | undefined =
    cell.align === undefined || cell.role === 'label' ? undefined : { align: cell.align }
  const paras = cell.lines.map((line) => para(style, pieces(line), look))
  return {
    paras: paras.length === 0 ? [para(style, [])] : paras,
    width,
    ...(cell.span === undefined ? {} : { span: cell.span }),
    ...(cell.role === 'section' ? { shaded: true } : {}),
  }
}

export function pieces(line: Line): readonly Piece[] {
  return line.map((span) => (typeof span === 'string' ? { text: span } : span))
}

/** One grid that keeps together: dashed line with its hint, title, text beside the code, two fields to a row. */
export function slip(block: TearOff, lineMm: number, code: string | null): Grid {
  const codeWidth = code === null ? 0 : CODE.slipSize + SLIP.codeGap
  const labels = [0, 1].map((side) => labelWidth(block.fields.filter((_, at) => at % 2 === side)))
  const blank = (lineMm - codeWidth - labels.reduce((sum, width) => sum + width, 0)) / 2
  const columns = [...labels.flatMap((width) => [width, blank]), ...(codeWidth > 0 ? [codeWidth] : [])].map(
    twips,
  )
  return { type: 'grid', ruling: 'slip', columns, rows: slipRows(block, columns) }
}

/** Millimetres for the longest label, its colon and a little air. */
function labelWidth(fields: TearOff['fields']): number {
  const cells = Math.max(...fields.map(({ label }) => cellsOf(label)), 0)
  return mmOfPoints((cells + 1.5) * SLIP.labelSize)
}

function slipRows(block: TearOff, widths: readonly number[]): readonly GridRow[] {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const codeWidth = widths[4]
  const codeCell = (merge: 'restart' | 'continue'): readonly GridCell[] => {
    if (codeWidth === undefined) return []
    const paras =
      merge === 'restart'
        ? [
            para(
              'SlipHint',
              [{ code: { size: CODE.slipSize, at: 'inline' } }],
              kept({ align: 'right', line: 'auto' }),
            ),
          ]
        : [para('SlipHint', [], kept())]
    return [{ paras, width: codeWidth, merge }]
  }
  const text = block.lines.map((line) => para('SlipText', pieces(line), kept()))
  const fieldRows = Math.ceil(block.fields.length / 2)
  return [
    row(0, {
      paras: [textPara('SlipHint', block.hint, kept())],
      width: whole,
      span: widths.length,
      edge: 'dashedTop',
    }),
    row(0, { paras: [textPara('SlipTitle', block.title, kept())], width: whole, span: widths.length }),
    row(0, { paras: text, width: whole - (codeWidth ?? 0), span: 4 }, ...codeCell('restart')),
    ...Array.from({ length: fieldRows }, (_, at) =>
      row(
        twips(SLIP.fieldHeight),
        ...block.fields
          .slice(at * 2, at * 2 + 2)
          .flatMap((field, side) => fieldCells(field, widths, side, at === fieldRows - 1)),
        ...codeCell('continue'),
      ),
    ),
  ]
}

function fieldCells(
  field: { readonly label: string; readonly hint?: string },
  widths: readonly number[],
  side: number,
  last: boolean,
): readonly GridCell[] {
  const keep = last ? undefined : kept()
  return [
    { paras: [textPara('SlipLabel', `${field.label}：`, keep)], width: widths[side * 2] ?? 0 },
    {
      paras: [textPara('SlipLabel', field.hint ?? '', { ...keep, align: 'right' })],
      width: widths[side * 2 + 1] ?? 0,
      edge: 'lineBottom',
    },
  ]
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
