import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { PaperFrame } from '../paper/PaperFrame.tsx'
import { readPaper } from '../paper/read-paper.ts'
import { useShortcut } from '../shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../use-catalogue.ts'
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
  const [unit, setUnit] = useState(petition.leadUnit)
  const input = { petition: petition.number, kind: 'transfer', unit }
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
      <UnitChoice petition={petition} value={unit} onChange={setUnit} />
      <Failure error={issue.error ?? preview.error} listFields />
      {preview.isPending && <Loader aria-label="正在准备预览" />}
      {preview.data !== undefined && (
        <PaperFrame paper={readPaper(preview.data.paper)} says="尚未印发，发文字号在印发时取得。" />
      )}
    </Stack>
  )
}

type ChoiceProps = {
  readonly petition: PetitionView
  readonly value: string | null
  readonly onChange: (unit: string) => void
}

/** Every assisting unit may get a notice of its own; with the lead unit alone there is nothing to choose. */
function UnitChoice({ petition: { leadUnit, assistUnits }, value, onChange }: ChoiceProps) {
  const { units } = useCatalogue()
  if (leadUnit === null || assistUnits.length === 0) return null
  const name = (code: string) => nameOfCode(units, code)
  return (
    <Select
      label="主送单位"
      maw={320}
      allowDeselect={false}
      data={[
        { value: leadUnit, label: `${name(leadUnit)}（承办）` },
        ...assistUnits.map((code) => ({ value: code, label: `${name(code)}（协办）` })),
      ]}
      value={value}
      onChange={(code) => code !== null && onChange(code)}
    />
  )
}
