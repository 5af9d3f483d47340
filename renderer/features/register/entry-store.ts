import type { FieldProblem } from '../../../shared/contract/errors.ts'
import type { VisitEntry } from './visit-entry.ts'

/**
 * What is being typed, and what is wrong with it. Each field hears only of itself, so a key stroke draws one field
 * and an answer that arrives meanwhile can take neither the focus nor a letter.
 */
export type EntryStore = {
  readonly get: () => VisitEntry
  readonly update: (change: (entry: VisitEntry) => VisitEntry) => void
  readonly problems: () => readonly FieldProblem[]
  readonly problemAt: (path: string) => string | null
  readonly setProblems: (problems: readonly FieldProblem[]) => void
  /** Replaces what is said at one field. */
  readonly setProblemAt: (path: string, message: string | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createEntryStore(initial: VisitEntry): EntryStore {
  const listeners = new Set<() => void>()
  const state: { entry: VisitEntry; problems: readonly FieldProblem[] } = { entry: initial, problems: [] }

  function changed() {
    for (const listener of listeners) listener()
  }

  function setProblems(problems: readonly FieldProblem[]) {
    state.problems = problems
    changed()
  }

  return {
    get: () => state.entry,
    update(change) {
      state.entry = change(state.entry)
      changed()
    },
    problems: () => state.problems,
    problemAt: (path) => state.problems.find((problem) => problem.path === path)?.message ?? null,
    setProblems,
    setProblemAt(path, message) {
      const others = state.problems.filter((problem) => problem.path !== path)
      if (message === null && others.length === state.problems.length) return
      setProblems(message === null ? others : [...others, { path, message }])
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
