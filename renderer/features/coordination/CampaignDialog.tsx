import { Button, Group, MultiSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin, UnitMultiSelect, UnitSelect } from '../../ui/UnitSelect.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { classes } from './classes.ts'

type TypedStep = {
  readonly key: number
  readonly what: string
  readonly unit: string | null
  readonly dueOn: string | null
}

export type CampaignStart = {
  readonly title: string
  readonly background: string
  readonly goal: string
  readonly leadUnit: string | null
  readonly assistUnits: readonly string[]
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly groups: readonly string[]
  readonly steps: readonly TypedStep[]
}

export function newCampaign(): CampaignStart {
  return {
    title: '',
    background: '',
    goal: '',
    leadUnit: null,
    assistUnits: [],
    fromOn: null,
    toOn: null,
    groups: [],
    steps: [{ key: 0, what: '', unit: null, dueOn: null }],
  }
}

type Props = {
  readonly id: string | null
  readonly start: CampaignStart
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** Goal, units and steps with their days. */
export function CampaignDialog({ id, start, onClose, onSaved }: Props) {
  const call = useCheckedCall('campaigns.save')
  const [typed, setTyped] = useState(start)
  const groups = useDeskQuery('groups.list', undefined)
  const change = (part: Partial<CampaignStart>) => setTyped({ ...typed, ...part })

  async function send() {
    const saved = await call.send({
      id,
      campaign: {
        ...typed,
        leadUnit: typed.leadUnit ?? '',
        assistUnits: [...typed.assistUnits],
        fromOn: typed.fromOn ?? '',
        toOn: typed.toOn ?? '',
        groups: [...typed.groups],
        steps: typed.steps.map(({ what, unit, dueOn }) => ({
          what,
          unit: unit ?? '',
          dueOn: dueOn ?? '',
        })),
      },
    })
    if (saved === null) return
    onClose()
    onSaved(saved.id)
  }

  return (
    <FormDialog
      title={id === null ? '开展专项治理' : '修改专项治理方案'}
      submitLabel="保存专项治理方案"
      size={900}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Group grow align="start">
        <TextInput
          label="专项治理名称"
          required
          data-autofocus
          value={typed.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
          error={call.errorAt('campaign.title')}
        />
        <MultiSelect
          label="针对的共性问题"
          data={groups.data?.groups.map((group) => ({ value: group.id, label: group.title })) ?? []}
          filter={filterByPinyin}
          searchable
          value={[...typed.groups]}
          onChange={(chosen) => change({ groups: chosen })}
        />
      </Group>
      <Textarea
        label="问题与成因"
        autosize
        minRows={2}
        maxRows={8}
        value={typed.background}
        onChange={(event) => change({ background: event.currentTarget.value })}
        error={call.errorAt('campaign.background')}
      />
      <Textarea
        label="治理目标"
        required
        autosize
        minRows={2}
        maxRows={6}
        value={typed.goal}
        onChange={(event) => change({ goal: event.currentTarget.value })}
        error={call.errorAt('campaign.goal')}
      />
      <Group grow align="start">
        <UnitSelect
          label="牵头单位"
          required
          value={typed.leadUnit}
          onChange={(leadUnit) => change({ leadUnit })}
          exclude={typed.assistUnits}
          error={call.errorAt('campaign.leadUnit')}
        />
        <UnitMultiSelect
          label="协办单位"
          value={typed.assistUnits}
          onChange={(assistUnits) => change({ assistUnits })}
          exclude={typed.leadUnit === null ? [] : [typed.leadUnit]}
          error={call.errorAt('campaign.assistUnits')}
        />
        <DayInput
          label="开始日期"
          required
          value={typed.fromOn}
          onChange={(fromOn) => change({ fromOn })}
          error={call.errorAt('campaign.fromOn')}
        />
        <DayInput
          label="结束日期"
          required
          value={typed.toOn}
          onChange={(toOn) => change({ toOn })}
          error={call.errorAt('campaign.toOn')}
        />
      </Group>
      <Steps typed={typed} change={change} errorAt={call.errorAt} />
    </FormDialog>
  )
}

type StepsProps = {
  readonly typed: CampaignStart
  readonly change: (part: Partial<CampaignStart>) => void
  readonly errorAt: (path: string) => string | undefined
}

function Steps({ typed, change, errorAt }: StepsProps) {
  const { steps } = typed
  const add = () => {
    const key = Math.max(-1, ...steps.map((step) => step.key)) + 1
    change({ steps: [...steps, { key, what: '', unit: typed.leadUnit, dueOn: null }] })
  }
  const set = (step: TypedStep, part: Partial<TypedStep>) =>
    change({ steps: steps.map((each) => (each === step ? { ...each, ...part } : each)) })
  return (
    <>
      <Group justify="space-between">
        <Text fw={600}>工作步骤</Text>
        <Button variant="default" size="compact-sm" onClick={add}>
          增加一步
        </Button>
      </Group>
      <div className={classes['rows']}>
        {steps.map((step, index) => (
          <Group key={step.key} align="start" wrap="nowrap">
            <TextInput
              label={`第 ${index + 1} 步`}
              required
              flex={2}
              value={step.what}
              onChange={(event) => set(step, { what: event.currentTarget.value })}
              error={errorAt(`campaign.steps.${index}.what`)}
            />
            <UnitSelect
              label="责任单位"
              required
              value={step.unit}
              onChange={(unit) => set(step, { unit })}
              error={errorAt(`campaign.steps.${index}.unit`)}
            />
            <DayInput
              label="完成日期"
              required
              value={step.dueOn}
              onChange={(dueOn) => set(step, { dueOn })}
              error={errorAt(`campaign.steps.${index}.dueOn`)}
            />
            <Button
              variant="subtle"
              mt={24}
              disabled={steps.length === 1}
              aria-label={`去掉第 ${index + 1} 步`}
              onClick={() => change({ steps: steps.filter((each) => each !== step) })}
            >
              去掉
            </Button>
          </Group>
        ))}
      </div>
    </>
  )
}
