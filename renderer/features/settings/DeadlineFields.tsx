import { Checkbox, Group, NumberInput, Select, Text } from '@mantine/core'
import { COUNTS, type Counts, DEADLINE_KINDS, type DeadlineKind } from '../../../shared/domain/catalogue.ts'
import { MEET_EVERY_DAYS } from '../../../shared/rules/coordination.ts'
import { DEADLINES, deadlineFor } from '../../../shared/rules/deadlines.ts'
import { classes } from './classes.ts'
import type { SettingsProps } from './settings-form.ts'

const COUNT_WORDS: Readonly<Record<Counts, string>> = { working: '工作日', calendar: '自然日' }

/** How long each kind of handling may take, and when to warn. */
export function DeadlineFields({ value, onChange, errorAt }: SettingsProps) {
  const { warnings } = value
  return (
    <fieldset className={classes['group']}>
      <legend>期限与提醒</legend>
      <Text c="dimmed" mb="xs">
        改动期限只影响以后计算的到期日，并会写进每个到期日的说明。
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">期限</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {DEADLINE_KINDS.map((kind) => (
            <DeadlineRow key={kind} kind={kind} value={value} onChange={onChange} errorAt={errorAt} />
          ))}
        </tbody>
      </table>
      <div className={classes['fields']}>
        <NumberInput
          label="提前几个工作日提醒"
          mt="sm"
          min={0}
          value={warnings.daysBefore}
          onChange={(days) => onChange({ warnings: { ...warnings, daysBefore: Number(days) } })}
          error={errorAt('warnings.daysBefore')}
        />
        <NumberInput
          label="超过几个工作日为严重逾期"
          mt="sm"
          min={0}
          value={warnings.severeAfter}
          onChange={(days) => onChange({ warnings: { ...warnings, severeAfter: Number(days) } })}
          error={errorAt('warnings.severeAfter')}
        />
        <NumberInput
          label="几天没有开协调会、调度会就提醒"
          mt="sm"
          min={7}
          value={value.meetingEveryDays ?? MEET_EVERY_DAYS}
          onChange={(days) => onChange({ meetingEveryDays: Number(days) })}
          error={errorAt('meetingEveryDays')}
        />
      </div>
      <Checkbox
        mt="sm"
        label="时限过半没有进展时提醒"
        checked={warnings.halfGone}
        onChange={(event) => onChange({ warnings: { ...warnings, halfGone: event.currentTarget.checked } })}
      />
    </fieldset>
  )
}

function DeadlineRow({ kind, value, onChange, errorAt }: SettingsProps & { readonly kind: DeadlineKind }) {
  const rule = deadlineFor(kind, value.deadlines)
  const usual = DEADLINES[kind]

  /** What is as the regulation says is no setting of the school's. */
  function set(days: number, counts: Counts) {
    const { [kind]: _before, ...others } = value.deadlines
    const same = days === usual.days && counts === usual.counts
    onChange({ deadlines: same ? others : { ...others, [kind]: { days, counts } } })
  }

  return (
    <tr>
      <td>{usual.label}</td>
      <td>
        <Group gap={6} wrap="nowrap" align="start">
          <NumberInput
            aria-label={`${usual.label}：天数`}
            w={80}
            min={0}
            value={rule.days}
            onChange={(days) => set(Number(days), rule.counts)}
            error={errorAt(`deadlines.${kind}.days`)}
          />
          <Select
            aria-label={`${usual.label}：按工作日还是自然日`}
            w={110}
            allowDeselect={false}
            data={COUNTS.map((each) => ({ value: each, label: COUNT_WORDS[each] }))}
            value={rule.counts}
            onChange={(counts) => set(rule.days, counts === 'calendar' ? 'calendar' : 'working')}
          />
        </Group>
      </td>
      <td>{usual.basis}</td>
    </tr>
  )
}
