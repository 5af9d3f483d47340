import { Loader } from '@mantine/core'
import { useState } from 'react'
import { type Instant, instantOf } from '../../../shared/domain/day.ts'
import { useDesk, useSession } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { readDraft } from './draft-form.ts'
import { type Registered, RegisteredPanel } from './RegisteredPanel.tsx'
import { VisitEditor } from './VisitEditor.tsx'
import { blankVisit, type VisitEntry } from './visit-entry.ts'

/** What is on the page: a visit being typed, or one just saved. */
type Shown =
  | {
      readonly kind: 'typing'
      readonly id: string
      readonly visit: VisitEntry
      readonly savedAt: Instant | null
    }
  | { readonly kind: 'registered'; readonly registered: Registered }

/** 来访登记: one page, no wizard. It opens where the last unfinished visit stopped. */
export function RegisterPage() {
  const desk = useDesk()
  const blank = useBlank()
  const drafts = useDeskQuery('drafts.list', undefined)
  const { me } = useSession()
  const [shown, setShown] = useState<Shown | null>(null)

  if (shown === null && blank !== null && drafts.data !== undefined) {
    const mine = drafts.data
      .map((draft) => ({ ...draft, read: readDraft(draft.form, blank()) }))
      .find(({ read }) => read !== null && !read.parked && read.by === me.login)
    setShown(
      mine?.read
        ? { kind: 'typing', id: mine.id, visit: mine.read.visit, savedAt: mine.savedAt }
        : { kind: 'typing', id: crypto.randomUUID(), visit: blank(), savedAt: null },
    )
  }

  function startNew() {
    if (blank !== null) setShown({ kind: 'typing', id: crypto.randomUUID(), visit: blank(), savedAt: null })
  }

  async function goOn(id: string) {
    // Asked again: the one on the page was put aside a moment ago.
    const all = await desk('drafts.list', undefined)
    const draft = all.find((each) => each.id === id)
    const read = draft && blank ? readDraft(draft.form, blank()) : null
    if (draft && read) setShown({ kind: 'typing', id, visit: read.visit, savedAt: draft.savedAt })
  }

  if (shown === null) {
    return (
      <Page title="来访登记">
        {drafts.error === null ? (
          <Loader aria-label="正在准备登记表" />
        ) : (
          <Failure error={drafts.error} onRetry={() => void drafts.refetch()} />
        )}
      </Page>
    )
  }
  if (shown.kind === 'registered') return <AfterSaving registered={shown.registered} onNext={startNew} />
  return (
    <VisitEditor
      key={shown.id}
      id={shown.id}
      initial={shown.visit}
      restoredAt={shown.savedAt}
      others={(drafts.data ?? []).filter(({ id }) => id !== shown.id)}
      onNew={startNew}
      onGoOn={(id) => void goOn(id)}
      onRegistered={(registered) => setShown({ kind: 'registered', registered })}
    />
  )
}

function AfterSaving({ registered, onNext }: { registered: Registered; onNext: () => void }) {
  useShortcut('F2', '登记下一位', onNext)
  return <RegisteredPanel registered={registered} onNext={onNext} />
}

/** Now, me, the reception room, by the school's settings; null until those are there. */
function useBlank(): (() => VisitEntry) | null {
  const { settings } = useCatalogue()
  const { me } = useSession()
  if (settings === null) return null
  return () =>
    blankVisit({
      startedAt: instantOf(Date.now()),
      receivedBy: me.name,
      receivingUnit: '',
      place: settings.receptionPlace,
      channel: settings.defaultChannel,
    })
}
