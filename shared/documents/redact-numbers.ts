import { type Cut, cutOut } from '../rules/hide-secrets.ts'
import { maskCode, maskEmail, maskIdNumber, maskPhone } from '../rules/masks.ts'
import type { RedactionLevel } from './redact.ts'

/** What was typed freely and looks like a way to somebody; whose it is nobody knows. */
const OF_PERSONS: readonly { readonly shape: RegExp; readonly mask: (text: string) => string }[] = [
  {
    shape: /(?<!\d)[1-9](?:[\s-]?\d){16}[\s-]?[\dXx](?![\dXx])/gu,
    mask: (text) => maskIdNumber(tight(text)),
  },
  { shape: /(?<!\d)1[\s-]?[3-9](?:[\s-]?\d){9}(?!\d)/gu, mask: maskPhone },
  { shape: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, mask: maskEmail },
]
/** May be a unit's as well. */
const LANDLINE = { shape: /(?<!\d)\(?0\d{2,3}\)?[\s-]?\d{7,8}(?!\d)/gu, mask: maskPhone }
const SHAPES = [...OF_PERSONS, LANDLINE]

/** 信访编号 and 登记编号 of any case, also of an earlier one this repeats. */
const CASE = /[A-Z][A-Z0-9]{1,3}-\d{4}-(?:L\d{5,}|\d{5,}-[0-9A-Z])/gu

/** Typed text without mobiles, identity numbers and e-mail, whoever's they are. */
export function withoutPersonalNumbers(text: string): string {
  return cutOut([text], cutsOf(text, OF_PERSONS, 'accused'))[0] ?? text
}

/** Their places in the text, none over another. */
export function numberCuts(text: string, level: RedactionLevel): readonly Cut[] {
  const shapes = level === 'accused' ? [...SHAPES, { shape: CASE, mask: maskCode }] : SHAPES
  return cutsOf(text, shapes, level)
}

function cutsOf(text: string, shapes: typeof OF_PERSONS, level: RedactionLevel): readonly Cut[] {
  const narrow = halfWidth(text)
  const found = shapes.flatMap(({ shape, mask }) =>
    Array.from(narrow.matchAll(shape), (match) => ({
      from: match.index,
      to: match.index + match[0].length,
      by: level === 'accused' ? '（略）' : mask(match[0]),
    })),
  )
  const cuts: Cut[] = []
  for (const cut of found.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (cut.from >= (cuts.at(-1)?.to ?? 0)) cuts.push(cut)
  return cuts
}

function tight(text: string): string {
  return text.replaceAll(/[\s-]/gu, '')
}

/** Full-width figures, letters and signs one for one, so that places stay the same. */
function halfWidth(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
