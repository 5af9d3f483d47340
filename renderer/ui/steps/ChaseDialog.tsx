import { Checkbox, Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  CHASE_LEVELS,
  CHASE_MEDIA,
  type ChaseLevel,
  type ChaseMedium,
  chaseLevelSchema,
  chaseMediumSchema,
} from '../../../shared/domain/petition.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../DayInput.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { UnitContact } from '../UnitContact.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { LongText, optionsOf, TYPED } from './fields.tsx'
import type { PetitionView } from './petition-view.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

const LEVEL_OPTIONS = optionsOf(CHASE_LEVELS)
const MEDIUM_OPTIONS = optionsOf(CHASE_MEDIA)
const NOTICES: Readonly<Record<ChaseLevel, string>> = { chase: '催办通知', supervise: '督办通知单' }

type Props = StepDialogProps & {
  /** What the form starts with: a call, or a notice. */
  readonly medium?: ChaseMedium
}

/** 催办、督办: who was reached, what they said, and by when they will answer. */
export function ChaseDialog({ petition, onClose, onDone, medium: first = 'phone' }: Props) {
  const call = useCheckedCall('petitions.chase')
  const today = useToday()
  const [level, setLevel] = useState<ChaseLevel>(petition.state === 'supervising' ? 'supervise' : 'chase')
  const [medium, setMedium] = useState(first)
  const [counterpart, setCounterpart] = useState('')
  const [answer, setAnswer] = useState('')
  const [requiredOn, setRequiredOn] = useState<string | null>(null)
  const [notice, setNotice] = useState(first === 'written')

  async function send() {
    const said = { level, medium, counterpart, answer, requiredOn, notice }
    const done = await call.send({ number: petition.number, ...said })
    if (done !== null) onDone(done.petition, done.document?.id)
  }

  return (
    <FormDialog
      title={CHASE_LEVELS[level]}
      submitLabel={notice ? `记录并印发${NOTICES[level]}` : `记录${CHASE_LEVELS[level]}`}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <WhomToAsk petition={petition} />
      <Group grow align="start">
        <TextInput
          label="联系到的人"
          description="没有接通的写“未接通”。"
          required
          data-autofocus
          value={counterpart}
          onChange={(event) => setCounterpart(event.currentTarget.value)}
          error={call.errorAt('counterpart')}
        />
        <DayInput
          label="要求反馈的日期"
          description="可以不填。"
          value={requiredOn}
          onChange={setRequiredOn}
          minDate={today}
          error={call.errorAt('requiredOn')}
        />
      </Group>
      <LongText
        label="对方的答复"
        required
        value={answer}
        onChange={setAnswer}
        error={call.errorAt('answer')}
      />
      <Group grow align="start">
        <Select
          label="方式"
          required
          data={MEDIUM_OPTIONS}
          {...TYPED}
          value={medium}
          onChange={(value) => setMedium(chaseMediumSchema.parse(value))}
          error={call.errorAt('medium')}
        />
        <Select
          label="类别"
          required
          data={LEVEL_OPTIONS}
          {...TYPED}
          value={level}
          onChange={(value) => setLevel(chaseLevelSchema.parse(value))}
          error={call.errorAt('level')}
        />
      </Group>
      <Checkbox
        label={`同时印发${NOTICES[level]}`}
        checked={notice}
        onChange={(event) => setNotice(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}

function WhomToAsk({ petition: { leadUnit, followUp } }: { readonly petition: PetitionView }) {
  return (
    <Text>
      {leadUnit === null ? '请校领导办公室催请批示。' : <UnitContact unit={leadUnit} />}
      {followUp.chases > 0 && `　此前已催办 ${followUp.chases} 次。`}
    </Text>
  )
}
