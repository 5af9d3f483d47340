import { CLOSING, COLOURS, FORM, GRID, LETTER, PAGE_NUMBER, SLIP } from '../../../shared/documents/gbt9704.ts'
import type { Face, PaperFormat } from '../../../shared/documents/paper.ts'

export type StyleId =
  | 'Normal'
  | 'BodyText'
  | 'Organ'
  | 'DocumentNumber'
  | 'Mark'
  | 'Rule'
  | 'PaperTitle'
  | 'Addressee'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Heading4'
  | 'Attachments'
  | 'SignatureLine'
  | 'PaperNote'
  | 'CopiesTo'
  | 'Caption'
  | 'CellLabel'
  | 'CellText'
  | 'CellSection'
  | 'DenseLabel'
  | 'DenseText'
  | 'DenseSection'
  | 'Remarks'
  | 'SlipHint'
  | 'SlipTitle'
  | 'SlipText'
  | 'SlipLabel'
  | 'PageNumber'

/** A named paragraph style of the document: clerks find it in Word's list under its Chinese name. */
export type Style = {
  readonly name: string
  readonly face: Face
  /** Points. */
  readonly size: number
  /** Exact line height in twips. */
  readonly line: number
  readonly align: 'both' | 'left' | 'center' | 'right'
  readonly colour?: string
  /** Twips added to every character. */
  readonly characterSpacing?: number
  readonly left?: number
  readonly right?: number
  /** Two characters, written as characters and as twips. */
  readonly indented?: boolean
  readonly before?: number
  readonly after?: number
  readonly keepNext?: boolean
}

const { characterSpacingTwips, lineTwips } = GRID
const body = { size: GRID.bodySize, line: lineTwips, characterSpacing: characterSpacingTwips }

/** 信函格式: 三号仿宋, 22 lines of 28 characters. */
const LETTER_STYLES: Readonly<Partial<Record<StyleId, Style>>> = {
  Normal: { name: 'Normal', face: 'fangsong', align: 'both', ...body },
  BodyText: { name: '公文正文', face: 'fangsong', align: 'both', ...body, indented: true },
  Organ: {
    name: '发文机关标志',
    face: 'biaosong',
    size: LETTER.organSize,
    line: LETTER.organSize * 20,
    align: 'center',
    colour: COLOURS.red,
  },
  DocumentNumber: { name: '发文字号', face: 'fangsong', align: 'right', ...body },
  Mark: { name: '密级和紧急程度', face: 'hei', align: 'left', ...body },
  Rule: { name: '红色双线', face: 'song', size: 1, line: LETTER.ruleSpace * 20, align: 'center' },
  PaperTitle: {
    name: '公文标题',
    face: 'biaosong',
    size: LETTER.titleSize,
    line: LETTER.titleLineTwips,
    align: 'center',
    keepNext: true,
  },
  Addressee: { name: '主送机关', face: 'fangsong', align: 'left', ...body, keepNext: true },
  Heading1: { name: 'heading 1', face: 'hei', align: 'both', ...body, indented: true, keepNext: true },
  Heading2: { name: 'heading 2', face: 'kai', align: 'both', ...body, indented: true, keepNext: true },
  Heading3: { name: 'heading 3', face: 'fangsong', align: 'both', ...body, indented: true },
  Heading4: { name: 'heading 4', face: 'fangsong', align: 'both', ...body, indented: true },
  Attachments: { name: '附件说明', face: 'fangsong', align: 'left', ...body, keepNext: true },
  SignatureLine: { name: '署名和日期', face: 'fangsong', align: 'right', ...body, keepNext: true },
  PaperNote: { name: '附注', face: 'fangsong', align: 'both', ...body, indented: true },
  CopiesTo: {
    name: '抄送',
    face: 'fangsong',
    size: CLOSING.imprintSize,
    line: lineTwips,
    align: 'both',
    left: CLOSING.imprintSize * 20,
    right: CLOSING.imprintSize * 20,
  },
  PageNumber: {
    name: '页码',
    face: 'song',
    size: PAGE_NUMBER.size,
    line: PAGE_NUMBER.size * 20,
    align: 'left',
  },
}

