import { nameOf } from './field.ts'

/** `登记编号：ZX-2026-L00009` within the line below a title. */
export type CaptionPart = {
  readonly name: string
  readonly text: string
  /** What stands before the value, from the end of the part before it. */
  readonly lead: string
}

const LABELLED = /^([^：]{1,12})：(.*)$/u

export function captionParts(text: string): readonly CaptionPart[] {
  const parts: CaptionPart[] = []
  for (const piece of text.split(/(?=　+[^：　]{1,12}：)/u)) {
    const said = piece.replace(/^　+/u, '')
    const gap = piece.slice(0, piece.length - said.length)
    const labelled = LABELLED.exec(said)
    if (labelled?.[1] !== undefined && nameOf(labelled[1]) !== '')
      parts.push({ name: nameOf(labelled[1]), text: labelled[2] ?? '', lead: `${gap}${labelled[1]}：` })
    else if (said !== '') parts.push({ name: unlabelled(said), text: said, lead: gap })
  }
  return parts
}

/** What captions say without a label: a number, a day, or who issues. */
function unlabelled(text: string): string {
  if (/〔\d{4}〕/u.test(text)) return '发文字号'
  return /^\d{4}年\d{1,2}月\d{1,2}日/u.test(text) ? '填表日期' : '填表单位'
}
