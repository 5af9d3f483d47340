import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type IBorderOptions,
  type IBordersOptions,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  TextWrappingType,
  UnderlineType,
  VerticalAlignTable,
  VerticalMergeType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx'
import { ShapeRun } from 'docx/shapes'
import { COLOURS, FONTS, FORM, LATIN_FONT, LETTER, PAGE, twips } from '../../../shared/documents/gbt9704.ts'
import type { Face } from '../../../shared/documents/paper.ts'
import type { StyleId } from './styles.ts'
import type { Box, CodePlace, Element, Frame, Grid, GridCell, GridRow, Look, Para, Piece } from './typeset.ts'

/** All four slots and the hint, or Word sets “” — 〔〕 in the Latin font. */
export function fontOf(face: Face): {
  readonly [slot in 'ascii' | 'hAnsi' | 'eastAsia' | 'cs' | 'hint']: string
} {
  const { name } = FONTS[face]
  const latin = face === 'song' ? name : LATIN_FONT
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: latin, hint: 'eastAsia' }
}

export function docxElement(element: Element, png: Uint8Array): Paragraph | Table {
  return element.type === 'para' ? docxParagraph(element, png) : docxTable(element, png)
}

export function docxParagraph({ style, pieces, look }: Para, png: Uint8Array): Paragraph {
  return new Paragraph({
    // A style that every paragraph has by default is not named again.
    ...(style === 'Normal' ? {} : { style }),
    ...(look === undefined ? {} : docxLook(style, look)),
    children: pieces.map((piece) => docxPiece(piece, look, png)),
  })
}

function docxLook(style: StyleId, look: Look): Omit<IParagraphOptions, 'children'> {
  const { left, right, firstLine, hanging, align, before, line, rightTab, keepNext, newPage, frame } = look
  const border = bordersOf(style, look)
  const indented = [left, right, firstLine, hanging].some((value) => value !== undefined)
  const height = line ?? (look.size === undefined ? undefined : look.size * 20)
  return {
    ...(keepNext === undefined ? {} : { keepNext }),
    ...(frame === undefined ? {} : { frame: docxFrame(frame) }),
    ...(newPage === undefined ? {} : { pageBreakBefore: newPage }),
    ...(border === undefined ? {} : { border }),
    ...(rightTab === undefined ? {} : { tabStops: [{ type: TabStopType.RIGHT, position: rightTab }] }),
    ...(before === undefined && height === undefined
      ? {}
      : {
          spacing: {
            ...(before === undefined ? {} : { before }),
            ...(height === undefined ? {} : lineHeight(height)),
          },
        }),
    ...(indented
      ? {
          indent: {
            ...(left === undefined ? {} : { left }),
            ...(right === undefined ? {} : { right }),
            ...(hanging === undefined ? {} : { hanging }),
            ...(firstLine === undefined ? {} : { firstLine }),
          },
        }
      : {}),
    ...(align === undefined ? {} : { alignment: AlignmentType[ALIGNMENTS[align]] }),
    // The mark at a paragraph's end has a size too, and an empty line takes its height from it.
    ...(look.size === undefined ? {} : { run: { size: look.size * 2 } }),
  }
}

/** A line with a picture in it must be free to grow. */
function lineHeight(line: number | 'auto'): { readonly line: number; readonly lineRule: 'auto' | 'exact' } {
  return line === 'auto' ? { line: 240, lineRule: LineRuleType.AUTO } : { line, lineRule: LineRuleType.EXACT }
}

const ALIGNMENTS = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const

function docxFrame({ x, y, width, height }: Frame): NonNullable<IParagraphOptions['frame']> {
  return {
    type: 'absolute',
    position: { x, y },
    width,
    height,
    rule: HeightRule.EXACT,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    wrap: FrameWrap.NOT_BESIDE,
  }
}

function bordersOf(style: StyleId, { rule, under }: Look): IBordersOptions | undefined {
  if (rule !== undefined) return doubleRule(rule)
  if (under === undefined) return undefined
  const color = style === 'RedRule' ? COLOURS.red : COLOURS.ink
  return { bottom: { style: BorderStyle.SINGLE, color, size: Math.round(under * 8), space: 0 } }
}

/** Two separate borders of an empty line: readers disagree on the order of Word's own thick-thin styles. */
function doubleRule(kind: 'thickOverThin' | 'thinOverThick'): IBordersOptions {
  const [top, bottom] =
    kind === 'thickOverThin' ? [LETTER.ruleThick, LETTER.ruleThin] : [LETTER.ruleThin, LETTER.ruleThick]
  return { top: redLine(top), bottom: redLine(bottom) }
}

function redLine(points: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, color: COLOURS.red, size: points * 8, space: 0 }
}

