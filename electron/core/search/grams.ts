export type Script = 'han' | 'digit' | 'latin' | 'other'

export type Run = { readonly script: Script; readonly text: string; readonly length: number }

/**
 * The lengths of the pieces indexed for each script, ascending. A word of one of these lengths is found by one
 * piece alone; a longer one by its pieces of the longest length, and then verified. One or two digits are in nearly
 * every petition, so they are only verified.
 */
const GRAM_SIZES: Readonly<Record<Script, readonly number[]>> = {
  han: [1, 2],
  digit: [3, 4],
  latin: [1, 2, 3],
  other: [1, 2],
}

/** The supplementary ideographic planes as a whole: an ideograph newer than this runtime's tables is still one. */
const RUNS =
  /(?<han>[\p{Script=Han}\u{20000}-\u{3FFFD}]+)|(?<digit>[0-9]+)|(?<latin>\p{Script=Latin}+)|(?<other>[[\p{L}\p{N}\p{M}·]--[\p{Script=Han}\u{20000}-\u{3FFFD}0-9\p{Script=Latin}]]+)/gv

export const HAN = /[\p{Script=Han}\u{20000}-\u{3FFFD}]/u

/** Without the `u` flag, so that halves of a pair are seen. */
const SURROGATE = /[\uD800-\uDFFF]/

/** Stretches of one script. Punctuation, spaces and symbols are in none. */
export function* runsOf(text: string): Generator<Run> {
  for (const { groups, 0: run } of text.matchAll(RUNS)) {
    yield { script: scriptOf(groups), text: run, length: lengthOf(run) }
  }
}

/** Every piece of every run, for the index. */
export function addGrams(text: string, into: Set<string>): void {
  for (const run of runsOf(text)) {
    for (const size of GRAM_SIZES[run.script]) addPieces(run.text, size, into)
  }
}

export type RunCover = {
  /** Pieces that every text with this run has. */
  readonly grams: readonly string[]
  /** Whether one piece is the run itself, so that having it is enough. */
  readonly exact: boolean
}

/** The pieces to look a run of the query up by. */
export function coverOf(run: Run): RunCover {
  const size = GRAM_SIZES[run.script].findLast((size) => size <= run.length)
  if (size === undefined) return { grams: [], exact: false }
  const grams = new Set<string>()
  addPieces(run.text, size, grams)
  return { grams: [...grams], exact: size === run.length }
}

function addPieces(run: string, size: number, into: Set<string>): void {
  if (!SURROGATE.test(run)) {
    for (let start = 0; start + size <= run.length; start += 1) into.add(run.slice(start, start + size))
    return
  }
  const characters = Array.from(run)
  for (let start = 0; start + size <= characters.length; start += 1) {
    into.add(characters.slice(start, start + size).join(''))
  }
}

function lengthOf(run: string): number {
  return SURROGATE.test(run) ? Array.from(run).length : run.length
}

function scriptOf(groups: Record<string, string> | undefined): Script {
  if (groups?.['han'] !== undefined) return 'han'
  if (groups?.['digit'] !== undefined) return 'digit'
  return groups?.['latin'] !== undefined ? 'latin' : 'other'
}
