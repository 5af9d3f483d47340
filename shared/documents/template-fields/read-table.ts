import { type Cell, plainText, type Row, type Table } from '../paper.ts'
import { bodyValue, closed, type FieldValue, type FieldValues, opened, placeholder } from './field.ts'
import { mergedRows } from './merge.ts'
import { Names } from './names.ts'

/** A row of an outline. Rows of one group are repeated together. */
export type OutlineRow = Row & { readonly group?: string }

/** What repeats in a table with heads. */
const ROWS = '明细'

export function readTable(table: Table, names: Names): Table {
  const heads = table.rows.filter(({ head }) => head === true)
  return heads.length > 0 ? readList(table, heads, names) : { ...table, rows: readForm(table.rows, names) }
}

/** One row under its heads, repeated as often as there are rows. */
function readList(table: Table, heads: readonly Row[], names: Names): Table {
  const columns = new Names()
  const labels = (heads.at(-1)?.cells ?? []).map((cell) => columns.set(textOf(cell), bodyValue()))
  const rows = table.rows.filter(({ head }) => head !== true)
  const name = names.set(ROWS, { shape: 'rows', rows: rows.map((row) => cellsByName(row, labels)) })
  const like = rows[0]
  const cells = labels.map((label, at): Cell => {
    const before = at === 0 ? opened(name) : ''
    const behind = at === labels.length - 1 ? closed(name) : ''
    const align = like?.cells[at]?.align
    return {
      role: 'value',
      lines: [[before + placeholder(label) + behind]],
      ...(align === undefined ? {} : { align }),
    }
  })
  return { ...table, rows: [...heads, { ...like, cells }] }
}

/** A cell over several columns says what it says in the first of them. */
function cellsByName(row: Row, labels: readonly string[]): FieldValues {
  const values = new Map<string, FieldValue>(labels.map((label) => [label, bodyValue()]))
  let column = 0
  for (const cell of row.cells) {
    const label = labels[column]
    if (label !== undefined) values.set(label, bodyValue(...cell.lines))
    column += cell.span ?? 1
  }
  return values
}

/** Labels beside values; sections that name one matter each are one group, repeated for every matter. */
function readForm(rows: readonly Row[], names: Names): readonly OutlineRow[] {
  const outline: OutlineRow[] = []
  const groups = new Map<string, { at: number; runs: OutlineRow[][]; values: FieldValues[] }>()
  let section = ''
  let current: { readonly stem: string; readonly names: Names } | null = null
  for (const row of rows) {
    const heading = sectionOf(row)
    if (heading !== null) {
      section = heading.stem
      current = heading.group ? { stem: section, names: new Names() } : null
    }
    if (current === null) {
      outline.push(heading === null ? readRow(row, names, section) : row)
      continue
    }
    const group = groups.get(current.stem) ?? { at: outline.length, runs: [], values: [] }
    groups.set(current.stem, group)
    if (heading !== null) {
      group.runs.push([])
      group.values.push(current.names.values)
    }
    group.runs.at(-1)?.push({ ...readRow(row, current.names, section), group: current.stem })
  }
  for (const [stem, { values }] of groups) names.set(stem, { shape: 'rows', rows: values })
  return [...groups.values()].reduceRight<readonly OutlineRow[]>(
    (all, { at, runs }) => [
      ...all.slice(0, at),
      ...runs.reduce<readonly OutlineRow[]>(mergedRows, []),
      ...all.slice(at),
    ],
    outline,
  )
}

/** A heading that ends with a number of its own, as that of each 信访事项 does, is one matter of several. */
const SECTION = /^(?:[一二三四五六七八九十]+、)?([^（　]+)(?:（\d+）)?(　\S+)?$/u

function sectionOf(row: Row): { readonly stem: string; readonly group: boolean } | null {
  const [cell] = row.cells
  if (cell?.role !== 'section') return null
  const found = SECTION.exec(textOf(cell))
  return { stem: found?.[1] ?? '', group: found?.[2] !== undefined }
}

function readRow(row: Row, names: Names, section: string): Row {
  let label: string | null = null
  const cells = row.cells.map((cell): Cell => {
    if (cell.role === 'label') {
      label = (label ?? '') + textOf(cell)
      return cell
    }
    const name = names.set(
      cell.role === 'section' ? `${section}标题` : (label ?? `${section}说明`),
      bodyValue(...cell.lines),
    )
    label = null
    return { ...cell, lines: [[placeholder(name)]] }
  })
  return { ...row, cells }
}

function textOf(cell: Cell): string {
  return cell.lines.map(plainText).join('')
}
