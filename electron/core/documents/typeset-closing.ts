import { ATTENDANCE, CLOSING, LATIN_FIGURES } from '../../../shared/documents/gbt9704.ts'
import type { Attachments, Attendance, Signature } from '../../../shared/documents/paper.ts'
import { signaturePlaces } from '../../../shared/documents/places.ts'
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

/** 7.3.5. What follows the date, such as 附注, stays on its page. */
export function signature(block: Signature, { character, line }: Measure, noted: boolean): readonly Para[] {
  const gap = block.sealed ? CLOSING.sealedGapLines : CLOSING.plainGapLines
  const blank = Array.from({ length: gap }, () => para('Normal', [], { keepNext: true }))
  const places = signaturePlaces(block, line / character)
  return [
    ...blank,
    textPara('SignatureLine', block.organ, { right: Math.round(places.organ * character) }),
    textPara('SignatureLine', block.date, { right: Math.round(places.date * character), keepNext: noted }),
  ]
}

/** 10.3: one blank line, 出席 two characters in, wrapped lines under the first character of the names. */
export function attendance(
  { label, names }: Attendance,
  { character }: Measure,
  place: { readonly first: boolean; readonly last: boolean },
): readonly Para[] {
  const hanging = (Array.from(label).length + 1) * character
  const gap = place.first ? ATTENDANCE.gapLines : 0
  const keep = place.last ? {} : { keepNext: true }
  return [
    ...Array.from({ length: gap }, () => para('Normal', [], { keepNext: true })),
    para('Attendance', [{ text: `${label}：`, face: 'hei' }, { text: names }], {
      left: ATTENDANCE.indent * character + hanging,
      hanging,
      ...keep,
    }),
  ]
}
