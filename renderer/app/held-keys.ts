import { isScanning } from './scanner.ts'

/** A hand takes longer from one key to the next; a scanner hardly ever does. */
const HELD_MS = 100

export type HeldKeys = {
  /** Keeps the key back while it may belong to a scan; `text` is what may be one with it. */
  readonly hold: (event: KeyboardEvent, text: string) => void
  readonly drop: () => void
  /** Given back after it turned out to be no scan. */
  readonly isReplayed: (event: KeyboardEvent) => boolean
}

/** Between the first X and the `/` nobody knows yet: the page gets its key a moment later, or not at all. */
export function createHeldKeys(): HeldKeys {
  let kept: KeyboardEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const replayed = new WeakSet<KeyboardEvent>()

  function drop() {
    clearTimeout(timer)
    kept = []
  }

  function release() {
    const events = kept
    drop()
    for (const { target, key, code, shiftKey } of events) {
      const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true })
      replayed.add(again)
      target?.dispatchEvent(again)
    }
  }

  function hold(event: KeyboardEvent, text: string) {
    // It began anew, or was none.
    if (text.length <= kept.length && !isScanning(text)) release()
    if (text === '') return
    event.preventDefault()
    event.stopPropagation()
    clearTimeout(timer)
    if (isScanning(text)) {
      drop()
      return
    }
    kept.push(event)
    timer = setTimeout(release, HELD_MS)
  }

  return { hold, drop, isReplayed: (event) => replayed.has(event) }
}
