import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  FREQUENCIES,
  HOLIDAY_POLICIES,
  LAST_WEEK,
  receptionRuleSchema,
} from '../../../shared/domain/reception.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { optionsOf, TYPED } from '../../ui/steps/fields.tsx'
import { UnitMultiSelect } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import classes from './reception.module.css'
import { WEEKDAY_OPTIONS } from './reception-words.ts'
import { datesOf, type Frequency, frequencyOf, type Rule, type Schedule } from './rule-form.ts'

type ErrorAt = (path: string) => string | undefined
type RuleProps = { readonly rule: Rule; readonly onChange: (rule: Rule) => void; readonly errorAt: ErrorAt }

/** When: frequency, season, and what becomes of a day off. */
export function RuleFields({ rule, onChange, errorAt }: RuleProps) {
  const change = (changes: Partial<Rule>) => onChange({ ...rule, ...changes })
  return (
    <fieldset className={classes['group']}>
      <legend>日期和时间</legend>
      <div className={classes['grid']}>
        <Select
          label="频次"
          data={optionsOf(FREQUENCIES)}
          {...TYPED}
          value={rule.frequency.kind}
          onChange={(kind) => kind !== null && change({ frequency: frequencyOf(kind, rule.frequency) })}
        />
        <FrequencyFields
          frequency={rule.frequency}
          onChange={(frequency) => change({ frequency })}
          errorAt={errorAt}
        />
        <Select
          label="遇放假"
          data={optionsOf(HOLIDAY_POLICIES)}
          {...TYPED}
          value={rule.holiday}
          onChange={(holiday) => change({ holiday: receptionRuleSchema.shape.holiday.parse(holiday) })}
        />
        <DayInput
          label="自哪天起"
          required
          value={rule.from || null}
          onChange={(from) => change({ from: from ?? '' })}
          error={errorAt('rule.from')}
        />
        <DayInput
          label="到哪天止"
          description="不填的一直有效。"
          value={rule.until}
          onChange={(until) => change({ until })}
          error={errorAt('rule.until')}
        />
        <HoursFields rule={rule} onChange={onChange} errorAt={errorAt} />
      </div>
    </fieldset>
  )
}

const WEEK_OPTIONS = [1, 2, 3, 4, LAST_WEEK].map((week) => ({
  value: String(week),
  label: week === LAST_WEEK ? '最后一周' : `第 ${week} 周`,
}))

type FrequencyProps = {
  readonly frequency: Frequency
  readonly onChange: (frequency: Frequency) => void
  readonly errorAt: ErrorAt
}

function FrequencyFields({ frequency, onChange, errorAt }: FrequencyProps) {
  if (frequency.kind === 'dates')
    return <DatesField frequency={frequency} onChange={onChange} errorAt={errorAt} />
  return (
    <>
      <Select
        label="星期几"
        data={WEEKDAY_OPTIONS}
        {...TYPED}
        value={String(frequency.weekday)}
        onChange={(weekday) => onChange({ ...frequency, weekday: Number(weekday) })}
      />
      {frequency.kind === 'monthly' && (
        <MultiSelect
          label="每月第几周"
          data={WEEK_OPTIONS}
          value={frequency.weeks.map(String)}
          onChange={(weeks) => onChange({ ...frequency, weeks: weeks.map(Number) })}
          error={errorAt('rule.frequency.weeks')}
        />
      )}
    </>
  )
}

type DatesProps = Omit<FrequencyProps, 'frequency'> & {
  readonly frequency: Extract<Frequency, { kind: 'dates' }>
}

function DatesField({ frequency, onChange, errorAt }: DatesProps) {
  const [typed, setTyped] = useState(frequency.dates.join('\n'))
  const wrong = frequency.dates.findIndex(
    (_, index) => errorAt(`rule.frequency.dates.${index}`) !== undefined,
  )
  return (
    <Textarea
      label="日期"
      description="每行一个，例如 2026-12-02。"
      required
      autosize
      minRows={3}
      maxRows={12}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange({ kind: 'dates', dates: datesOf(event.currentTarget.value) })
      }}
      error={
        errorAt('rule.frequency.dates') ??
        (wrong < 0 ? undefined : `第 ${wrong + 1} 个日期不存在，应写成 2026-12-02 这样的形式。`)
      }
    />
  )
}

function HoursFields({ rule, onChange, errorAt }: RuleProps) {
  const { winter, summer } = rule
  const change = (changes: Partial<Rule>) => onChange({ ...rule, ...changes })
  const time = (label: string, value: string, path: string, set: (value: string) => void) => (
    <TextInput
      label={label}
      required
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      error={errorAt(path)}
    />
  )
  return (
    <>
      {time(summer === null ? '开始' : '冬季开始', winter.start, 'rule.winter.start', (start) =>
        change({ winter: { ...winter, start } }),
      )}
      {time(summer === null ? '结束' : '冬季结束', winter.end, 'rule.winter.end', (end) =>
        change({ winter: { ...winter, end } }),
      )}
      <Checkbox
        mt={30}
        label="夏季时间不同"
        checked={summer !== null}
        onChange={(event) =>
          change({
            summer: event.currentTarget.checked ? { from: '05-01', until: '09-30', hours: winter } : null,
          })
        }
      />
      {summer !== null && (
        <>
          {time('夏季从（月-日）', summer.from, 'rule.summer.from', (from) =>
            change({ summer: { ...summer, from } }),
          )}
          {time('夏季到（月-日）', summer.until, 'rule.summer.until', (until) =>
            change({ summer: { ...summer, until } }),
          )}
          {time('夏季开始', summer.hours.start, 'rule.summer.hours.start', (start) =>
            change({ summer: { ...summer, hours: { ...summer.hours, start } } }),
          )}
          {time('夏季结束', summer.hours.end, 'rule.summer.hours.end', (end) =>
            change({ summer: { ...summer, hours: { ...summer.hours, end } } }),
          )}
        </>
      )}
    </>
  )
}

