import { type Cut, cutOut } from '../rules/hide-secrets.ts'
import { maskCode, maskEmail, maskIdNumber, maskPhone } from '../rules/masks.ts'
import type { RedactionLevel } from './redact.ts'

/** What people put between the figures of a number. */
const GAP = String.raw`[\s.·_\p{Pd}]{0,3}`
/** 微信号：, 学号为: what follows is read as what the word says, for it has no shape of its own. */
const CALLED = (words: string) =>
  String.raw`(?<=(?:${words})(?:号码?|账号|帐号)?\s{0,3}[:为是]?\s{0,3})(?<![A-Za-z0-9])`

/** What was typed freely and looks like a way to somebody; whose it is nobody knows. */
const OF_PERSONS: readonly { readonly shape: RegExp; readonly mask: (text: string) => string }[] = [
  {
    shape: new RegExp(String.raw`(?<!\d)[1-9](?:${GAP}\d){16}${GAP}[\dXx](?![\dXx])`, 'gu'),
    mask: (text) => maskIdNumber(tight(text)),
  },
  {
    shape: new RegExp(String.raw`(?<!\d)(?:(?:\+|00)?86${GAP})?1${GAP}[3-9](?:${GAP}\d){9}(?!\d)`, 'gu'),
    mask: maskPhone,
  },
  // From the beginning of a word alone: from every letter of an endless one it would take for ever.
  { shape: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, mask: maskEmail },
  {
    shape: new RegExp(`${CALLED('微信|WeChat|weixin|VX|QQ')}[A-Za-z0-9][\\w-]{4,19}`, 'giu'),
    mask: maskCode,
  },
  {
    shape: new RegExp(
      String.raw`${CALLED('学|工|学工|教工|校园卡|一卡通|护照|通行证')}[A-Za-z]{0,4}\d(?:[\s-]?\d){3,17}`,
      'gu',
    ),
    mask: (text) => maskCode(tight(text)),
  },
]
/** May be a unit's as well. */
const LANDLINE = {
  shape: new RegExp(String.raw`(?<!\d)\(?0\d{2,3}\)?${GAP}\d{3,4}${GAP}\d{4}(?!\d)`, 'gu'),
  mask: maskPhone,
}
const SHAPES = [...OF_PERSONS, LANDLINE]

/** 信访编号 and 登记编号 of any case, also of an earlier one this repeats. */
const CASE = /[A-Z][A-Z0-9]{1,3}-\d{4}-(?:L\d{5,9}|\d{5,9}-[0-9A-Z])/gu

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
  return text.replaceAll(/[\s.·_\p{Pd}]/gu, '')
}

/** Full-width figures, letters and signs one for one, so that places stay the same. */
function halfWidth(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
}
