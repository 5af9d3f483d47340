import { Group, Select } from '@mantine/core'
import { useState } from 'react'
import {
  CHANNEL_ENTRIES,
  CHANNEL_GROUP_NAMES,
  CHANNEL_GROUPS,
  type Channel,
  REGULATION_TITLES,
  REGULATIONS,
} from '../../../shared/domain/catalogue.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitMultiSelect, UnitSelect } from '../../ui/UnitSelect.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { ItemTable } from './ItemTable.tsx'
import { activeWord, ItemFields, nextOrder } from './item-fields.tsx'
import { useItemForm } from './use-item-form.ts'

const NEW_CHANNEL: Channel = {
  code: '',
  name: '',
  group: 'general',
  regulation: '办法',
  leadUnit: null,
  otherLeadUnits: [],
  entry: 'counter',
  active: true,
  order: 0,
}

const ENTRY_WORDS = { counter: '来访登记表', 'reception-day': '接待日登记表', short: '简要登记' } as const

export function ChannelsSection() {
  const { channels, units } = useCatalogue()
  const [open, setOpen] = useState<Channel | null>(null)
  return (
    <>
      <ItemTable
        noun="渠道"
        about="《信息沟通实施办法》的十八个渠道和《接诉即办工作制度》的三个平台；渠道决定期限适用哪一项制度。"
        items={channels.toSorted((a, b) => a.order - b.order)}
        nameOf={({ name }) => name}
        keyOf={({ code }) => code}
        columns={[
          { head: '代码', text: ({ code }) => code },
          { head: '类别', text: ({ group }) => CHANNEL_GROUP_NAMES[group] },
          { head: '适用', text: ({ regulation }) => `《${regulation}》` },
          {
            head: '牵头单位',
            text: ({ leadUnit }) => (leadUnit === null ? '—' : nameOfCode(units, leadUnit)),
          },
          { head: '登记方式', text: ({ entry }) => ENTRY_WORDS[entry] },
          { head: '状态', text: activeWord },
        ]}
        onOpen={setOpen}
        onAdd={() => setOpen({ ...NEW_CHANNEL, order: nextOrder(channels) })}
      />
      {open !== null && (
        <ChannelDialog start={open} known={channels.map(({ code }) => code)} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

type Props = { readonly start: Channel; readonly known: readonly string[]; readonly onClose: () => void }

function ChannelDialog({ start, known, onClose }: Props) {
  const { call, item, isNew, save, change } = useItemForm(start, known, (channel) => ({
    list: 'channels',
    item: { ...channel, otherLeadUnits: [...channel.otherLeadUnits] },
  }))

  async function send() {
    if (await save()) onClose()
  }

  return (
    <FormDialog
      title={isNew ? '新增渠道' : '渠道'}
      submitLabel="保存渠道"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <ItemFields item={item} isNew={isNew} onChange={change} errorAt={call.errorAt} />
      <ChannelChoices item={item} onChange={change} />
      <UnitSelect
        label="牵头单位"
        value={item.leadUnit}
        onChange={(leadUnit) => change({ leadUnit })}
        exclude={item.otherLeadUnits}
        error={call.errorAt('item.leadUnit')}
      />
      <UnitMultiSelect
        label="其他牵头单位"
        value={item.otherLeadUnits}
        onChange={(otherLeadUnits) => change({ otherLeadUnits })}
        exclude={item.leadUnit === null ? [] : [item.leadUnit]}
        error={call.errorAt('item.otherLeadUnits')}
      />
    </FormDialog>
  )
}

type ChoicesProps = { readonly item: Channel; readonly onChange: (change: Partial<Channel>) => void }

function ChannelChoices({ item, onChange }: ChoicesProps) {
  return (
    <Group grow align="start">
      <Select
        label="类别"
        allowDeselect={false}
        data={CHANNEL_GROUPS.map((value) => ({ value, label: CHANNEL_GROUP_NAMES[value] }))}
        value={item.group}
        onChange={(value) =>
          onChange({ group: CHANNEL_GROUPS.find((group) => group === value) ?? item.group })
        }
      />
      <Select
        label="适用制度"
        allowDeselect={false}
        data={REGULATIONS.map((value) => ({ value, label: REGULATION_TITLES[value] }))}
        value={item.regulation}
        onChange={(value) =>
          onChange({ regulation: REGULATIONS.find((each) => each === value) ?? item.regulation })
        }
      />
      <Select
        label="登记方式"
        allowDeselect={false}
        data={CHANNEL_ENTRIES.map((value) => ({ value, label: ENTRY_WORDS[value] }))}
        value={item.entry}
        onChange={(value) =>
          onChange({ entry: CHANNEL_ENTRIES.find((entry) => entry === value) ?? item.entry })
        }
      />
    </Group>
  )
}
