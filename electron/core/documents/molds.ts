import { Document, type IContext, Table, type XmlComponent } from 'docx'
import { docxParagraph, docxRow, tableFrame } from './docx-elements.ts'
import type { Element, Grid, GridRow, Para, Piece } from './typeset.ts'
import { escapeXml, writeXml } from './xml.ts'

/**
 * The markup of one shape of paragraph, table row or table, made once by `docx` and cut where texts go in. Papers
 * are filled from molds: what varies between two notices is their words, hardly ever their markup.
 */
type Mold = readonly string[]

/** Private-use characters around a number: they stand for a text while a mold is made, and no cleaned text is read for them. */
const MARK = /\ue000\d+\ue001/u
const PICTURE_KEY = /\{[0-9a-f]{40}\.png\}/gu
/** Shapes beyond this are rare ones; the oldest go. */
const MOST_MOLDS = 2_000

export class Molds {
  private readonly molds = new Map<string, Mold>()
  /** Relationship number of the picture in this template. */
  private readonly picture: string
  private readonly context: () => IContext

  constructor(picture: number) {
    this.picture = String(picture)
    const file = new Document({ sections: [] })
    this.context = () => ({ file, viewWrapper: file.Document, stack: [] })
  }

  fill(element: Element): string {
    return element.type === 'para' ? this.fillPara(element) : this.fillGrid(element)
  }

  /** How many shapes are known, for the test that it stays bounded. */
  get size(): number {
    return this.molds.size
  }

  private fillPara(para: Para): string {
    const mold = this.mold(shapeOfPara(para), () => docxParagraph(marked(para, counter()), NO_PICTURE))
    return pour(mold, textsOf(para))
  }

  private fillGrid(grid: Grid): string {
    const frame = this.mold(`${grid.ruling}${grid.columns.join(',')}`, () => {
      const row: GridRow = { cells: [{ paras: [], width: 0 }], height: 0 }
      return new Table({ ...tableFrame(grid), rows: [docxRow(row, grid.ruling, NO_PICTURE)] })
    })
    const [open = '', close = ''] = (frame[0] ?? '').split(/<w:tr>.*<\/w:tr>/su)
    return open + grid.rows.map((row) => this.fillRow(row, grid.ruling)).join('') + close
  }

  private fillRow(row: GridRow, ruling: Grid['ruling']): string {
    const mold = this.mold(ruling + shapeOfRow(row), () => {
      const next = counter()
      const cells = row.cells.map((cell) => ({
        ...cell,
        paras: cell.paras.map((para) => marked(para, next)),
      }))
      return docxRow({ ...row, cells }, ruling, NO_PICTURE)
    })
    return pour(
      mold,
      row.cells.flatMap(({ paras }) => paras.flatMap(textsOf)),
    )
  }

  private mold(shape: string, make: () => XmlComponent): Mold {
    const known = this.molds.get(shape)
    if (known !== undefined) return known
    const xml = make().prepForXml(this.context())
    if (xml === undefined) throw new Error(`docx wrote nothing for ${shape}`)
    const mold = writeXml(xml).replace(PICTURE_KEY, this.picture).split(MARK)
    const [oldest] = this.molds.keys()
    if (this.molds.size >= MOST_MOLDS && oldest !== undefined) this.molds.delete(oldest)
    this.molds.set(shape, mold)
    return mold
  }
}

/** Any bytes do while a mold is made: only the name `docx` derives from them is in the markup, and that is replaced. */
const NO_PICTURE = new Uint8Array(8)

/** Everything about a paragraph but its words. */
function shapeOfPara({ style, look, pieces }: Para): string {
  const shape = look === undefined ? style : style + JSON.stringify(look)
  return `${shape}|${pieces.map(shapeOfPiece).join('')}`
}

function shapeOfPiece(piece: Piece): string {
  if ('box' in piece)
    return `b${piece.box.drawing}/${piece.box.height}[${piece.box.paras.map(shapeOfPara).join(';')}]`
  return 'text' in piece ? `t${piece.face ?? ''};` : JSON.stringify(piece)
}

function shapeOfRow({ cells, height, head, divisible }: GridRow): string {
  const parts = cells.map(({ paras, ...cell }) => JSON.stringify(cell) + paras.map(shapeOfPara).join(''))
  return `${height}/${head === true}/${divisible === true}${parts.join('')}`
}

function textsOf({ pieces }: Para): readonly string[] {
  return pieces.flatMap((piece) => {
    if ('box' in piece) return piece.box.paras.flatMap(textsOf)
    return 'text' in piece ? [piece.text] : []
  })
}

function counter(): () => string {
  let count = 0
  return () => {
    count += 1
    return `\ue000${count}\ue001`
  }
}

function marked(para: Para, next: () => string): Para {
  return {
    ...para,
    pieces: para.pieces.map((piece) => {
      if ('box' in piece)
        return { box: { ...piece.box, paras: piece.box.paras.map((inner) => marked(inner, next)) } }
      return 'text' in piece ? { ...piece, text: next() } : piece
    }),
  }
}

function pour(mold: Mold, texts: readonly string[]): string {
  let xml = mold[0] ?? ''
  for (const [at, text] of texts.entries()) xml += escapeXml(text) + (mold[at + 1] ?? '')
  return xml
}