type BookingProps = {
  readonly schedule: Schedule
  readonly onChange: (changes: Partial<Schedule>) => void
  readonly errorAt: ErrorAt
}

/** Who receives, where, and how one books. */
export function BookingFields({ schedule, onChange, errorAt }: BookingProps) {
  const { leaders } = useCatalogue()
  const { cutOff } = schedule
  return (
    <fieldset className={classes['group']}>
      <legend>轮值和预约</legend>
      <MultiSelect
        label="轮值校领导"
        description="按列出的次序轮流接访；要改次序，删去后再按次序添加。"
        required
        mb="xs"
        data={leaders
          .filter(({ active, code }) => active || schedule.leaders.includes(code))
          .map(({ code, post, name }) => ({ value: code, label: `${post}${name}` }))}
        hidePickedOptions
        searchable
        value={schedule.leaders}
        onChange={(chosen) => onChange({ leaders: chosen })}
        error={errorAt('leaders')}
      />
      <div className={classes['grid']}>
        <TextInput
          label="接待地点"
          required
          value={schedule.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
          error={errorAt('place')}
        />
        <UnitMultiSelect
          label="陪同部门"
          value={schedule.companions}
          onChange={(companions) => onChange({ companions })}
          error={errorAt('companions')}
        />
        <NumberInput
          label="预约提前几个工作日截止"
          min={0}
          allowDecimal={false}
          value={cutOff.workingDays}
          onChange={(days) => onChange({ cutOff: { ...cutOff, workingDays: Number(days) } })}
          error={errorAt('cutOff.workingDays')}
        />
        <TextInput
          label="截止时间"
          required
          value={cutOff.time}
          onChange={(event) => onChange({ cutOff: { ...cutOff, time: event.currentTarget.value } })}
          error={errorAt('cutOff.time')}
        />
        <NumberInput
          label="每次最多几个预约"
          min={1}
          allowDecimal={false}
          value={schedule.places}
          onChange={(places) => onChange({ places: Number(places) })}
          error={errorAt('places')}
        />
        <NumberInput
          label="每批最多几人"
          min={1}
          max={5}
          allowDecimal={false}
          value={schedule.groupCap}
          onChange={(groupCap) => onChange({ groupCap: Number(groupCap) })}
          error={errorAt('groupCap')}
        />
        <TextInput
          label="预约方式（写入公告）"
          placeholder="电话、邮箱或地点"
          value={schedule.contact}
          onChange={(event) => onChange({ contact: event.currentTarget.value })}
          error={errorAt('contact')}
        />
        <Checkbox
          mt={30}
          label="须先向职能部门反映"
          checked={schedule.departmentFirst}
          onChange={(event) => onChange({ departmentFirst: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  )
}

/** 寒暑假 and whatever else suspends the reception. */
export function VacationFields({ rule, onChange, errorAt }: RuleProps) {
  const { vacations } = rule
  const change = (index: number, changes: Partial<Rule['vacations'][number]>) =>
    onChange({
      ...rule,
      vacations: vacations.map((vacation, at) => (at === index ? { ...vacation, ...changes } : vacation)),
    })
  return (
    <fieldset className={classes['group']}>
      <legend>暂停接待的假期</legend>
      {vacations.map((vacation, index) => (
        // Rows have nothing of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Group key={index} align="end" mb="xs">
          <TextInput
            label={`假期 ${index + 1} 名称`}
            required
            value={vacation.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
            error={errorAt(`rule.vacations.${index}.name`)}
          />
          <DayInput
            label={`假期 ${index + 1} 从`}
            required
            value={vacation.from || null}
            onChange={(from) => change(index, { from: from ?? '' })}
            error={errorAt(`rule.vacations.${index}.from`)}
          />
          <DayInput
            label={`假期 ${index + 1} 到`}
            required
            value={vacation.until || null}
            onChange={(until) => change(index, { until: until ?? '' })}
            error={errorAt(`rule.vacations.${index}.until`)}
          />
          <Button
            variant="subtle"
            aria-label={`删除假期 ${index + 1}`}
            onClick={() => onChange({ ...rule, vacations: vacations.filter((_, at) => at !== index) })}
          >
            删除
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        onClick={() => onChange({ ...rule, vacations: [...vacations, { name: '', from: '', until: '' }] })}
      >
        添加假期
      </Button>
    </fieldset>
  )
}
