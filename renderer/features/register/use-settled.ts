import { useEffect, useState } from 'react'
import { useEntryStore } from './entry-fields.ts'
import type { VisitEntry } from './visit-entry.ts'

/** What the form holds once nothing has been typed for a moment; `read` must not change. */
export function useSettled<T>(read: (entry: VisitEntry) => T, pauseMs: number): T {
  const store = useEntryStore()
  const [settled, setSettled] = useState(() => read(store.get()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = () => {
      const next = read(store.get())
      setSettled((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
    }
    take()
    const stop = store.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(take, pauseMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, read, pauseMs])
  return settled
}
