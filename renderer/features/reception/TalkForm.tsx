import { Button, Group, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import type { DecisionKind } from '../../../shared/domain/reception.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { classes } from './classes.ts'
import { DecisionFields } from './DecisionFields.tsx'
import { TalkMatter, TalkPerson } from './TalkFields.tsx'
import { decisionOf, type TalkEntry, type TalkPlace, visitOf } from './talk-entry.ts'
import { useTalkDraft } from './use-talk-draft.ts'

type Props = {
  readonly place: TalkPlace
  readonly begin: TalkEntry
  /** A leader receives: only then can a matter be assigned by instruction. */
  readonly withLeader: boolean
  readonly onLeave: () => void
}

const WITH_LEADER: readonly DecisionKind[] = ['assign', 'transfer', 'answer', 'decline', 'later']
const WITHOUT: readonly DecisionKind[] = ['transfer', 'answer', 'decline', 'later']

/** Left what was said, right what was decided. Ctrl+Enter saves, Esc goes back; what was typed stays. */
export function TalkForm({ place, begin, withLeader, onLeave }: Props) {
  const [entry, setEntry] = useState(begin)
  const { form, send, fail, busy, error, problems, errorAt } = useCheckedCall('reception.record')
  const draft = useTalkDraft(place.draft, entry)
  const offered = useOffered(entry)
  const change = (changes: Partial<TalkEntry>) => setEntry((before) => ({ ...before, ...changes }))

  async function save() {
    const decision = decisionOf(entry.decision)
    const visit = visitOf(
      entry,
      place,
      offered.map(({ line }) => line.number),
    )
    if ('missing' in decision) return fail([{ path: decision.path, message: decision.missing }])
    if (offered.length > 0 && entry.repeat === '')
      return fail([{ path: 'repeat', message: '查到以前的来访，请选择这次是不是重复反映。' }])
    const { sitting, guest } = place
    const { companions } = entry
    const input = { sitting, guest, companions, visit, decision, draft: place.draft }
    if ((await send(input)) === null) return undefined
    draft.stop()
    return onLeave()
  }

  useShortcut('Ctrl+Enter', '保存接待记录', () => void save(), { enabled: !busy })
  useShortcut('Escape', '返回', onLeave)

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <ProblemSummary problems={problems} />
        <Failure error={error} />
        <div className={classes['talk']}>
          <div className={classes['fields']}>
            <TalkPerson entry={entry} onChange={change} errorAt={errorAt} offered={offered} />
            <TalkMatter entry={entry} onChange={change} errorAt={errorAt} />
          </div>
          <Stack gap="sm">
            <Title order={2}>处理意见</Title>
            <DecisionFields
              value={entry.decision}
              onChange={(decision) => change({ decision })}
              errorAt={errorAt}
              kinds={withLeader ? WITH_LEADER : WITHOUT}
              accused={entry.accusedUnits}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={busy} title="Ctrl+回车">
                保存接待记录
              </Button>
            </Group>
          </Stack>
        </div>
      </Stack>
    </form>
  )
}

/** Earlier petitions of the same person or the like. */
function useOffered({ name, phone, studentNumber, title, anonymous }: TalkEntry) {
  const worth = !anonymous && [name, phone, studentNumber, title].some((text) => text.trim().length >= 2)
  const input = {
    name: name.trim(),
    phone: phone.trim(),
    studentNumber: studentNumber.trim(),
    title: title.trim(),
  }
  const { data } = useDeskQuery('visits.suggest', input, { enabled: worth, keep: true })
  return worth ? (data ?? []) : []
}

export type Offered = ReturnType<typeof useOffered>
