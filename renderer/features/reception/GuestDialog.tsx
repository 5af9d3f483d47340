import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { PURPOSES, purposeSchema } from '../../../shared/domain/petition.ts'
import { BOOKING_MEANS, type BookingMeans, bookingMeansSchema } from '../../../shared/domain/reception.ts'
import { IDENTITIES, petitionerSchema } from '../../../shared/domain/visit.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { optionsOf, TYPED } from '../../ui/steps/fields.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import type { DayView } from './reception-words.ts'

type Props = { readonly day: DayView; readonly walkIn: boolean; readonly onClose: () => void }

const BLANK = {
  person: petitionerSchema.parse({}),
  headcount: 1,
  companions: '',
  title: '',
  matter: '',
  demand: '',
  materials: '',
  purpose: 'request' as const,
  accusedNames: '',
  department: '',
}

/** 预约登记, or somebody who came without one: in the order of a conversation on the telephone. */
export function GuestDialog({ day, walkIn, onClose }: Props) {
  const book = useCheckedCall('reception.book')
  const arrive = useCheckedCall('reception.arrive')
  const call = walkIn ? arrive : book
  const [form, setForm] = useState<GuestEntry>(BLANK)
  const [means, setMeans] = useState<BookingMeans>('phone')
  const [appointedAt, setAppointedAt] = useState('')

  async function send() {
    const done = walkIn
      ? await arrive.send({ id: day.id, form })
      : await book.send({ id: day.id, means, appointedAt: appointedAt.trim(), form })
    if (done !== null) onClose()
  }

  return (
    <FormDialog
      title={walkIn ? '现场登记' : '登记预约'}
      submitLabel={walkIn ? '排队' : '保存预约'}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
      size="xl"
    >
      {call.errorAt('day') !== undefined && <p role="alert">{call.errorAt('day')}</p>}
      <GuestFields
        form={form}
        onChange={setForm}
        errorAt={call.errorAt}
        walkIn={walkIn}
        asks={day.departmentFirst}
      />
      {!walkIn && (
        <Group grow align="start">
          <Select
            label="预约方式"
            data={optionsOf(BOOKING_MEANS)}
            {...TYPED}
            value={means}
            onChange={(value) => setMeans(bookingMeansSchema.parse(value))}
          />
          <TextInput
            label="约定时间"
            description={`${day.start}—${day.end} 之内，可以以后再约。`}
            placeholder="例如 14:30"
            value={appointedAt}
            onChange={(event) => setAppointedAt(event.currentTarget.value)}
            error={call.errorAt('appointedAt')}
          />
        </Group>
      )}
    </FormDialog>
  )
}

type GuestEntry = Omit<typeof BLANK, 'purpose'> & { readonly purpose: keyof typeof PURPOSES }

type FieldsProps = {
  readonly form: GuestEntry
  readonly onChange: (form: GuestEntry) => void
  readonly errorAt: (path: string) => string | undefined
  readonly walkIn: boolean
  readonly asks: boolean
}

function GuestFields({ form, onChange, errorAt, walkIn, asks }: FieldsProps) {
  const change = (changes: Partial<GuestEntry>) => onChange({ ...form, ...changes })
  return (
    <>
      <PersonFields form={form} onChange={onChange} errorAt={errorAt} walkIn={walkIn} asks={asks} />
      <TextInput
        label="反映事项"
        required
        value={form.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={errorAt('form.title')}
      />
      <Textarea
        label="情况说明"
        autosize
        minRows={2}
        maxRows={8}
        value={form.matter}
        onChange={(event) => change({ matter: event.currentTarget.value })}
        error={errorAt('form.matter')}
      />
      <Textarea
        label="诉求"
        autosize
        minRows={1}
        maxRows={6}
        value={form.demand}
        onChange={(event) => change({ demand: event.currentTarget.value })}
        error={errorAt('form.demand')}
      />
      {!walkIn && (
        <TextInput
          label="材料"
          placeholder="例如 报修记录 2 页，照片 3 张"
          value={form.materials}
          onChange={(event) => change({ materials: event.currentTarget.value })}
          error={errorAt('form.materials')}
        />
      )}
      {!walkIn && (
        <Textarea
          label="是否已向职能部门反映及结果"
          required={asks}
          autosize
          minRows={2}
          maxRows={6}
          value={form.department}
          onChange={(event) => change({ department: event.currentTarget.value })}
          error={errorAt('form.department')}
        />
      )}
      <Group grow align="start">
        <Select
          label="信访目的"
          data={optionsOf(PURPOSES)}
          {...TYPED}
          value={form.purpose}
          onChange={(value) => change({ purpose: purposeSchema.parse(value) })}
        />
        <TextInput
          label="被反映人"
          description="涉及接访校领导本人的，不安排由其接待。"
          value={form.accusedNames}
          onChange={(event) => change({ accusedNames: event.currentTarget.value })}
          error={errorAt('form.accusedNames')}
        />
      </Group>
    </>
  )
}

function PersonFields({ form, onChange, errorAt, walkIn }: FieldsProps) {
  const { person } = form
  const change = (changes: Partial<typeof person>) => onChange({ ...form, person: { ...person, ...changes } })
  return (
    <>
      <Group grow align="start">
        <TextInput
          label="姓名"
          required
          data-autofocus
          autoComplete="off"
          value={person.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errorAt('form.person.name')}
        />
        <TextInput
          label="联系电话"
          required={!walkIn}
          autoComplete="off"
          value={person.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          error={errorAt('form.person.phone')}
        />
        <Select
          label="身份类别"
          data={optionsOf(IDENTITIES)}
          {...TYPED}
          value={person.identity}
          onChange={(value) =>
            change({ identity: petitionerSchema.shape.identity.parse(value ?? undefined) })
          }
        />
      </Group>
      <Group grow align="start">
        <TextInput
          label="学号/工号"
          autoComplete="off"
          value={person.studentNumber}
          onChange={(event) => change({ studentNumber: event.currentTarget.value })}
        />
        <TextInput
          label="所在单位"
          autoComplete="off"
          value={person.organisation}
          onChange={(event) => change({ organisation: event.currentTarget.value })}
        />
        <NumberInput
          label="来访人数"
          min={1}
          allowDecimal={false}
          value={form.headcount}
          onChange={(count) => onChange({ ...form, headcount: Number(count) })}
          error={errorAt('form.headcount')}
        />
      </Group>
    </>
  )
}
