import { Button } from '@mantine/core'
import {
  GENDERS,
  ID_TYPES,
  IDENTITIES,
  type Identity,
  petitionerSchema,
} from '../../../shared/domain/visit.ts'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { usePersonField, useVisitField } from './entry-fields.ts'
import { FormSection, More } from './FormSection.tsx'
import {
  CheckField,
  ChoiceField,
  MaybeChoiceField,
  NumberField,
  optionsOf,
  SuggestField,
  TextField,
} from './inputs.tsx'
import classes from './register.module.css'
import { useRows } from './use-rows.tsx'

const IDENTITY_OPTIONS = optionsOf(IDENTITIES)
const ID_TYPE_OPTIONS = optionsOf(ID_TYPES)
const GENDER_OPTIONS = optionsOf(GENDERS)
const { shape } = petitionerSchema

/** 1 来访人: in the order of a conversation. */
export function PersonSection() {
  const { settings } = useCatalogue()
  const headcount = useVisitField('headcount')
  const isGroup = settings !== null && headcount.value >= settings.groupVisitThreshold
  return (
    <FormSection number={1} title="来访人">
      <div className={classes['grid']}>
        <MainPerson />
        <NumberField label="来访人数" required field={headcount} max={5000} className={classes['two']} />
        <NumberField
          label="涉及人数"
          required
          field={useVisitField('affected')}
          max={1_000_000}
          className={classes['two']}
        />
        <div className={`${classes['three']} ${classes['checks']}`}>
          <CheckField label="匿名" field={useVisitField('anonymous')} />
          <CheckField label="要求保密" field={useVisitField('confidential')} />
        </div>
      </div>
      {isGroup && <Representatives most={settings.maxRepresentatives} />}
      <RarePerson />
    </FormSection>
  )
}

const NUMBER_LABELS: Readonly<Record<Identity, string>> = {
  student: '学号',
  staff: '工号',
  retired: '工号',
  alumnus: '学号/工号',
  parent: '学生学号',
  outsider: '学号/工号',
}

function MainPerson() {
  const named = !useVisitField('anonymous').value
  const identity = usePersonField(0, 'identity')
  const numbered = identity.value === 'student' || identity.value === 'staff'
  return (
    <>
      <TextField
        label="姓名"
        required={named}
        autoFocus
        field={usePersonField(0, 'name')}
        className={classes['three']}
      />
      <TextField
        label="联系电话"
        required={named}
        inputMode="tel"
        field={usePersonField(0, 'phone')}
        className={classes['three']}
      />
      <ChoiceField
        label="身份类别"
        required
        field={identity}
        options={IDENTITY_OPTIONS}
        read={(value) => shape.identity.parse(value)}
        className={classes['three']}
      />
      <TextField
        label={NUMBER_LABELS[identity.value]}
        required={named && numbered}
        field={usePersonField(0, 'studentNumber')}
        className={classes['three']}
      />
      <Organisation index={0} required={named} className={classes['five']} />
    </>
  )
}

type OrganisationProps = {
  readonly index: number
  readonly required: boolean
  readonly className: string | undefined
}

function Organisation({ index, required, className }: OrganisationProps) {
  const units = useCatalogue().units.filter(({ active }) => active)
  return (
    <SuggestField
      label="所在单位"
      required={required}
      placeholder="院系、部门或工作单位"
      field={usePersonField(index, 'organisation')}
      options={units.map(({ name }) => name)}
      className={className}
    />
  )
}

/** 代表名单: a group speaks through at most five, the first of whom is the main petitioner above. */
function Representatives({ most }: { most: number }) {
  const { count, added, add, remove, undo } = useRows('petitioners', (index) => `第 ${index + 1} 名代表`)
  return (
    <div className={classes['rows']} role="group" aria-label="集体访代表">
      <div className={classes['rowsHead']}>集体访代表（不超过 {most} 人，上面的来访人为第 1 名）</div>
      {Array.from({ length: count - 1 }, (_, at) => (
        <Representative
          key={at + 1}
          index={at + 1}
          focused={added === at + 1}
          onRemove={() => remove(at + 1)}
        />
      ))}
      {count < most && (
        <Button variant="default" size="compact-sm" onClick={add} data-path="petitioners">
          添加第 {count + 1} 名代表
        </Button>
      )}
      {undo}
    </div>
  )
}

type RowProps = { readonly index: number; readonly focused: boolean; readonly onRemove: () => void }

function Representative({ index, focused, onRemove }: RowProps) {
  return (
    <div className={classes['grid']}>
      <TextField
        label={`第 ${index + 1} 名代表姓名`}
        autoFocus={focused}
        field={usePersonField(index, 'name')}
        className={classes['three']}
      />
      <TextField
        label="联系电话"
        inputMode="tel"
        field={usePersonField(index, 'phone')}
        className={classes['three']}
      />
      <Organisation index={index} required={false} className={classes['four']} />
      <Button variant="subtle" size="compact-sm" onClick={onRemove} className={classes['rowEnd'] ?? ''}>
        删除第 {index + 1} 名
      </Button>
    </div>
  )
}

function RarePerson() {
  const idNumber = usePersonField(0, 'idNumber')
  const email = usePersonField(0, 'email')
  return (
    <More
      label="性别、出生年月、证件、地址、邮箱、代理人"
      opened={idNumber.error !== null || email.error !== null}
    >
      <MaybeChoiceField
        label="性别"
        placeholder="未填"
        field={usePersonField(0, 'gender')}
        options={GENDER_OPTIONS}
        read={(value) => (value === 'male' ? 'male' : 'female')}
        className={classes['two']}
      />
      <TextField
        label="出生年月"
        placeholder="1998-05"
        field={usePersonField(0, 'bornOn')}
        className={classes['two']}
      />
      <ChoiceField
        label="证件类型"
        field={usePersonField(0, 'idType')}
        options={ID_TYPE_OPTIONS}
        read={(value) => shape.idType.parse(value)}
        className={classes['three']}
      />
      <TextField label="证件号码" field={idNumber} className={classes['five']} description="非必要不收集" />
      <TextField label="通讯地址" field={usePersonField(0, 'address')} className={classes['six']} />
      <TextField label="电子邮箱" inputMode="email" field={email} className={classes['three']} />
      <TextField label="代理人" field={useVisitField('agentName')} className={classes['three']} />
      <div className={`${classes['six']} ${classes['checks']}`}>
        <CheckField label="已核对授权委托书" field={useVisitField('agentAuthorised')} />
      </div>
    </More>
  )
}
