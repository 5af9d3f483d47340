import { cleanPaper } from '../../../shared/documents/clean-text.ts'
import type { FontRole, FontState, StandIn } from '../../../shared/documents/font-check.ts'
import { standInsOf } from '../../../shared/documents/font-check.ts'
import type { Face, Paper } from '../../../shared/documents/paper.ts'
import { stylesOf } from '../documents/styles.ts'
import type { Element, Para } from '../documents/typeset.ts'
import { typeset } from '../documents/typeset-paper.ts'
import type { FontLibrary } from './font-files.ts'

/** The characters each font of a paper has to draw. */
export type DrawnText = ReadonlyMap<FontRole, ReadonlySet<string>>

/** A character of a paper which the font that draws its text does not have. */
export type LackingCharacter = { readonly character: string; readonly font: string }

export function drawnText(paper: Paper): DrawnText {
  const set = typeset(cleanPaper(paper))
  const styles = stylesOf(set.format)
  const drawn = new Map<FontRole, Set<string>>()
  for (const { style, pieces } of set.elements.flatMap(parasOf)) {
    const face = styles[style]?.face ?? 'fangsong'
    for (const piece of pieces) {
      if (!('text' in piece)) continue
      for (const character of piece.text) {
        const role = roleOf(character, piece.face ?? face)
        if (role !== null) drawn.set(role, (drawn.get(role) ?? new Set()).add(character))
      }
    }
  }
  return drawn
}

function parasOf(element: Element): readonly Para[] {
  if (element.type === 'para') return [element]
  return element.rows.flatMap(({ cells }) => cells.flatMap(({ paras }) => paras))
}

/** Marks that choose between two shapes of the character before them, and joiners: no font draws them alone. */
const SHAPELESS = /\p{Variation_Selector}|\p{Join_Control}|\s/u
const LAST_LATIN = '\u007e'

function roleOf(character: string, face: Face): FontRole | null {
  if (SHAPELESS.test(character)) return null
  return character <= LAST_LATIN && face !== 'song' ? 'latin' : face
}

/** What stands in on this paper: only for the fonts it needs. */
export function standInsFor(paper: Paper, states: readonly FontState[]): readonly StandIn[] {
  const drawn = drawnText(paper)
  return standInsOf(states.filter(({ role }) => drawn.has(role)))
}

export async function lackingCharacters(
  paper: Paper,
  states: readonly FontState[],
  library: FontLibrary,
): Promise<readonly LackingCharacter[]> {
  const drawn = drawnText(paper)
  const lacking: LackingCharacter[] = []
  for (const { role, drawnBy } of states) {
    // Nobody knows what the system draws with when no font fits.
    if (drawnBy === null) continue
    const characters = drawn.get(role)
    if (characters === undefined) continue
    const covers = await library.coverage(drawnBy)
    for (const character of characters) {
      if (!covers(character.codePointAt(0) ?? 0)) lacking.push({ character, font: drawnBy })
    }
  }
  return lacking
}
