import { Text, TextInput } from '@mantine/core'
import { DayInput } from '../../ui/DayInput.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { classes } from './classes.ts'
import type { FieldsProps } from './ShortForm.tsx'

/** What an appeal or a review is against; the committee is found by the channel. */
export function AppealFields({ entry, set, errorAt }: FieldsProps) {
  return (
    <>
      <TextInput
        className={classes['twelve'] ?? ''}
        label="不服的处分决定或处理意见（文号）"
        required
        autoComplete="off"
        value={entry.decision}
        onChange={(event) => set({ decision: event.currentTarget.value })}
        error={errorAt('appeal.decision')}
      />
      <div className={classes['four']}>
        <UnitSelect
          label="作出决定的单位"
          value={entry.decidedBy}
          onChange={(decidedBy) => set({ decidedBy })}
          error={errorAt('appeal.decidedBy')}
        />
      </div>
      <div className={classes['four']}>
        <DayInput
          label="决定送达日期"
          value={entry.deliveredOn}
          onChange={(deliveredOn) => set({ deliveredOn })}
          error={errorAt('appeal.deliveredOn')}
        />
      </div>
      <Text className={classes['four'] ?? ''} size="sm" c="dimmed" mt={26}>
        保存后直接转委员会；超过提出期限的会说明，不会拒绝登记。
      </Text>
    </>
  )
}
