import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../DayInput.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

type Stage = { readonly on: string | null; readonly what: string }

const NO_STAGE: Stage = { on: null, what: '' }

/** 时间表 of a long-term matter: each stage has a day on which the petitioner hears how far it is. */
export function PlanDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.plan')
  const untold = petition.followUp.stages.filter(({ toldOn }) => toldOn === null)
  const [stages, setStages] = useState<readonly Stage[]>(untold.length > 0 ? untold : [NO_STAGE])

  function change(place: number, part: Partial<Stage>) {
    setStages(stages.map((stage, index) => (index === place ? { ...stage, ...part } : stage)))
  }

  async function send() {
    const missing = stages.flatMap(({ on }, index) =>
      on === null ? [{ path: `stages.${index}.on`, message: '请填写这一阶段的日期。' }] : [],
    )
    if (missing.length > 0) {
      call.fail(missing)
      return
    }
    const whole = stages.map(({ on, what }) => ({ on: on ?? '', what }))
    const done = await call.send({ number: petition.number, stages: whole })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="制定时间表"
      submitLabel="保存时间表"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      <Text c="dimmed">
        期限按下一阶段的日期计算，到期前向反映人作阶段反馈。
        {petition.followUp.stages.length > 0 && '保存后替换原来还没有反馈的阶段。'}
      </Text>
      {stages.map((stage, index) => (
        <StageRow
          key={index}
          place={index}
          stage={stage}
          only={stages.length === 1}
          onChange={(part) => change(index, part)}
          onRemove={() => setStages(stages.filter((_, each) => each !== index))}
          errorAt={call.errorAt}
        />
      ))}
      <Group>
        <Button
          variant="default"
          disabled={stages.length >= 24}
          onClick={() => setStages([...stages, NO_STAGE])}
        >
          再加一个阶段
        </Button>
      </Group>
    </FormDialog>
  )
}

type RowProps = {
  readonly place: number
  readonly stage: Stage
  readonly only: boolean
  readonly onChange: (part: Partial<Stage>) => void
  readonly onRemove: () => void
  readonly errorAt: (path: string) => string | undefined
}

const DIGITS = '一二三四五六七八九十'

function StageRow({ place, stage, only, onChange, onRemove, errorAt }: RowProps) {
  const today = useToday()
  const name = `阶段${DIGITS.charAt(place) || place + 1}`
  return (
    <Group align="start" wrap="nowrap">
      <DayInput
        label={`${name}日期`}
        required
        // A row that was just added is where the next word goes.
        data-autofocus={place === 0}
        value={stage.on}
        onChange={(on) => onChange({ on })}
        minDate={today}
        error={errorAt(`stages.${place}.on`)}
      />
      <TextInput
        label={`${name}要做到什么`}
        required
        flex={1}
        value={stage.what}
        onChange={(event) => onChange({ what: event.currentTarget.value })}
        error={errorAt(`stages.${place}.what`)}
      />
      {!only && (
        <Button variant="subtle" mt={25} onClick={onRemove} aria-label={`去掉${name}`}>
          去掉
        </Button>
      )}
    </Group>
  )
}
