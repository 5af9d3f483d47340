import { Button, Text, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { IssueDialog } from '../../ui/steps/IssueDialog.tsx'
import type { PetitionView } from '../../ui/steps/petition-view.ts'
import classes from './petition.module.css'
import { Section } from './Section.tsx'

type Props = {
  readonly petition: PetitionView
  readonly mayIssue: boolean
  /** The document that is open; the page decides, so that a step may end in one. */
  readonly shown: string | null
  readonly onShow: (id: string | null) => void
  /** A kind begins with that one. */
  readonly issuing: string | boolean
  readonly onIssue: (issuing: boolean) => void
}

/** 文书 of the petition: each can be looked at, printed and opened; the one that is owed next can be issued. */
export function DocumentsPanel({ petition, mayIssue, shown, onShow, issuing, onIssue }: Props) {
  const { documents } = petition
  const offered = useDeskQuery('documents.offered', { petition: petition.number }, { enabled: mayIssue })
  const owed = offered.data?.papers.find(({ next }) => next)
  const valid = documents.filter(({ voided }) => voided === null)
  const latest = valid.find(({ number }) => number !== '') ?? valid[0]
  useShortcut('Ctrl+P', '打印文书', () => latest !== undefined && onShow(latest.id), {
    enabled: latest !== undefined,
  })
  // A dialog that closes itself by issuing hands over to the one that shows the result.
  const [key, setKey] = useState(0)

  function start() {
    setKey(key + 1)
    onIssue(true)
  }

  useShortcut('W', '起草文书', start, { enabled: mayIssue })

  return (
    <Section
      title="文书"
      action={
        mayIssue && (
          <Button variant={owed === undefined ? 'default' : 'filled'} size="xs" title="W" onClick={start}>
            {owed === undefined ? '印发文书…' : `${owed.name}…`}
          </Button>
        )
      }
    >
      {documents.length === 0 && <Text c="dimmed">还没有文书。</Text>}
      <ul className={classes['rows']}>
        {documents.map((document) => (
          <li key={document.id}>
            <UnstyledButton className={classes['document'] ?? ''} onClick={() => onShow(document.id)}>
              <span className={classes['documentName']} title={document.title}>
                {document.kindName} {document.number}
              </span>
              <Text span size="sm" c="dimmed">
                <InstantText at={document.issuedAt} />
                {takenWords(document)}
              </Text>
            </UnstyledButton>
            <Instead document={document} />
          </li>
        ))}
      </ul>
      {issuing !== false && (
        <IssueDialog
          key={key}
          {...(typeof issuing === 'string' ? { kind: issuing } : {})}
          petition={petition}
          onClose={() => onIssue(false)}
          onIssued={(id) => {
            onIssue(false)
            onShow(id)
          }}
        />
      )}
      <DocumentDialog id={shown} onClose={() => onShow(null)} />
    </Section>
  )
}

/** Which paper counts in the place of a void one. */
function Instead({ document: { voided } }: { readonly document: PetitionView['documents'][number] }) {
  if (voided === null || voided.replacedBy === null) return null
  return (
    <Text size="sm" c="dimmed" px={4} pb={4}>
      由{voided.replacedBy.name}代替
    </Text>
  )
}

function takenWords({ taken, voided }: PetitionView['documents'][number]): string {
  if (voided !== null) return '，已作废'
  return taken === 0 ? '，尚未打印' : `，已取用 ${taken} 次`
}
