import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { PreviewFrame } from '../../ui/paper/PreviewFrame.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'

type Of = 'meetings' | 'campaigns'

type Props = {
  readonly of: Of
  readonly id: string
  /** 协调会纪要, 专项治理方案 */
  readonly name: string
  readonly onClose: () => void
}

/** The paper before it is issued, and the issued one right after. */
export function PaperDialog(props: Props) {
  const [issued, setIssued] = useState<string | null>(null)
  if (issued !== null) return <DocumentDialog id={issued} onClose={props.onClose} />
  return (
    <Dialog opened onClose={props.onClose} title={props.name} size={900}>
      <PaperForm {...props} onIssued={setIssued} />
    </Dialog>
  )
}

function PaperForm({ of, id, onClose, onIssued }: Props & { readonly onIssued: (id: string) => void }) {
  const preview = useDeskQuery(`${of}.preview`, { id })
  const issue = useDeskMutation(`${of}.issue`)
  const mayIssue = useHasRole('clerk')

  const ready = mayIssue && preview.data !== undefined && !issue.isPending

  async function send() {
    // Not switched off meanwhile: the focus would stay on the page below the dialog.
    if (!ready) return
    try {
      onIssued((await issue.mutateAsync({ id })).id)
    } catch {
      // Shown below from `error`.
    }
  }

  useShortcut('Ctrl+Enter', '印发', () => void send(), { enabled: ready })
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text c="dimmed">还没有印发，也没有留下文书。</Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          {mayIssue && (
            <Button data-autofocus onClick={() => void send()} loading={issue.isPending} title="Ctrl+回车">
              印发
            </Button>
          )}
        </Group>
      </Group>
      <Failure error={issue.error ?? preview.error} listFields />
      {preview.isPending && <Loader aria-label="正在准备预览" />}
      {preview.data !== undefined && (
        <PreviewFrame preview={preview.data} says="尚未印发；不写信访人姓名。" />
      )}
    </Stack>
  )
}
