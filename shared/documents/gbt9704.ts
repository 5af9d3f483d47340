import type { Face } from './paper.ts'

/**
 * Every measure of the official layout, once. Clauses are those of GB/T 9704-2012; what the standard leaves open
 * says so. Lengths are millimetres, type is in points, as the standard states them.
 */

/** Twentieths of a point, the unit of Word. `docx`'s own converter rounds down and loses up to a twip. */
export function twips(mm: number): number {
  return Math.round(mm * 56.6929)
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * 20)
}

export function mmOfPoints(points: number): number {
  return (points * 25.4) / 72
}

/** 字号 to points. */
export const SIZES = {
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
} as const

/**
 * Where a line of exact height sets its characters, in Word and in LibreOffice alike: the baseline at four fifths of
 * the line, and the characters' upper edge that much of their size above it.
 */
const BASELINE = 0.8
const ASCENT = 0.88

/** Twips from the upper edge of an exact line to the upper edge of its characters; negative when they stand out. */
export function characterTop(lineTwips: number, points: number): number {
  return Math.round(lineTwips * BASELINE - points * 20 * ASCENT)
}

export type Font = {
  /** The name written into the document, as the standard's tables of practice give it. */
  readonly name: string
  /** Fonts that may stand in, best first; Word is told of them, the preflight and the preview use them. */
  readonly standIns: readonly string[]
  /** Where the standard asks for it. */
  readonly clause: string
}

/** Fonts are named, never bundled: 方正小标宋 and the _GB2312 faces are commercial. */
export const FONTS: Readonly<Record<Face, Font>> = {
  fangsong: {
    name: '仿宋_GB2312',
    standIns: ['仿宋', 'FangSong', 'STFangsong', '华文仿宋', '方正仿宋_GBK', 'Noto Serif CJK SC'],
    clause: '5.2.2 正文',
  },
  kai: {
    name: '楷体_GB2312',
    standIns: ['楷体', 'KaiTi', 'STKaiti', '华文楷体', '方正楷体_GBK', 'LXGW WenKai', 'Noto Serif CJK SC'],
    clause: '7.3.3 第二层标题',
  },
  hei: {
    name: '黑体',
    standIns: ['SimHei', 'STHeiti', '方正黑体_GBK', 'Noto Sans CJK SC'],
    clause: '7.3.3 第一层标题',
  },
  biaosong: {
    name: '方正小标宋简体',
    standIns: ['方正小标宋_GBK', '华文中宋', 'STZhongsong', 'Noto Serif CJK SC'],
    clause: '7.2.4、7.3.1 发文机关标志与标题',
  },
  song: {
    name: '宋体',
    standIns: ['SimSun', 'STSong', 'Noto Serif CJK SC'],
    clause: '7.5 页码',
  },
}

/** Latin letters and digits within running text. The standard names none; practice of the Chinese offices. */
export const LATIN_FONT = 'Times New Roman'

/** Widths of its figures in parts of a character. */
export const LATIN_FIGURES = { digit: 0.5, stop: 0.25 } as const

export const COLOURS = {
  /** 5.2.4: black unless stated otherwise. */
  ink: '000000',
  /** 7.2.4, 10.1: letterhead and rules. */
  red: 'FF0000',
} as const

/** 5.1–5.2: paper and type area. */
export const PAGE = {
  width: 210,
  height: 297,
  /** 天头 */
  top: 37,
  /** 订口 */
  left: 28,
  /** 版心 156 × 225; right and bottom follow from it. */
  textWidth: 156,
  textHeight: 225,
  right: 210 - 28 - 156,
  bottom: 297 - 37 - 225,
} as const

/** 5.2.3: 22 lines of 28 characters. */
export const GRID = {
  lines: 22,
  characters: 28,
  /** 225 mm over 22 lines is 579.9; 579 keeps the last line on the page. */
  linePitchTwips: 579,
  /** One less than the pitch, or LibreOffice rounds a line over the edge. */
  lineTwips: 578,
  /** 28 characters of 16 pt are 448 pt, the type area 442: each gives way by a quarter point. */
  characterSpacingTwips: -5,
  /** Two characters of 16 pt less their spacing; readers that know no character units take this. */
  indentTwips: 630,
  /** 3.1–3.2: 一字 is one character of the body. */
  bodySize: SIZES['三号'],
} as const

