import { Loader, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useHasRole, useSession } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DueExplanation } from '../../ui/DueExplanation.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { marksOf } from '../../ui/PetitionTable.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useOwedPaper } from '../../ui/steps/owed-paper.ts'
import type { PetitionView, Step } from '../../ui/steps/petition-view.ts'
import { StepForm } from '../../ui/steps/StepForm.tsx'
import { Coordination } from './Coordination.tsx'
import { DocumentsPanel } from './DocumentsPanel.tsx'
import { FlowPicture } from './FlowPicture.tsx'
import { stepsFor } from './own-steps.ts'
import { Petitioners } from './Petitioners.tsx'
import { FollowUpFacts, PetitionHandling, PetitionMatter, VisitFacts } from './PetitionFacts.tsx'
import { PetitionSteps } from './PetitionSteps.tsx'
import classes from './petition.module.css'
import { Related } from './Related.tsx'
import { Section } from './Section.tsx'
import { Timeline } from './Timeline.tsx'

/** One petition: what it is, where it stands, what happened, and the next thing to do. */
export function PetitionPage() {
  const { number } = useParams<{ number: string }>()
  const [, navigate] = useLocation()
  const opened = useDeskQuery('petitions.open', { number })
  useShortcut('Escape', '返回', () => window.history.back())

  if (opened.data === undefined) {
    return (
      <Page title="信访事项">
        {opened.isPending && <Loader aria-label="正在打开信访事项" />}
        <Failure error={opened.error} onRetry={() => void opened.refetch()} />
      </Page>
    )
  }
  return (
    <OpenPetition key={number} petition={opened.data} onOpen={(other) => navigate(`/petitions/${other}`)} />
  )
}

type Props = { readonly petition: PetitionView; readonly onOpen: (number: string) => void }

function OpenPetition({ petition, onOpen }: Props) {
  const mayWrite = useHasRole('receptionist', 'clerk')
  // The head of a unit reads the petition, not the office's papers.
  const mayRead = useHasRole('receptionist', 'clerk', 'leader', 'admin')
  const { roles } = useSession().me
  const [step, setStep] = useState<Step | null>(null)
  const [issuing, setIssuing] = useState<string | boolean>(false)
  const [shown, setShown] = useState<string | null>(null)
  const owedAfter = useOwedPaper()

  function done(taken: Step, document: string | undefined) {
    setStep(null)
    if (document !== undefined) setShown(document)
    if (mayWrite && document === undefined)
      void owedAfter(petition.number, taken).then((kind) => kind !== null && setIssuing(kind))
  }

  return (
    <Page
      title={petition.number}
      actions={<PetitionSteps state={petition.state} steps={stepsFor(petition, roles)} onChoose={setStep} />}
    >
      <PetitionHead petition={petition} />
      <FlowPicture petition={petition} />
      <div className={classes['columns']}>
        <div>
          <PetitionMatter petition={petition} />
          <PetitionHandling petition={petition} />
          <FollowUpFacts petition={petition} />
          <Section title="办理经过">
            <Timeline items={petition.timeline} />
          </Section>
        </div>
        <div>
          {mayRead && (
            <DocumentsPanel
              petition={petition}
              mayIssue={mayWrite}
              shown={shown}
              onShow={setShown}
              issuing={issuing}
              onIssue={setIssuing}
            />
          )}
          <Section title="期限">
            {petition.due === null ? (
              <Text c="dimmed">现在没有在计算的期限。</Text>
            ) : (
              <DueExplanation due={petition.due} />
            )}
          </Section>
          <Petitioners petition={petition} />
          <VisitFacts petition={petition} />
          {mayWrite && <Coordination petition={petition} />}
          <Section title="归档">
            <Text>{petition.archiveSentence}</Text>
          </Section>
          <Related petition={petition} mayJudge={mayWrite} onOpen={onOpen} />
        </div>
      </div>
      {step !== null && (
        <StepForm
          step={step}
          petition={petition}
          onClose={() => setStep(null)}
          onDone={(_, document) => done(step, document)}
        />
      )}
    </Page>
  )
}

function PetitionHead({ petition }: { readonly petition: PetitionView }) {
  const { kind } = petition.lateness
  const tone = kind === 'overdue' ? classes['overdue'] : kind === 'dueToday' ? classes['dueToday'] : ''
  return (
    <div>
      <Title order={2} size="h1" className={classes['title'] ?? ''}>
        {marksOf(petition)}
        {petition.title}
      </Title>
      <Text className={classes['sentence'] ?? ''}>
        {petition.petitioner}　<span className={tone}>{petition.sentence}</span>
      </Text>
    </div>
  )
}
