import { useRef, useState } from 'react'
import type { FieldProblem } from '../../../shared/contract/errors.ts'
import type { Route } from '../../../shared/domain/petition.ts'
import type { Desk } from '../../bridge/desk.ts'
import { problemOf } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import type { DraftSaver } from '../../ui/draft-saver.ts'
import { checkEntry, inEntryPaths } from './check-entry.ts'
import { isAnswered, isWorthAsking, suggestInput } from './earlier.ts'
import type { EntryStore } from './entry-store.ts'
import type { Registered } from './RegisteredPanel.tsx'
import type { VisitEntry } from './visit-entry.ts'

type Saving = {
  readonly id: string
  readonly store: EntryStore
  readonly saver: DraftSaver
  /** Something has to be put right first; the fields already say what. */
  readonly onProblems: (problems: readonly FieldProblem[]) => void
  readonly onRegistered: (registered: Registered) => void
}

/** Checks, then saves the visit whole; on any failure everything typed stays. */
export function useSaveVisit({ id, store, saver, onProblems, onRegistered }: Saving) {
  const desk = useDesk()
  const register = useDeskMutation('visits.register')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const running = useRef(false)

  function refuse(problems: readonly FieldProblem[]) {
    store.setProblems(problems)
    if (problems.length > 0) onProblems(problems)
  }

  async function save(print: boolean) {
    // A second Ctrl+Enter while the first is on its way must not register twice.
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(null)
    try {
      const entry = store.get()
      const checked = checkEntry(entry)
      const problems = [...(checked.ok ? [] : checked.problems), ...(await unanswered(desk, entry))]
      if (!checked.ok || problems.length > 0) return refuse(problems)
      await saver.pause()
      const plans: readonly (Route | null)[] = entry.petitions.map(({ plan }) => plan)
      onRegistered({ answer: await register.mutateAsync({ visit: checked.visit, draft: id }), plans, print })
    } catch (error) {
      saver.resume()
      setFailure(error)
      refuse(inEntryPaths(problemOf(error).fields))
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { save: (print: boolean) => void save(print), busy, error: failure }
}

const UNANSWERED = '查到以前的来访，请回答这次是不是重复：F7 是重复，F8 不是重复'

/** Every petition with earlier ones like it needs an explicit answer. */
async function unanswered(desk: Desk, entry: VisitEntry): Promise<readonly FieldProblem[]> {
  const asked = await Promise.all(
    entry.petitions.map(async (petition, index) => {
      const input = suggestInput(entry, index)
      // Not being able to look for earlier visits must not keep this one from being saved.
      const offered = isWorthAsking(input) ? await desk('visits.suggest', input).catch(() => []) : []
      return isAnswered(petition.repeat, offered)
        ? []
        : [{ path: `petitions.${index}.repeat`, message: UNANSWERED }]
    }),
  )
  return asked.flat()
}
