import type { CSSProperties } from 'react'
import {
  CHARACTER_TWIPS,
  COLOURS,
  FONTS,
  FORM,
  GRID,
  HEAD,
  IMPRINT,
  LATIN_FONT,
  LETTER,
  mmOfPoints,
  PAGE,
  PAGE_NUMBER,
  SLIP,
  TEXT_TABLE,
} from '../../../shared/documents/gbt9704.ts'
import type { Block, Face, PaperFormat } from '../../../shared/documents/paper.ts'
import { markLines, organSetting } from '../../../shared/documents/places.ts'

const TWIPS_PER_POINT = 20
const LINE_MM = mmOfPoints(GRID.linePitchTwips / TWIPS_PER_POINT)

/** Between the columns that are the pages, so that no line drawn at the edge of one shows on the next. */
export const PAGE_GAP = 10

/** Where the text of a page stands, in millimetres from the paper's edges. */
export type TextArea = {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

export function textArea(format: PaperFormat): TextArea {
  if (format !== 'form') {
    return { top: PAGE.top, left: PAGE.left, width: PAGE.textWidth, height: PAGE.textHeight }
  }
  const height = PAGE.height - FORM.top - FORM.bottom
  return { top: FORM.top, left: FORM.left, width: FORM.textWidth, height }
}

/** How many pages a flow takes that is so many times as wide as one of them, `width` millimetres. */
export function pagesOf(times: number, width: number): number {
  return Math.max(1, Math.round((times * width + PAGE_GAP) / (width + PAGE_GAP)))
}

/** The head of a letter's first page, in millimetres from the upper edge of the paper. */
export type LetterHead = {
  readonly organTop: number
  readonly ruleTop: number
  readonly itemTop: number
  /** Height kept free in the type area, so that the title comes two lines below the last item (10.1). */
  readonly reserved: number
}

export function letterHead(organ: string, itemLines: number): LetterHead {
  const { lines, size } = organSetting(organ)
  const ruleTop = LETTER.organTop + organHeight(lines.length, size) + LETTER.ruleGap
  const ruleHeight = mmOfPoints(LETTER.ruleThick + LETTER.ruleSpace + LETTER.ruleThin)
  // The browser sets a character in the middle of its line; the distance is measured to the character.
  const itemTop =
    ruleTop + ruleHeight + mmOfPoints(LETTER.itemGap) - (LINE_MM - mmOfPoints(GRID.bodySize)) / 2
  const itemsEnd = itemTop + Math.max(1, itemLines) * LINE_MM
  const reserved = itemsEnd + LETTER.titleGapLines * LINE_MM - PAGE.top
  return { organTop: LETTER.organTop, ruleTop, itemTop, reserved: Math.max(0, reserved) }
}

/** From the upper edge of the first line's characters to the lower edge of the last one's. */
function organHeight(lines: number, points: number): number {
  return mmOfPoints(points * (1 + (lines - 1) * HEAD.organLine))
}

/** The head of a document's or of minutes' first page, in millimetres from the upper edge of the type area. */
export type DocumentHead = {
  readonly marks: readonly string[]
  readonly organTop: number
  readonly numberTop: number
  readonly issuerTop: number
  readonly ruleTop: number
  /** Height kept free in the type area, two lines below the rule included (7.3.1). */
  readonly reserved: number
}

export function documentHead(blocks: readonly Block[]): DocumentHead {
  const organ = blocks.find((block) => block.kind === 'letterhead')?.organ ?? ''
  const { lines, size } = organSetting(organ)
  const has = (...kinds: readonly Block['kind'][]) => blocks.some(({ kind }) => kinds.includes(kind))
  const organEnd = HEAD.organTop + organHeight(lines.length, size)
  const numberTop = organEnd + HEAD.numberGapLines * LINE_MM
  const issuerTop = numberTop + (has('documentNumber', 'signatory') ? LINE_MM : 0)
  const end = issuerTop + (has('issuer') ? LINE_MM : 0)
  // The distance is measured from the characters, which stand in the middle of their line.
  const ruleTop = end - (LINE_MM - mmOfPoints(GRID.bodySize)) / 2 + HEAD.ruleGap
  return {
    marks: markLines(blocks),
    organTop: HEAD.organTop,
    numberTop,
    issuerTop,
    ruleTop,
    reserved: ruleTop + LETTER.titleGapLines * LINE_MM,
  }
}

/** Millimetres to the upper edge of its characters; the browser sets those in the middle of their line. */
export function organPlace(top: number, size: number): CSSProperties {
  const above = ((HEAD.organLine - 1) * size) / 2
  return { top: `calc(${mm(top)} - ${pt(above)})`, fontSize: pt(size), lineHeight: HEAD.organLine }
}

/** These have their place on the paper; everything else flows down the pages. */
export function isHeadItem(block: Block): boolean {
  return ['letterhead', 'documentNumber', 'mark', 'signatory', 'issuer'].includes(block.kind)
}

/** Stacks of fonts by role, each measure of the layout as a custom property for the style sheet. */
export function paperVariables(format: PaperFormat): CSSProperties {
  const area = textArea(format)
  const text = format !== 'form'
  return variables({
    '--page-width': mm(PAGE.width),
    '--page-height': mm(PAGE.height),
    '--area-top': mm(area.top),
    '--area-left': mm(area.left),
    '--area-width': mm(area.width),
    '--area-height': mm(area.height),
    '--page-gap': mm(PAGE_GAP),
    '--text-size': pt(text ? GRID.bodySize : FORM.textSize),
    '--line': pt((text ? GRID.linePitchTwips : FORM.lineTwips) / TWIPS_PER_POINT),
    '--spacing': pt(text ? GRID.characterSpacingTwips / TWIPS_PER_POINT : 0),
    '--character': pt(text ? CHARACTER_TWIPS / TWIPS_PER_POINT : FORM.textSize),
    '--title-size': pt(text ? LETTER.titleSize : FORM.titleSize),
    '--title-line': pt((text ? LETTER.titleLineTwips : FORM.titleLineTwips) / TWIPS_PER_POINT),
    '--table-size': pt(FORM.textSize),
    '--table-line': pt(FORM.lineTwips / TWIPS_PER_POINT),
    '--label-size': pt(FORM.labelSize),
    '--caption-size': pt(FORM.captionSize),
    '--remark-size': pt(FORM.remarkSize),
    '--cell-padding': mm(FORM.cellPadding),
    '--cell-padding-above': mm(FORM.cellPaddingAbove),
    '--dense-size': pt(FORM.denseSize),
    '--dense-line': pt(FORM.denseLineTwips / TWIPS_PER_POINT),
    '--section-fill': `#${FORM.sectionFill}`,
    '--red': `#${COLOURS.red}`,
    '--title-after': pt(FORM.titleAfter / TWIPS_PER_POINT),
    '--caption-after': pt(FORM.captionAfter / TWIPS_PER_POINT),
    '--remark-line': pt(FORM.remarkLineTwips / TWIPS_PER_POINT),
    '--remarks-before': pt(FORM.remarksBefore / TWIPS_PER_POINT),
    '--signature-line': pt((text ? GRID.linePitchTwips : FORM.signatureLineTwips) / TWIPS_PER_POINT),
    '--frame': pt(FORM.frameEighths / 8),
    '--rule': pt(FORM.lineEighths / 8),
    '--rule-length': mm(LETTER.ruleLength),
    '--rule-thick': pt(LETTER.ruleThick),
    '--rule-space': pt(LETTER.ruleSpace),
    '--rule-thin': pt(LETTER.ruleThin),
    '--foot-rule': mm(LETTER.footRule),
    '--imprint-size': pt(IMPRINT.size),
    '--imprint-line': pt(IMPRINT.lineTwips / TWIPS_PER_POINT),
    '--imprint-edge': mm(IMPRINT.edge),
    '--imprint-inner': mm(IMPRINT.inner),
    '--head-rule': pt(HEAD.rule),
    '--slip-title': pt(SLIP.titleSize),
    '--slip-text': pt(SLIP.textSize),
    '--slip-hint': pt(SLIP.hintSize),
    '--slip-line': pt(SLIP.lineTwips / TWIPS_PER_POINT),
    '--slip-field': mm(SLIP.fieldHeight),
    '--slip-label': pt(SLIP.labelSize),
    '--slip-title-line': pt(SLIP.titleLineTwips / TWIPS_PER_POINT),
    '--slip-hint-line': pt(SLIP.hintLineTwips / TWIPS_PER_POINT),
    '--slip-field-gap': mm(SLIP.fieldGap),
    '--slip-above': pt(SLIP.gapAbove),
    '--slip-code-gap': mm(SLIP.codeGap),
    '--corner-top': mm(FORM.cornerTop),
    '--table-gap': pt(FORM.tableGap),
    '--table-above': text ? pt(TEXT_TABLE.gap) : '0',
    '--form-number-bottom': mm(FORM.footerBottom),
    '--form-number-size': pt(FORM.pageNumberSize),
    '--number-size': pt(PAGE_NUMBER.size),
    '--number-below': mm(PAGE_NUMBER.below),
    '--font-fangsong': fontStack('fangsong'),
    '--font-kai': fontStack('kai'),
    '--font-hei': fontStack('hei'),
    '--font-biaosong': fontStack('biaosong'),
    '--font-song': fontStack('song'),
  })
}

function fontStack(face: Face): string {
  const { name, standIns } = FONTS[face]
  return [LATIN_FONT, name, ...standIns].map((family) => `"${family}"`).join(', ')
}

export function mm(length: number): string {
  return `${length}mm`
}

export function pt(size: number): string {
  return `${size}pt`
}

/** React's style type has no room for custom properties; the browser does. */
export function variables(values: Readonly<Record<`--${string}`, string>>): CSSProperties {
  return values
}
