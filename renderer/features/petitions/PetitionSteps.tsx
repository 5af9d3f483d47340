import { Button, Group, Menu } from '@mantine/core'
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
      {refused.length > 0 && (
        <Menu position="bottom-end" width={420}>
          <Menu.Target>
            <Button variant="subtle">现在不能做的</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {refused.map(({ step, refusal }) => (
              <Menu.Item key={step} closeMenuOnClick={false}>
                <strong>{STEP_WORDS[step].label}</strong>：{refusal}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {others.map(({ step }) => (
        <StepButton key={step} step={step} variant="default" onChoose={onChoose} />
      ))}
      {main !== null && <StepButton step={main.step} variant="filled" onChoose={onChoose} />}
    </Group>
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
