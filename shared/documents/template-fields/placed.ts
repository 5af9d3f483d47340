import type { Cell, Line, Paper, Table } from '../paper.ts'
import { closed, opened, SIGNS } from './field.ts'
import type { OutlineRow } from './read-table.ts'

/** An outline whose rows and captions are there only when they say something: what a template begins with. */
export function withConditions(outline: Paper, optional: ReadonlySet<string>): Paper {
  return {
    ...outline,
    blocks: outline.blocks.map((block) => {
      if (block.kind === 'table') return { ...block, rows: tableRows(block, optional) }
      if (block.kind !== 'caption') return block
      return { ...block, left: parts(block.left, optional), right: parts(block.right, optional) }
    }),
  }
}

/** The first value of a text, when the text is not there without it. */
export function conditionOf(text: string, optional: ReadonlySet<string>): string | null {
  const names = [...text.matchAll(/\{([^{}]+)\}/gu)].map((found) => found[1] ?? '')
  if (names.some((name) => name.startsWith(SIGNS.open))) return null
  return names.find((name) => optional.has(name)) ?? null
}

function parts(text: string, optional: ReadonlySet<string>): string {
  return (text.match(/[^{}]*\{[^{}]+\}/gu) ?? [])
    .map((piece) => {
      const name = conditionOf(piece, optional)
      return name === null ? piece : opened(name) + piece + closed(name)
    })
    .join('')
}

function tableRows(table: Table, optional: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: readonly OutlineRow[] = table.rows
  return rows.map((row, at) => {
    const text = row.cells
      .flatMap(({ lines }) => lines.flat())
      .map(spanText)
      .join('')
    const name = conditionOf(text, optional)
    const wrapped = name === null ? row : around(row, opened(name), closed(name))
    const { group, ...plain } = wrapped
    if (group === undefined) return plain
    const before = rows[at - 1]?.group === group ? '' : opened(group)
    const behind = rows[at + 1]?.group === group ? '' : closed(group)
    return around(plain, before, behind)
  })
}

function spanText(span: Line[number]): string {
  return typeof span === 'string' ? span : 'text' in span ? span.text : ''
}

function around(row: OutlineRow, before: string, behind: string): OutlineRow {
  const last = row.cells.length - 1
  return {
    ...row,
    cells: row.cells.map((cell, at) => withText(cell, at === 0 ? before : '', at === last ? behind : '')),
  }
}

function withText(cell: Cell, before: string, behind: string): Cell {
  if (before === '' && behind === '') return cell
  const lines = cell.lines.length === 0 ? [[]] : cell.lines
  const last = lines.length - 1
  return {
    ...cell,
    lines: lines.map((line, at) => [
      ...(at === 0 && before !== '' ? [before] : []),
      ...line,
      ...(at === last && behind !== '' ? [behind] : []),
    ]),
  }
}
