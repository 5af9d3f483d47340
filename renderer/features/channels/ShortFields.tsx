import { Checkbox, Select, Text, TextInput } from '@mantine/core'
import { PURPOSES, purposeSchema } from '../../../shared/domain/petition.ts'
import { IDENTITIES, petitionerSchema } from '../../../shared/domain/visit.ts'
import { filterByPinyin, UnitMultiSelect } from '../../ui/UnitSelect.tsx'
import { classes } from './classes.ts'
import type { FieldsProps } from './ShortForm.tsx'

export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Never printed for, and never given to, whoever is named here. */
export function AccusedFields({ entry, set, errorAt }: FieldsProps) {
  return (
    <>
      <TextInput
        className={classes['six'] ?? ''}
        label="被反映人"
        autoComplete="off"
        value={entry.accusedNames}
        onChange={(event) => set({ accusedNames: event.currentTarget.value })}
        error={errorAt('accusedNames')}
      />
      <div className={classes['six']}>
        <UnitMultiSelect
          label="被反映单位"
          value={entry.accusedUnits}
          onChange={(accusedUnits) => set({ accusedUnits })}
          error={errorAt('accusedUnits')}
        />
      </div>
    </>
  )
}

/** Not asked on the telephone, but there when they are told. */
export function MoreFields({ entry, set, errorAt }: FieldsProps) {
  return (
    <>
      <Select
        className={classes['two'] ?? ''}
        label="信访目的"
        data={optionsOf(PURPOSES)}
        value={entry.purpose}
        onChange={(purpose) => set({ purpose: purposeSchema.parse(purpose ?? entry.purpose) })}
        allowDeselect={false}
        filter={filterByPinyin}
        searchable
        selectFirstOptionOnChange
      />
      <Select
        className={classes['two'] ?? ''}
        label="身份"
        data={optionsOf(IDENTITIES)}
        value={entry.identity}
        onChange={(identity) =>
          set({ identity: petitionerSchema.shape.identity.parse(identity ?? entry.identity) })
        }
        allowDeselect={false}
        filter={filterByPinyin}
        searchable
        selectFirstOptionOnChange
      />
      <TextInput
        className={classes['three'] ?? ''}
        label="学号/工号"
        autoComplete="off"
        value={entry.studentNumber}
        onChange={(event) => set({ studentNumber: event.currentTarget.value })}
        error={errorAt('studentNumber')}
      />
      <TextInput
        className={classes['three'] ?? ''}
        label="所在单位"
        autoComplete="off"
        value={entry.organisation}
        onChange={(event) => set({ organisation: event.currentTarget.value })}
        error={errorAt('organisation')}
      />
      <Checkbox
        className={classes['two'] ?? ''}
        mt={26}
        label="要求保密"
        checked={entry.confidential}
        onChange={(event) => set({ confidential: event.currentTarget.checked })}
      />
      <Text className={classes['twelve'] ?? ''} size="sm" c="dimmed">
        多人来访和需要登记表、回执的，请用来访登记（F2）。
      </Text>
    </>
  )
}
