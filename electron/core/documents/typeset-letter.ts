import {
  CHARACTER_TWIPS,
  CODE,
  characterTop,
  GRID,
  LETTER,
  organLine,
  PAGE,
  twips,
  twipsOfPoints,
} from '../../../shared/documents/gbt9704.ts'
import type { Block, Letterhead } from '../../../shared/documents/paper.ts'
import { organSetting } from '../../../shared/documents/places.ts'
import { cellsOf } from '../../../shared/documents/wording.ts'
import { brokenLines, type Element, type Frame, PAGE_CODE, type Para, para, textPara } from './typeset.ts'

const RULE_HEIGHT = twipsOfPoints(LETTER.ruleThick + LETTER.ruleSpace + LETTER.ruleThin)
/** Both rules and the organ's name are centred on the type area. */
const RULE_X = twips(PAGE.left + (PAGE.textWidth - LETTER.ruleLength) / 2)

/** The head of page 1: everything that has its place on the paper rather than in the text (10.1). */
export function letterHead(blocks: readonly Block[]): readonly Element[] {
  const head = blocks.find((block): block is Letterhead => block.kind === 'letterhead')
  if (head === undefined) return []
  const { lines, size } = organSetting(head.organ)
  const line = organLine(size)
  const height = line * lines.length
  const organY = twips(LETTER.organTop) - characterTop(line, size)
  const organEnd = twips(LETTER.organTop) + height - line + twipsOfPoints(size)
  const ruleY = organEnd + twips(LETTER.ruleGap)
  const itemY =
    ruleY + RULE_HEIGHT + twipsOfPoints(LETTER.itemGap) - characterTop(GRID.lineTwips, GRID.bodySize)
  return [
    para('Organ', brokenLines(lines), {
      ...(size === LETTER.organSize ? {} : { size, line }),
      frame: { x: twips(PAGE.left), y: organY, width: twips(PAGE.textWidth), height },
    }),
    rule('thickOverThin', ruleY),
    rule('thinOverThick', twips(PAGE.height - LETTER.footRule) - RULE_HEIGHT),
    ...items(blocks, itemY),
  ]
}

function rule(kind: 'thickOverThin' | 'thinOverThick', y: number): Para {
  const frame: Frame = { x: RULE_X, y, width: twips(LETTER.ruleLength), height: RULE_HEIGHT }
  return para('Rule', [], { rule: kind, frame })
}

/** Marks at the left and the number at the right of the same line. */
function items(blocks: readonly Block[], y: number): readonly Para[] {
  const marks = blocks.flatMap((block) => (block.kind === 'mark' ? [block.text] : []))
  const widest = marks.length === 0 ? 0 : Math.max(...marks.map(cellsOf)) + 1
  const half = Math.floor(twips(PAGE.textWidth) / 2)
  // A number with a long 机关代字 takes all the room the marks leave.
  const room = Math.min(half, Math.round(widest * CHARACTER_TWIPS))
  const number = blocks.find((block) => block.kind === 'documentNumber')
  const left: Frame = { x: twips(PAGE.left), y, width: room, height: GRID.lineTwips * marks.length }
  const right: Frame = {
    x: twips(PAGE.left) + room,
    y,
    width: twips(PAGE.textWidth) - room,
    height: GRID.lineTwips,
  }
  return [
    ...marks.map((mark) => textPara('Mark', mark, { frame: left })),
    ...(number === undefined ? [] : [textPara('DocumentNumber', number.text, { frame: right })]),
  ]
}

/** The lines between head and title; the code hangs in the first of them. */
export function titleGap(code: string | null): readonly Para[] {
  const x = PAGE.left + PAGE.textWidth - CODE.letterSize
  const y = PAGE.height - PAGE.bottom + CODE.letterGap
  return Array.from({ length: LETTER.titleGapLines }, (_, at) =>
    para(
      'Normal',
      at === 0 && code !== null
        ? [{ code: { drawing: PAGE_CODE, size: CODE.letterSize, at: { x, y } } }]
        : [],
    ),
  )
}
