import { Button } from '@mantine/core'
import { dayOf } from '../../../shared/domain/day.ts'
import { MATERIAL_FORMS } from '../../../shared/domain/visit.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useMaterialField, useVisitField } from './entry-fields.ts'
import { FormSection } from './FormSection.tsx'
import {
  CheckField,
  ChoiceField,
  LongField,
  NumberField,
  optionsOf,
  TextField,
  TimeField,
} from './inputs.tsx'
import { isInstant } from './instant-text.ts'
import classes from './register.module.css'
import { type Rows, useRows } from './use-rows.tsx'

const FORM_OPTIONS = optionsOf(MATERIAL_FORMS)

/** 5 材料与签名 */
export function PaperSection() {
  const today = useToday()
  const startedAt = useVisitField('startedAt')
  const materials = useRows('materials', (index) => `材料 ${index + 1}`)
  const day = isInstant(startedAt.value) ? dayOf(startedAt.value) : today
  const start = {
    ...startedAt,
    set: (value: string | null) => startedAt.set(value ?? ''),
  }
  return (
    <FormSection
      number={5}
      title="材料与签名"
      aside={
        <Button size="compact-xs" variant="subtle" onClick={materials.add} disabled={materials.count >= 50}>
          添加携带材料
        </Button>
      }
    >
      <Materials rows={materials} />
      <div className={classes['grid']}>
        <TextField label="接谈人" required field={useVisitField('receivedBy')} className={classes['three']} />
        <TextField label="接谈部门" field={useVisitField('receivingUnit')} className={classes['three']} />
        <TextField label="接待地点" required field={useVisitField('place')} className={classes['three']} />
        <TimeField label="来访时间" required field={start} day={today} className={classes['three']} />
        <TimeField label="结束时间" field={useVisitField('endedAt')} day={day} className={classes['three']} />
        <TextField
          label="异常情况"
          placeholder="过激言行等"
          field={useVisitField('unusual')}
          className={classes['four']}
        />
        <LongField label="备注" rows={1} field={useVisitField('remark')} className={classes['five']} />
      </div>
    </FormSection>
  )
}

/** 携带材料清单 */
function Materials({ rows: { count, added, remove, undo } }: { rows: Rows }) {
  return (
    <div className={classes['rows']} role="group" aria-label="携带材料">
      {Array.from({ length: count }, (_, at) => (
        <MaterialRow key={at} index={at} focused={added === at} onRemove={() => remove(at)} />
      ))}
      {undo}
    </div>
  )
}

type RowProps = { readonly index: number; readonly focused: boolean; readonly onRemove: () => void }

function MaterialRow({ index, focused, onRemove }: RowProps) {
  return (
    <div className={classes['grid']}>
      <TextField
        label={`材料 ${index + 1} 名称`}
        required
        autoFocus={focused}
        field={useMaterialField(index, 'name')}
        className={classes['four']}
      />
      <NumberField
        label="页数"
        field={useMaterialField(index, 'pages')}
        max={9999}
        className={classes['two']}
      />
      <ChoiceField
        label="原件或复印件"
        field={useMaterialField(index, 'form')}
        options={FORM_OPTIONS}
        read={(value) => (value === 'original' ? 'original' : 'copy')}
        className={classes['two']}
      />
      <div className={`${classes['two']} ${classes['checks']}`}>
        <CheckField label="留存" field={useMaterialField(index, 'kept')} />
      </div>
      <Button variant="subtle" size="compact-sm" onClick={onRemove} className={classes['rowEnd'] ?? ''}>
        删除材料 {index + 1}
      </Button>
    </div>
  )
}
