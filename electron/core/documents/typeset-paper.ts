import {
  ANNEX,
  CHARACTER_TWIPS,
  CODE,
  FORM,
  LETTER,
  PAGE,
  SLIP,
  TEXT_TABLE,
  twips,
} from '../../../shared/documents/gbt9704.ts'
import type { Annex, Block, Paper, PaperFormat } from '../../../shared/documents/paper.ts'
import {
  brokenLines,
  type Element,
  type Look,
  PAGE_CODE,
  type Para,
  para,
  type Typeset,
  textPara,
} from './typeset.ts'
import { attachments, attendance, type Measure, signature } from './typeset-closing.ts'
import { documentHead, documentTitleGap } from './typeset-head.ts'
import { copiesAboveSlip, imprint } from './typeset-imprint.ts'
import { keptWithNext } from './typeset-keep.ts'
import { letterHead, titleGap } from './typeset-letter.ts'
import { linePara, slip, table } from './typeset-tables.ts'

const TEXT_MEASURE: Measure = { character: CHARACTER_TWIPS, line: twips(PAGE.textWidth) }
const MEASURES: Readonly<Record<PaperFormat, Measure>> = {
  document: TEXT_MEASURE,
  letter: TEXT_MEASURE,
  minutes: TEXT_MEASURE,
  form: { character: FORM.textSize * 20, line: twips(FORM.textWidth) },
}

/** Decides every place and size of a clean paper. */
export function typeset(paper: Paper): Typeset {
  return {
    format: paper.format,
    title: paper.name,
    code: paper.code,
    elements: closed([
      ...HEADS[paper.format](paper.blocks),
      ...paper.blocks.flatMap((block, at) => {
        const elements = elementsOf(paper, at)
        const closes = ['remarks', 'table'].includes(block.kind) && endsText(paper.blocks[at + 1])
        return closes ? keptWithNext(elements) : elements
      }),
    ]),
  }
}

const HEADS: Readonly<Record<PaperFormat, (blocks: readonly Block[]) => readonly Element[]>> = {
  document: documentHead,
  letter: letterHead,
  minutes: documentHead,
  form: formHead,
}

/** Word joins tables without a paragraph between them, and wants one behind the last: a tiny one, so that it never makes a page of its own. */
function closed(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element, at) => {
    const next = elements[at + 1]
    const joins = element.type === 'grid' && (next === undefined || next.type === 'grid')
    return joins ? [element, para('SlipHint', [], next === undefined ? TINY : BETWEEN)] : [element]
  })
}

const TINY = { size: 1, line: 20 } as const
const BETWEEN = { size: 1, line: FORM.tableGap * 20 } as const

/** 副本 at the upper left of a form. */
function formHead(blocks: readonly Block[]): readonly Para[] {
  const marks = blocks.flatMap((block) => (block.kind === 'mark' ? [block.text] : []))
  const frame = {
    x: twips(FORM.left),
    y: twips(FORM.cornerTop),
    width: twips(FORM.textWidth / 2),
    height: FORM.lineTwips * marks.length,
  }
  return marks.map((mark) => textPara('Mark', mark, { frame }))
}

function elementsOf(paper: Paper, at: number): readonly Element[] {
  const block = paper.blocks[at]
  const next = paper.blocks[at + 1]
  if (block === undefined) return []
  const measure = MEASURES[paper.format]
  switch (block.kind) {
    case 'letterhead':
    case 'documentNumber':
    case 'mark':
    case 'signatory':
    case 'issuer':
      return []
    case 'title':
      return title(block.lines, paper, at)
    case 'addressee':
      return [textPara('Addressee', block.text)]
    case 'paragraph':
      return [linePara('BodyText', block.line, textLook(paper, at))]
    case 'heading':
      return [textPara(HEADINGS[block.level], block.text)]
    case 'attachments':
      return attachments(block, measure)
    case 'signature':
      return signature(block, measure, next?.kind === 'note' || holdsImprint(next))
    case 'note':
      return [textPara('PaperNote', `（${block.text}）`, holdsImprint(next) ? { keepNext: true } : undefined)]
    case 'attendance':
      return attendance(block, measure, {
        first: paper.blocks[at - 1]?.kind !== 'attendance',
        last: next?.kind !== 'attendance' && !holdsImprint(next),
      })
    case 'copiesTo':
      return next?.kind === 'tearOff' ? [copiesAboveSlip(block)] : imprint(block, drawingOf(paper, at))
    case 'imprint':
      return imprint(block, drawingOf(paper, at))
    case 'annex':
      return annex(block)
    case 'caption':
      return [
        para('Caption', [{ text: block.left }, { sign: 'tab' }, { text: block.right }], {
          rightTab: measure.line,
        }),
      ]
    case 'remarks':
      return remarks(block.items)
    case 'table':
      return [...aboveTable(paper, at), table(block)]
    default:
      return [
        para('SlipHint', [], ABOVE_SLIP),
        slip(
          block,
          paper.format === 'form' ? FORM.textWidth : PAGE.textWidth,
          paper.code === null ? null : drawingOf(paper, at),
        ),
      ]
  }
}

