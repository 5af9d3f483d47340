import {
  CHARACTER_TWIPS,
  CODE,
  characterTop,
  GRID,
  HEAD,
  LETTER,
  organLine,
  PAGE,
  twips,
} from '../../../shared/documents/gbt9704.ts'
import type { Block, Letterhead, Signatory } from '../../../shared/documents/paper.ts'
import { markLines, organSetting } from '../../../shared/documents/places.ts'
import { brokenLines, type Element, PAGE_CODE, type Para, type Piece, para, textPara } from './typeset.ts'

/** Lower edge of a line's characters above the lower edge of the line itself. */
const BELOW_CHARACTERS = GRID.lineTwips - characterTop(GRID.lineTwips, GRID.bodySize) - GRID.bodySize * 20

/**
 * The head of a document's or of minutes' first page (7.2, 10.3), in the order of the text: lines of exact height put
 * the organ's name where it belongs, and nothing can come to stand beside a frame.
 */
export function documentHead(blocks: readonly Block[]): readonly Element[] {
  const number = blocks.find((block) => block.kind === 'documentNumber')
  const signatory = blocks.find((block) => block.kind === 'signatory')
  const issuer = blocks.find((block) => block.kind === 'issuer')
  return [
    ...markLines(blocks).map((text) => textPara('Mark', text, KEPT)),
    organ(blocks),
    ...blank(HEAD.numberGapLines),
    ...(number === undefined && signatory === undefined ? [] : [numberLine(number?.text ?? '', signatory)]),
    ...(issuer === undefined ? [] : [bothSides({ text: issuer.organ }, [{ text: issuer.date }])]),
    para('RedRule', [], { line: twips(HEAD.ruleGap) - BELOW_CHARACTERS, under: HEAD.rule }),
  ]
}

const KEPT = { keepNext: true } as const

function organ(blocks: readonly Block[]): Para {
  const head = blocks.find((block): block is Letterhead => block.kind === 'letterhead')
  const { lines, size } = organSetting(head?.organ ?? '')
  const line = organLine(size)
  const before = twips(HEAD.organTop) - HEAD.markLines * GRID.lineTwips - characterTop(line, size)
  return para('Organ', brokenLines(lines), { ...(size === LETTER.organSize ? {} : { size }), line, before })
}

/** 7.2.5: centred; of an upward document at the left, on one line with 签发人 at the right (7.2.6). */
function numberLine(number: string, signatory: Signatory | undefined): Para {
  if (signatory === undefined) return textPara('DocumentNumber', number, { align: 'center' })
  const name: Piece =
    signatory.name === '' ? { blank: HEAD.signatoryBlank } : { text: signatory.name, face: 'kai' }
  return bothSides({ text: number }, [{ text: '签发人：' }, name])
}

/** One line from the left indent to the right one. */
function bothSides(left: Piece, right: readonly Piece[]): Para {
  const indent = HEAD.upwardIndent * CHARACTER_TWIPS
  return para('DocumentNumber', [left, { sign: 'tab' }, ...right], {
    align: 'left',
    left: indent,
    rightTab: twips(PAGE.textWidth) - indent,
  })
}

/** The lines between the red rule and the title; the code hangs in the first of them. */
export function documentTitleGap(code: string | null): readonly Para[] {
  const at = { x: PAGE.left, y: PAGE.height - PAGE.bottom + CODE.letterGap }
  return Array.from({ length: LETTER.titleGapLines }, (_, line) =>
    para(
      'Normal',
      line === 0 && code !== null ? [{ code: { drawing: PAGE_CODE, size: CODE.letterSize, at } }] : [],
    ),
  )
}

function blank(lines: number): readonly Para[] {
  return Array.from({ length: lines }, () => para('Normal', []))
}
