import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  FREQUENCIES,
  HOLIDAY_POLICIES,
  LAST_WEEK,
  receptionRuleSchema,
} from '../../../shared/domain/reception.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { optionsOf, TYPED } from '../../ui/steps/fields.tsx'
import { classes } from './classes.ts'
import { WEEKDAY_OPTIONS } from './reception-words.ts'
import { datesOf, type Frequency, frequencyOf, type Rule } from './rule-form.ts'

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
