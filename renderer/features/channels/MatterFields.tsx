import { Button, Fieldset, TextInput } from '@mantine/core'
import type { Received } from '../../../shared/contract/api.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { classes } from './classes.ts'

export type Matter = Omit<Received<'activities.raise'>['matters'][number], 'grade'>

export const BLANK_MATTER: Matter = {
  proposer: '',
  organisation: '',
  seconders: '',
  title: '',
  matter: '',
  category: '',
}

type Props = {
  readonly legend: string
  readonly matter: Matter
  /** Takes the keys when it appears. */
  readonly focused?: boolean
  readonly onChange: (matter: Matter) => void
  readonly errorAt: (field: string) => string | undefined
  readonly onRemove: (() => void) | null
}

/** One matter of a meeting or a talk. */
export function MatterFields({ legend, matter, focused = false, onChange, errorAt, onRemove }: Props) {
  const text = (field: keyof Matter, label: string, width: string, required = false) => (
    <TextInput
      className={classes[width] ?? ''}
      label={label}
      required={required}
      autoFocus={focused && field === 'title'}
      data-autofocus={(focused && field === 'title') || undefined}
      autoComplete="off"
      value={matter[field]}
      onChange={(event) => onChange({ ...matter, [field]: event.currentTarget.value })}
      error={errorAt(field)}
    />
  )
  return (
    <Fieldset legend={legend} mb="sm">
      <div className={classes['fields']}>
        {text('title', '标题（事由）', 'eight', true)}
        <div className={classes['four']}>
          <CategorySelect
            label="内容分类"
            required
            value={matter.category}
            onChange={(category) => onChange({ ...matter, category })}
            error={errorAt('category')}
          />
        </div>
        {text('matter', '具体内容', 'twelve')}
        {text('proposer', '提出人', 'three')}
        {text('organisation', '所在单位', 'three')}
        {text('seconders', '附议人（用顿号分开）', 'four')}
        {onRemove !== null && (
          <Button
            className={classes['two'] ?? ''}
            mt={26}
            variant="subtle"
            onClick={onRemove}
            aria-label={`去掉${legend}`}
          >
            去掉
          </Button>
        )}
      </div>
    </Fieldset>
  )
}
