import { type KeyboardEvent, useState } from 'react'

export type RowSelection = {
  readonly has: (id: string) => boolean
  readonly count: number
  readonly toggle: (id: string) => void
  readonly clear: () => void
  /** Space chooses the row, Shift+↑↓ goes on choosing, Ctrl+A takes all; true when the key was one of these. */
  readonly onKey: (event: KeyboardEvent, ids: readonly string[], at: number) => boolean
}

/** Which rows of a list are chosen, by keyboard. */
export function useRowSelection(): RowSelection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())

  function toggle(id: string) {
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }

  function add(ids: readonly (string | undefined)[]) {
    setChosen((before) => new Set([...before, ...ids.filter((id) => id !== undefined)]))
  }

  function onKey(event: KeyboardEvent, ids: readonly string[], at: number): boolean {
    const id = ids[at]
    if (event.key === ' ' && id !== undefined) toggle(id)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) add(ids)
    else if (event.shiftKey && event.key === 'ArrowDown') add([id, ids[at + 1]])
    else if (event.shiftKey && event.key === 'ArrowUp') add([id, ids[at - 1]])
    else return false
    event.preventDefault()
    return true
  }

  return {
    has: (id) => chosen.has(id),
    count: chosen.size,
    toggle,
    clear: () => setChosen(new Set()),
    onKey,
  }
}
