import { Anchor, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Route } from '../../../shared/domain/petition.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../Failure.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { IssueDialog } from './IssueDialog.tsx'
import { useOwedPaper } from './owed-paper.ts'
import { type PetitionView, STEP_WORDS } from './petition-view.ts'
import { StepForm } from './StepForm.tsx'

const ROUTES: readonly Route[] = ['transfer', 'direct', 'submit', 'decline']

type Props = {
  readonly number: string
  readonly plan: Route | null
  /** The keys belong to it: the first petition not yet on its way. */
  readonly current: boolean
  readonly onDone: () => void
  readonly onShow: (document: string) => void
}

/** One registered petition, its sentence, and the four ways it can go. */
export function NextStep({ number, plan, current, onDone, onShow }: Props) {
  const { data: petition, error } = useDeskQuery('petitions.open', { number })
  return (
    <Paper withBorder p="md" component="section" aria-label={`信访事项 ${number}`}>
      <Failure error={error} />
      {petition !== undefined && (
        <>
          <Title order={2}>
            <Anchor component={Link} href={`/petitions/${number}`} inherit underline="always">
              {number}
            </Anchor>
            {'　'}　{petition.title}
          </Title>
          <Text mb="sm">{petition.sentence}</Text>
          <Ways petition={petition} plan={plan} current={current} onDone={onDone} onShow={onShow} />
        </>
      )}
    </Paper>
  )
}

type WaysProps = Omit<Props, 'number'> & { readonly petition: PetitionView }

function Ways({ petition, plan, current, onDone, onShow }: WaysProps) {
  const [open, setOpen] = useState<Route | null>(null)
  const [issuing, setIssuing] = useState(false)
  const waiting = petition.route === null
  const owedAfter = useOwedPaper()

  async function routed(route: Route) {
    setOpen(null)
    if ((await owedAfter(petition.number, route)) !== null) setIssuing(true)
    else onDone()
  }

  return (
    <>
      {waiting && (
        <Group gap="xs">
          {ROUTES.map((route) => (
            <Way
              key={route}
              route={route}
              main={route === (plan ?? 'transfer')}
              current={current}
              refusal={petition.steps.find(({ step }) => step === route)?.refusal ?? null}
              onChoose={() => setOpen(route)}
            />
          ))}
        </Group>
      )}
      <Notices petition={petition} onIssue={() => setIssuing(true)} onShow={onShow} />
      {open !== null && (
        <StepForm
          step={open}
          petition={petition}
          onClose={() => setOpen(null)}
          onDone={() => void routed(open)}
        />
      )}
      {issuing && (
        <IssueDialog
          petition={petition}
          onClose={() => {
            setIssuing(false)
            onDone()
          }}
          onIssued={(id) => {
            setIssuing(false)
            onDone()
            onShow(id)
          }}
        />
      )}
    </>
  )
}

type NoticesProps = {
  readonly petition: PetitionView
  readonly onIssue: () => void
  readonly onShow: (document: string) => void
}

/** The paper each way asks for; a direct answer asks for none. */
const OWED: Partial<Record<Route, { readonly kind: string; readonly name: string }>> = {
  transfer: { kind: 'transfer', name: '转办函' },
  submit: { kind: 'submission', name: '呈批笺' },
  decline: { kind: 'decline', name: '不予受理告知书' },
}

/** What has been written about the decision, or that it still has to be. */
function Notices({ petition, onIssue, onShow }: NoticesProps) {
  const owed = petition.route === null ? undefined : OWED[petition.route]
  if (owed === undefined) return null
  const notices = petition.documents.filter(({ kind, number }) => number !== '' || kind === owed.kind)
  return (
    <Group gap="xs">
      {notices.map(({ id, kindName, number }) => (
        <Button key={id} variant="default" onClick={() => onShow(id)}>
          {[kindName, number].filter(Boolean).join(' ')}
        </Button>
      ))}
      {notices.length === 0 && <Button onClick={onIssue}>出具{owed.name}</Button>}
    </Group>
  )
}

type WayProps = {
  readonly route: Route
  readonly main: boolean
  readonly current: boolean
  readonly refusal: string | null
  readonly onChoose: () => void
}

function Way({ route, main, current, refusal, onChoose }: WayProps) {
  const { label, key } = STEP_WORDS[route]
  useShortcut(key, label, onChoose, { enabled: current && refusal === null })
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      autoFocus={main && current}
      onClick={onChoose}
      disabled={refusal !== null}
      title={refusal ?? key}
    >
      {label}
      {current && ` ${key}`}
    </Button>
  )
}
