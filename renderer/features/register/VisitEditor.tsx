import { Button } from '@mantine/core'
import { useRef, useState, useSyncExternalStore } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import type { FieldProblem } from '../../../shared/contract/errors.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { DraftNote } from './DraftNote.tsx'
import { DraftsButton } from './DraftsButton.tsx'
import { useEarlier } from './EarlierPanel.tsx'
import { EntryProvider } from './entry-fields.ts'
import type { EntryStore } from './entry-store.ts'
import { focusField, focusSection } from './FormSection.tsx'
import { HandlingSection } from './HandlingSection.tsx'
import { JudgeSection } from './JudgeSection.tsx'
import { MatterSection } from './MatterSection.tsx'
import { PaperSection } from './PaperSection.tsx'
import { PersonSection } from './PersonSection.tsx'
import type { Registered } from './RegisteredPanel.tsx'
import classes from './register.module.css'
import { SideColumn } from './SideColumn.tsx'
import { useDraft } from './use-draft.ts'
import { useSaveVisit } from './use-save-visit.ts'

type Props = {
  readonly id: string
  readonly store: EntryStore
  /** When the draft it goes on from was saved; null for a new visit. */
  readonly restoredAt: Instant | null
  readonly others: Answer<'drafts.list'>
  readonly onNew: () => void
  readonly onGoOn: (id: string) => void
  readonly onRegistered: (registered: Registered) => void
}

export function VisitEditor(props: Props) {
  return (
    <EntryProvider value={props.store}>
      <Editor {...props} />
    </EntryProvider>
  )
}

function Editor({ id, store, restoredAt, others, onNew, onGoOn, onRegistered }: Props) {
  const draft = useDraft(id, store, useSession().me.login)
  const page = useRef<HTMLDivElement>(null)
  const [index, setIndex] = useState(0)
  const problems = useSyncExternalStore(store.subscribe, store.problems)
  const offered = useEarlier(index)
  const goTo = (path: string) => {
    setIndex((at) => petitionOf(path) ?? at)
    // Once the petition it belongs to is on the page.
    setTimeout(() => focusField(page.current, path), 0)
  }
  const { save, busy, error } = useSaveVisit({
    id,
    store,
    saver: draft.saver,
    onProblems: (found: readonly FieldProblem[]) => goTo(found[0]?.path ?? ''),
    onRegistered,
  })

  /** At once: the next words typed belong to the next visit. */
  function leaveFor(next: () => void) {
    void draft.park()
    next()
  }

  useShortcut('Ctrl+Enter', '保存并打印回执', () => save(true), { enabled: !busy })
  useShortcut('Ctrl+S', '保存，不打印', () => save(false), { enabled: !busy })
  useShortcut('F2', '另登记一位（这一份留在“未登记完的”里）', () => leaveFor(onNew))
  useShortcut('Ctrl+ArrowDown', '下一部分', () => focusSection(page.current, 1))
  useShortcut('Ctrl+ArrowUp', '上一部分', () => focusSection(page.current, -1))

  return (
    <Page
      title="来访登记"
      note={<DraftNote state={draft.state} restoredAt={restoredAt} />}
      actions={
        <>
          <DraftsButton drafts={others} onGoOn={(other) => leaveFor(() => onGoOn(other))} />
          <Button onClick={() => save(true)} loading={busy} title="Ctrl+回车；只保存不打印按 Ctrl+S">
            保存并打印回执
          </Button>
        </>
      }
    >
      <div ref={page} className={classes['columns']}>
        <div className={classes['form']}>
          <ProblemSummary problems={problems} />
          {problems.length === 0 && <Failure error={error} />}
          <PersonSection />
          <MatterSection index={index} onIndex={setIndex} />
          <JudgeSection index={index} />
          <HandlingSection index={index} />
          <PaperSection />
        </div>
        <SideColumn
          index={index}
          offered={offered}
          onFilled={() => goTo(`petitions.${index}.title`)}
          onGoTo={goTo}
        />
      </div>
    </Page>
  )
}

/** Which petition a field belongs to; null for the fields of the visit. */
function petitionOf(path: string): number | null {
  const match = /^petitions\.(\d+)\./.exec(path)
  return match === null ? null : Number(match[1])
}
