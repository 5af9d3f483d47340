import { eighths, IMPRINT, PAGE, twips } from '../../../shared/documents/gbt9704.ts'
import type { CopiesTo, Imprint } from '../../../shared/documents/paper.ts'
import { imprintHeight, printedLines, standsAtFoot } from '../../../shared/documents/places.ts'
import { type Para, type Piece, para, textPara } from './typeset.ts'

const CHARACTER = IMPRINT.size * 20
const INDENT = IMPRINT.indentCharacters * CHARACTER

/**
 * 版记 at the foot of the last page (7.4). A line as high as the 版记 ends the text: it finds room or goes to the next
 * page, and takes along the box that stands at the foot of its page. Nothing can come to stand beneath the box.
 */
export function imprint(block: Imprint | CopiesTo, drawing: number): readonly Para[] {
  if (!standsAtFoot(block)) return paras(block)
  const height = imprintHeight(block)
  return [para('ImprintRoom', [{ box: { drawing, height, paras: paras(block) } }], { line: height })]
}

function paras(block: Imprint | CopiesTo): readonly Para[] {
  if (block.kind === 'copiesTo') return [copies(block.units)]
  const { copiesTo } = block
  return [
    rule(IMPRINT.edge),
    ...(copiesTo.length === 0 ? [] : [copies(copiesTo), rule(IMPRINT.inner)]),
    printed(block),
    rule(IMPRINT.edge),
  ]
}

/** The day at the right of the name's line, or of the line below a long one. */
function printed(block: Imprint): Para {
  const long = printedLines(block) > 1
  const below: readonly Piece[] = long ? [{ sign: 'break' }] : []
  return para('Imprint', [{ text: block.organ }, ...below, { sign: 'tab' }, { text: `${block.date}印发` }], {
    left: INDENT,
    ...(long ? { right: INDENT } : {}),
    rightTab: twips(PAGE.textWidth) - INDENT,
  })
}

/** Wrapped lines stand under the first unit (7.4.2). */
function copies(units: readonly string[]): Para {
  return textPara('Imprint', copiesWords(units), {
    left: INDENT + 3 * CHARACTER,
    hanging: 3 * CHARACTER,
    right: INDENT,
  })
}

function copiesWords(units: readonly string[]): string {
  return `抄送：${units.join('，')}。`
}

function rule(mm: number): Para {
  return para('ImprintRule', [], { under: eighths(mm) / 8 })
}

/** 抄送 of a letter above its slip: the foot of the page is cut off. */
export function copiesAboveSlip({ units }: CopiesTo): Para {
  return copies(units)
}
