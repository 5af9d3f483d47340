import { Button, Group, Menu, Popover, Text } from '@mantine/core'
import { useState } from 'react'
import { useShortcut } from '../../ui/shortcuts.tsx'
import {
  arrangeSteps,
  type PetitionView,
  STEP_WORDS,
  type Step,
  type StepView,
} from '../../ui/steps/petition-view.ts'
import classes from './petition.module.css'

type Props = {
  readonly state: PetitionView['state']
  readonly steps: readonly StepView[]
  readonly onChoose: (step: Step) => void
}

/** The one next action as the main button, the likeliest others beside it, the rest in a menu, each with its key. */
export function PetitionSteps({ state, steps, onChoose }: Props) {
  const { main, likely, more, refused } = arrangeSteps(state, steps)
  const [chosen, setChosen] = useState(0)

  function choose(step: Step) {
    // A form comes up: the list of reasons would lie over it.
    setChosen(chosen + 1)
    onChoose(step)
  }

  return (
    <Group gap="xs" wrap="nowrap">
      {refused.length > 0 && <Refused key={`${state}-${chosen}`} steps={refused} />}
      {more.length > 0 && <MoreSteps steps={more} onChoose={choose} />}
      {likely.toReversed().map(({ step }) => (
        <StepButton key={step} step={step} variant="default" onChoose={choose} />
      ))}
      {main !== null && <StepButton step={main.step} variant="filled" onChoose={choose} />}
    </Group>
  )
}

type MoreProps = {
  readonly steps: readonly StepView[]
  readonly onChoose: (step: Step) => void
}

/** Their keys work whether the menu is open or not. */
function MoreSteps({ steps, onChoose }: MoreProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={200}
      withinPortal={false}
      // The first step takes the focus itself.
      withInitialFocusPlaceholder={false}
      shadow="md"
    >
      <Menu.Target>
        <Button variant="default">更多操作</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map(({ step }) => (
          <Menu.Item
            key={step}
            onClick={() => onChoose(step)}
            rightSection={<kbd className={classes['key']}>{STEP_WORDS[step].key}</kbd>}
          >
            {STEP_WORDS[step].label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
      {steps.map(({ step }) => (
        <StepKey
          key={step}
          step={step}
          onChoose={(chosen) => {
            setOpened(false)
            onChoose(chosen)
          }}
        />
      ))}
    </Menu>
  )
}

function StepKey({ step, onChoose }: { readonly step: Step; readonly onChoose: (step: Step) => void }) {
  const { label, key } = STEP_WORDS[step]
  useShortcut(key, label, () => onChoose(step))
  return null
}

/** Why the other steps cannot be taken, steps with the same reason together. */
function Refused({ steps }: { readonly steps: readonly StepView[] }) {
  const [opened, setOpened] = useState(false)
  const reasons = [...new Set(steps.map(({ refusal }) => refusal))]
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={520}
      withinPortal={false}
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="subtle"
          onClick={() => setOpened(!opened)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpened(false)
          }}
        >
          现在不能做的
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['refused'] ?? ''}>
        {reasons.map((reason) => (
          <Text key={reason} size="sm" mb={4}>
            <strong>
              {steps
                .filter(({ refusal }) => refusal === reason)
                .map(({ step }) => STEP_WORDS[step].label)
                .join('、')}
            </strong>
            ：{reason}
          </Text>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

type StepButtonProps = {
  readonly step: Step
  readonly variant: 'default' | 'filled'
  readonly onChoose: (step: Step) => void
}

function StepButton({ step, variant, onChoose }: StepButtonProps) {
  const { label, key } = STEP_WORDS[step]
  useShortcut(key, label, () => onChoose(step))
  return (
    <Button variant={variant} onClick={() => onChoose(step)} title={key}>
      {label}
    </Button>
  )
}
