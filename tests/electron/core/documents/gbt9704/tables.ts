import type { Paper } from '../../../../../shared/documents/paper.ts'
import { all, child, isOn, measure, type Node, type Opened, type Paragraph } from '../opened.ts'
import { type Assertion, DOCUMENT, EVERY, near, same, when } from './assertion.ts'

function rowsOf(table: Node): readonly Node[] {
  return table.children.filter(({ name }) => name === 'w:tr')
}

function cellsOf(row: Node): readonly Node[] {
  return row.children.filter(({ name }) => name === 'w:tc')
}

/** Ruled tables in order; the slip, which has no frame, is none of them. */
function ruled(file: Opened): readonly Node[] {
  return all(file.body, 'w:tbl').filter((table) => !isSlip(table))
}

function isSlip(table: Node): boolean {
  return child(table, 'w:tblPr', 'w:tblBorders', 'w:top')?.attributes['w:val'] === 'none'
}

function tableBlocks(paper: Paper): readonly Extract<Paper['blocks'][number], { kind: 'table' }>[] {
  return paper.blocks.filter((block) => block.kind === 'table')
}

function inside(file: Opened, row: Node): readonly Paragraph[] {
  return all(row, 'w:p').flatMap((node) => file.paragraphOf.get(node) ?? [])
}

const WIDTHS = { letter: 8844, document: 8844, minutes: 8844, form: 9184 } as const

