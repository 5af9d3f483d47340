import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Paper } from '../../../shared/documents/paper.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { PaperFrame } from './PaperFrame.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { asCopy, readPaper } from './read-paper.ts'
import { useTakeDocument } from './use-take-document.ts'

type Props = {
  /** The document to show; null shows nothing. */
  readonly id: string | null
  readonly onClose: () => void
}

/** An issued document: looked at, printed, opened in Word or saved. */
export function DocumentDialog({ id, onClose }: Props) {
  const shown = useDeskQuery('documents.show', { id: id ?? '' }, { enabled: id !== null, keep: true })
  const line = shown.data?.line
  const title = line === undefined ? '文书' : [line.kindName, line.number].filter(Boolean).join(' ')
  const paper = readPaper(shown.data?.paper)
  return (
    <Dialog opened={id !== null} onClose={onClose} title={title} size={900}>
      <Stack gap="sm">
        <Failure error={shown.error} onRetry={() => void shown.refetch()} />
        {id !== null && line !== undefined && <TakeButtons id={id} taken={line.taken} paper={paper} />}
        {shown.isPending ? (
          <Loader aria-label="正在打开文书" />
        ) : (
          line !== undefined && (
            <PaperFrame paper={paper} says="与已印发的 Word 文书内容一致，字体以本机已安装的为准。" />
          )
        )}
      </Stack>
    </Dialog>
  )
}

type TakeProps = { readonly id: string; readonly taken: number; readonly paper: Paper | null }

function TakeButtons({ id, taken, paper }: TakeProps) {
  const mayTake = useHasRole('receptionist', 'clerk', 'admin')
  const { take, busy, error, said } = useTakeDocument()
  const [printing, setPrinting] = useState<Paper | null>(null)

  async function print() {
    if (paper === null) return
    const content = await take(id, 'print')
    if (content !== null) setPrinting(content.copy ? asCopy(paper) : paper)
  }

  useShortcut('Ctrl+P', '打印', () => void print(), { enabled: mayTake })
  useShortcut('Ctrl+O', '用 Word 打开', () => void take(id, 'open'), { enabled: mayTake })
  useShortcut('Ctrl+S', '另存为 Word 文件', () => void take(id, 'save'), { enabled: mayTake })

  if (!mayTake) return <Text c="dimmed">文书由接待员或办公室打印、取用。</Text>
  return (
    <>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {taken === 0 ? '尚未取用。' : `已取用 ${taken} 次，再取用的标明“副本”。`}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={() => void take(id, 'save')} disabled={busy} title="Ctrl+S">
            另存
          </Button>
          <Button variant="default" onClick={() => void take(id, 'open')} disabled={busy} title="Ctrl+O">
            用 Word 打开
          </Button>
          <Button
            // It appears after the dialog has given the focus away.
            autoFocus
            onClick={() => void print()}
            loading={busy}
            disabled={paper === null}
            title="Ctrl+P"
          >
            打印
          </Button>
        </Group>
      </Group>
      <Failure error={error} />
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
      {printing !== null && <PrintSheet paper={printing} onPrinted={() => setPrinting(null)} />}
    </>
  )
}
