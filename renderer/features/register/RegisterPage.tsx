import { Loader } from '@mantine/core'
import { useEffect } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { useDesk, useSession } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { isVisitDraft, readDraft } from './draft-form.ts'
import { type Registered, RegisteredPanel } from './RegisteredPanel.tsx'
import { type Shown, typing, useRegisterState } from './register-state.tsx'
import { VisitEditor } from './VisitEditor.tsx'
import { blankVisit, type VisitEntry } from './visit-entry.ts'

/** 来访登记: one page, no wizard. It opens where the last unfinished visit stopped. */
export function RegisterPage() {
  const desk = useDesk()
  const blank = useBlank()
  const drafts = useDeskQuery('drafts.list', undefined, { fresh: true })
  const { me } = useSession()
  const [shown, setShown] = useRegisterState()
  // Not what was known before somebody else worked here: the drafts as they are now.
  const known = drafts.isFetchedAfterMount ? drafts.data : undefined
  useEffect(() => {
    if (shown === null && blank !== null && known !== undefined) setShown(opened(known, blank, me.login))
  }, [shown, blank, known, me.login, setShown])

  function startNew() {
    if (blank !== null) setShown(typing(crypto.randomUUID(), blank(), null))
  }

  async function goOn(id: string) {
    // Asked again: the one on the page was put aside a moment ago.
    const all = await desk('drafts.list', undefined)
    const draft = all.find((each) => each.id === id)
    const read = draft && blank ? readDraft(draft.form, blank()) : null
    if (draft && read) setShown(typing(id, read.visit, draft.savedAt))
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
      store={shown.store}
      restoredAt={shown.savedAt}
      others={(drafts.data ?? []).filter(({ id, form }) => id !== shown.id && isVisitDraft(form))}
      onNew={startNew}
      onGoOn={(id) => void goOn(id)}
      onRegistered={(registered) => setShown({ kind: 'registered', registered })}
    />
  )
}

/** The visit this person was in the middle of, unless it was put aside; else a new one. */
function opened(drafts: Answer<'drafts.list'>, blank: () => VisitEntry, login: string): Shown {
  for (const { id, form, savedAt } of drafts) {
    const read = readDraft(form, blank())
    if (read !== null && !read.parked && read.by === login) return typing(id, read.visit, savedAt)
  }
  return typing(crypto.randomUUID(), blank(), null)
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
