import { createContext, type ReactNode, useContext } from 'react'
import type { Answer } from '../../shared/contract/api.ts'
import type { Role } from '../../shared/domain/account.ts'
import type { Day } from '../../shared/domain/day.ts'
import type { Desk } from './desk.ts'
import type { Wire } from './wire.ts'

const DeskContext = createContext<{ readonly desk: Desk; readonly wire: Wire } | null>(null)

export function DeskProvider({ desk, wire, children }: { desk: Desk; wire: Wire; children: ReactNode }) {
  return <DeskContext value={{ desk, wire }}>{children}</DeskContext>
}

function useDeskContext() {
  const context = useContext(DeskContext)
  if (context === null) throw new Error('outside DeskProvider')
  return context
}

export function useDesk(): Desk {
  return useDeskContext().desk
}

/** For progress of a job, mostly; what changed is looked after by `useDeskQuery`. */
export function useWire(): Wire {
  return useDeskContext().wire
}

export type Session = Answer<'session.state'>
export type OpenSession = Session & { readonly me: NonNullable<Session['me']> }

const SessionContext = createContext<OpenSession | null>(null)

/** Around everything that is shown only to somebody signed in. */
export function SessionProvider({ session, children }: { session: OpenSession; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): OpenSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('outside SessionProvider')
  return session
}

/** Today in Shanghai by the core's clock. */
export function useToday(): Day {
  return useSession().today
}

/** Whether the person signed in has one of the roles. */
export function useHasRole(...roles: readonly Role[]): boolean {
  return useSession().me.roles.some((role) => roles.includes(role))
}
