import { Button, Group, Popover, Text } from '@mantine/core'
import { type Method, mayCall } from '../../../shared/contract/api.ts'
import type { Role } from '../../../shared/domain/account.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { arrangeSteps, STEP_WORDS, type Step, type StepView } from '../../ui/steps/petition-view.ts'

const CALLS: Readonly<Record<Step, Method>> = {
  direct: 'petitions.route',
  transfer: 'petitions.route',
  submit: 'petitions.route',
  decline: 'petitions.route',
  instruct: 'review.instruct',
  answer: 'petitions.answer',
  close: 'petitions.close',
  correct: 'petitions.correct',
  remark: 'petitions.remark',
}

/** Steps this person may take: a step nobody of their roles may take is not theirs to see. */
export function stepsFor(steps: readonly StepView[], roles: readonly Role[]): readonly StepView[] {
  return steps.filter(({ step }) => mayCall(CALLS[step], roles))
}

type Props = {
  readonly steps: readonly StepView[]
  readonly onChoose: (step: Step) => void
}

/** The one next action as the main button, the others beside it, what cannot be done now with its reason. */
export function PetitionSteps({ steps, onChoose }: Props) {
  const { main, others, refused } = arrangeSteps(steps)
  return (
    <Group gap="xs">
      {refused.length > 0 && <Refused steps={refused} />}
      {others.map(({ step }) => (
        <StepButton key={step} step={step} variant="default" onChoose={onChoose} />
      ))}
      {main !== null && <StepButton step={main.step} variant="filled" onChoose={onChoose} />}
    </Group>
  )
}

/** Why the other steps cannot be taken, steps with the same reason together. */
function Refused({ steps }: { readonly steps: readonly StepView[] }) {
  const reasons = [...new Set(steps.map(({ refusal }) => refusal))]
  return (
    <Popover position="bottom-end" width={440} withinPortal={false} shadow="md">
      <Popover.Target>
        <Button variant="subtle">现在不能做的</Button>
      </Popover.Target>
      <Popover.Dropdown>
        {reasons.map((reason) => (
          <Text key={reason} size="sm">
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
