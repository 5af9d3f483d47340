import { Button, Group, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { dueOnOnly } from '../../../shared/rules/deadlines.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../DayInput.tsx'
import { Failure } from '../Failure.tsx'
import { ProblemSummary } from '../ProblemSummary.tsx'
import { useShortcut } from '../shortcuts.tsx'
import { UnitMultiSelect, UnitSelect } from '../UnitSelect.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { PHRASES, withPhrase } from './phrases.ts'

type Petition = Answer<'petitions.open'>

const NOBODY = { leadUnit: null, assistUnits: [] }

type Props = {
  readonly petition: Petition
  readonly onDone: (petition: Petition) => void
  /** 批示并看下一件 */
  readonly submitLabel: string
  /** Further buttons before the main one. */
  readonly actions?: ReactNode
}

/** 批示: the leader's words, who is to do it and by when. Ctrl+Enter signs it. */
export function InstructionForm({ petition, onDone, submitLabel, actions }: Props) {
  const { form, send: call, busy, error, problems, errorAt } = useCheckedCall('review.instruct')
  // Units that have it already; a matter the desk handles itself is given to nobody yet.
  const supervised = petition.state === 'to-supervise'
  const given = petition.route === 'transfer' || supervised ? petition : (petition.instruction ?? NOBODY)
  const [text, setText] = useState('')
  const [leadUnit, setLeadUnit] = useState(given.leadUnit)
  const [assistUnits, setAssistUnits] = useState<string[]>(supervised ? [] : given.assistUnits)
  const [limitOn, setLimitOn] = useState<string | null>(null)
  const words = useRef<HTMLTextAreaElement>(null)

  async function send() {
    const done = await call({ number: petition.number, text, leadUnit, assistUnits, limitOn })
    if (done !== null) onDone(done)
  }

  function add(phrase: string) {
    setText(withPhrase(text, phrase))
    words.current?.focus()
  }

  useShortcut('Ctrl+Enter', submitLabel, () => void send(), { enabled: !busy })
  useShortcut('I', '写批示', () => words.current?.focus())

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack gap="sm">
        <ProblemSummary problems={problems} />
        <Failure error={error} />
        <Textarea
          ref={words}
          label="批示意见"
          required
          size="lg"
          autosize
          minRows={3}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={errorAt('text')}
        />
        <Phrases onChoose={add} />
        <Group grow align="start" gap="sm">
          <UnitSelect
            label={supervised ? '督办的承办单位' : '承办单位'}
            required={supervised}
            value={leadUnit}
            onChange={setLeadUnit}
            exclude={[...petition.accusedUnits, ...assistUnits]}
            error={errorAt('leadUnit')}
          />
          {!supervised && (
            <UnitMultiSelect
              label="协办单位"
              value={assistUnits}
              onChange={setAssistUnits}
              exclude={[...petition.accusedUnits, ...(leadUnit === null ? [] : [leadUnit])]}
              error={errorAt('assistUnits')}
            />
          )}
        </Group>
        <LimitInput value={limitOn} onChange={setLimitOn} error={errorAt('limitOn')} />
        <Group justify="flex-end">
          {actions}
          <Button type="submit" loading={busy} title="Ctrl+回车">
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Phrases({ onChoose }: { readonly onChoose: (phrase: string) => void }) {
  return (
    <SimpleGrid cols={2} spacing={6} verticalSpacing={6} role="group" aria-label="常用批示语">
      {PHRASES.map((phrase, index) => (
        <Phrase key={phrase} digit={index + 1} phrase={phrase} onChoose={onChoose} />
      ))}
    </SimpleGrid>
  )
}

type PhraseProps = {
  readonly digit: number
  readonly phrase: string
  readonly onChoose: (phrase: string) => void
}

function Phrase({ digit, phrase, onChoose }: PhraseProps) {
  useShortcut(String(digit), `批示语：${phrase}`, () => onChoose(phrase))
  return (
    <Button
      variant="default"
      size="compact-sm"
      justify="start"
      fw={400}
      onClick={() => onChoose(phrase)}
      title={`按 ${digit}`}
    >
      {digit} {phrase}
    </Button>
  )
}

const QUICK_TERMS = [3, 5, 7, 15] as const

type LimitProps = {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
  readonly error: string | undefined
}

/** 办结时限: a day, or so many working days from today; without one the seven working days of 《办法》 hold. */
function LimitInput({ value, onChange, error }: LimitProps) {
  const today = useToday()
  const calendar = useDeskQuery('calendar.read', undefined)
  return (
    <Group align="end" gap={6}>
      <DayInput
        label="办结时限"
        description="不填写时按规定的 7 个工作日计算。"
        value={value}
        onChange={onChange}
        minDate={today}
        error={error}
      />
      {QUICK_TERMS.map((days) => (
        <Button
          key={days}
          variant="default"
          size="compact-md"
          disabled={calendar.data === undefined}
          onClick={() =>
            calendar.data !== undefined &&
            onChange(dueOnOnly({ from: today, days, counts: 'working' }, calendar.data))
          }
        >
          {days} 个工作日
        </Button>
      ))}
    </Group>
  )
}
