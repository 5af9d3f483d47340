import type { Answer } from '../../../shared/contract/api.ts'
import { CHASING_GROUP_NAMES } from '../../../shared/contract/views/follow-up-views.ts'

export type ChasingBoard = Answer<'chasing.board'>
export type ChasingLine = ChasingBoard['groups'][number]['lines'][number]
export type ChasingGroup = Pick<ChasingBoard['groups'][number], 'group' | 'total'> & {
  readonly lines: readonly ChasingLine[]
}
type Petition = Answer<'petitions.open'>

/** Where a row stood when something was done about it. */
export type Held = {
  readonly group: ChasingGroup['group']
  readonly place: number
  /** As it is after what was done: it may belong to no group any more. */
  readonly line: ChasingLine
}

/**
 * The board with every row that was worked on where the hand left it: a call that was recorded or a limit that was
 * extended changes its words at once, its place only when the page is opened anew.
 */
export function holdRows(groups: readonly ChasingGroup[], held: readonly Held[]): readonly ChasingGroup[] {
  const now = new Map(groups.flatMap(({ lines }) => lines.map((line) => [line.number, line] as const)))
  const numbers = new Set(held.map(({ line }) => line.number))
  return groups.map(({ group, lines, total }) => {
    const mine = held.filter((each) => each.group === group).toSorted((a, b) => a.place - b.place)
    const rest = lines.filter(({ number }) => !numbers.has(number))
    const rows = mine.reduce<readonly ChasingLine[]>(
      (sofar, { place, line }) => sofar.toSpliced(place, 0, now.get(line.number) ?? line),
      rest,
    )
    return { group, lines: rows, total: total + rows.length - lines.length }
  })
}

/** The row of a petition as its own page shows it now. */
export function lineOf(petition: Petition, before: ChasingLine): ChasingLine {
  const { chases, chasedOn } = petition.followUp
  return { ...before, ...petition, chases, chasedOn, notes: before.notes }
}

/** Every row in the order of the page, with its group. */
export function rowsOf(groups: readonly ChasingGroup[]) {
  return groups.flatMap(({ group, lines }) => lines.map((line, place) => ({ group, place, line })))
}

/** `逾期 3 件`, and how many of them are shown when not all are. */
export function headOf({ group, lines, total }: ChasingGroup): string {
  const shown = total > lines.length ? `，这里列出最急的 ${lines.length} 件` : ''
  return `${CHASING_GROUP_NAMES[group]}　${total} 件${shown}`
}
