import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { useBeforeLock } from '../../bridge/before-lock.ts'
import { useDesk, useSession } from '../../bridge/desk-context.tsx'
import { createDraftSaver, type DraftState } from '../../ui/draft-saver.ts'
import { entryTitle, isBegun, type ShortEntry } from './short-entry.ts'

/** What was typed last, for a save that comes later. */
function holder(start: ShortEntry) {
  let held = start
  return {
    get: () => held,
    set: (entry: ShortEntry) => {
      held = entry
    },
  }
}

/** Keeps what is typed, a moment after it was typed and whenever the window loses the eye. */
export function useShortDraft(id: string, entry: ShortEntry) {
  const desk = useDesk()
  const { login } = useSession().me
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const [latest] = useState(() => holder(entry))
  const [saver] = useState(() =>
    createDraftSaver(async () => {
      const now = latest.get()
      if (!isBegun(now)) {
        await desk('drafts.discard', { id })
        return null
      }
      const form: z.core.util.JSONType = JSON.parse(JSON.stringify({ short: true, by: login, entry: now }))
      const { savedAt } = await desk('drafts.save', { id, title: entryTitle(now), form })
      return savedAt
    }, setState),
  )
  useEffect(() => {
    if (latest.get() === entry) return
    latest.set(entry)
    saver.touch()
  }, [entry, latest, saver])
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
