import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import type { Answer } from '../../../shared/contract/api.ts'
import { standInsInWords } from '../../../shared/documents/font-check.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { PaperFrame } from './PaperFrame.tsx'
import { PrintButton } from './PrintButton.tsx'
import { readPaper } from './read-paper.ts'
import { usePrinting } from './use-printing.tsx'
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
          line !== undefined && <IssuedPaper paper={paper} shown={shown.data} />
        )}
      </Stack>
    </Dialog>
  )
}

const DRAWN = {
  whole: '按已印发的 Word 文书画出，字体以本机已安装的为准。',
  words: '这份文书用本单位的模板印发，这里只显示文字；版式请用“查看 PDF”或“用 Word 打开”查看。',
} as const

/** Drawn from the bytes as issued, or the reason why not. */
function IssuedPaper({
  paper,
  shown,
}: {
  readonly paper: Paper | null
  readonly shown: Answer<'documents.show'> | undefined
}) {
  if (shown === undefined) return null
  const { drawn, problem, standIns } = shown
  if (drawn === 'nothing') {
    return <Alert color="red" variant="outline" role="alert" title={problem ?? ''} />
  }
  return (
    <>
      {standIns.length > 0 && (
        <Text size="sm">这份文书曾在字体不全的电脑上打印：{standInsInWords(standIns)}。</Text>
      )}
      <PaperFrame paper={paper} says={DRAWN[drawn]} />
    </>
  )
}

type TakeProps = { readonly id: string; readonly taken: number; readonly paper: Paper | null }

function TakeButtons({ id, taken, paper }: TakeProps) {
  const mayTake = useHasRole('receptionist', 'clerk', 'admin')
  const taking = useTakeDocument()
  const { take } = taking
  const printing = usePrinting(id, paper, taking)
  const { busy, error, said } = printing

  useShortcut('Ctrl+P', '打印', printing.print, { enabled: mayTake })
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
          <PrintButton printing={printing} disabled={paper === null} />
        </Group>
      </Group>
      <Failure error={error} />
      {said !== '' && (
        <Text size="sm" role="status">
          {said}
        </Text>
      )}
      {printing.extra}
    </>
  )
}
