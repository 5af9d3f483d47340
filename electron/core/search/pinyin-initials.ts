import { pinyin } from 'pinyin-pro'
import { HAN } from './grams.ts'

/** Longer abbreviations are found by their first letters and then verified. */
export const INDEXED_INITIALS = 4

const LETTERS: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyz')

/** Whether a term can be an abbreviation of a name at all. */
export function isInitials(term: string): boolean {
  return /^[a-z]+$/.test(term)
}

/** The abbreviations of the names' beginnings, shortest first: 张三明 gives z, zs, zsm. */
export function initialsOfPeople(peopleText: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const name of namesIn(peopleText)) {
    let beginnings: readonly string[] = ['']
    for (const letters of lettersOf(name, INDEXED_INITIALS)) {
      beginnings = beginnings.flatMap((beginning) => letters.map((letter) => beginning + letter))
      for (const beginning of beginnings) found.add(beginning)
    }
  }
  return found
}

export function matchesInitials(peopleText: string, term: string): boolean {
  return namesIn(peopleText).some((name) => {
    const letters = lettersOf(name, term.length)
    return letters.length === term.length && letters.every((choice, at) => choice.includes(term.charAt(at)))
  })
}

function namesIn(peopleText: string): readonly string[] {
  return peopleText.split('\n').filter((line) => HAN.test(line))
}

/**
 * For each of the first characters, the letters its readings begin with: every reading, since 单, 曾 and 解 are read
 * one way as surnames and another elsewhere. A character without a known reading stands for any letter, once in a
 * name, for rare characters are the ones hardest to type; a second one ends what can be abbreviated.
 */
function lettersOf(name: string, count: number): readonly (readonly string[])[] {
  const letters: (readonly string[])[] = []
  let guessed = false
  for (const character of name) {
    if (letters.length === count) break
    if (!HAN.test(character)) continue
    const known = readingsOf(character)
    if (known.length === 0 && guessed) break
    guessed ||= known.length === 0
    letters.push(known.length > 0 ? known : LETTERS)
  }
  return letters
}

const readings = new Map<string, readonly string[]>()

function readingsOf(character: string): readonly string[] {
  const known = readings.get(character)
  if (known) return known
  const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array' })
  const letters = [...new Set(all.map((reading) => reading.charAt(0)))].filter((letter) => isInitials(letter))
  readings.set(character, letters)
  return letters
}
