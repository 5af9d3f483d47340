import { hideSecrets } from './hide-secrets.ts'

/** Masks are laid over what is shown or printed; what is stored stays whole (design: 张*明, 370102********1234, 138****5678). */

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** Nearly every name is of these alone, each a character of its own; finding that out is far cheaper. */
const PLAIN = /^[\p{Script=Han}\p{ASCII}·]*$/u

/** What a reader sees as one character: rare names come with variation selectors and beyond the BMP. */
function charactersOf(text: string): readonly string[] {
  return PLAIN.test(text) ? Array.from(text) : Array.from(GRAPHEMES.segment(text), (part) => part.segment)
}

const NAME_SEPARATOR = /^[·•‧・\s.\-’']$/u

/**
 * First and last character stay, what is between becomes one star each. Dots and spaces within long names stay.
 * A name of two characters keeps its first, a name of one keeps nothing.
 */
export function maskName(name: string): string {
  const characters = charactersOf(name.trim())
  if (characters.length <= 1) return '*'.repeat(characters.length)
  const keepsLast = characters.filter((char) => !NAME_SEPARATOR.test(char)).length > 2
  return characters
    .map((char, at) => {
      const kept = at === 0 || (keepsLast && at === characters.length - 1) || NAME_SEPARATOR.test(char)
      return kept ? char : '*'
    })
    .join('')
}

/** 买买提 and 艾力 of 买买提·艾力: people are called by a part of a long name too. Short Latin parts are words of their own. */
export function partsOfName(name: string): readonly string[] {
  const parts = name
    .trim()
    .split(/[\s·•‧・∙⋅᛫⸱●.．]+/u)
    .filter((part) => Array.from(part).length >= (/^[\p{Script=Latin}\p{M}'’-]*$/u.test(part) ? 4 : 2))
  return parts.length === 1 && parts[0] === name.trim() ? [] : parts
}

/** Six in front and four at the end of a resident identity number; shorter papers keep two and two, never half of them. */
export function maskIdNumber(number: string): string {
  const characters = charactersOf(number.trim())
  const [front, back] = characters.length >= 15 ? [6, 4] : characters.length >= 8 ? [2, 2] : [0, 0]
  return characters.map((char, at) => (at < front || at >= characters.length - back ? char : '*')).join('')
}

/** The last four digits stay, the four before them go; area codes and country codes stay readable. */
export function maskPhone(phone: string): string {
  return phone
    .trim()
    .split(/([、，,;；/或]+)/u)
    .map((part) => maskOnePhone(part))
    .join('')
}

function maskOnePhone(phone: string): string {
  const digits = phone.replace(/\D/gu, '').length
  let left = digits
  return phone.replace(/\d/gu, (digit) => {
    left -= 1
    return digits < 7 || (left >= 4 && left < 8) ? '*' : digit
  })
}

/** Student and staff numbers, query codes: two at either end. */
export function maskCode(code: string): string {
  const characters = charactersOf(code.trim())
  const kept = characters.length >= 8 ? 2 : characters.length >= 5 ? 1 : 0
  return characters.map((char, at) => (at < kept || at >= characters.length - kept ? char : '*')).join('')
}

export function maskEmail(email: string): string {
  const at = email.indexOf('@')
  if (at <= 0) return '*'.repeat(Math.min(email.length, 6))
  return `${charactersOf(email)[0] ?? ''}***${email.slice(at)}`
}

/** An address to its street or village; what follows is the door. */
export function maskAddress(address: string): string {
  const trimmed = address.trim()
  const street = /^.*?(?:路|街|巷|大道|镇|乡|村|街道)/u.exec(trimmed)?.[0]
  if (street !== undefined && street.length < trimmed.length) return `${street}***`
  return trimmed === '' ? '' : `${charactersOf(trimmed).slice(0, 6).join('')}***`
}

/** The address without province, city and district: how people write it among each other. */
export function partsOfAddress(address: string): readonly string[] {
  const parts = address.trim().split(/(?<=[省市区县镇乡])/u)
  return parts
    .slice(1)
    .map((_, at) => parts.slice(at + 1).join(''))
    .filter((text) => Array.from(text).length >= 4)
}

/** What stands in the place of a petitioner who asked for confidence: `一名学生`, `6名学生`. */
export function hiddenPetitioner(identity: string, people: number = 1): string {
  const noun = identity.trim() === '' ? '来访人' : identity.trim()
  return people > 1 ? `${people}名${noun}` : `一名${noun}`
}

export type HiddenOne = { readonly name: string | null; readonly secrets: readonly string[] }

/** Typed text without the petitioner's own name and numbers, for papers that must not give them away. */
export function hidePetitioner(text: string, person: HiddenOne): string {
  return hidePeople(text, [person])
}

/** Of several at once: the longer name goes first, or 张明 would leave the 华 of 张明华 standing. */
export function hidePeople(text: string, people: readonly HiddenOne[]): string {
  return hideSecrets(
    text,
    people.flatMap(({ name, secrets }) => [
      ...secrets.filter(isTelling).map((secret) => ({ text: secret, by: '（略）', number: true })),
      ...(name === null ? [] : [name, ...partsOfName(name)].map((text) => ({ text, by: '反映人' }))),
    ]),
  )
}

/** Four figures are any year; a college is known by three characters. */
function isTelling(secret: string): boolean {
  const { length } = Array.from(secret.trim())
  return length >= (/\p{Script=Han}/u.test(secret) ? 3 : 5)
}
