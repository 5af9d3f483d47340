import { type ReactNode, useState } from 'react'
import { UndoBar } from '../../ui/UndoBar.tsx'
import { useEntry, useEntryStore } from './entry-fields.ts'
import { BLANK_MATERIAL, BLANK_PERSON, BLANK_PETITION, type VisitEntry } from './visit-entry.ts'

const BLANKS = { petitioners: BLANK_PERSON, petitions: BLANK_PETITION, materials: BLANK_MATERIAL } as const
type List = keyof typeof BLANKS

export type Rows = {
  readonly count: number
  /** The row just added, which takes the focus; null after a draft was opened. */
  readonly added: number | null
  readonly add: () => void
  readonly remove: (index: number) => void
  /** Put it anywhere: for five seconds it offers the removed row back. */
  readonly undo: ReactNode
}

/** A list of the form to which rows are added and from which they are taken, with a way back. */
// K ties the row kept for the way back to its list.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function useRows<K extends List>(list: K, nameOf: (index: number) => string): Rows {
  const store = useEntryStore()
  const count = useEntry((entry) => entry[list].length)
  const [added, setAdded] = useState<number | null>(null)
  const [removed, setRemoved] = useState<{
    readonly index: number
    readonly row: VisitEntry[K][number]
  } | null>(null)

  function change(edit: (rows: readonly VisitEntry[K][number][]) => readonly VisitEntry[K][number][]) {
    store.update((entry) => ({ ...entry, [list]: edit(entry[list]) }))
    // Problems are named by place, and the places have moved.
    store.setProblems([])
  }

  function remove(index: number) {
    const row = store.get()[list][index]
    if (row === undefined) return
    change((rows) => rows.filter((_, at) => at !== index))
    setRemoved({ index, row })
  }

  function putBack() {
    if (removed === null) return
    change((rows) => rows.toSpliced(removed.index, 0, removed.row))
    setRemoved(null)
  }

  return {
    count,
    added,
    add() {
      setAdded(count)
      change((rows) => [...rows, BLANKS[list]])
    },
    remove,
    undo: removed !== null && (
      <UndoBar
        key={removed.index}
        message={`已删除${nameOf(removed.index)}。`}
        onUndo={putBack}
        onGone={() => setRemoved(null)}
      />
    ),
  }
}
