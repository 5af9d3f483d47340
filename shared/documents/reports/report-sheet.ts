import { FORM_TITLE_CELLS } from '../form-parts.ts'
import { FORM, PAGE } from '../gbt9704.ts'
import type { Block, Cell, Paper, Row, Table } from '../paper.ts'
import { titleLines } from '../title-lines.ts'

/** A report before anybody decides whether it becomes Word or Excel: what it says, in order. */
export type ReportSheet = {
  readonly title: string
  /** Below the title: what and whom it is about; until when the figures run. */
  readonly left: string
  readonly right: string
  readonly parts: readonly ReportPart[]
  readonly remarks: readonly string[]
  /** Null for a table that nobody signs. */
  readonly signature: { readonly organ: string; readonly date: string } | null
}

export type ReportPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | ReportTable

export type ReportTable = {
  readonly kind: 'table'
  /** Name of its sheet in Excel. */
  readonly name: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly Value[])[]
  /** What stands in its place when there is no row. */
  readonly empty: string
}

export type ReportColumn = {
  readonly name: string
  /** Share of the paper's width. */
  readonly share: number
  readonly align?: 'left' | 'center' | 'right'
}

/** A figure stays a figure in Excel. */
export type Value = string | number

/** Width of the type area. */
const WIDTHS = { form: FORM.textWidth, document: PAGE.textWidth } as const
type Medium = keyof typeof WIDTHS

export function reportPaper(sheet: ReportSheet): Paper {
  const { title, left, right, parts, remarks, signature } = sheet
  return {
    format: 'form',
    name: title,
    code: null,
    blocks: [
      { kind: 'title', lines: titleLines(title, FORM_TITLE_CELLS) },
      { kind: 'caption', left, right },
      ...parts.flatMap((part) => partBlocks(part, 'form')),
      ...(remarks.length === 0 ? [] : [{ kind: 'remarks', items: remarks } as const]),
      ...(signature === null ? [] : [{ kind: 'signature', ...signature, sealed: false } as const]),
    ],
  }
}

export function partBlocks(part: ReportPart, medium: Medium): readonly Block[] {
  switch (part.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 1, text: part.text }]
    case 'paragraph':
      return part.text
        .split(/\n+/u)
        .filter((text) => text.trim() !== '')
        .map((text) => ({ kind: 'paragraph', line: [text.trim()] }) as const)
    case 'table':
      if (part.rows.length === 0) return [{ kind: 'paragraph', line: [part.empty] }]
      return [tableBlock(part, WIDTHS[medium])]
  }
}

export function tableBlock({ columns, rows }: ReportTable, width: number = FORM.textWidth): Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((share / whole) * width * 10) / 10)
  const rest = width - widths.slice(1).reduce((sum, each) => sum + each, 0)
  return {
    kind: 'table',
    dense: true,
    columns: [Math.round(rest * 10) / 10, ...widths.slice(1)],
    rows: [
      { head: true, cells: columns.map(({ name }) => label(name)) },
      ...rows.map((row): Row => ({ cells: columns.map((column, at) => value(row[at] ?? '', column)) })),
    ],
  }
}

function label(text: string): Cell {
  return { role: 'label', lines: [[text]], align: 'center' }
}

function value(text: Value, { align }: ReportColumn): Cell {
  const side = align ?? (typeof text === 'number' ? 'right' : 'left')
  return {
    role: 'value',
    lines: String(text)
      .split('\n')
      .map((line) => [line]),
    align: side,
  }
}
