import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { standInsInWords } from '../../../shared/documents/font-check.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { DocumentRecord } from './other-forms/DocumentRecord.tsx'
import { type OtherForm, OtherFormsMenu } from './other-forms/OtherFormsMenu.tsx'
import { OtherPane } from './other-forms/OtherPane.tsx'
import { PaperFrame } from './PaperFrame.tsx'
import { PrintButton } from './PrintButton.tsx'
import { readPaper } from './read-paper.ts'
import { usePrinting } from './use-printing.tsx'
import { useTakeDocument } from './use-take-document.ts'
import { VoidedNote } from './VoidedNote.tsx'

type Props = {
  /** The document to show; null shows nothing. */
  readonly id: string | null
  readonly onClose: () => void
}

/** An issued document: looked at, printed, opened in Word or saved. */
export function DocumentDialog({ id: opened, onClose }: Props) {
  const [id, follow] = useFollowed(opened)
  const shown = useDeskQuery('documents.show', { id: id ?? '' }, { enabled: id !== null, keep: true })
  const line = shown.data?.line
  const title = line === undefined ? '文书' : [line.kindName, line.number].filter(Boolean).join(' ')
  const paper = readPaper(shown.data?.paper)
  const record = useDeskQuery('register.record', { id: id ?? '' }, { enabled: id !== null })
  const [other, setOther] = useOtherForm(id)
  return (
    <Dialog opened={id !== null} onClose={onClose} title={title} size={900}>
      <Stack gap="sm">
        <Failure error={shown.error} onRetry={() => void shown.refetch()} />
        {shown.isPending && id !== null && <Loader aria-label="正在打开文书" />}
        {id !== null && line !== undefined && <VoidedNote line={line} onFollow={follow} />}
        {id !== null && line !== undefined && other !== null && (
          <OtherPane form={other} line={line} paper={paper} onBack={() => setOther(null)} />
        )}
        {id !== null && line !== undefined && other === null && (
          <>
            <TakeButtons key={id} id={id} line={line} paper={paper}>
              <OtherFormsMenu
                voided={line.voided !== null}
                confidential={record.data?.confidential ?? false}
                onChoose={setOther}
              />
            </TakeButtons>
            <IssuedPaper paper={paper} shown={shown.data} />
            <details>
              <summary>取用记录（{record.data?.takings.length ?? 0}）</summary>
              <DocumentRecord takings={record.data?.takings ?? []} />
            </details>
          </>
        )}
      </Stack>
    </Dialog>
  )
}

/** From a void paper to the one in its place and back, without closing; another document begins anew. */
function useFollowed(opened: string | null) {
  const [followed, setFollowed] = useState<{ readonly from: string | null; readonly to: string }>()
  const id = opened !== null && followed?.from === opened ? followed.to : opened
  return [id, (to: string) => setFollowed({ from: opened, to })] as const
}

/** Another document begins with the paper itself. */
function useOtherForm(id: string | null) {
  const [chosen, setChosen] = useState<{ readonly id: string | null; readonly form: OtherForm | null }>({
    id,
    form: null,
  })
  const form = chosen.id === id ? chosen.form : null
  return [form, (next: OtherForm | null) => setChosen({ id, form: next })] as const
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
      {standIns.length > 0 && <Text size="sm">这份文书打印时{standInsInWords(standIns)}。</Text>}
      <PaperFrame paper={paper} says={DRAWN[drawn]} />
    </>
  )
}

type TakeProps = {
  readonly id: string
  readonly line: Answer<'documents.show'>['line']
  readonly paper: Paper | null
  /** Further ways to take it. */
  readonly children: ReactNode
}

function TakeButtons({ id, line: { taken, voided, template }, paper, children }: TakeProps) {
  const mayTake = useHasRole('receptionist', 'clerk', 'admin')
  const taking = useTakeDocument()
  const { take } = taking
  const printing = usePrinting(id, paper, taking, template === null)
  const { busy, error, said } = printing

  useShortcut('Ctrl+P', '打印', printing.print, { enabled: mayTake })
  useShortcut('Ctrl+O', '用 Word 打开', () => void take(id, 'open'), { enabled: mayTake })
  useShortcut('Ctrl+S', '另存为 Word 文件', () => void take(id, 'save'), { enabled: mayTake })

  if (!mayTake) return <Text c="dimmed">文书由接待员或办公室打印、取用。</Text>
  return (
    <>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {template !== null && `用${template}印发。`}
          {takenWords(taken, voided !== null)}
        </Text>
        <Group gap="xs">
          {children}
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

function takenWords(taken: number, voided: boolean): string {
  const times = taken === 0 ? '尚未取用' : `已取用 ${taken} 次`
  if (voided) return `${times}。`
  return taken === 0 ? `${times}。` : `${times}，再取用的标明“副本”。`
}
