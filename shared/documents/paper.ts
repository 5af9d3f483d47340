/**
 * A paper is what a document says and which part of it is what, before anyone draws it. The window draws it
 * as an A4 preview, the core writes it as Word; both take every measure from `gbt9704.ts`.
 */
export type Paper = {
  /**
   * `document` 文件格式 carries 红头 and 版记, `letter` 信函格式 goes to one organ or person, `minutes` 纪要格式 says what a
   * meeting settled; `form` 表单 is an internal sheet or a slip for the visitor.
   */
  readonly format: PaperFormat
  /** Chinese name of the kind with its matter, for the file's properties and the window's caption. */
  readonly name: string
  /** What the QR code says; null draws none. Its place belongs to the format. */
  readonly code: string | null
  /** 副本 or 遮盖件 in the upper left corner of page 1; never of the paper as issued. */
  readonly stamp?: string
  /** Facts an office's own template may name besides what the blocks say; never more than these say. Not kept. */
  readonly fields?: Readonly<Record<string, string>>
  readonly blocks: readonly Block[]
}

export const PAPER_FORMATS = ['document', 'letter', 'minutes', 'form'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** Type faces by their role in GB/T 9704, see `FONTS`. */
export type Face = 'fangsong' | 'kai' | 'hei' | 'biaosong' | 'song'

/** A piece of a line. A string is set in the face of its block; a line break in it starts a new paragraph. */
export type Span =
  | string
  | { readonly text: string; readonly face: Face }
  /** A ruled gap to be filled in by hand, as wide as that many characters. */
  | { readonly blank: number }

export type Line = readonly Span[]

/**
 * 发文机关标志 in red on page 1: the organ's name on a letter (10.1), with or without 文件 on a document (7.2.4),
 * `×××纪要` on minutes (10.3).
 */
export type Letterhead = { readonly kind: 'letterhead'; readonly organ: string }

/** 发文字号, already complete: `办信转〔2026〕12号`. */
export type DocumentNumber = { readonly kind: 'documentNumber'; readonly text: string }

/** 签发人 of an upward document, right of its number (7.2.6); an empty name is a gap to be filled in by hand. */
export type Signatory = { readonly kind: 'signatory'; readonly name: string }

/** Minutes: who issues them, and when, above the red rule (practice). */
export type Issuer = { readonly kind: 'issuer'; readonly organ: string; readonly date: string }

/** Short words at the upper left corner of the type area: 份号, 密级, 紧急程度. Several stand below each other. */
export type Mark = {
  readonly kind: 'mark'
  readonly of: 'copyNumber' | 'secrecy' | 'urgency'
  readonly text: string
}

/** Lines are broken by sense already (`titleLines` in wording.ts). */
export type Title = { readonly kind: 'title'; readonly lines: readonly string[] }

/** 主送机关 with its closing colon. */
export type Addressee = { readonly kind: 'addressee'; readonly text: string }

/** Running text, first line indented by two characters. */
export type Paragraph = { readonly kind: 'paragraph'; readonly line: Line }

/** Levels 一、（一） 1. （1）; the text brings its own number. */
export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }

/** 附件说明: names without numbers and without closing punctuation. */
export type Attachments = { readonly kind: 'attachments'; readonly names: readonly string[] }

/** 署名 and 成文日期. With `sealed` room is kept for the seal, which is stamped by hand. */
export type Signature = {
  readonly kind: 'signature'
  readonly organ: string
  /** `2026年1月5日` */
  readonly date: string
  readonly sealed: boolean
}

/** 附注, without its brackets. */
export type Note = { readonly kind: 'note'; readonly text: string }

/** Minutes: 出席, 请假 or 列席 and whose names follow (10.3). */
export type Attendance = { readonly kind: 'attendance'; readonly label: string; readonly names: string }

/** 版记 of a letter: 抄送 at the foot of its last page, above a slip that is cut off. */
export type CopiesTo = { readonly kind: 'copiesTo'; readonly units: readonly string[] }

/** 版记 of a document or of minutes (7.4): 抄送 between rules, below it who printed it and when. Comes last. */
export type Imprint = {
  readonly kind: 'imprint'
  readonly copiesTo: readonly string[]
  readonly organ: string
  /** `2026年1月5日`, without 印发. */
  readonly date: string
}

/** Begins an annex on a new page (7.3.6). What a notice prints and sends round (印发) has no label. */
export type Annex = {
  readonly kind: 'annex'
  /** `附件`, `附件1` */
  readonly label: string
  /** Broken by sense already. */
  readonly title: readonly string[]
}

/** Small text between or below the tables of a form: left part and right part of one line. */
export type Caption = { readonly kind: 'caption'; readonly left: string; readonly right: string }

/** Explanations in small type on a form, numbered by the drawer when there are several. */
export type Remarks = { readonly kind: 'remarks'; readonly items: readonly string[] }

export type Table = {
  readonly kind: 'table'
  /** Widths in mm, adding up to the width of the format's type area. */
  readonly columns: readonly number[]
  readonly rows: readonly Row[]
  /** Smaller type and lower rows, for a form of many fields that should stay on one page. */
  readonly dense?: boolean
}

export type Row = {
  readonly cells: readonly Cell[]
  /** The least height in mm; the format's own when left out. */
  readonly height?: number
  /** Head rows come again at the top of every page. */
  readonly head?: boolean
  /** A row of long text may be divided between two pages. */
  readonly divisible?: boolean
}

export type Cell = {
  readonly role: 'label' | 'value' | 'section'
  /** One paragraph each. */
  readonly lines: readonly Line[]
  /** Columns it covers, 1 when left out. */
  readonly span?: number
  readonly align?: 'left' | 'center' | 'right'
}

/** The part below a dashed line that is filled in, cut off and kept or sent back; never divided between pages. */
export type TearOff = {
  readonly kind: 'tearOff'
  /** Stands in the dashed line: 沿此线裁下… */
  readonly hint: string
  readonly title: string
  readonly lines: readonly Line[]
  /** Labels with room to write behind them, two to a row. */
  readonly fields: readonly { readonly label: string; readonly hint?: string }[]
}

export type Block =
  | Letterhead
  | DocumentNumber
  | Signatory
  | Issuer
  | Mark
  | Title
  | Addressee
  | Paragraph
  | Heading
  | Attachments
  | Signature
  | Note
  | Attendance
  | CopiesTo
  | Imprint
  | Annex
  | Caption
  | Remarks
  | Table
  | TearOff

export type BlockKind = Block['kind']

/** The characters of a line as read aloud; a gap reads as nothing. */
export function plainText(line: Line): string {
  return line.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : '')).join('')
}