/** Width of one character of the body in twips, spacing included. */
export const CHARACTER_TWIPS = GRID.bodySize * 20 + GRID.characterSpacingTwips

/** 10.1 信函格式. */
export const LETTER = {
  /** Upper edge of the organ's name below the upper edge of the paper. */
  organTop: 30,
  /** Size is free (7.2.4); practice stays at 小初 or below. */
  organSize: SIZES['小初'],
  organSmallest: SIZES['二号'],
  /** Most of the type area the name may take before it is set smaller (practice). */
  organFill: 0.96,
  /** First double rule, thick over thin, below the organ's name. */
  ruleGap: 4,
  ruleLength: 170,
  /** Second double rule, thin over thick, above the lower edge of the paper. */
  footRule: 20,
  /** Thickness and gap are not prescribed. */
  ruleThick: 2.25,
  ruleSpace: 1,
  ruleThin: 0.75,
  /** Number and marks below the first rule: 7/8 of a 三号 character, in points. */
  itemGap: (SIZES['三号'] * 7) / 8,
  /** Blank lines between the last item of the head and the title. */
  titleGapLines: 2,
  /** 7.3.2: blank lines between title and addressee. */
  addresseeGapLines: 1,
  titleSize: SIZES['二号'],
  /** Lines of a title of several lines, practice. */
  titleLineTwips: 640,
} as const

/** 7.2 文件格式, 10.3 纪要格式: the head of page 1. */
export const HEAD = {
  /** Upper edge of the organ's or the minutes' name below the upper edge of the type area (7.2.4, 10.3). */
  organTop: 35,
  /** Line of 发文机关标志 in parts of its size, in every format: free, but in a lower one Word cuts the characters' tops. */
  organLine: 1.2,
  /** Lines kept at the upper left for 份号, 密级, 紧急程度 (7.2.1–7.2.3); they end above the name. */
  markLines: 3,
  /** 份号: figures (7.2.1). */
  copyNumberFigures: 6,
  /** Blank lines between the name and the number (7.2.5). */
  numberGapLines: 2,
  /** 上行文: number and 签发人 one character in from their sides (7.2.5, 7.2.6). */
  upwardIndent: 1,
  /** Gap to write 签发人 into, in characters; ours. */
  signatoryBlank: 4,
  /** Below the lower edge of the number's characters (7.2.7); as long as the type area is wide. */
  ruleGap: 4,
  /** Points; not prescribed. */
  rule: 1,
  /** Number or date and issuer of minutes, one character in from both sides (practice). */
  issuerIndent: 1,
} as const

/** Twips of a line of 发文机关标志 of that size. */
export function organLine(points: number): number {
  return Math.round(points * 20 * HEAD.organLine)
}

/** 10.3: who was present, below the text. */
export const ATTENDANCE = { gapLines: 1, indent: 2 } as const

/** 7.3.6: the word 附件 on line 1, its title on line 3. */
export const ANNEX = { titleGapLines: 1, textGapLines: 1 } as const

/** Tables within running text. Not in the standard; type as on forms. */
export const TEXT_TABLE = {
  /** Points between text and table. */
  gap: 6,
} as const

/** 7.5 页码. */
export const PAGE_NUMBER = {
  size: SIZES['四号'],
  /** The dash below the lower edge of the type area. */
  below: 7,
  /** Indent in characters of its own size: right on odd pages, left on even ones. */
  indentCharacters: 1,
  /** Height of the dash over the lower edge of its line, in parts of its size; measured. */
  dashAbove: 0.5,
} as const

