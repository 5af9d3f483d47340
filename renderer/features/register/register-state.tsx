import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Instant } from '../../../shared/domain/day.ts'
import { createEntryStore, type EntryStore } from './entry-store.ts'
import type { Registered } from './RegisteredPanel.tsx'
import type { VisitEntry } from './visit-entry.ts'

/** What is on the page: a visit being typed, or one just saved. */
export type Shown =
  | {
      readonly kind: 'typing'
      readonly id: string
      readonly store: EntryStore
      /** When the draft it goes on from was saved; null for a new visit. */
      readonly savedAt: Instant | null
    }
  | { readonly kind: 'registered'; readonly registered: Registered }

export function typing(id: string, visit: VisitEntry, savedAt: Instant | null): Shown {
  return { kind: 'typing', id, store: createEntryStore(visit), savedAt }
}

type State = readonly [Shown | null, (shown: Shown | null) => void]

const StateContext = createContext<State | null>(null)

/** Around all pages: whoever looks something up in the middle of a visit comes back to it as it stood. */
export function RegisterStateProvider({ children }: { children: ReactNode }) {
  const state = useState<Shown | null>(null)
  return <StateContext value={state}>{children}</StateContext>
}

export function useRegisterState(): State {
  const state = useContext(StateContext)
  if (state === null) throw new Error('outside RegisterStateProvider')
  return state
}

/** Whoever comes to register has done with the visit that was just saved; one being typed stays. */
export function useReadyToRegister(): () => void {
  const [shown, setShown] = useRegisterState()
  return () => {
    if (shown?.kind === 'registered') setShown(null)
  }
}
