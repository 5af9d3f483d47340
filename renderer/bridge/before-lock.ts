import { useEffect, useEffectEvent } from 'react'

type Save = () => Promise<unknown>

const saves = new Set<Save>()

/** What is still only in the window is put away before the session is closed. */
export function useBeforeLock(save: Save): void {
  const run = useEffectEvent(save)
  useEffect(() => {
    const each = () => run()
    saves.add(each)
    return () => {
      saves.delete(each)
    }
  }, [])
}

/** Never fails: what could not be saved stays in the hidden page. */
export async function saveBeforeLock(): Promise<void> {
  await Promise.allSettled([...saves].map((save) => save()))
}