const HEADINGS = { 1: 'Heading1', 2: 'Heading2', 3: 'Heading3', 4: 'Heading4' } as const
/** A paragraph leads over to the table below it and keeps clear of the one above it. */
function textLook({ format, blocks }: Paper, at: number): Look | undefined {
  const keeps = endsText(blocks[at + 1]) || (format === 'form' && blocks[at + 1]?.kind === 'table')
  const clear = format === 'form' && blocks[at - 1]?.kind === 'table'
  if (!keeps && !clear) return undefined
  return { ...(clear ? { before: FORM.textGap * 20 } : {}), ...(keeps ? { keepNext: true } : {}) }
}

/** No page may hold a signature alone: the last paragraph stays with what closes the paper (7.3.5.5). */
function endsText(next: Block | undefined): boolean {
  return (
    (next !== undefined && ['attachments', 'attendance', 'signature'].includes(next.kind)) ||
    holdsImprint(next)
  )
}

/** 版记 stands at the foot of a page with text on it. */
function holdsImprint(next: Block | undefined): boolean {
  return next?.kind === 'imprint' || next?.kind === 'copiesTo'
}

/** 7.3.6: on a new page 附件 at the upper left, the title on line 3; without a label the title stands there too. */
function annex({ label, title }: Annex): readonly Para[] {
  return [
    textPara('AnnexLabel', label, { newPage: true }),
    ...keptLines(ANNEX.titleGapLines),
    ...(title.length === 0 ? [] : [para('PaperTitle', brokenLines(title)), ...keptLines(ANNEX.textGapLines)]),
  ]
}

/** A line of text stands closer to a table below it than above it. */
function aboveTable({ format, blocks }: Paper, at: number): readonly Para[] {
  const before = blocks[at - 1]?.kind
  if (format === 'form')
    return before === 'paragraph'
      ? [para('SlipHint', [], { size: 1, line: FORM.textGap * 20, keepNext: true })]
      : []
  if (before === 'annex' || before === 'table') return []
  return [para('SlipHint', [], { size: 1, line: TEXT_TABLE.gap * 20, keepNext: true })]
}

function keptLines(lines: number): readonly Para[] {
  return Array.from({ length: lines }, () => para('Normal', [], { keepNext: true }))
}

const ABOVE_SLIP = { size: 1, line: SLIP.gapAbove * 20, keepNext: true } as const

function remarks(items: readonly string[]): readonly Para[] {
  const numbered = items.length > 1
  return items.map((item, at) =>
    textPara('Remarks', numbered ? `${at + 1}.${item}` : item, {
      ...(numbered ? NUMBERED : {}),
      ...(at === 0 ? { before: FORM.remarksBefore } : {}),
    }),
  )
}

/** Wrapped lines stand under the first character behind the figure. */
const NUMBERED = { left: FORM.remarkSize * 15, hanging: FORM.remarkSize * 15 } as const

/** Slips are numbered evenly and boxes oddly behind the paper's own code, so that no two drawings share a number. */
function drawingOf({ blocks }: Paper, at: number): number {
  const drawn: readonly Block['kind'][] =
    blocks[at]?.kind === 'tearOff' ? ['tearOff'] : ['imprint', 'copiesTo']
  const first = drawn.includes('tearOff') ? PAGE_CODE + 1 : PAGE_CODE + 2
  return first + 2 * blocks.slice(0, at).filter(({ kind }) => drawn.includes(kind)).length
}

/** The code stands beside the first title alone. */
function title(
  lines: readonly string[],
  { format, blocks, code: given }: Paper,
  at: number,
): readonly Para[] {
  const code = blocks.findIndex(({ kind }) => kind === 'title') === at ? given : null
  const text = brokenLines(lines)
  if (format !== 'form') {
    const gap = format === 'letter' ? titleGap(code) : documentTitleGap(code)
    return [...gap, para('PaperTitle', text), ...keptLines(LETTER.addresseeGapLines)]
  }
  const x = FORM.left + FORM.textWidth - CODE.formSize
  const spot =
    code === null ? [] : [{ code: { drawing: PAGE_CODE, size: CODE.formSize, at: { x, y: FORM.cornerTop } } }]
  return [para('PaperTitle', [...text, ...spot])]
}
