import { Button, Group, Stack, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { UndoBar } from '../../ui/UndoBar.tsx'
import classes from './register.module.css'

type Drafts = Answer<'drafts.list'>
type Props = { readonly drafts: Drafts; readonly onGoOn: (id: string) => void }

/** The visits begun and not finished; a number only when there are some. */
export function DraftsButton({ drafts, onGoOn }: Props) {
  const [opened, setOpened] = useState(false)
  const rows = useRef<HTMLDivElement>(null)
  const [discarded, setDiscarded] = useState<Drafts[number] | null>(null)
  const discard = useDeskMutation('drafts.discard')
  const save = useDeskMutation('drafts.save')
  const some = drafts.length > 0
  useShortcut('Ctrl+O', '未登记完的来访', () => setOpened(true), { enabled: some })

  function throwAway(draft: Drafts[number]) {
    // The row goes, and the focus stays in the list.
    rows.current?.focus()
    discard.mutate({ id: draft.id }, { onSuccess: () => setDiscarded(draft) })
  }

  function putBack() {
    if (discarded === null) return
    save.mutate({ id: discarded.id, title: discarded.title, form: discarded.form })
    setDiscarded(null)
  }

  // In the dialog as long as it is open, for only its keys work then.
  const undo = discarded !== null && (
    <UndoBar
      key={discarded.id}
      message={`已丢弃“${discarded.title}”的草稿。`}
      onUndo={putBack}
      onGone={() => setDiscarded(null)}
    />
  )

  return (
    <>
      {some && (
        <Button variant="default" onClick={() => setOpened(true)} title="Ctrl+O">
          未登记完的 {drafts.length} 份
        </Button>
      )}
      <Dialog opened={opened} onClose={() => setOpened(false)} title="未登记完的来访">
        {undo}
        <Stack gap="xs" ref={rows} tabIndex={-1} className={classes['drafts'] ?? ''}>
          <Failure error={discard.error ?? save.error} />
          {!some && <Text c="dimmed">没有未登记完的来访。</Text>}
          {drafts.map((draft, index) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              first={index === 0}
              onThrowAway={() => throwAway(draft)}
              onGoOn={() => {
                setOpened(false)
                onGoOn(draft.id)
              }}
            />
          ))}
        </Stack>
      </Dialog>
      {!opened && undo}
    </>
  )
}

type RowProps = {
  readonly draft: Drafts[number]
  readonly first: boolean
  readonly onThrowAway: () => void
  readonly onGoOn: () => void
}

function DraftRow({ draft, first, onThrowAway, onGoOn }: RowProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text truncate>
        {draft.title}　<InstantText at={draft.savedAt} />
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" size="compact-sm" onClick={onThrowAway} aria-label={`丢弃 ${draft.title}`}>
          丢弃
        </Button>
        <Button
          size="compact-sm"
          data-autofocus={first || undefined}
          onClick={onGoOn}
          aria-label={`继续登记 ${draft.title}`}
        >
          继续登记
        </Button>
      </Group>
    </Group>
  )
}
