import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { petitionFromScan } from '../../../shared/rules/numbering.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PetitionRow } from '../../ui/PetitionList.tsx'
import type { PetitionView } from '../../ui/steps/petition-view.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import classes from './petition.module.css'
import { Section } from './Section.tsx'

type Props = {
  readonly petition: PetitionView
  readonly mayJudge: boolean
  readonly onOpen: (number: string) => void
}

/** Petitions of the same visit, and those this one repeats or that repeat it. */
export function Related({ petition, mayJudge, onOpen }: Props) {
  const [judging, setJudging] = useState(false)
  return (
    <Section
      title="相关事项"
      action={
        mayJudge && (
          <Button variant="default" size="xs" onClick={() => setJudging(true)}>
            认定重复
          </Button>
        )
      }
    >
      {petition.related.length === 0 && <Text c="dimmed">没有同次来访或重复反映的事项。</Text>}
      <ul className={classes['rows']}>
        {petition.related.map(({ line, why }) => (
          <li key={line.number}>
            <Text size="sm" c="dimmed" mt={4}>
              {why}
            </Text>
            <PetitionRow line={line} shows="state" onOpen={() => onOpen(line.number)} />
          </li>
        ))}
      </ul>
      {judging && <RepeatDialog petition={petition} onClose={() => setJudging(false)} />}
    </Section>
  )
}

function RepeatDialog({
  petition,
  onClose,
}: {
  readonly petition: PetitionView
  readonly onClose: () => void
}) {
  const call = useCheckedCall('petitions.judgeRepeat')
  const [typed, setTyped] = useState('')

  async function repeats() {
    const of = petitionFromScan(typed)
    if (of === null) {
      call.fail([{ path: 'repeat.of', message: '编号不对，请核对前件编号，例如 ZX-2026-00012-K。' }])
      return
    }
    if ((await call.send({ number: petition.number, repeat: { answer: 'repeat', of } })) !== null) onClose()
  }

  async function isFirst() {
    if ((await call.send({ number: petition.number, repeat: { answer: 'first' } })) !== null) onClose()
  }

  return (
    <FormDialog
      title="认定是否重复反映"
      submitLabel="是重复件"
      onSubmit={() => void repeats()}
      onClose={onClose}
      call={call}
    >
      <Stack gap="xs">
        <TextInput
          label="前件编号"
          description="输入编号，或用扫码枪扫前件文书上的二维码。"
          required
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={call.errorAt('repeat.of') ?? call.errorAt('repeat')}
        />
        {petition.repeat && (
          <Group>
            <Button variant="default" onClick={() => void isFirst()} disabled={call.busy}>
              不是重复件，是初次反映
            </Button>
          </Group>
        )}
      </Stack>
    </FormDialog>
  )
}
