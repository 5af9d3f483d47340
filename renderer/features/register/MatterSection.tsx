import { UnitMultiSelect } from '../../ui/UnitSelect.tsx'
import { usePetitionField } from './entry-fields.ts'
import { FormSection, More } from './FormSection.tsx'
import { LongField, TextField } from './inputs.tsx'
import { PetitionTabs } from './PetitionTabs.tsx'
import classes from './register.module.css'

type Props = {
  /** Which of the visit's petitions is being typed. */
  readonly index: number
  readonly onIndex: (index: number) => void
}

/** 2 反映内容: long text, saved as typed. */
export function MatterSection({ index, onIndex }: Props) {
  return (
    <FormSection number={2} title="反映内容" aside={<PetitionTabs index={index} onIndex={onIndex} />}>
      <div className={classes['grid']}>
        <TextField
          label="标题（事由）"
          required
          placeholder="一句话，例如：三号宿舍楼供暖不足"
          field={usePetitionField(index, 'title')}
          className={classes['twelve']}
        />
        <LongField
          label="反映问题概况"
          required
          rows={4}
          placeholder="起因、经过、时间、地点、涉及人员和单位"
          field={usePetitionField(index, 'matter')}
          className={classes['twelve']}
        />
        <LongField
          label="具体诉求"
          required
          rows={3}
          field={usePetitionField(index, 'demand')}
          className={classes['six']}
        />
        <LongField
          label="事实与理由"
          rows={3}
          field={usePetitionField(index, 'grounds')}
          className={classes['six']}
        />
      </div>
      <RareMatter index={index} />
    </FormSection>
  )
}

function RareMatter({ index }: { index: number }) {
  const accusedUnits = usePetitionField(index, 'accusedUnits')
  return (
    <More label="被反映人和单位、发生时间地点、曾反映情况" opened={false}>
      <TextField
        label="被反映人"
        field={usePetitionField(index, 'accusedNames')}
        className={classes['six']}
        description="不会印给被反映的人和单位"
      />
      <div className={classes['six']}>
        <UnitMultiSelect
          label="被反映单位"
          size="xs"
          description="不能转给被反映的单位"
          value={accusedUnits.value}
          onChange={accusedUnits.set}
          error={accusedUnits.error}
          data-path={accusedUnits.path}
        />
      </div>
      <TextField
        label="问题发生时间"
        field={usePetitionField(index, 'happenedOn')}
        className={classes['six']}
      />
      <TextField
        label="问题发生地点"
        field={usePetitionField(index, 'happenedAt')}
        className={classes['six']}
      />
      <LongField
        label="曾反映单位及处理情况"
        rows={2}
        field={usePetitionField(index, 'previousHandling')}
        className={classes['twelve']}
      />
    </More>
  )
}
