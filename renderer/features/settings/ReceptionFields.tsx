import { NumberInput, Select, TextInput } from '@mantine/core'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import type { SettingsProps } from './settings-form.ts'

/** What a visit starts with, when a visit is 集体访, and when the desk locks itself. */
export function ReceptionFields({ value, onChange, errorAt }: SettingsProps) {
  const { channels } = useCatalogue()
  return (
    <fieldset className={classes['group']}>
      <legend>接待</legend>
      <div className={classes['fields']}>
        <TextInput
          label="接待地点"
          required
          value={value.receptionPlace}
          onChange={(event) => onChange({ receptionPlace: event.currentTarget.value })}
          error={errorAt('receptionPlace')}
        />
        <Select
          label="登记时默认的渠道"
          allowDeselect={false}
          data={channels
            .filter(({ active }) => active)
            .map(({ code, name }) => ({ value: code, label: name }))}
          value={value.defaultChannel}
          onChange={(defaultChannel) => defaultChannel !== null && onChange({ defaultChannel })}
          error={errorAt('defaultChannel')}
        />
        <NumberInput
          label="集体访人数（含）以上"
          min={2}
          value={value.groupVisitThreshold}
          onChange={(count) => onChange({ groupVisitThreshold: Number(count) })}
          error={errorAt('groupVisitThreshold')}
        />
        <NumberInput
          label="代表最多几人（条例第二十条：5 人）"
          min={1}
          value={value.maxRepresentatives}
          onChange={(count) => onChange({ maxRepresentatives: Number(count) })}
          error={errorAt('maxRepresentatives')}
        />
        <NumberInput
          label="无人操作几分钟后锁定"
          min={1}
          value={value.idleMinutes}
          onChange={(minutes) => onChange({ idleMinutes: Number(minutes) })}
          error={errorAt('idleMinutes')}
        />
      </div>
    </fieldset>
  )
}
