import { useEffect, useEffectEvent, useRef } from 'react'
import type { z } from 'zod'
import { useBeforeLock } from '../../bridge/before-lock.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { isBegun, type TalkEntry, talkEntrySchema } from './talk-entry.ts'

const PAUSE_MS = 400

/** What was typed of this conversation before, or null. */
export async function readTalkDraft(desk: Desk, id: string): Promise<TalkEntry | null> {
  const drafts = await desk('drafts.list', undefined)
  const form = drafts.find((draft) => draft.id === id)?.form
  if (typeof form !== 'object' || form === null || Array.isArray(form)) return null
  return talkEntrySchema.safeParse(form['talk']).data ?? null
}

/** Keeps what is typed a moment after it was typed; call `stop` once the conversation itself is saved. */
export function useTalkDraft(id: string, entry: TalkEntry): { stop: () => void } {
  const desk = useDesk()
  const stopped = useRef(false)
  const save = useEffectEvent(async () => {
    if (stopped.current || !isBegun(entry)) return
    const title = `接待记录：${entry.title.trim() || '未填事项'}`.slice(0, 200)
    // A failure is not worth a word here: the next key stroke tries again.
    await desk('drafts.save', { id, title, form: { talk: asJson(entry) } }).catch(() => undefined)
  })
  useEffect(() => {
    const timer = setTimeout(() => void save(), PAUSE_MS)
    return () => clearTimeout(timer)
    // Saved when what was typed has changed.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [entry])
  useBeforeLock(async () => {
    if (stopped.current || !isBegun(entry)) return
    await desk('drafts.save', { id, title: '接待记录', form: { talk: asJson(entry) } })
  })
  return {
    stop: () => {
      stopped.current = true
    },
  }
}

/** The form is plain data; this is where the compiler is told. */
function asJson(entry: TalkEntry): z.core.util.JSONType {
  const json: z.core.util.JSONType = JSON.parse(JSON.stringify(entry))
  return json
}
