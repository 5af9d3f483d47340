import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { ChaseDialog } from '../../ui/steps/ChaseDialog.tsx'
import { ExtendDialog } from '../../ui/steps/ExtendDialog.tsx'
import { IssueDialog } from '../../ui/steps/IssueDialog.tsx'
import { useOwedPaper } from '../../ui/steps/owed-paper.ts'

type Petition = Answer<'petitions.open'>

/** What a key of the board does with the row. */
export type Work = 'call' | 'notice' | 'extend'

const STEPS = { call: 'chase', notice: 'chase', extend: 'extend' } as const
const TITLES: Readonly<Record<Work, string>> = { call: '催办', notice: '催办通知', extend: '延期' }

type Props = {
  readonly number: string
  readonly work: Work
  readonly onClose: () => void
  readonly onDone: (petition: Petition, document?: string) => void
}

/** The form for the row's petition, or the rule's reason why there is none. */
export function ChasingStep({ number, work, onClose, onDone }: Props) {
  const [extended, setExtended] = useState<Petition | null>(null)
  // The form is gone before its paper comes up, so that the paper gives the focus back to the row as well.
  const [asking, setAsking] = useState(false)
  const owedAfter = useOwedPaper()
  const { data: petition, error } = useDeskQuery('petitions.open', { number })
  const refusal = petition?.steps.find(({ step }) => step === STEPS[work])?.refusal ?? null
  if (extended !== null) {
    return (
      <IssueDialog
        petition={extended}
        kind="extend"
        onClose={() => onDone(extended)}
        onIssued={(id) => onDone(extended, id)}
      />
    )
  }
  if (asking) return null
  // One dialog from the first: the focus goes back to the row it was opened from.
  if (petition === undefined && error === null) return null
  if (petition === undefined || refusal !== null) {
    return (
      <Dialog opened onClose={onClose} title={TITLES[work]} size="md">
        <Stack>
          <Failure error={error} />
          {refusal !== null && <Text role="alert">{refusal}</Text>}
          <Group justify="flex-end">
            <Button autoFocus onClick={onClose} title="Esc">
              返回
            </Button>
          </Group>
        </Stack>
      </Dialog>
    )
  }
  if (work !== 'extend') {
    const medium = work === 'call' ? 'phone' : 'written'
    return <ChaseDialog petition={petition} onClose={onClose} onDone={onDone} medium={medium} />
  }
  async function granted(done: Petition): Promise<void> {
    setAsking(true)
    if ((await owedAfter(number, 'extend')) !== null) setExtended(done)
    else onDone(done)
  }
  return <ExtendDialog petition={petition} onClose={onClose} onDone={(done) => void granted(done)} />
}
