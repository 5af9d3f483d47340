/** So long after the last change somebody at the counter is reading, talking or away. */
const QUIET_MS = 10_000
/** Between two steps, so that whoever comes back never waits for more than one. */
const PAUSE_MS = 500

export type Tidying = {
  /** Something was saved: begin anew to wait for quiet. */
  changed(): void
  /** No step begins any more. */
  stop(): void
}

/**
 * Joins the pieces by which the search index grew, step by step while nobody saves. Left undone, saves do it: every
 * sixteenth joins what the fifteen before it left.
 */
export function tidyWhileIdle(step: () => Promise<boolean>, onFailure: (error: unknown) => void): Tidying {
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function after(ms: number): void {
    clearTimeout(timer)
    if (stopped) return
    const waiting = setTimeout(() => {
      // A change during the step has set a timer of its own, and that one counts.
      step().then((more) => more && timer === waiting && after(PAUSE_MS), onFailure)
    }, ms)
    timer = waiting.unref()
  }

  return {
    changed: () => after(QUIET_MS),
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
