import { Checkbox, Group, Text } from '@mantine/core'
import { PURPOSES, purposeSchema, URGENCIES, urgencySchema } from '../../../shared/domain/petition.ts'
import { LEGAL_FLAGS, type RepeatAnswer } from '../../../shared/domain/visit.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { usePetitionField } from './entry-fields.ts'
import { FormSection } from './FormSection.tsx'
import { ChoiceField, optionsOf } from './inputs.tsx'
import classes from './register.module.css'

const PURPOSE_OPTIONS = optionsOf(PURPOSES)
const URGENCY_OPTIONS = optionsOf(URGENCIES)
const FLAGS = ['court', 'reconsideration', 'arbitration', 'reviewed'] as const

/** 3 分类与判重 */
export function JudgeSection({ index }: { index: number }) {
  const category = usePetitionField(index, 'category')
  return (
    <FormSection number={3} title="分类与判重">
      <div className={classes['grid']}>
        <div className={classes['six']}>
          <CategorySelect
            label="内容分类"
            size="xs"
            required
            value={category.value}
            onChange={category.set}
            error={category.error}
            data-path={category.path}
          />
        </div>
        <ChoiceField
          label="信访目的"
          required
          field={usePetitionField(index, 'purpose')}
          options={PURPOSE_OPTIONS}
          read={(value) => purposeSchema.parse(value)}
          className={classes['three']}
        />
        <ChoiceField
          label="紧急程度"
          required
          field={usePetitionField(index, 'urgency')}
          options={URGENCY_OPTIONS}
          read={(value) => urgencySchema.parse(value)}
          className={classes['three']}
        />
        <LegalFlags index={index} />
        <Judged repeat={usePetitionField(index, 'repeat').value} />
      </div>
    </FormSection>
  )
}

/** 是否已进入法定途径 */
function LegalFlags({ index }: { index: number }) {
  const flags = usePetitionField(index, 'legalFlags')
  return (
    <Group gap="sm" className={classes['nine'] ?? ''} role="group" aria-label="是否已进入法定途径">
      <Text size="xs">已进入法定途径：</Text>
      {FLAGS.map((flag) => (
        <Checkbox
          key={flag}
          size="xs"
          label={LEGAL_FLAGS[flag]}
          checked={flags.value.includes(flag)}
          onChange={(event) => {
            const on = event.currentTarget.checked
            flags.set(FLAGS.filter((each) => (each === flag ? on : flags.value.includes(each))))
          }}
        />
      ))}
    </Group>
  )
}

function Judged({ repeat }: { repeat: RepeatAnswer }) {
  return (
    <Text size="xs" className={classes['three'] ?? ''}>
      判重：{judgedText(repeat)}
    </Text>
  )
}

function judgedText(repeat: RepeatAnswer): string {
  switch (repeat.answer) {
    case 'first':
      return '初次来访'
    case 'repeat':
      return `重复来访，前件 ${repeat.of}`
    default:
      return `不是重复（已核对 ${repeat.offered.length} 件）`
  }
}
