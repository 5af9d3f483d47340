import { Button, Group, Loader, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { PreviewFrame } from '../../ui/paper/PreviewFrame.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'

type Props = {
  readonly title: string
  readonly kind: 'reception-announcement' | 'reception-booking' | 'reception-record' | 'reception-minutes'
  /** Day, guest or conversation. */
  readonly about: string
  readonly onClose: () => void
  /** Called with the document's id. */
  readonly onIssued: (id: string) => void
}

/** A paper of the reception day before it is issued; into the minutes a note may be written first. */
export function ReceptionPaperDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title={props.title} size={900}>
      <PaperForm {...props} />
    </Dialog>
  )
}

function PaperForm({ kind, about, onClose, onIssued }: Props) {
  const [note, setNote] = useState('')
  const [shown, setShown] = useState('')
  const preview = useDeskQuery('reception.previewPaper', { kind, about, note: shown }, { keep: true })
  const issue = useDeskMutation('reception.issuePaper')
  const minuted = kind === 'reception-minutes'

  const ready = preview.data !== undefined && !issue.isPending

  async function send() {
    // Not switched off meanwhile: the focus would stay on the page below the dialog.
    if (!ready) return
    try {
      onIssued((await issue.mutateAsync({ kind, about, note })).id)
    } catch {
      // Shown below from `error`.
    }
  }

  useShortcut('Ctrl+Enter', '印发', () => void send(), { enabled: ready })

  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed">印发后存入“文书”，可以打印、用 Word 打开或另存。</Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <Button
            data-autofocus={!minuted || undefined}
            onClick={() => void send()}
            loading={issue.isPending}
            title="Ctrl+回车"
          >
            印发
          </Button>
        </Group>
      </Group>
      {minuted && (
        <Textarea
          label="补充说明"
          description="写在纪要末尾，可以不填；离开这一栏后预览随之更新。"
          data-autofocus
          autosize
          minRows={2}
          maxRows={8}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => setShown(note)}
        />
      )}
      <Failure error={issue.error ?? preview.error} listFields />
      {preview.isPending && <Loader aria-label="正在准备预览" />}
      {preview.data !== undefined && <PreviewFrame preview={preview.data} says="尚未印发。" />}
    </Stack>
  )
}
