import { Button, Checkbox, Group, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { DayInput } from '../../ui/DayInput.tsx'
import { UnitMultiSelect } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import type { Rule, Schedule } from './rule-form.ts'

type ErrorAt = (path: string) => string | undefined
type RuleProps = { readonly rule: Rule; readonly onChange: (rule: Rule) => void; readonly errorAt: ErrorAt }

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
          label="预约方式（写入通知）"
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
