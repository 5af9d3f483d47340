import { SaxesParser } from 'saxes'

/** What a Word file's text consists of, with everything a reader of papers asks of it and nothing else. */
export type ReadElement = ReadPara | ReadTable

export type ReadPara = {
  readonly type: 'para'
  /** The style's identifier in this file; empty for the default one. */
  readonly style: string
  readonly framed: boolean
  readonly newPage: boolean
  readonly spacedBefore: boolean
  readonly align: string | null
  readonly runs: readonly ReadRun[]
}

export type ReadRun =
  | { readonly text: string; readonly font: string | null; readonly underlined: boolean }
  | { readonly sign: 'tab' | 'break' }
  /** Text standing in a frame of its own. */
  | { readonly box: readonly ReadPara[] }

export type ReadTable = {
  readonly type: 'table'
  /** Twips. */
  readonly columns: readonly number[]
  readonly rows: readonly ReadRow[]
}

export type ReadRow = {
  readonly cells: readonly ReadCell[]
  /** Twips, 0 when left open. */
  readonly height: number
  readonly head: boolean
  readonly divisible: boolean
}

export type ReadCell = {
  readonly paras: readonly ReadPara[]
  readonly span: number
  readonly goesOn: boolean
}

/** An element of the XML with its children; text stands only where Word puts it. */
export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Xml[]
  text: string
}

/** Deeper than any document; a file built to exhaust the reader ends here. */
const DEEPEST = 200

export function parseXml(text: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [], text: '' }
  const open: Xml[] = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Xml = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > DEEPEST) throw new Error('the document is nested too deep')
  })
  parser.on('text', (piece) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += piece
  })
  parser.on('closetag', () => void open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return root
}

export function child(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((each) => each.name === name)
}

function valueOf(element: Xml | undefined): string | undefined {
  return element?.attributes['w:val']
}

/** On unless it says otherwise. */
function isOn(element: Xml | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(valueOf(element) ?? '')
}

export function elementsOf(body: Xml): readonly ReadElement[] {
  return body.children.flatMap((element): readonly ReadElement[] => {
    switch (element.name) {
      case 'w:p':
        return [paraOf(element)]
      case 'w:tbl':
        return [tableOf(element)]
      case 'w:sdt':
      case 'w:sdtContent':
      case 'w:ins':
      case 'w:customXml':
        return elementsOf(element)
      default:
        return []
    }
  })
}

function paraOf(para: Xml): ReadPara {
  const look = child(para, 'w:pPr')
  return {
    type: 'para',
    style: valueOf(child(look, 'w:pStyle')) ?? '',
    framed: child(look, 'w:framePr') !== undefined,
    newPage: isOn(child(look, 'w:pageBreakBefore')),
    spacedBefore: Number(child(look, 'w:spacing')?.attributes['w:before'] ?? 0) > 0,
    align: valueOf(child(look, 'w:jc')) ?? null,
    runs: runsIn(para),
  }
}

/** Runs also stand in links, fields and the like; what was deleted is not there. */
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:pPr'])

function runsIn(parent: Xml): readonly ReadRun[] {
  return parent.children.flatMap((element) => {
    if (DELETED.has(element.name)) return []
    return element.name === 'w:r' ? runOf(element) : runsIn(element)
  })
}

function runOf(run: Xml): readonly ReadRun[] {
  const look = child(run, 'w:rPr')
  const font = child(look, 'w:rFonts')?.attributes['w:eastAsia'] ?? null
  const underlined = child(look, 'w:u') !== undefined
  return run.children.flatMap((piece): readonly ReadRun[] => {
    switch (piece.name) {
      case 'w:t':
        return [{ text: piece.text, font, underlined }]
      case 'w:tab':
        return [{ sign: 'tab' }]
      case 'w:br':
      case 'w:cr':
        return [{ sign: 'break' }]
      case 'w:drawing':
      case 'w:pict':
      case 'mc:AlternateContent':
        return boxesIn(piece)
      default:
        return []
    }
  })
}

/** The same box is written twice, for new and for old readers. */
function boxesIn(parent: Xml): readonly ReadRun[] {
  return parent.children.flatMap((element) => {
    if (element.name === 'mc:Fallback') return []
    if (element.name !== 'w:txbxContent') return boxesIn(element)
    return [{ box: elementsOf(element).filter((inner) => inner.type === 'para') }]
  })
}

function tableOf(table: Xml): ReadTable {
  return {
    type: 'table',
    columns: (child(table, 'w:tblGrid')?.children ?? []).map((column) =>
      Number(column.attributes['w:w'] ?? 0),
    ),
    rows: table.children.filter(({ name }) => name === 'w:tr').map(rowOf),
  }
}

function rowOf(row: Xml): ReadRow {
  const look = child(row, 'w:trPr')
  return {
    cells: row.children.filter(({ name }) => name === 'w:tc').map(cellOf),
    height: Number(valueOf(child(look, 'w:trHeight')) ?? 0),
    head: isOn(child(look, 'w:tblHeader')),
    divisible: !isOn(child(look, 'w:cantSplit')),
  }
}

function cellOf(cell: Xml): ReadCell {
  const look = child(cell, 'w:tcPr')
  const merge = child(look, 'w:vMerge')
  const inner = elementsOf(cell)
  return {
    // A table within a cell gives its words to the cell.
    paras: inner.flatMap((element) => (element.type === 'para' ? [element] : parasIn(element))),
    span: Math.max(1, Number(valueOf(child(look, 'w:gridSpan')) ?? 1)),
    goesOn: merge !== undefined && valueOf(merge) !== 'restart',
  }
}

function parasIn(table: ReadTable): readonly ReadPara[] {
  return table.rows.flatMap(({ cells }) => cells.flatMap(({ paras }) => paras))
}

/** The words of a paragraph; a tab reads as a space. */
export function textOf({ runs }: ReadPara): string {
  return runs
    .map((run) => ('text' in run ? run.text : 'sign' in run ? ' ' : run.box.map(textOf).join(' ')))
    .join('')
}
