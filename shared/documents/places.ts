import { CLOSING, HEAD, IMPRINT, LETTER, PAGE, twips } from './gbt9704.ts'
import type { Block, CopiesTo, Imprint, Signature } from './paper.ts'
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

/**
 * What stands on the lines at the upper left of a document: 份号 on the first, 密级 on the second even without it,
 * then 紧急程度 (7.2.1–7.2.3); as many lines as are kept for them, or more when more was asked for.
 */
export function markLines(blocks: readonly Block[]): readonly string[] {
  const of = (kind: string) =>
    blocks.flatMap((block) => (block.kind === 'mark' && block.of === kind ? [block.text] : []))
  const [numbers, secrets] = [of('copyNumber'), of('secrecy')]
  const lines = [
    ...(numbers.length === 0 && secrets.length > 0 ? [''] : numbers),
    ...secrets,
    ...of('urgency'),
  ]
  return [...lines, ...Array.from({ length: HEAD.markLines - lines.length }, () => '')].slice(
    0,
    HEAD.markLines,
  )
}

/** Height of 版记 in twips, rules included: known before it is drawn, so that room can be kept for it. */
export function imprintHeight(block: Imprint | CopiesTo): number {
  const units = block.kind === 'copiesTo' ? block.units : block.copiesTo
  const lines = units.length === 0 ? 0 : copiesLines(units)
  if (block.kind === 'copiesTo') return lines * IMPRINT.lineTwips + IMPRINT.spareTwips
  const rules = lines === 0 ? 2 : 3
  const thickness = twips(IMPRINT.edge) + IMPRINT.ruleLineTwips
  return (lines + printedLines(block)) * IMPRINT.lineTwips + rules * thickness + IMPRINT.spareTwips
}

/** Who printed it and when share a line (7.4.3); the day takes one of its own below a name too long for that. */
export function printedLines({ organ, date }: Imprint): number {
  const [name, day] = [cellsOf(organ), cellsOf(`${date}印发`)]
  return name + 1 + day <= IMPRINT_CELLS ? 1 : Math.ceil(name / (IMPRINT_CELLS - 1)) + 1
}

/** Characters of a line of 版记 between its indents. */
const IMPRINT_CELLS = twips(PAGE.textWidth) / (IMPRINT.size * 20) - 2 * IMPRINT.indentCharacters

/** 抄送 to half the town fills a page or more and cannot stand at its foot; it runs on in the text instead. */
export function standsAtFoot(block: Imprint | CopiesTo): boolean {
  return imprintHeight(block) <= (twips(PAGE.textHeight) * 2) / 3
}

/** Lines of 抄送 at most: a cell less than fit, for a sign that may not begin a line takes its neighbour along. */
function copiesLines(units: readonly string[]): number {
  const width = IMPRINT_CELLS - '抄送：'.length - 1
  let [lines, used] = [1, 0]
  // Latin words are not divided.
  for (const [word] of `${units.join('，')}。`.matchAll(/[\u0021-\u007e]+|./gsu)) {
    const cells = cellsOf(word)
    if (used + cells <= width) used += cells
    else {
      lines += Math.max(1, Math.ceil(cells / width))
      used = cells % width
    }
  }
  return lines
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
