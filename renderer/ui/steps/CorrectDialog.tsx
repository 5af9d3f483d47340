import { Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  GRADES,
  gradeSchema,
  PURPOSES,
  purposeSchema,
  URGENCIES,
  urgencySchema,
} from '../../../shared/domain/petition.ts'
import { CategorySelect } from '../CategorySelect.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { UnitMultiSelect } from '../UnitSelect.tsx'
import { useCheckedCall } from '../use-checked-call.ts'
import { type Correctable, changesBetween, correctableOf } from './correction.ts'
import type { StepDialogProps } from './step-dialog-props.ts'

/** 更正: a new entry with a reason; what stood there stays readable, struck through, in the timeline. */
export function CorrectDialog({ petition, onClose, onDone }: StepDialogProps) {
  const call = useCheckedCall('petitions.correct')
  const before = correctableOf(petition)
  const [after, setAfter] = useState(before)
  const [reason, setReason] = useState('')

  async function send() {
    const changes = changesBetween(before, after)
    if (Object.keys(changes).length === 0) {
      call.fail([{ path: 'changes', message: '还没有改动任何内容，请先改正有误的地方。' }])
      return
    }
    const done = await call.send({ number: petition.number, reason, changes })
    if (done !== null) onDone(done)
  }

  return (
    <FormDialog
      title="更正"
      submitLabel="保存更正"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      {call.errorAt('changes') !== undefined && (
        <Text c="var(--mantine-color-error)" role="alert">
          {call.errorAt('changes')}
        </Text>
      )}
      <CorrectionFields
        before={before}
        value={after}
        onChange={(change) => setAfter({ ...after, ...change })}
        errorAt={(field) => call.errorAt(`changes.${field}`)}
      />
      <Textarea
        label="更正原因"
        required
        autosize
        minRows={2}
        maxRows={6}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={call.errorAt('reason')}
      />
    </FormDialog>
  )
}

type FieldsProps = {
  readonly before: Correctable
  readonly value: Correctable
  readonly onChange: (change: Partial<Correctable>) => void
  readonly errorAt: (field: keyof Correctable) => string | undefined
}

function was(old: string, now: string): string | undefined {
  return old.trim() === now.trim() ? undefined : `原为：${old === '' ? '（空）' : old}`
}

const LONG = { autosize: true, minRows: 2, maxRows: 8 } as const

function CorrectionFields({ before, value, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <TextInput
        label="标题（事由）"
        required
        data-autofocus
        value={value.title}
        description={was(before.title, value.title)}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={errorAt('title')}
      />
      <Textarea
        label="反映问题概况"
        required
        {...LONG}
        value={value.matter}
        description={was(before.matter, value.matter)}
        onChange={(event) => onChange({ matter: event.currentTarget.value })}
        error={errorAt('matter')}
      />
      <Textarea
        label="事实与理由"
        {...LONG}
        value={value.grounds}
        description={was(before.grounds, value.grounds)}
        onChange={(event) => onChange({ grounds: event.currentTarget.value })}
        error={errorAt('grounds')}
      />
      <Textarea
        label="具体诉求"
        required
        {...LONG}
        value={value.demand}
        description={was(before.demand, value.demand)}
        onChange={(event) => onChange({ demand: event.currentTarget.value })}
        error={errorAt('demand')}
      />
      <CorrectionChoices before={before} value={value} onChange={onChange} errorAt={errorAt} />
    </>
  )
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const PURPOSE_OPTIONS = optionsOf(PURPOSES)
const URGENCY_OPTIONS = optionsOf(URGENCIES)
const GRADE_OPTIONS = optionsOf(GRADES)

function gradeText(grade: Correctable['grade']): string {
  return grade === null ? '不分级' : GRADES[grade]
}

function CorrectionChoices({ before, value, onChange, errorAt }: FieldsProps) {
  return (
    <>
      <Group grow align="start">
        <CategorySelect
          label="内容分类"
          required
          value={value.category}
          onChange={(category) => onChange({ category })}
          error={errorAt('category')}
        />
        <Select
          label="信访目的"
          required
          allowDeselect={false}
          data={PURPOSE_OPTIONS}
          value={value.purpose}
          description={was(PURPOSES[before.purpose], PURPOSES[value.purpose])}
          onChange={(purpose) => onChange({ purpose: purposeSchema.parse(purpose) })}
          error={errorAt('purpose')}
        />
      </Group>
      <Group grow align="start">
        <Select
          label="紧急程度"
          required
          allowDeselect={false}
          data={URGENCY_OPTIONS}
          value={value.urgency}
          description={was(URGENCIES[before.urgency], URGENCIES[value.urgency])}
          onChange={(urgency) => onChange({ urgency: urgencySchema.parse(urgency) })}
          error={errorAt('urgency')}
        />
        <Select
          label="分级"
          clearable
          placeholder="不分级"
          data={GRADE_OPTIONS}
          value={value.grade}
          description={was(gradeText(before.grade), gradeText(value.grade))}
          onChange={(grade) => onChange({ grade: gradeSchema.nullable().parse(grade) })}
          error={errorAt('grade')}
        />
      </Group>
      <TextInput
        label="被反映人"
        value={value.accusedNames}
        onChange={(event) => onChange({ accusedNames: event.currentTarget.value })}
        error={errorAt('accusedNames')}
      />
      <UnitMultiSelect
        label="被反映单位"
        value={value.accusedUnits}
        onChange={(accusedUnits) => onChange({ accusedUnits })}
        error={errorAt('accusedUnits')}
      />
    </>
  )
}
