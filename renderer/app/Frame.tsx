import { Loader, Tooltip } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useRoute } from 'wouter'
import type { Answer } from '../../shared/contract/api.ts'
import { useHasRole, useSession } from '../bridge/desk-context.tsx'
import { useDeskQuery } from '../bridge/use-desk-query.ts'
import { RegisterStateProvider, useReadyToRegister } from '../features/register/register-state.tsx'
import { ChangePasswordDialog } from '../features/session/ChangePasswordDialog.tsx'
import type { Shortcut } from '../ui/shortcut-registry.ts'
import { ShortcutScope, useActiveShortcuts, useShortcut } from '../ui/shortcuts.tsx'
import classes from './Frame.module.css'
import { HelpDialog } from './HelpDialog.tsx'
import { Palette } from './Palette.tsx'
import { type Place, placesFor } from './places.ts'
import { Routes } from './Routes.tsx'
import { ScanNote } from './ScanNote.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useCode } from './use-code.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { useScanner } from './use-scanner.ts'

const RatingPage = lazy(async () => ({
  default: (await import('../features/rating/RatingPage.tsx')).RatingPage,
}))

type Open = 'help' | 'find' | 'password' | null

type Props = { readonly onLock: () => void }

/** What stays around every page: the bar above, the places at the left, the truth about the desk below. */
export function Frame({ onLock }: Props) {
  const [, rated] = useRoute('/rate/:number')
  const mayRate = useHasRole('receptionist', 'clerk')
  return (
    <RegisterStateProvider>
      {rated?.number !== undefined && mayRate ? (
        <RatingWindow number={rated.number} onLock={onLock} />
      ) : (
        <FrameAroundPages onLock={onLock} />
      )}
    </RegisterStateProvider>
  )
}

/** While the petitioner has the screen nothing of the frame is there, and none of its keys but the lock. */
function RatingWindow({ number, onLock }: Props & { readonly number: string }) {
  useIdleLock(useSession().idleMinutes, onLock)
  useShortcut('F9', '锁定', onLock, { everywhere: true })
  return (
    <Suspense fallback={<Loader m="xl" aria-label="正在打开" />}>
      <RatingPage number={number} />
    </Suspense>
  )
}

function FrameAroundPages({ onLock }: Props) {
  const session = useSession()
  const [location, navigate] = useLocation()
  const [open, setOpen] = useState<Open>(null)
  // The dialogs show what works on the page they cover.
  const [covered, setCovered] = useState<readonly Shortcut[]>([])
  const shortcuts = useActiveShortcuts()
  const status = useDeskQuery('desk.status', undefined, { refetchEveryMs: 60_000 })
  const places = placesFor(session.me.roles)
  const readyToRegister = useReadyToRegister()
  const mayRecord = useHasRole('receptionist', 'clerk')
  const main = useFocusedMain(location)
  useIdleLock(session.idleMinutes, onLock)
  const code = useCode()
  useScanner((text) => {
    setOpen(null)
    void code.open(text)
  })

  function show(which: Open) {
    if (open === null) setCovered(shortcuts)
    setOpen(which)
  }

  useShortcut('F1', '本页可用的按键', () => show('help'), { everywhere: true })
  useShortcut('F9', '锁定', onLock, { everywhere: true })
  useShortcut('F3', '电话、信件等快速登记', () => navigate('/channels/short/JSRX'), { enabled: mayRecord })
  useShortcut('Ctrl+K', '查找、跳转、执行', () => show('find'))

  function goTo({ path }: Place) {
    if (path === '/register') readyToRegister()
    navigate(path)
  }

  const keyless = places
    .filter((_, index) => keysOfPlace(index) === null)
    .map((place) => ({ label: `转到${place.name}`, run: () => goTo(place) }))
  const close = () => setOpen(null)
  return (
    <div className={classes['frame']}>
      <TopBar
        onFind={() => show('find')}
        onHelp={() => show('help')}
        onLock={onLock}
        onChangePassword={() => show('password')}
      />
      <nav className={classes['places']} aria-label="主菜单">
        {places.map((place, index) => (
          <PlaceLink
            key={place.path}
            place={place}
            keys={keysOfPlace(index)}
            here={location.startsWith(place.path)}
            waiting={waitingAt(place, status.data)}
            onGo={() => goTo(place)}
          />
        ))}
      </nav>
      <main ref={main} className={classes['main']} tabIndex={-1}>
        <ShortcutScope>
          <Routes />
        </ShortcutScope>
      </main>
      {code.says !== '' && <ScanNote key={code.says} says={code.says} onClose={code.silence} />}
      <StatusBar status={status.data} askedAtMs={status.dataUpdatedAt} />
      <HelpDialog opened={open === 'help'} onClose={close} shortcuts={covered} />
      <Palette
        opened={open === 'find'}
        onClose={close}
        shortcuts={covered}
        onCode={(text) => void code.open(text)}
        extras={[
          ...keyless,
          { label: '条款对照表', run: () => navigate('/clauses') },
          { label: '修改密码', run: () => show('password') },
        ]}
      />
      <ChangePasswordDialog opened={open === 'password'} onClose={close} />
    </div>
  )
}

/** Alt+1 to Alt+9, then Alt+0. */
function keysOfPlace(index: number): string | null {
  return index < 10 ? `Alt+${(index + 1) % 10}` : null
}

/** Without an archive nothing waits to be sent: there is nothing anybody could do about it there. */
function waitingAt({ waiting }: Place, status: Answer<'desk.status'> | undefined): number {
  if (waiting === undefined || status === undefined) return 0
  return waiting === 'archive' && !status.archive.configured ? 0 : status.waiting[waiting]
}

type PlaceProps = {
  readonly place: Place
  /** Null where the digits have run out; Ctrl+K still finds it. */
  readonly keys: string | null
  readonly here: boolean
  readonly waiting: number
  readonly onGo: () => void
}

function PlaceLink({ place, keys, here, waiting, onGo }: PlaceProps) {
  useShortcut(keys ?? '', `转到${place.name}`, onGo, { enabled: keys !== null })
  useShortcut(place.key ?? '', place.name, onGo, { enabled: place.key !== undefined })
  const shown = [place.key, keys].filter(Boolean).join(' 或 ')
  return (
    <Tooltip label={shown} position="right" disabled={shown === ''}>
      <Link
        href={place.path}
        className={classes['place'] ?? ''}
        aria-current={here ? 'page' : undefined}
        aria-keyshortcuts={place.key ?? keys ?? undefined}
        onClick={onGo}
      >
        <span>{place.name}</span>
        {place.key !== undefined && <kbd className={classes['key']}>{place.key}</kbd>}
        {waiting > 0 && (
          <span className={classes['waiting']}>
            {waiting}
            <span className={classes['unseen']}> 件待处理</span>
          </span>
        )}
      </Link>
    </Tooltip>
  )
}

/** After a jump the page has the keys; a field of the page that asks for the focus takes it from there. */
function useFocusedMain(location: string) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    // Nothing of the address is read, but every change of it is a jump.
    const timer = setTimeout(() => {
      const active = document.activeElement
      if (active === null || active === document.body || active.closest('nav') !== null) main.current?.focus()
    }, 0)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [location])
  return main
}
