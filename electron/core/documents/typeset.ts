import type { Face, PaperFormat } from '../../../shared/documents/paper.ts'
import type { StyleId } from './styles.ts'

/**
 * A paper between its meaning and Word's markup: every place and size is decided, nothing is XML yet. The same
 * elements go to `docx` and into the molds of the pre-zipped templates.
 */
export type Typeset = {
  readonly format: PaperFormat
  readonly title: string
  /** Content of the QR code, null when the paper has none. */
  readonly code: string | null
  readonly elements: readonly Element[]
}

export type Element = Para | Grid

export type Para = {
  readonly type: 'para'
  readonly style: StyleId
  readonly pieces: readonly Piece[]
  /** Set apart from its style; twips. */
  readonly look?: Look
}

export type Look = {
  readonly left?: number
  readonly right?: number
  readonly firstLine?: number
  readonly hanging?: number
  /** Points; the line grows with it unless it is given. */
  readonly size?: number
  readonly line?: number | 'auto'
  readonly align?: 'left' | 'center' | 'right'
  readonly before?: number
  readonly rightTab?: number
  readonly keepNext?: boolean
  readonly rule?: 'thickOverThin' | 'thinOverThick'
  /** A rule below the paragraph in the style's colour, points. */
  readonly under?: number
  /** Begins a page. */
  readonly newPage?: boolean
  readonly frame?: Frame
}

/** Twips from the upper left corner of the page. */
export type Frame = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Piece =
  | { readonly text: string; readonly face?: Face }
  | { readonly blank: number }
  | { readonly sign: 'tab' | 'break' }
  | { readonly code: CodePlace }
  | { readonly box: Box }

/** Number of the drawing that is the paper's own code. */
export const PAGE_CODE = 1

/** Where the QR code stands; millimetres from the corner of the page, or within the line. */
export type CodePlace = {
  /** No two drawings of a paper share a number: Word may refuse the file. */
  readonly drawing: number
  readonly size: number
  readonly at: { readonly x: number; readonly y: number } | 'inline'
}

/** As wide as the type area, standing on its lower edge whatever the text does; twips. */
export type Box = { readonly drawing: number; readonly height: number; readonly paras: readonly Para[] }

export type Grid = {
  readonly type: 'grid'
  /** `form` has frame and lines, `slip` only what its cells say. */
  readonly ruling: 'form' | 'slip'
  /** Twips. */
  readonly columns: readonly number[]
  readonly rows: readonly GridRow[]
}

export type GridRow = {
  readonly cells: readonly GridCell[]
  readonly height: number
  readonly head?: boolean
  readonly divisible?: boolean
}

export type GridCell = {
  readonly paras: readonly Para[]
  readonly width: number
  readonly span?: number
  /** Runs on from the cell above, or begins one that does. */
  readonly merge?: 'restart' | 'continue'
  readonly shaded?: boolean
  readonly edge?: 'dashedTop' | 'lineBottom'
}

export function para(style: StyleId, pieces: readonly Piece[], look?: Look): Para {
  return look === undefined ? { type: 'para', style, pieces } : { type: 'para', style, pieces, look }
}

export function textPara(style: StyleId, text: string, look?: Look): Para {
  return para(style, text === '' ? [] : [{ text }], look)
}

/** Lines of one paragraph that were broken by sense. */
export function brokenLines(lines: readonly string[]): readonly Piece[] {
  return lines.flatMap((line, at): readonly Piece[] =>
    at === 0 ? [{ text: line }] : [{ sign: 'break' }, { text: line }],
  )
}
