import { describe, expect, it } from 'vitest'
import {
  type ChasingGroup,
  type ChasingLine,
  holdRows,
  rowsOf,
} from '../../../../renderer/features/chasing/chasing-rows.ts'

/** Only what the rules of the rows look at. */
const line = (number: string, chases = 0) => ({ number, chases }) as ChasingLine
const group = (name: ChasingGroup['group'], ...numbers: string[]): ChasingGroup => ({
  group: name,
  lines: numbers.map((number) => line(number)),
  total: numbers.length,
})
const shown = (groups: readonly ChasingGroup[]) =>
  rowsOf(groups).map(({ group: name, line: { number } }) => `${name} ${number}`)

describe('the board after something was done with a row', () => {
  it('leaves the row where the hand is, though it now belongs further down', () => {
    const before = [group('overdue', 'A', 'B', 'C'), group('soon', 'D')]
    const after = [group('overdue', 'A', 'C'), group('soon', 'B', 'D')]
    const groups = holdRows(after, [{ group: 'overdue', place: 1, line: line('B', 1) }])

    expect(shown(groups)).toEqual(shown(before))
    expect(groups.map(({ total }) => total)).toEqual([3, 1])
  })

  it('keeps a row that belongs nowhere any more, as it was last known', () => {
    const groups = holdRows([group('today', 'A')], [{ group: 'today', place: 0, line: line('B', 2) }])

    expect(shown(groups)).toEqual(['today B', 'today A'])
    expect(groups[0]?.lines[0]?.chases).toBe(2)
  })

  it('shows the newest words of a row that is still on the board', () => {
    const fresh = [{ ...group('today'), lines: [line('A', 5)], total: 1 }]
    const groups = holdRows(fresh, [{ group: 'today', place: 0, line: line('A', 4) }])

    expect(groups[0]?.lines).toEqual([line('A', 5)])
  })

  it('changes nothing where nothing was done', () => {
    const board = [group('overdue', 'A'), group('today')]
    expect(holdRows(board, [])).toEqual(board)
  })
})
