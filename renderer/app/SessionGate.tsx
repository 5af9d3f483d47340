import { Center, Loader } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Activity, useEffect, useRef, useState } from 'react'
import { saveBeforeLock } from '../bridge/before-lock.ts'
import { type OpenSession, type Session, SessionProvider, useDesk, useWire } from '../bridge/desk-context.tsx'
import { useDeskQuery } from '../bridge/use-desk-query.ts'
import { FirstRunPage } from '../features/session/FirstRunPage.tsx'
import { LockScreen } from '../features/session/LockScreen.tsx'
import { SignInPage } from '../features/session/SignInPage.tsx'
import { Failure } from '../ui/Failure.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'

const ASK_EVERY_MS = 60_000

/** Decides what the window shows: founding, signing in, the desk, or the lock over the desk. */
export function SessionGate() {
  const session = useDeskQuery('session.state', undefined, { refetchEveryMs: ASK_EVERY_MS })
  const { locked, why, lock, unlocked } = useLock()
  const [founding, setFounding] = useState(false)
  const [last, setLast] = useState<OpenSession | null>(null)
  const state = session.data
  if (state !== undefined && state !== last && isOpen(state)) setLast(state)

  if (state === undefined) {
    return (
      <Center h="100%" p="xl">
        {session.error === null ? (
          <Loader aria-label="正在打开" />
        ) : (
          <Failure error={session.error} onRetry={() => void session.refetch()} />
        )}
      </Center>
    )
  }
  if (state.phase === 'first-run' || founding) {
    return (
      <FirstRunPage session={state} onFounded={() => setFounding(true)} onDone={() => setFounding(false)} />
    )
  }
  if (last === null) return <SignInPage session={state} />
  const closed = locked || state.phase !== 'open'
  return (
    <>
      {closed && <LockScreen session={state} who={last.me} why={why} onOpened={unlocked} />}
      <Activity mode={closed ? 'hidden' : 'visible'}>
        {/* Another person never sees what the one before had open. */}
        <SessionProvider session={last} key={last.me.login}>
          <ErrorBoundary>
            <Frame onLock={lock} />
          </ErrorBoundary>
        </SessionProvider>
      </Activity>
    </>
  )
}

function isOpen(session: Session): session is OpenSession {
  return session.phase === 'open' && session.me !== null
}

/** Locking ends the session in the core; the page stays as it is, unseen, until the same person is back. */
function useLock() {
  const desk = useDesk()
  const wire = useWire()
  const client = useQueryClient()
  const [locked, setLocked] = useState(false)
  const [why, setWhy] = useState('')
  const focused = useRef<Element | null>(null)

  useEffect(
    () =>
      wire.onEvent((event) => {
        if (event.type !== 'restarted') return
        focused.current = document.activeElement
        setWhy('程序内部刚刚重新启动过，请重新登录；已填写的内容都还在。')
      }),
    [wire],
  )

  async function lock() {
    focused.current = document.activeElement
    setWhy('')
    await saveBeforeLock()
    setLocked(true)
    await desk('session.signOut', undefined)
  }

  async function unlocked() {
    await client.invalidateQueries()
    setLocked(false)
    setWhy('')
    // Back to the word that was being typed, once the page is shown again.
    setTimeout(() => {
      if (focused.current instanceof HTMLElement) focused.current.focus()
    }, 50)
  }

  return { locked, why, lock: () => void lock(), unlocked: () => void unlocked() }
}
