import { Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import {
  DECLINE_GROUNDS,
  declineGroundSchema,
  OUTCOMES,
  outcomeSchema,
} from '../../../shared/domain/petition.ts'
import { DECISIONS, type DecisionKind } from '../../../shared/domain/reception.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { LongText, optionsOf, TYPED } from '../../ui/steps/fields.tsx'
import { UnitMultiSelect, UnitSelect } from '../../ui/UnitSelect.tsx'
import { type DecisionEntry, decisionEntrySchema } from './talk-entry.ts'

type Props = {
  readonly value: DecisionEntry
  readonly onChange: (decision: DecisionEntry) => void
  readonly errorAt: (path: string) => string | undefined
  readonly kinds: readonly DecisionKind[]
  /** Units that may not be given the matter. */
  readonly accused: readonly string[]
  readonly autoFocus?: boolean
}

/** What the leader decided: one of a few ways, and what that way needs. */
export function DecisionFields({ value, onChange, errorAt, kinds, accused, autoFocus = false }: Props) {
  const change = (changes: Partial<DecisionEntry>) => onChange({ ...value, ...changes })
  return (
    <Stack gap="sm">
      <Radio.Group
        label="校领导意见"
        required
        value={value.kind}
        onChange={(kind) => change({ kind: decisionEntrySchema.shape.kind.parse(kind) })}
        error={errorAt('decision.kind')}
      >
        <Group gap="md" mt={4}>
          {kinds.map((kind, index) => (
            <Radio
              key={kind}
              value={kind}
              label={DECISIONS[kind]}
              data-autofocus={(autoFocus && index === 0) || undefined}
            />
          ))}
        </Group>
      </Radio.Group>
      {value.kind !== null && value.kind !== 'later' && (
        <DecisionOfKind value={value} onChange={onChange} errorAt={errorAt} accused={accused} />
      )}
    </Stack>
  )
}

const TEXT_LABELS: Readonly<Record<Exclude<DecisionKind, 'later'>, string>> = {
  answer: '答复内容',
  transfer: '意见',
  assign: '批示意见',
  decline: '对来访人的解释说明',
}

function DecisionOfKind({ value, onChange, errorAt, accused }: Omit<Props, 'kinds' | 'autoFocus'>) {
  const { kind } = value
  const change = (changes: Partial<DecisionEntry>) => onChange({ ...value, ...changes })
  if (kind === null || kind === 'later') return null
  return (
    <>
      {kind === 'decline' && <DeclineFields value={value} onChange={onChange} errorAt={errorAt} />}
      <LongText
        label={TEXT_LABELS[kind]}
        required={kind !== 'transfer'}
        rows={4}
        value={value.text}
        onChange={(text) => change({ text })}
        error={errorAt(kind === 'decline' ? 'decision.explanation' : 'decision.text')}
      />
      {kind === 'answer' && (
        <Select
          label="处理结论"
          required
          data={optionsOf(OUTCOMES)}
          {...TYPED}
          value={value.outcome}
          onChange={(outcome) => change({ outcome: outcomeSchema.nullable().parse(outcome) })}
          error={errorAt('decision.outcome')}
        />
      )}
      {(kind === 'transfer' || kind === 'assign') && (
        <GivenFields value={value} onChange={onChange} errorAt={errorAt} accused={accused} />
      )}
    </>
  )
}

type PartProps = Pick<Props, 'value' | 'onChange' | 'errorAt'>

function GivenFields({ value, onChange, errorAt, accused }: PartProps & Pick<Props, 'accused'>) {
  const today = useToday()
  const change = (changes: Partial<DecisionEntry>) => onChange({ ...value, ...changes })
  return (
    <>
      <UnitSelect
        label="承办单位"
        required
        value={value.leadUnit}
        onChange={(leadUnit) => change({ leadUnit })}
        exclude={[...accused, ...value.assistUnits]}
        error={errorAt('decision.leadUnit')}
      />
      <UnitMultiSelect
        label="协办单位"
        value={value.assistUnits}
        onChange={(assistUnits) => change({ assistUnits })}
        exclude={[...accused, ...(value.leadUnit === null ? [] : [value.leadUnit])]}
        error={errorAt('decision.assistUnits')}
      />
      {value.kind === 'assign' && (
        <DayInput
          label="办结时限"
          description="不填写时按规定的 7 个工作日计算。"
          minDate={today}
          value={value.limitOn}
          onChange={(limitOn) => change({ limitOn })}
          error={errorAt('decision.limitOn')}
        />
      )}
    </>
  )
}

function DeclineFields({ value, onChange, errorAt }: PartProps) {
  const change = (changes: Partial<DecisionEntry>) => onChange({ ...value, ...changes })
  return (
    <>
      <Select
        label="不予受理的情形"
        required
        data={optionsOf(DECLINE_GROUNDS)}
        {...TYPED}
        value={value.ground}
        onChange={(ground) => change({ ground: declineGroundSchema.nullable().parse(ground) })}
        error={errorAt('decision.ground')}
      />
      <TextInput
        label="应当通过的法定途径或应遵守的规定"
        required
        value={value.lawfulChannel}
        onChange={(event) => change({ lawfulChannel: event.currentTarget.value })}
        error={errorAt('decision.lawfulChannel')}
      />
    </>
  )
}
