import type { Instant } from '../../shared/domain/day.ts'

/** When the last change was put away, or that it could not be. */
export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'failed' }

export type DraftSaver = {
  /** Something was typed. */
  readonly touch: () => void
  /** Saves now what has not been saved; waits for a save under way. */
  readonly flush: () => Promise<void>
  /** No more saves, and none under way any longer: the visit itself is about to be saved. */
  readonly pause: () => Promise<void>
  readonly resume: () => void
  /** Put aside on purpose: saved now, and no longer opened by itself. */
  readonly park: () => Promise<void>
}

const PAUSE_MS = 400
const RETRY_MS = 5_000

/** Saves a moment after the last key, one save after the other, and again later when one fails. */
export function createDraftSaver(
  save: (parked: boolean) => Promise<Instant | null>,
  onState: (state: DraftState) => void,
): DraftSaver {
  const state: {
    dirty: boolean
    parked: boolean
    paused: boolean
    running: Promise<void>
    timer: ReturnType<typeof setTimeout> | undefined
  } = { dirty: false, parked: false, paused: false, running: Promise.resolve(), timer: undefined }

  function later(ms: number) {
    clearTimeout(state.timer)
    state.timer = setTimeout(() => void flush(), ms)
  }

  async function once() {
    if (!state.dirty || state.paused) return
    state.dirty = false
    try {
      const at = await save(state.parked)
      onState(at === null ? { kind: 'none' } : { kind: 'saved', at })
    } catch {
      state.dirty = true
      onState({ kind: 'failed' })
      later(RETRY_MS)
    }
  }

  function flush(): Promise<void> {
    clearTimeout(state.timer)
    state.running = state.running.then(once)
    return state.running
  }

  return {
    touch() {
      state.dirty = true
      if (!state.paused) later(PAUSE_MS)
    },
    flush,
    async pause() {
      state.paused = true
      clearTimeout(state.timer)
      await state.running
    },
    park() {
      state.parked = true
      state.dirty = true
      return flush()
    },
    resume() {
      state.paused = false
      if (state.dirty) later(PAUSE_MS)
    },
  }
}
