import { Select, TextInput } from '@mantine/core'
import { NOTICE_SERIES, NOTICE_SERIES_NAMES, type Retention } from '../../../shared/domain/catalogue.ts'
import { ArchiveNumberFields } from './ArchiveNumberFields.tsx'
import { classes } from './classes.ts'
import type { SettingsProps } from './settings-form.ts'

const RETENTIONS: readonly Retention[] = ['永久', '30年', '10年']

/** In whose name notices go out, how they are numbered, whom to call, and how long files are kept. */
export function NoticeFields(props: SettingsProps) {
  return (
    <>
      <fieldset className={classes['group']}>
        <legend>文书</legend>
        <IssuerFields {...props} />
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>发文机关代字</legend>
        <SeriesFields {...props} />
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>保管期限</legend>
        <RetentionFields {...props} />
      </fieldset>
      <fieldset className={classes['group']}>
        <legend>档号</legend>
        <ArchiveNumberFields {...props} />
      </fieldset>
    </>
  )
}

function IssuerFields({ value, onChange, errorAt }: SettingsProps) {
  const { contact } = value
  const setContact = (part: Partial<typeof contact>) => onChange({ contact: { ...contact, ...part } })
  return (
    <div className={classes['fields']}>
      <TextInput
        label="发文机关"
        required
        value={value.issuingOrgan}
        onChange={(event) => onChange({ issuingOrgan: event.currentTarget.value })}
        error={errorAt('issuingOrgan')}
      />
      <Select
        label="转办文书的文种"
        allowDeselect={false}
        data={['函', '通知']}
        value={value.noticeKind}
        onChange={(kind) => onChange({ noticeKind: kind === '通知' ? '通知' : '函' })}
        error={errorAt('noticeKind')}
      />
      <TextInput
        label="联系人"
        value={contact.person}
        onChange={(event) => setContact({ person: event.currentTarget.value })}
        error={errorAt('contact.person')}
      />
      <TextInput
        label="联系电话"
        value={contact.phone}
        onChange={(event) => setContact({ phone: event.currentTarget.value })}
        error={errorAt('contact.phone')}
      />
      <TextInput
        label="查询地点"
        value={contact.place}
        onChange={(event) => setContact({ place: event.currentTarget.value })}
        error={errorAt('contact.place')}
      />
    </div>
  )
}

function SeriesFields({ value, onChange, errorAt }: SettingsProps) {
  return (
    <div className={classes['fields']}>
      {NOTICE_SERIES.map((series) => (
        <TextInput
          key={series}
          label={NOTICE_SERIES_NAMES[series]}
          description={`例：${value.series[series]}〔2026〕1号`}
          required
          value={value.series[series]}
          onChange={(event) => onChange({ series: { ...value.series, [series]: event.currentTarget.value } })}
          error={errorAt(`series.${series}`)}
        />
      ))}
    </div>
  )
}

function RetentionFields({ value, onChange, errorAt }: SettingsProps) {
  const { retention } = value
  const rows = [
    ['leaderOrGroup', '有领导批示或集体访的'],
    ['withOutcome', '有处理结果的'],
    ['other', '其他'],
  ] as const
  return (
    <div className={classes['fields']}>
      {rows.map(([key, label]) => (
        <Select
          key={key}
          label={label}
          allowDeselect={false}
          data={[...RETENTIONS]}
          value={retention[key]}
          onChange={(chosen) => {
            const term = RETENTIONS.find((each) => each === chosen)
            if (term !== undefined) onChange({ retention: { ...retention, [key]: term } })
          }}
          error={errorAt(`retention.${key}`)}
        />
      ))}
    </div>
  )
}
