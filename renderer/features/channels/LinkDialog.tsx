import { Group, Select, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Sent } from '../../../shared/contract/api.ts'
import { CONTACT_WAYS, LINK_KINDS, type LinkKind } from '../../../shared/domain/channel-work.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import type { LinkView } from './LinksTab.tsx'

type Form = Sent<'links.save'>['link']
type Props = { readonly link: LinkView | null; readonly of: LinkKind; readonly onClose: () => void }

const PARTNERS: Readonly<Record<LinkKind, string>> = {
  class: '联系的班级',
  expert: '联系的专家',
  student: '联系的学生',
}
const OTHER = 'other'

export function LinkDialog({ link, of, onClose }: Props) {
  const today = useToday()
  const { leaders } = useCatalogue()
  const [form, setForm] = useState<Form>(() => link ?? { kind: of, partner: '', since: today })
  const call = useCheckedCall('links.save')
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const errorAt = (field: string) => call.errorAt(`link.${field}`)
  const text = (
    field: 'person' | 'post' | 'partner' | 'unit' | 'remark',
    label: string,
    required = false,
  ) => (
    <TextInput
      label={label}
      required={required}
      autoComplete="off"
      value={form[field] ?? ''}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      error={errorAt(field)}
    />
  )

  async function save() {
    if ((await call.send({ id: link?.id ?? null, link: form })) !== null) onClose()
  }

  return (
    <FormDialog
      title={link === null ? `新增：${LINK_KINDS[of]}` : LINK_KINDS[of]}
      submitLabel="保存联系"
      onSubmit={() => void save()}
      onClose={onClose}
      call={call}
    >
      <Select
        label="领导"
        required
        data-autofocus
        filter={filterByPinyin}
        searchable
        selectFirstOptionOnChange
        data={[
          ...leaders
            .filter(({ active }) => active)
            .map(({ code, post, name }) => ({ value: code, label: `${post}${name}` })),
          ...(of === 'expert' ? [] : [{ value: OTHER, label: '其他处级以上领导干部' }]),
        ]}
        value={form.leader ?? (form.person === undefined ? null : OTHER)}
        onChange={(leader) =>
          set(leader === OTHER ? { leader: null, person: form.person ?? '' } : { leader, person: undefined })
        }
        error={errorAt('leader')}
      />
      {(form.leader ?? null) === null && form.person !== undefined && (
        <Group grow align="start">
          {text('person', '领导干部姓名', true)}
          {text('post', '职务')}
        </Group>
      )}
      <Group grow align="start">
        {text('partner', PARTNERS[of], true)}
        {text('unit', '所在学院或单位')}
      </Group>
      <Group grow align="start">
        <DayInput
          label="开始联系"
          required
          value={form.since}
          onChange={(day) => set({ since: day ?? '' })}
          error={errorAt('since')}
        />
        {text('remark', '备注')}
      </Group>
      {link !== null && (
        <Switch
          label="仍在联系"
          checked={form.active ?? true}
          onChange={(event) => set({ active: event.currentTarget.checked })}
        />
      )}
      {link !== null && <History id={link.id} />}
    </FormDialog>
  )
}

function History({ id }: { readonly id: string }) {
  const { data } = useDeskQuery('links.open', { id })
  if (data === undefined) return null
  if (data.history.length === 0) return <Text c="dimmed">还没有联系过。</Text>
  return (
    <section aria-label="联系记录">
      {data.history.map(({ on, how, text, petition }) => (
        <Text key={`${on}${how}${text}`}>
          <DayText day={on} />　{CONTACT_WAYS[how]}　{text}
          {petition !== null && `　反映事项 ${petition}`}
        </Text>
      ))}
    </section>
  )
}
