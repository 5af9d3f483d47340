import { GRADES, gradeSchema, ROUTES, routeSchema } from '../../../shared/domain/petition.ts'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { usePetitionField, useVisitField } from './entry-fields.ts'
import { FormSection } from './FormSection.tsx'
import { ChoiceField, LongField, MaybeChoiceField, optionsOf } from './inputs.tsx'
import classes from './register.module.css'

const ROUTE_OPTIONS = optionsOf(ROUTES)
const GRADE_OPTIONS = optionsOf(GRADES)

/** 4 办理方式: what is meant to happen; it happens after saving, with one key. */
export function HandlingSection({ index }: { index: number }) {
  const { channels } = useCatalogue()
  const channel = useVisitField('channel')
  const options = channels
    .filter(({ active, code }) => active || code === channel.value)
    .toSorted((a, b) => a.order - b.order)
    .map(({ code, name }) => ({ value: code, label: name }))
  return (
    <FormSection number={4} title="办理方式">
      <div className={classes['grid']}>
        <ChoiceField
          label="反映渠道"
          required
          field={channel}
          options={options}
          read={(value) => value}
          className={classes['six']}
        />
        <MaybeChoiceField
          label="拟办方式"
          placeholder="保存后再定"
          field={usePetitionField(index, 'plan')}
          options={ROUTE_OPTIONS}
          read={(value) => routeSchema.parse(value)}
          className={classes['three']}
        />
        <MaybeChoiceField
          label="分级"
          placeholder="不分级"
          field={usePetitionField(index, 'grade')}
          options={GRADE_OPTIONS}
          read={(value) => gradeSchema.parse(value)}
          className={classes['three']}
        />
        <LongField
          label="答复或处理意见"
          rows={2}
          placeholder="当场答复的内容，或拟办意见"
          field={usePetitionField(index, 'opinion')}
          className={classes['twelve']}
        />
      </div>
    </FormSection>
  )
}
