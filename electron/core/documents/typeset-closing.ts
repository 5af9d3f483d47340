import { CLOSING, LATIN_FIGURES } from '../../../shared/documents/gbt9704.ts'
import type { Attachments, CopiesTo, Signature } from '../../../shared/documents/paper.ts'
import { cellsOf } from '../../../shared/documents/wording.ts'
import { type Para, para, textPara } from './typeset.ts'

/** Width of one character in the place where the block stands, and of the whole line; twips. */
export type Measure = { readonly character: number; readonly line: number }

/** 7.3.4: one blank line, two characters in, wrapped lines under the first character of the name. */
export function attachments({ names }: Attachments, { character }: Measure): readonly Para[] {
  const blank = Array.from({ length: CLOSING.attachmentGapLines }, () =>
    para('Normal', [], { keepNext: true }),
  )
  const label = 2 * character
  const text = label + 3 * character
  return [
    ...blank,
    ...names.map((name, at) => {
      const number = names.length === 1 ? '' : `${at + 1}.`
      const left = text + Math.round(figures(number) * character)
      const hanging = at === 0 ? left - label : left - text
      return textPara('Attachments', `${at === 0 ? '附件：' : ''}${number}${name}`, { left, hanging })
    }),
  ]
}

/** Widths of Latin figures and full stop in characters. */
function figures(text: string): number {
  let width = 0
  for (const char of text) width += char === '.' ? LATIN_FIGURES.stop : LATIN_FIGURES.digit
  return width
}

/** 7.3.5: with a seal the organ stands centred over the date, without one the date follows it two characters in. */
export function signature(
  { organ, date, sealed }: Signature,
  measure: Measure,
  noted: boolean,
): readonly Para[] {
  const { character } = measure
  const gap = sealed ? CLOSING.sealedGapLines : CLOSING.plainGapLines
  const blank = Array.from({ length: gap }, () => para('Normal', [], { keepNext: true }))
  const room = measure.line / character
  const places = sealed ? sealedPlaces(organ, date, room) : plainPlaces(organ, date)
  const right = (count: number): number => Math.round(Math.max(count, 0) * character)
  return [
    ...blank,
    textPara('SignatureLine', organ, { right: right(places.organ) }),
    textPara('SignatureLine', date, { right: right(places.date), keepNext: noted }),
  ]
}

type Places = { readonly organ: number; readonly date: number }

/** Right indents in characters. Only an organ too long to be centred over the date moves it. */
function sealedPlaces(organ: string, date: string, room: number): Places {
  const overhang = (Math.min(cellsOf(organ), room) - cellsOf(date)) / 2
  const right = Math.max(CLOSING.sealedDateRight, overhang)
  return { organ: right - overhang, date: right }
}

function plainPlaces(organ: string, date: string): Places {
  const start = CLOSING.plainOrganRight + cellsOf(organ) - CLOSING.plainDateShift
  const dateRight = start - cellsOf(date)
  if (dateRight >= CLOSING.plainOrganRight) return { organ: CLOSING.plainOrganRight, date: dateRight }
  const moved = CLOSING.plainOrganRight + cellsOf(date) + CLOSING.plainDateShift - cellsOf(organ)
  return { organ: moved, date: CLOSING.plainOrganRight }
}

/** 抄送 in one paragraph, wrapped lines under the first unit (7.4). */
export function copiesTo({ units }: CopiesTo): Para {
  const character = CLOSING.imprintSize * 20
  return textPara('CopiesTo', `抄送：${units.join('，')}。`, { left: 4 * character, hanging: 3 * character })
}