/** Tables: the standard only says which way they turn (clause 8); the rest is what a clerk expects of them. */
export const TABLE_ASSERTIONS: readonly Assertion[] = [
  {
    clause: 'house',
    says: 'Tables are as wide as the type area; the cells of every row add up to it.',
    formats: EVERY,
    check: (file, { format }) =>
      all(file.body, 'w:tbl').flatMap((table) => {
        const grid = (child(table, 'w:tblGrid')?.children ?? []).map((column) => measure(column, 'w:w'))
        const whole = grid.reduce((sum, width) => sum + width, 0)
        const rows = rowsOf(table).flatMap((row) => {
          const cells = cellsOf(row)
          const span = cells.reduce((sum, cell) => sum + spanOf(cell), 0)
          const width = cells.reduce((sum, cell) => sum + measure(child(cell, 'w:tcPr', 'w:tcW'), 'w:w'), 0)
          return [...same('columns of a row', span, grid.length), ...near('width of a row', width, whole, 2)]
        })
        return [
          ...near('width', whole, WIDTHS[format], 12),
          ...same('layout', child(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type'], 'fixed'),
          ...rows,
        ]
      }),
    broken: {
      sample: 'sheet',
      part: DOCUMENT,
      find: /<w:gridSpan w:val="6"\/>/u,
      put: '<w:gridSpan w:val="5"/>',
    },
  },
  {
    clause: 'house',
    says: 'Head rows come again on every page, and never stand without a row below.',
    formats: EVERY,
    check: (file, paper) => {
      const blocks = tableBlocks(paper)
      return ruled(file).flatMap((table, at) => {
        const rows = rowsOf(table)
        const heads = blocks[at]?.rows.filter(({ head }) => head === true).length ?? 0
        const repeated = rows.filter((row) => isOn(child(row, 'w:trPr', 'w:tblHeader')))
        const kept = rows.length > heads ? repeated.flatMap((row) => inside(file, row)) : []
        return [
          ...same('head rows', repeated.length, heads),
          ...when(
            repeated.some((row, index) => rows[index] !== row),
            'a head row is not at the top',
          ),
          ...kept
            .filter((paragraph) => !isOn(paragraph.property('w:keepNext')))
            .map(({ text }) => `the head “${text}” may stand alone`),
        ]
      })
    },
    broken: { sample: 'report', part: DOCUMENT, find: /<w:tblHeader\/>/u, put: '' },
  },
  {
    clause: 'house',
    says: 'A row is divided between pages only where it may hold long text, or where it is as high as half a page.',
    formats: EVERY,
    check: (file, paper) => {
      const blocks = tableBlocks(paper)
      return ruled(file).flatMap((table, at) =>
        rowsOf(table).flatMap((row, index) => {
          const whole = isOn(child(row, 'w:trPr', 'w:cantSplit'))
          const tall = cellsOf(row).some((cell) => heightOf(file, cell) > 5500)
          const wanted = blocks[at]?.rows[index]?.divisible !== true
          return tall ? [] : same(`row ${index + 1} whole`, whole, wanted)
        }),
      )
    },
    broken: { sample: 'sheet', part: DOCUMENT, find: /<w:cantSplit\/>/u, put: '' },
  },
  {
    clause: 'house',
    says: 'A row that may not be divided holds no more than fits on a page.',
    formats: EVERY,
    check: (file) =>
      ruled(file).flatMap((table) =>
        rowsOf(table).flatMap((row) => {
          if (!isOn(child(row, 'w:trPr', 'w:cantSplit'))) return []
          const height = Math.max(0, ...cellsOf(row).map((cell) => heightOf(file, cell)))
          return when(height > 12_000, `a whole row is about ${Math.round(height / 57)} mm high`)
        }),
      ),
    broken: {
      sample: 'sheet',
      part: DOCUMENT,
      find: /(<w:tr>(?:(?!<w:tblHeader).)*?<w:t(?: [^>]*)?>)/u,
      put: `$1${'开'.repeat(2_000)}`,
    },
  },
  {
    clause: '7.4.1',
    says: 'Frames are 0.35 mm and inner lines 0.25 mm thick, as the standard recommends for 版记.',
    formats: EVERY,
    check: (file) =>
      ruled(file).flatMap((table) => {
        const line = (side: string): number =>
          measure(child(table, 'w:tblPr', 'w:tblBorders', `w:${side}`), 'w:sz')
        return [
          ...['top', 'bottom', 'left', 'right'].flatMap((side) => near(side, line(side), 7.94, 0.6)),
          ...['insideH', 'insideV'].flatMap((side) => near(side, line(side), 5.67, 0.6)),
        ]
      }),
    broken: { sample: 'sheet', part: DOCUMENT, find: /w:sz="8"/u, put: 'w:sz="24"' },
  },
  {
    clause: 'house',
    says: 'The slip that is cut off is never divided: no row of it, and none from the next.',
    formats: EVERY,
    check: (file) =>
      all(file.body, 'w:tbl')
        .filter(isSlip)
        .flatMap((table) => {
          const rows = rowsOf(table)
          return [
            ...rows.flatMap((row) =>
              when(!isOn(child(row, 'w:trPr', 'w:cantSplit')), 'a row may be divided'),
            ),
            ...rows
              .slice(0, -1)
              .flatMap((row) => inside(file, row))
              .filter((paragraph) => !isOn(paragraph.property('w:keepNext')))
              .map(({ text }) => `“${text}” may leave the rest of the slip`),
          ]
        }),
    broken: {
      sample: 'letter',
      part: DOCUMENT,
      find: /<w:pStyle w:val="SlipTitle"\/><w:keepNext\/>/u,
      put: '<w:pStyle w:val="SlipTitle"/>',
    },
  },
]

function spanOf(cell: Node): number {
  const span = child(cell, 'w:tcPr', 'w:gridSpan')
  return span === undefined ? 1 : measure(span, 'w:val')
}

/** Twips a cell's text takes about, each paragraph wrapped at the cell's width. */
function heightOf(file: Opened, cell: Node): number {
  const width = measure(child(cell, 'w:tcPr', 'w:tcW'), 'w:w') - 170
  return inside(file, cell).reduce((sum, paragraph) => {
    const size = Number(paragraph.runs[0]?.property('w:sz')?.attributes['w:val'] ?? 24) * 10
    const characters = Math.max(1, Math.floor(width / size))
    const lines = Math.max(1, Math.ceil(Array.from(paragraph.text).length / characters))
    return sum + lines * Number(paragraph.merged('w:spacing')['w:line'] ?? 0)
  }, 0)
}
