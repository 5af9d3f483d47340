import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Instant } from '../../../shared/domain/day.ts'
import { useBeforeLock } from '../../bridge/before-lock.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { createDraftSaver, type DraftSaver, type DraftState } from '../../ui/draft-saver.ts'
import type { DraftForm } from './draft-form.ts'
import type { EntryStore } from './entry-store.ts'
import { draftTitle, isBegun } from './visit-entry.ts'

export type Draft = {
  readonly state: DraftState
  readonly saver: DraftSaver
  /** Leaves the visit in the list of the unfinished, so that a new one can begin. */
  readonly park: () => Promise<void>
}

/** Keeps what is typed in the store, a moment after it was typed and whenever the window loses the eye. */
export function useDraft(id: string, store: EntryStore, by: string): Draft {
  const desk = useDesk()
  const client = useQueryClient()
  const [state, setState] = useState<DraftState>({ kind: 'none' })
  const [saver] = useState(() =>
    createDraftSaver((parked) => saveDraft(desk, id, { visit: store.get(), parked, by }), setState),
  )

  useEffect(() => {
    // What could not be saved while the page was hidden is saved once it is back.
    saver.resume()
    let last = store.get()
    const stop = store.subscribe(() => {
      if (store.get() === last) return
      last = store.get()
      saver.touch()
    })
    const leave = () => void saver.flush()
    window.addEventListener('blur', leave)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      stop()
      window.removeEventListener('blur', leave)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [store, saver])
  useBeforeLock(() => saver.flush())

  async function park() {
    if (!isBegun(store.get())) return
    await saver.park()
    await client.invalidateQueries({ queryKey: ['drafts.list'] })
  }

  return { state, saver, park }
}

/** An empty form leaves no draft behind. */
async function saveDraft(desk: Desk, id: string, form: DraftForm): Promise<Instant | null> {
  if (!isBegun(form.visit)) {
    await desk('drafts.discard', { id })
    return null
  }
  const { savedAt } = await desk('drafts.save', { id, title: draftTitle(form.visit), form: asJson(form) })
  return savedAt
}

/** The form is plain data; this is where the compiler is told. */
function asJson(form: DraftForm): z.core.util.JSONType {
  const json: z.core.util.JSONType = JSON.parse(JSON.stringify(form))
  return json
}