/** 7.3.4–7.3.6 below the text. */
export const CLOSING = {
  attachmentGapLines: 1,
  /** With seal (7.3.5.1): date four characters from the right, the organ centred over it. */
  sealedDateRight: 4,
  /** Blank lines kept above the organ's name so that the seal may stand within one line of the text. */
  sealedGapLines: 2,
  /** Without seal (7.3.5.2): organ two characters from the right, date two further right than the organ. */
  plainOrganRight: 2,
  plainDateShift: 2,
  plainGapLines: 1,
} as const

/** 7.4 版记: at the foot of the last page's type area. */
export const IMPRINT = {
  size: SIZES['四号'],
  /** In from both sides (7.4.2, 7.4.3), characters of its own size. */
  indentCharacters: 1,
  /** Height of a line; ours, as high as that of the text. */
  lineTwips: 500,
  /** First and last rule, and the one between, in millimetres (recommended, 7.4.1). */
  edge: 0.35,
  inner: 0.25,
  /** Line that carries a rule, and what may be lost to rounding; twips. */
  ruleLineTwips: 20,
  spareTwips: 20,
} as const

/** A rule's thickness as Word counts it, eighths of a point. */
export function eighths(mm: number): number {
  return Math.round((mm / 25.4) * 72 * 8)
}

/** Tear-off slip at the end of a paper. Not in the standard; set to agree with it. */
export const SLIP = {
  titleSize: SIZES['小二'],
  titleLineTwips: 460,
  textSize: SIZES['小四'],
  labelSize: SIZES['五号'],
  hintSize: SIZES['小五'],
  hintLineTwips: 280,
  lineTwips: 420,
  fieldHeight: 11,
  /** Millimetres between the last field and the code. */
  codeGap: 3,
  /** Millimetres between the two fields of a row, and points above the dashed line. */
  fieldGap: 4,
  gapAbove: 16,
} as const

/** 表单: A4 and the binding side of 5.2.1; the rest is ours, for the standard does not know forms. */
export const FORM = {
  top: 19,
  bottom: 20,
  left: 28,
  right: 20,
  textWidth: 210 - 28 - 20,
  titleSize: SIZES['二号'],
  titleLineTwips: 640,
  /** Twips below title and caption. */
  titleAfter: 60,
  captionAfter: 40,
  textSize: SIZES['小四'],
  labelSize: SIZES['小四'],
  denseSize: SIZES['五号'],
  denseLineTwips: 290,
  captionSize: SIZES['五号'],
  remarkSize: SIZES['五号'],
  remarkLineTwips: 320,
  remarksBefore: 80,
  lineTwips: 340,
  /** Twips above a heading of a report. */
  headingBefore: 140,
  signatureLineTwips: 440,
  /** Twips above the line where a box is signed. */
  signatureBefore: 120,
  /** Points between two tables, and between text and a table. */
  tableGap: 8,
  textGap: 4,
  pageNumberSize: SIZES['五号'],
  /** Millimetres. */
  rowHeight: 8.5,
  denseRowHeight: 6.6,
  cellPadding: 1.5,
  cellPaddingAbove: 0.6,
  /** Upper left corner of 副本, and of the code from the right edge of the text. */
  cornerTop: 10,
  /** Frame and inner lines, eighths of a point: 0.35 mm and 0.25 mm as 7.4 recommends for 版记. */
  frameEighths: 8,
  lineEighths: 6,
  footerBottom: 11,
  /** Behind the heads of groups, a grey that survives a copier. */
  sectionFill: 'EDEDED',
} as const

/** 副本, 遮盖件 in the upper left corner of page 1, clear of everything else. Not in the standard. */
export const STAMP = { top: 10, width: 60, size: SIZES['四号'] } as const

/** The QR code: its own size and place. The standard knows none; page 1, between text and the paper's foot. */
export const CODE = {
  /** Edge in mm, quiet zone included. */
  letterSize: 13,
  /**
   * Below the type area of page 1: of a letter at the right above the second rule, else at the left, for the page
   * number stands at the right.
   */
  letterGap: 0.3,
  formSize: 18,
  slipSize: 18,
} as const
