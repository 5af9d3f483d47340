import { Button, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { DECISION_LEVELS } from '../../../shared/domain/coordination.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { classes } from './classes.ts'

type Meeting = Answer<'meetings.open'>

type Typed = {
  /** Only for telling rows apart while they come and go. */
  readonly key: number
  readonly petition: string | null
  readonly unit: string | null
  readonly what: string
  readonly dueOn: string | null
  readonly level: 'chase' | 'supervise'
}

/** What was said and decided; every decision about a petition goes out as a chase at once. */
export function HoldDialog({
  meeting,
  onClose,
}: {
  readonly meeting: Meeting
  readonly onClose: () => void
}) {
  const call = useCheckedCall('meetings.hold')
  const today = useToday()
  const [on, setOn] = useState<string | null>(meeting.on <= today ? meeting.on : today)
  const [attendees, setAttendees] = useState(meeting.chair)
  const [absent, setAbsent] = useState('')
  const [minutes, setMinutes] = useState('')
  const [decisions, setDecisions] = useState<readonly Typed[]>(() =>
    meeting.items.map(({ line }, key) => emptyDecision(key, line.number, line.leadUnit)),
  )

  async function send() {
    const held = {
      on: on ?? '',
      attendees,
      absent,
      minutes,
      decisions: decisions.map((typed) => ({
        petition: typed.petition,
        unit: typed.unit ?? '',
        what: typed.what,
        dueOn: typed.dueOn ?? '',
        level: typed.level,
      })),
    }
    if ((await call.send({ id: meeting.id, held })) !== null) onClose()
  }

  const add = () => {
    const key = Math.max(-1, ...decisions.map((typed) => typed.key)) + 1
    setDecisions([...decisions, emptyDecision(key, null, meeting.leadUnit)])
  }
  return (
    <FormDialog
      title="记录会议"
      submitLabel="保存会议记录"
      size={960}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Group grow align="start">
        <DayInput label="召开日期" required value={on} onChange={setOn} error={call.errorAt('held.on')} />
        <TextInput
          label="出席"
          required
          data-autofocus
          value={attendees}
          onChange={(event) => setAttendees(event.currentTarget.value)}
          error={call.errorAt('held.attendees')}
        />
        <TextInput
          label="请假"
          value={absent}
          onChange={(event) => setAbsent(event.currentTarget.value)}
          error={call.errorAt('held.absent')}
        />
      </Group>
      <Textarea
        label="会议情况"
        required
        autosize
        minRows={4}
        maxRows={12}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
        error={call.errorAt('held.minutes')}
      />
      <Group justify="space-between">
        <Text fw={600}>议定事项</Text>
        <Button variant="default" size="compact-sm" onClick={add}>
          增加一项
        </Button>
      </Group>
      {decisions.length === 0 && (
        <Text c="dimmed">没有须由单位落实的事项。有的话请“增加一项”，保存后按完成日期跟踪。</Text>
      )}
      <div className={classes['rows']}>
        {decisions.map((typed, index) => (
          <DecisionFields
            key={typed.key}
            typed={typed}
            index={index}
            meeting={meeting}
            errorAt={(field) => call.errorAt(`held.decisions.${index}.${field}`)}
            onChange={(part) =>
              setDecisions(decisions.map((each) => (each === typed ? { ...each, ...part } : each)))
            }
            onRemove={() => setDecisions(decisions.filter((each) => each !== typed))}
          />
        ))}
      </div>
    </FormDialog>
  )
}

function emptyDecision(key: number, petition: string | null, unit: string | null): Typed {
  return { key, petition, unit, what: '', dueOn: null, level: 'chase' }
}

type FieldsProps = {
  readonly typed: Typed
  readonly index: number
  readonly meeting: Meeting
  readonly errorAt: (field: string) => string | undefined
  readonly onChange: (part: Partial<Typed>) => void
  readonly onRemove: () => void
}

function DecisionFields({ typed, index, meeting, errorAt, onChange, onRemove }: FieldsProps) {
  const name = `第 ${index + 1} 项`
  return (
    <fieldset className={classes['rowBox']}>
      <legend>{name}</legend>
      <Group grow align="start">
        <Select
          label="针对的信访事项"
          placeholder="不针对某一件"
          data={meeting.items.map(({ line }) => ({
            value: line.number,
            label: `${line.title}（${line.number}）`,
          }))}
          clearable
          value={typed.petition}
          onChange={(petition) => onChange({ petition })}
        />
        <UnitSelect
          label="责任单位"
          required
          value={typed.unit}
          onChange={(unit) => onChange({ unit })}
          error={errorAt('unit')}
        />
        <DayInput
          label="完成日期"
          required
          value={typed.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
          error={errorAt('dueOn')}
        />
        <Select
          label="方式"
          data={Object.entries(DECISION_LEVELS).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={typed.level}
          onChange={(level) => onChange({ level: level === 'supervise' ? 'supervise' : 'chase' })}
        />
      </Group>
      <Group align="end" wrap="nowrap" mt={6}>
        <TextInput
          label="做什么"
          required
          flex={1}
          value={typed.what}
          onChange={(event) => onChange({ what: event.currentTarget.value })}
          error={errorAt('what')}
        />
        <Button variant="subtle" onClick={onRemove} aria-label={`去掉${name}`}>
          去掉
        </Button>
      </Group>
    </fieldset>
  )
}
