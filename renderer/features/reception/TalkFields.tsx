import { Autocomplete, Checkbox, NumberInput, Select, TextInput, Title } from '@mantine/core'
import { PURPOSES, purposeSchema } from '../../../shared/domain/petition.ts'
import { IDENTITIES, petitionerSchema } from '../../../shared/domain/visit.ts'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { foundBy } from '../../ui/pinyin-initials.ts'
import { LongText, optionsOf, TYPED } from '../../ui/steps/fields.tsx'
import { UnitMultiSelect } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import type { Offered } from './TalkForm.tsx'
import type { TalkEntry } from './talk-entry.ts'

type Props = {
  readonly entry: TalkEntry
  readonly onChange: (changes: Partial<TalkEntry>) => void
  readonly errorAt: (path: string) => string | undefined
}

/** Who spoke: in the order of a conversation. */
export function TalkPerson({ entry, onChange, errorAt, offered }: Props & { readonly offered: Offered }) {
  const { units } = useCatalogue()
  const text = (
    key: 'name' | 'phone' | 'studentNumber',
    label: string,
    required: boolean,
    autoFocus = false,
  ) => (
    <TextInput
      className={classes['third'] ?? ''}
      label={label}
      required={required}
      autoFocus={autoFocus}
      autoComplete="off"
      value={entry[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
      error={errorAt(`visit.petitioners.0.${key}`)}
    />
  )
  const named = !entry.anonymous
  const numbered = entry.identity === 'student' || entry.identity === 'staff'
  return (
    <>
      <Title order={2}>来访人</Title>
      {text('name', '姓名', named, true)}
      {text('phone', '联系电话', named)}
      <Select
        className={classes['third'] ?? ''}
        label="身份类别"
        required
        data={optionsOf(IDENTITIES)}
        {...TYPED}
        value={entry.identity}
        onChange={(value) =>
          onChange({ identity: petitionerSchema.shape.identity.parse(value ?? undefined) })
        }
      />
      {text('studentNumber', entry.identity === 'staff' ? '工号' : '学号/工号', named && numbered)}
      <Autocomplete
        className={classes['third'] ?? ''}
        label="所在单位"
        required={named}
        autoComplete="off"
        data={units.filter(({ active }) => active).map(({ name }) => name)}
        filter={({ options, search }) =>
          options.filter((option) => !('group' in option) && foundBy(option.label, search)).slice(0, 8)
        }
        value={entry.organisation}
        onChange={(organisation) => onChange({ organisation })}
        error={errorAt('visit.petitioners.0.organisation')}
      />
      <NumberInput
        className={classes['third'] ?? ''}
        label="来访人数"
        min={1}
        allowDecimal={false}
        value={entry.headcount}
        onChange={(count) => onChange({ headcount: Number(count) })}
        error={errorAt('visit.headcount')}
      />
      <RepeatSelect entry={entry} onChange={onChange} errorAt={errorAt} offered={offered} />
      <div className={`${classes['half']} ${classes['checks']}`}>
        <Checkbox
          label="匿名"
          checked={entry.anonymous}
          onChange={(event) => onChange({ anonymous: event.currentTarget.checked })}
        />
        <Checkbox
          label="要求保密"
          checked={entry.confidential}
          onChange={(event) => onChange({ confidential: event.currentTarget.checked })}
        />
      </div>
    </>
  )
}

/** Both answers are kept: that it is the same matter again, and that it is not. */
function RepeatSelect({ entry, onChange, errorAt, offered }: Props & { readonly offered: Offered }) {
  const options = [
    ...(offered.length === 0
      ? [{ value: 'first', label: '初次反映' }]
      : [{ value: 'none', label: '不是重复' }]),
    ...offered.map(({ line, why }) => ({ value: line.number, label: `重复：${line.title}（${why}）` })),
  ]
  const value = offered.length === 0 ? 'first' : entry.repeat
  return (
    <Select
      className={classes['half'] ?? ''}
      label="是否重复"
      required={offered.length > 0}
      placeholder={offered.length > 0 ? `查到以前的来访 ${offered.length} 件，请选择` : ''}
      data={options}
      {...TYPED}
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(repeat) => onChange({ repeat: repeat ?? '' })}
      error={errorAt('repeat')}
    />
  )
}

/** What it was about. */
export function TalkMatter({ entry, onChange, errorAt }: Props) {
  return (
    <>
      <Title order={2}>反映内容</Title>
      <TextInput
        className={classes['whole'] ?? ''}
        label="反映事项"
        required
        value={entry.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={errorAt('visit.petitions.0.title')}
      />
      <div className={classes['whole']}>
        <LongText
          label="反映问题"
          required
          rows={4}
          value={entry.matter}
          onChange={(matter) => onChange({ matter })}
          error={errorAt('visit.petitions.0.matter')}
        />
      </div>
      <div className={classes['whole']}>
        <LongText
          label="具体诉求"
          required
          rows={2}
          value={entry.demand}
          onChange={(demand) => onChange({ demand })}
          error={errorAt('visit.petitions.0.demand')}
        />
      </div>
      <div className={classes['half']}>
        <CategorySelect
          label="内容分类"
          required
          value={entry.category}
          onChange={(category) => onChange({ category })}
          error={errorAt('visit.petitions.0.category')}
        />
      </div>
      <Select
        className={classes['half'] ?? ''}
        label="信访目的"
        data={optionsOf(PURPOSES)}
        {...TYPED}
        value={entry.purpose}
        onChange={(value) => onChange({ purpose: purposeSchema.parse(value) })}
      />
      <TextInput
        className={classes['half'] ?? ''}
        label="被反映人"
        value={entry.accusedNames}
        onChange={(event) => onChange({ accusedNames: event.currentTarget.value })}
        error={errorAt('visit.petitions.0.accusedNames')}
      />
      <div className={classes['half']}>
        <UnitMultiSelect
          label="被反映单位"
          value={entry.accusedUnits}
          onChange={(accusedUnits) => onChange({ accusedUnits })}
          error={errorAt('visit.petitions.0.accusedUnits')}
        />
      </div>
      <TextInput
        className={classes['half'] ?? ''}
        label="开始时间"
        required
        placeholder="例如 14:30"
        value={entry.start}
        onChange={(event) => onChange({ start: event.currentTarget.value })}
        error={errorAt('visit.startedAt')}
      />
      <TextInput
        className={classes['half'] ?? ''}
        label="陪同人员"
        value={entry.companions}
        onChange={(event) => onChange({ companions: event.currentTarget.value })}
        error={errorAt('companions')}
      />
    </>
  )
}
