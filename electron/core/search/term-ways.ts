import type { FrequencyHints } from './frequency-hints.ts'
import { canBeNumber, coverInNumber, coverInText, type PlacedGram } from './grams.ts'
import { INDEXED_INITIALS, isInitials } from './pinyin-initials.ts'
import { initialsToken, numberToken } from './tokens.ts'

/** Reading a petition's text takes the time of reading past so many entries of a list. */
export const ENTRIES_TO_TEXT = 550
/** With so few candidates left, checking each is cheaper than reading another list. */
const FEW = 60
const MOST_GRAMS_OF_A_TERM = 4
/** A pasted sentence is looked up by some of its pieces. */
const MOST_GRAMS_WEIGHED = 12

export type Way = { readonly grams: readonly PlacedGram[]; readonly exact: boolean }

/** A petition may have a term in its text, as initials of a name, or in its number. */
export function waysToMatch(term: string): readonly Way[] {
  const initials = { gram: initialsToken(term), start: 0, end: term.length }
  return [
    coverInText(term),
    ...(isInitials(term) ? [{ grams: [initials], exact: term.length <= INDEXED_INITIALS }] : []),
    ...(canBeNumber(term) ? [inNumber(coverInNumber(term))] : []),
  ]
}

function inNumber({ grams, exact }: Way): Way {
  return { grams: grams.map((placed) => ({ ...placed, gram: numberToken(placed.gram) })), exact }
}

/**
 * The rarest pieces, as many as leave only a few candidates. Pieces that overlap often come from one word and then
 * leave no fewer together than one alone, so those that do not are taken first.
 */
export function rarestOf(grams: readonly PlacedGram[], hints: FrequencyHints): readonly string[] {
  const different = [...new Map(grams.map((placed) => [placed.gram, placed])).values()]
  if (different.length < 2) return different.map(({ gram }) => gram)

  const weighed = weighedByShare(different, hints)
  const shortest = weighed[0]?.share ?? 0
  const chosen = farthestBack(weighed)
  let expected = chosen.reduce((left, { share }) => left * share, hints.total())
  for (const mayOverlap of [false, true]) {
    for (const gram of weighed) {
      if (expected < FEW || chosen.length === MOST_GRAMS_OF_A_TERM) break
      if (chosen.includes(gram) || (!mayOverlap && chosen.some((other) => overlap(gram, other)))) continue
      if (gram.share > shortest * ENTRIES_TO_TEXT * (1 - gram.share)) break
      chosen.push(gram)
      if (!mayOverlap) expected *= gram.share
    }
  }
  return chosen.map(({ gram }) => gram)
}

type WeighedGram = PlacedGram & { readonly share: number; readonly upToNow: number }

/** Rarest first. */
function weighedByShare(grams: readonly PlacedGram[], hints: FrequencyHints): readonly WeighedGram[] {
  const step = Math.max(1, grams.length / MOST_GRAMS_WEIGHED)
  return grams
    .filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step))
    .map((placed) => ({
      ...placed,
      share: hints.share(placed.gram),
      upToNow: hints.shareUpToNow(placed.gram),
    }))
    .sort((one, other) => one.share - other.share)
}

/** The year in a number is in all numbers of that year, but leads past the newer ones at once. */
function farthestBack(weighed: readonly WeighedGram[]): WeighedGram[] {
  const [rarest] = [...weighed].sort((one, other) => one.upToNow - other.upToNow)
  return rarest ? [rarest] : []
}

function overlap(one: PlacedGram, other: PlacedGram): boolean {
  return one.start < other.end && other.start < one.end
}
