import { tokenSafe } from './token-safe.ts'

export type Script = 'han' | 'code' | 'other'

export type Run = { readonly script: Script; readonly text: string; readonly start: number }

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
const SPACE = /\s/u
/** Keeps the two characters at a join apart from two that stand together. */
const JOIN = '\u{E004}'
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
  return Array.from(text.matchAll(RUNS), ({ groups, 0: run, index }) => ({
    script: scriptOf(groups),
    text: run,
    start: index,
  }))
}

/** Letters alone are no part of a petition's number: its station's code would match the initials of half the names. */
export function canBeNumber(term: string): boolean {
  const [run] = runsOf(term)
  return run?.script === 'code' && run.text === term && !LETTERS.test(term)
}

export function gramsOfText(text: string): ReadonlySet<string> {
  const grams = new Set<string>()
  const runs = runsOf(text)
  for (const { script, text: run } of runs) {
    const { sizes, keeps } = OF_TEXT[script]
    for (const size of sizes) forEachPiece(run, size, keeps, (piece) => grams.add(piece))
  }
  for (const { gram } of joinsOf(text, runs)) grams.add(gram)
  return grams
}

export function gramsOfNumber(number: string): ReadonlySet<string> {
  const grams = new Set<string>()
  for (const size of OF_NUMBER.sizes) forEachPiece(number, size, OF_NUMBER.keeps, (piece) => grams.add(piece))
  return grams
}

/** A piece of a term, and about where in it: pieces that overlap tell little more than one of them. */
export type PlacedGram = { readonly gram: string; readonly start: number; readonly end: number }

export type Cover = {
  /** Pieces that everything with the term in it has. */
  readonly grams: readonly PlacedGram[]
  /** Whether one piece is the term itself, so that having it is enough. */
  readonly exact: boolean
}

/** The pieces to look a term up by in the text. */
export function coverInText(term: string): Cover {
  const runs = runsOf(term)
  const covers = runs.map(({ script, text, start }) => coverBy(OF_TEXT[script], text, start))
  return {
    grams: [...covers.flatMap((cover) => cover.grams), ...joinsOf(term, runs)],
    exact: runs[0]?.text === term && covers[0]?.exact === true,
  }
}

/** The same in petitions' numbers. */
export function coverInNumber(term: string): Cover {
  return coverBy(OF_NUMBER, term, 0)
}

function coverBy({ sizes, keeps }: GramRule, run: string, offset: number): Cover {
  const length = lengthOf(run)
  const size = sizes.findLast((size) => size <= length) ?? 0
  const grams: PlacedGram[] = []
  if (size > 0) {
    forEachPiece(run, size, keeps, (gram, at) =>
      grams.push({ gram, start: offset + at, end: offset + at + size }),
    )
  }
  return { grams, exact: size === length }
}

/**
 * Where one run ends and, without a space between, the next begins: the two characters there, whatever mark stands
 * between them. Common words that meet at a comma or a digit are found by this.
 */
function joinsOf(text: string, runs: readonly Run[]): readonly PlacedGram[] {
  return runs.flatMap((run, at) => {
    const next = runs[at + 1]
    if (!next) return []
    const end = run.start + run.text.length
    if (SPACE.test(text.slice(end, next.start))) return []
    const gram = JOIN + tokenSafe(lastOf(run.text) + firstOf(next.text))
    return [{ gram, start: end - 1, end: next.start + 1 }]
  })
}

function forEachPiece(
  run: string,
  size: number,
  keeps: GramRule['keeps'],
  use: (piece: string, at: number) => void,
): void {
  const safe = tokenSafe(run)
  const characters: string | readonly string[] = SURROGATE.test(safe) ? Array.from(safe) : safe
  for (let start = 0; start + size <= characters.length; start += 1) {
    const slice = characters.slice(start, start + size)
    const piece = typeof slice === 'string' ? slice : slice.join('')
    if (keeps(piece)) use(piece, start)
  }
}

function lengthOf(run: string): number {
  return SURROGATE.test(run) ? Array.from(run).length : run.length
}

function firstOf(run: string): string {
  return String.fromCodePoint(run.codePointAt(0) ?? 0)
}

function lastOf(run: string): string {
  return Array.from(run.slice(-2)).at(-1) ?? ''
}

function scriptOf(groups: Record<string, string> | undefined): Script {
  if (groups?.['han'] !== undefined) return 'han'
  return groups?.['code'] !== undefined ? 'code' : 'other'
}