function docxPiece(piece: Piece, look: Look | undefined, png: Uint8Array): ParagraphChild {
  if ('code' in piece) return codeImage(piece.code, png)
  if ('box' in piece) return footBox(piece.box, png)
  if ('sign' in piece)
    return piece.sign === 'tab' ? new TextRun({ children: [new Tab()] }) : new TextRun({ break: 1 })
  const size = look?.size === undefined ? {} : { size: look.size * 2 }
  if ('blank' in piece) {
    return new TextRun({ ...size, text: '　'.repeat(piece.blank), underline: { type: UnderlineType.SINGLE } })
  }
  return new TextRun({
    ...size,
    text: piece.text,
    ...(piece.face === undefined ? {} : { font: fontOf(piece.face) }),
  })
}

const PIXELS_PER_MM = 96 / 25.4
const EMUS_PER_MM = 36_000
const TWIPS_PER_PIXEL = 15

function codeImage({ drawing, size, at }: CodePlace, png: Uint8Array): ImageRun {
  const pixels = size * PIXELS_PER_MM
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pixels, height: pixels },
    // Numbered by us: the library counts all pictures of the process, and the same paper must give the same bytes.
    altText: { id: String(drawing), name: '文书二维码', description: '扫描可打开对应的信访事项' },
    ...(at === 'inline'
      ? {}
      : {
          floating: {
            horizontalPosition: {
              relative: HorizontalPositionRelativeFrom.PAGE,
              offset: Math.round(at.x * EMUS_PER_MM),
            },
            verticalPosition: {
              relative: VerticalPositionRelativeFrom.PAGE,
              offset: Math.round(at.y * EMUS_PER_MM),
            },
            wrap: { type: TextWrappingType.NONE },
            zIndex: 1,
          },
        }),
  })
}

/**
 * Text that stands on the lower edge of the type area and wraps nothing: readers agree on it, while a floating table
 * pushes away the text above it, and its own anchor with that.
 */
function footBox({ drawing, height, paras }: Box, png: Uint8Array): ShapeRun {
  return new ShapeRun({
    type: 'rectangle',
    children: paras.map((para) => docxParagraph(para, png)),
    textOptions: { verticalAlignment: 'bottom', margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    transformation: { width: PAGE.textWidth * PIXELS_PER_MM, height: height / TWIPS_PER_PIXEL },
    fill: 'none',
    line: 'none',
    altText: { id: String(drawing), name: '版记' },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.LEFT,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: VerticalPositionAlign.BOTTOM,
      },
      wrap: { type: TextWrappingType.NONE },
      zIndex: 2,
    },
  })
}

function docxTable(grid: Grid, png: Uint8Array): Table {
  return new Table({
    rows: grid.rows.map((row) => docxRow(row, grid.ruling, png)),
    ...tableFrame(grid),
  })
}

/** Everything of a table but its rows. */
export function tableFrame({ ruling, columns }: Grid): Omit<ConstructorParameters<typeof Table>[0], 'rows'> {
  const frame = edge(ruling === 'form' ? FORM.frameEighths : 0)
  const inner = edge(ruling === 'form' ? FORM.lineEighths : 0)
  const [side, above] = ruling === 'form' ? [twips(FORM.cellPadding), twips(FORM.cellPaddingAbove)] : [0, 0]
  return {
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    margins: { left: side, right: side, top: above, bottom: above, marginUnitType: WidthType.DXA },
    borders: {
      top: frame,
      bottom: frame,
      left: frame,
      right: frame,
      insideHorizontal: inner,
      insideVertical: inner,
    },
  }
}

function edge(eighths: number): IBorderOptions {
  return eighths === 0
    ? { style: BorderStyle.NONE, size: 0, color: 'auto' }
    : { style: BorderStyle.SINGLE, size: eighths, color: COLOURS.ink }
}

export function docxRow(row: GridRow, ruling: Grid['ruling'], png: Uint8Array): TableRow {
  return new TableRow({
    cantSplit: row.divisible !== true,
    ...(row.head === true ? { tableHeader: true } : {}),
    ...(row.height === 0 ? {} : { height: { value: row.height, rule: HeightRule.ATLEAST } }),
    children: row.cells.map((cell) => docxCell(cell, ruling, png)),
  })
}

function docxCell(
  { paras, width, span, merge, shaded, edge: side }: GridCell,
  ruling: Grid['ruling'],
  png: Uint8Array,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span === undefined ? {} : { columnSpan: span }),
    ...(merge === undefined
      ? {}
      : { verticalMerge: merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    ...(side === undefined ? {} : { borders: EDGES[side] }),
    ...(shaded === true
      ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: FORM.sectionFill } }
      : {}),
    verticalAlign: ruling === 'slip' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    children: paras.map((para) => docxParagraph(para, png)),
  })
}

const EDGES = {
  dashedTop: { top: { style: BorderStyle.DASHED, size: FORM.lineEighths, color: COLOURS.ink } },
  lineBottom: { bottom: { style: BorderStyle.SINGLE, size: FORM.lineEighths, color: COLOURS.ink } },
} as const
