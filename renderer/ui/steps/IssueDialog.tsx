import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { PaperFrame } from '../paper/PaperFrame.tsx'
import { readPaper } from '../paper/read-paper.ts'
import { useShortcut } from '../shortcuts.tsx'
import type { PetitionView } from './petition-view.ts'

type Props = {
  readonly petition: PetitionView
  readonly onClose: () => void
  /** Called with the document's id once it has its number. */
  readonly onIssued: (id: string) => void
}

/** 转办函 before it is issued: seen first, because its number is given once. */
export function IssueDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title="转办函" size={900}>
      <IssueForm {...props} />
    </Dialog>
  )
}

function IssueForm({ petition, onClose, onIssued }: Props) {
  const input = { petition: petition.number, kind: 'transfer', unit: petition.leadUnit }
  const preview = useDeskQuery('documents.preview', input)
  const issue = useDeskMutation('documents.issue')

  async function send() {
    try {
      onIssued((await issue.mutateAsync(input)).id)
    } catch {
      // Shown below from `error`.
    }
  }

  const ready = preview.data !== undefined && !issue.isPending
  useShortcut('Ctrl+Enter', '印发', () => void send(), { enabled: ready })

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text c="dimmed">印发时取得发文字号，之后不能收回；现在还没有编号，也没有留下记录。</Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <Button
            data-autofocus
            onClick={() => void send()}
            loading={issue.isPending}
            disabled={!ready}
            title="Ctrl+回车"
          >
            印发
          </Button>
        </Group>
      </Group>
      <Failure error={issue.error ?? preview.error} listFields />
      {preview.isPending && <Loader aria-label="正在准备预览" />}
      {preview.data !== undefined && (
        <PaperFrame paper={readPaper(preview.data.paper)} says="尚未印发，发文字号在印发时取得。" />
      )}
    </Stack>
  )
}