const dense = { size: FORM.denseSize, line: FORM.denseLineTwips }

/** 表单: 小四仿宋 in a ruled table. */
const FORM_STYLES: Readonly<Partial<Record<StyleId, Style>>> = {
  Normal: { name: 'Normal', face: 'fangsong', size: FORM.textSize, line: FORM.lineTwips, align: 'both' },
  BodyText: {
    name: '公文正文',
    face: 'fangsong',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'both',
    indented: true,
  },
  Mark: { name: '密级和紧急程度', face: 'hei', size: FORM.textSize, line: FORM.lineTwips, align: 'left' },
  Heading1: {
    name: 'heading 1',
    face: 'hei',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'both',
    indented: true,
    before: FORM.headingBefore,
    keepNext: true,
  },
  Heading2: {
    name: 'heading 2',
    face: 'kai',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'both',
    indented: true,
    before: FORM.headingBefore,
    keepNext: true,
  },
  PaperTitle: {
    name: '表单标题',
    face: 'biaosong',
    size: FORM.titleSize,
    line: FORM.titleLineTwips,
    align: 'center',
    after: FORM.titleAfter,
    keepNext: true,
  },
  Caption: {
    name: '表单编号',
    face: 'fangsong',
    size: FORM.captionSize,
    line: FORM.lineTwips,
    align: 'left',
    after: FORM.captionAfter,
    keepNext: true,
  },
  CellLabel: { name: '栏目', face: 'hei', size: FORM.labelSize, line: FORM.lineTwips, align: 'center' },
  CellText: { name: '栏目内容', face: 'fangsong', size: FORM.textSize, line: FORM.lineTwips, align: 'left' },
  CellSection: {
    name: '栏目组',
    face: 'hei',
    size: FORM.labelSize,
    line: FORM.lineTwips,
    align: 'left',
    keepNext: true,
  },
  DenseLabel: { name: '栏目（密）', face: 'hei', ...dense, align: 'center' },
  DenseText: { name: '栏目内容（密）', face: 'fangsong', ...dense, align: 'left' },
  DenseSection: { name: '栏目组（密）', face: 'hei', ...dense, align: 'left', keepNext: true },
  Remarks: {
    name: '说明',
    face: 'fangsong',
    size: FORM.remarkSize,
    line: FORM.remarkLineTwips,
    align: 'both',
  },
  SignatureLine: {
    name: '署名和日期',
    face: 'fangsong',
    size: FORM.textSize,
    line: FORM.signatureLineTwips,
    align: 'right',
    keepNext: true,
  },
  PageNumber: {
    name: '页码',
    face: 'song',
    size: FORM.pageNumberSize,
    line: FORM.lineTwips,
    align: 'center',
  },
}

/** The tear-off slip looks alike in every format. */
const SLIP_STYLES: Readonly<Partial<Record<StyleId, Style>>> = {
  SlipHint: {
    name: '裁切线',
    face: 'fangsong',
    size: SLIP.hintSize,
    line: SLIP.hintLineTwips,
    align: 'center',
  },
  SlipTitle: {
    name: '回执标题',
    face: 'biaosong',
    size: SLIP.titleSize,
    line: SLIP.titleLineTwips,
    align: 'center',
  },
  SlipText: { name: '回执正文', face: 'fangsong', size: SLIP.textSize, line: SLIP.lineTwips, align: 'both' },
  SlipLabel: {
    name: '回执栏目',
    face: 'fangsong',
    size: SLIP.labelSize,
    line: SLIP.lineTwips,
    align: 'left',
  },
}

export function stylesOf(format: PaperFormat): Readonly<Partial<Record<StyleId, Style>>> {
  return { ...(format === 'letter' ? LETTER_STYLES : FORM_STYLES), ...SLIP_STYLES }
}

/** Two characters of the style's own size, for readers that know no character units. */
export function firstLineTwips(style: Style): number {
  return 2 * (style.size * 20 + (style.characterSpacing ?? 0))
}
