import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { useBeforeLock } from '../../bridge/before-lock.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { createDraftSaver, type DraftState } from '../../ui/draft-saver.ts'

export type Kept = {
  readonly title: string
  /** Plain data, as it will be read back. */
  readonly form: object
}

/** What was typed last, for a save that comes later. */
function holder<T>(start: T) {
  let held = start
  return {
    get: () => held,
    set: (value: T) => {
      held = value
    },
  }
}

/**
 * Keeps what is typed, a moment after it was typed and whenever the window loses the eye. `keep` says what is worth
 * keeping, null for nothing yet.
 */
export function useKeptDraft<T>(id: string, typed: T, keep: (typed: T) => Kept | null) {
  const desk = useDesk()
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const [latest] = useState(() => holder(typed))
  const [saver] = useState(() =>
    createDraftSaver(async () => {
      const kept = keep(latest.get())
      if (kept === null) {
        await desk('drafts.discard', { id })
        return null
      }
      const form: z.core.util.JSONType = JSON.parse(JSON.stringify(kept.form))
      const { savedAt } = await desk('drafts.save', { id, title: kept.title, form })
      return savedAt
    }, setState),
  )
  useEffect(() => {
    if (latest.get() === typed) return
    latest.set(typed)
    saver.touch()
  }, [typed, latest, saver])
  useEffect(() => {
    const leave = () => void saver.flush()
    window.addEventListener('blur', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('blur', leave)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [saver])
  useBeforeLock(() => saver.flush())
  return { state, saver }
}
