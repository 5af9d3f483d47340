import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../Dialog.tsx'
import { Failure } from '../Failure.tsx'
import { PreviewFrame } from '../paper/PreviewFrame.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../use-catalogue.ts'
import { firstPaper, firstUnit, issuable, type OfferedPaper, refusedPapers } from './offered-papers.ts'
import type { PetitionView } from './petition-view.ts'

type Props = {
  readonly petition: PetitionView
  /** The kind to begin with; the one that is owed when left out. */
  readonly kind?: string
  readonly onClose: () => void
  /** Called with the document's id once it is issued. */
  readonly onIssued: (id: string) => void
}

/** A paper of the petition before it is issued: seen first, because its number is given once. */
export function IssueDialog(props: Props) {
  return (
    <Dialog opened onClose={props.onClose} title="印发文书" size={900}>
      <IssueForm {...props} />
    </Dialog>
  )
}

function IssueForm({ petition, kind: asked, onClose, onIssued }: Props) {
  const offered = useDeskQuery('documents.offered', { petition: petition.number })
  const [chosen, setChosen] = useState<{ readonly kind: string; readonly unit?: string | null } | null>(null)
  const papers = offered.data?.papers ?? []
  const paper = firstPaper(papers, chosen?.kind ?? asked ?? null)
  const unit = chosen?.unit ?? (paper === undefined ? null : firstUnit(paper))
  const input = { petition: petition.number, kind: paper?.kind ?? '', unit }
  const preview = useDeskQuery('documents.preview', input, { enabled: paper !== undefined })
  const issue = useDeskMutation('documents.issue')

  const ready = preview.data !== undefined && !issue.isPending

  async function send() {
    // Not switched off meanwhile: the focus would stay on the page below the dialog.
    if (!ready) return
    try {
      onIssued((await issue.mutateAsync(input)).id)
    } catch {
      // Shown below from `error`.
    }
  }

  useShortcut('Ctrl+Enter', '印发', () => void send(), { enabled: ready })

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text c="dimmed">{before(paper)}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={onClose} title="Esc">
            返回
          </Button>
          <Button data-autofocus onClick={() => void send()} loading={issue.isPending} title="Ctrl+回车">
            印发
          </Button>
        </Group>
      </Group>
      {paper !== undefined && (
        <Group align="end">
          <KindChoice papers={papers} value={paper.kind} onChange={(kind) => setChosen({ kind })} />
          <UnitChoice
            petition={petition}
            paper={paper}
            value={unit}
            onChange={(to) => setChosen({ kind: paper.kind, unit: to })}
          />
        </Group>
      )}
      <Refused papers={papers} />
      <Failure error={issue.error ?? preview.error ?? offered.error} listFields />
      {(offered.isPending || (paper !== undefined && preview.isPending)) && (
        <Loader aria-label="正在准备预览" />
      )}
      {preview.data !== undefined && <PreviewFrame preview={preview.data} says={notYet(paper)} />}
    </Stack>
  )
}

function before(paper: OfferedPaper | undefined): string {
  return paper?.numbered === false
    ? '印发后存入本事项，可以打印和另存；现在还没有留下记录。'
    : '印发时取得发文字号，之后不能收回；现在还没有编号，也没有留下记录。'
}

function notYet(paper: OfferedPaper | undefined): string {
  return paper?.numbered === false ? '尚未印发。' : '尚未印发，发文字号在印发时取得。'
}

type KindProps = {
  readonly papers: readonly OfferedPaper[]
  readonly value: string
  readonly onChange: (kind: string) => void
}

function KindChoice({ papers, value, onChange }: KindProps) {
  return (
    <Select
      label="文书种类"
      w={260}
      allowDeselect={false}
      // Inside the dialog: a list beside it would lie outside every landmark.
      comboboxProps={{ withinPortal: false }}
      maxDropdownHeight={400}
      data={issuable(papers).map(({ kind, name, next }) => ({
        value: kind,
        label: next ? `${name}（应出具）` : name,
      }))}
      value={value}
      onChange={(kind) => kind !== null && onChange(kind)}
    />
  )
}

type UnitProps = {
  readonly petition: PetitionView
  readonly paper: OfferedPaper
  readonly value: string | null
  readonly onChange: (unit: string | null) => void
}

/** Value of the choice that sends it to no unit. */
const OFFICE = '-'

/** Every assisting unit may get a paper of its own; with the lead unit alone there is nothing to choose. */
function UnitChoice({ petition: { leadUnit }, paper, value, onChange }: UnitProps) {
  const { units } = useCatalogue()
  const { units: codes, unitRequired } = paper
  if (codes.length === 0 || (unitRequired && codes.length === 1)) return null
  return (
    <Select
      label="主送单位"
      w={260}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      data={[
        ...(unitRequired ? [] : [{ value: OFFICE, label: '存档（不发单位）' }]),
        ...codes.map((code) => ({
          value: code,
          label: `${nameOfCode(units, code)}${code === leadUnit ? '（承办）' : '（协办）'}`,
        })),
      ]}
      value={value ?? OFFICE}
      onChange={(code) => onChange(code === OFFICE ? null : code)}
    />
  )
}

/** Why the other kinds are not in the list. */
function Refused({ papers }: { readonly papers: readonly OfferedPaper[] }) {
  const refused = refusedPapers(papers)
  if (refused.length === 0) return null
  return (
    <details>
      <summary>现在不能印发的文书</summary>
      {refused.map(({ names, reason }) => (
        <Text key={reason} size="sm" mt={4}>
          <strong>{names}</strong>：{reason}
        </Text>
      ))}
    </details>
  )
}
