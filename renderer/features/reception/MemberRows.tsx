import { Button, TextInput } from '@mantine/core'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { classes } from './classes.ts'

export type MemberEntry = { readonly unit: string; readonly name: string }

type Props = {
  readonly members: readonly MemberEntry[]
  readonly onChange: (members: MemberEntry[]) => void
  readonly errorAt: (path: string) => string | undefined
  /** The first unit has the focus when a dialog opens. */
  readonly autoFocus?: boolean
}

/** Who is on duty, unit by unit. */
export function MemberRows({ members, onChange, errorAt, autoFocus = false }: Props) {
  const change = (index: number, changes: Partial<MemberEntry>) =>
    onChange(members.map((member, at) => (at === index ? { ...member, ...changes } : member)))
  return (
    <>
      {members.map((member, index) => (
        // Rows have nothing of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes['row']}>
          <div className={classes['grow']}>
            <UnitSelect
              label={`值班单位 ${index + 1}`}
              required
              {...(autoFocus && index === 0 ? { 'data-autofocus': true } : {})}
              value={member.unit === '' ? null : member.unit}
              onChange={(unit) => change(index, { unit: unit ?? '' })}
              error={errorAt(`members.${index}.unit`)}
            />
          </div>
          <TextInput
            className={classes['grow'] ?? ''}
            label={`值班人员 ${index + 1}`}
            required
            value={member.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
            error={errorAt(`members.${index}.name`)}
          />
          <Button
            variant="subtle"
            disabled={members.length === 1}
            aria-label={`删除值班人员 ${index + 1}`}
            onClick={() => onChange(members.filter((_, at) => at !== index))}
          >
            删除
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...members, { unit: '', name: '' }])}>
          再加一人
        </Button>
      </div>
    </>
  )
}
