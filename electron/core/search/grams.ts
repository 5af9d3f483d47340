import { tokenSafe } from './token-safe.ts'

export type Script = 'han' | 'code' | 'other'

export type Run = { readonly script: Script; readonly text: string }

/**
 * Stretches of one script. `code` is what is typed without a Chinese input method: letters, digits and the marks
 * inside numbers, times and addresses. The supplementary ideographic planes count as a whole: an ideograph newer
 * than this runtime's tables is still one.
 */
const RUNS =
  /(?<han>[\p{Script=Han}\u{20000}-\u{3FFFD}]+)|(?<code>[\p{Script=Latin}0-9\-_.:\/@%+#]+)|(?<other>[[\p{L}\p{N}\p{M}·]--[\p{Script=Han}\u{20000}-\u{3FFFD}0-9\p{Script=Latin}]]+)/gv

export const HAN = /[\p{Script=Han}\u{20000}-\u{3FFFD}]/u
const LETTER = /\p{Script=Latin}/u
const LETTERS = /^\p{Script=Latin}+$/u
/** Without the `u` flag, so that halves of a pair are seen. */
const SURROGATE = /[\uD800-\uDFFF]/

/**
 * Which pieces of a run are indexed. A word as long as a piece is found by that piece alone; a longer one by its
 * pieces of the greatest length, and then verified; one that is no piece and has none is only verified.
 */
export type GramRule = {
  readonly sizes: readonly number[]
  readonly keeps: (piece: string) => boolean
}

const PAIRS: GramRule = { sizes: [1, 2], keeps: () => true }

const OF_TEXT: Readonly<Record<Script, GramRule>> = {
  han: PAIRS,
  /** One or two digits are in nearly every petition. */
  code: { sizes: [1, 2, 3, 4], keeps: (piece) => piece.length > 2 || LETTER.test(piece) },
  other: PAIRS,
}

/** A petition's number is kept apart, or the year that all of them hold would drown the digits of the text. */
const OF_NUMBER: GramRule = { sizes: [2, 3, 4], keeps: (piece) => !LETTERS.test(piece) }

/** All runs of the text; other punctuation, spaces and symbols are in none. */
export function runsOf(text: string): readonly Run[] {
  return Array.from(text.matchAll(RUNS), ({ groups, 0: run }) => ({ script: scriptOf(groups), text: run }))
}

/** Letters alone are no part of a petition's number: its station's code would match the initials of half the names. */
export function canBeNumber(term: string): boolean {
  const [run, ...others] = runsOf(term)
  return run?.script === 'code' && run.text === term && others.length === 0 && !LETTERS.test(term)
}

export function gramsOfText(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const { script, text: run } of runsOf(text)) {
    for (const size of OF_TEXT[script].sizes) addPieces(run, size, OF_TEXT[script], grams)
  }
  return grams
}

export function gramsOfNumber(number: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const size of OF_NUMBER.sizes) addPieces(number, size, OF_NUMBER, grams)
  return grams
}

export type Cover = {
  /** Pieces that everything with the word in it has. */
  readonly grams: readonly string[]
  /** Whether one piece is the word itself, so that having it is enough. */
  readonly exact: boolean
}

/** The pieces to look a term up by in the text. */
export function coverInText(term: string): Cover {
  const runs = runsOf(term)
  const covers = runs.map((run) => coverBy(OF_TEXT[run.script], run.text))
  return {
    grams: [...new Set(covers.flatMap((cover) => cover.grams))],
    exact: runs[0]?.text === term && covers[0]?.exact === true,
  }
}

/** The same in petitions' numbers. */
export function coverInNumber(term: string): Cover {
  return coverBy(OF_NUMBER, term)
}

function coverBy(rule: GramRule, run: string): Cover {
  const length = lengthOf(run)
  const size = rule.sizes.findLast((size) => size <= length) ?? 0
  const grams = new Set<string>()
  if (size > 0) addPieces(run, size, rule, grams)
  return { grams: [...grams], exact: size === length }
}

function addPieces(run: string, size: number, { keeps }: GramRule, into: Set<string>): void {
  const safe = tokenSafe(run)
  const characters: string | readonly string[] = SURROGATE.test(safe) ? Array.from(safe) : safe
  for (let start = 0; start + size <= characters.length; start += 1) {
    const piece = characters.slice(start, start + size)
    const text = typeof piece === 'string' ? piece : piece.join('')
    if (keeps(text)) into.add(text)
  }
}

function lengthOf(run: string): number {
  return SURROGATE.test(run) ? Array.from(run).length : run.length
}

function scriptOf(groups: Record<string, string> | undefined): Script {
  if (groups?.['han'] !== undefined) return 'han'
  return groups?.['code'] !== undefined ? 'code' : 'other'
}
