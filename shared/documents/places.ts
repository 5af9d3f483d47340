import { CLOSING, LETTER, PAGE, twips } from './gbt9704.ts'
import type { Signature } from './paper.ts'
import { titleLines } from './title-lines.ts'
import { cellsOf } from './wording.ts'

/** Places that follow from the length of a text; the preview and the Word file must agree on them. */

export type OrganSetting = { readonly lines: readonly string[]; readonly size: number }

/** The organ's name on one line as large as it may be; one too long for that is broken by sense (7.2.4: size free). */
export function organSetting(organ: string): OrganSetting {
  const room = (twips(PAGE.textWidth) * LETTER.organFill) / 20
  const fitting = Math.floor((room / Math.max(cellsOf(organ), 1)) * 2) / 2
  if (fitting >= LETTER.organSmallest) return { lines: [organ], size: Math.min(LETTER.organSize, fitting) }
  return { lines: titleLines(organ, Math.floor(room / LETTER.organSmallest)), size: LETTER.organSmallest }
}

/** Right indents of 署名 and 成文日期, in characters. */
export type SignaturePlaces = { readonly organ: number; readonly date: number }

/** 7.3.5: with a seal the organ stands centred over the date, without one the date follows it two characters in. */
export function signaturePlaces({ organ, date, sealed }: Signature, lineCells: number): SignaturePlaces {
  const places = sealed ? sealedPlaces(organ, date, lineCells) : plainPlaces(organ, date)
  return { organ: Math.max(places.organ, 0), date: Math.max(places.date, 0) }
}

/** Only an organ too long to be centred over the date moves it. */
function sealedPlaces(organ: string, date: string, lineCells: number): SignaturePlaces {
  const overhang = (Math.min(cellsOf(organ), lineCells) - cellsOf(date)) / 2
  const right = Math.max(CLOSING.sealedDateRight, overhang)
  return { organ: right - overhang, date: right }
}

function plainPlaces(organ: string, date: string): SignaturePlaces {
  const start = CLOSING.plainOrganRight + cellsOf(organ) - CLOSING.plainDateShift
  const dateRight = start - cellsOf(date)
  if (dateRight >= CLOSING.plainOrganRight) return { organ: CLOSING.plainOrganRight, date: dateRight }
  const moved = CLOSING.plainOrganRight + cellsOf(date) + CLOSING.plainDateShift - cellsOf(organ)
  return { organ: moved, date: CLOSING.plainOrganRight }
}
