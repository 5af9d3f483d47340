import { Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { UNIT_KINDS, type Unit } from '../../../shared/domain/catalogue.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { ItemTable } from './ItemTable.tsx'
import { activeWord, ItemFields, nextOrder } from './item-fields.tsx'
import { useItemForm } from './use-item-form.ts'

const NEW_UNIT: Unit = {
  code: '',
  name: '',
  kind: '职能部门',
  contact: '',
  phone: '',
  place: '',
  head: '',
  resident: '',
  deputies: '',
  takesAccusations: false,
  active: true,
  order: 0,
}

export function UnitsSection() {
  const { units } = useCatalogue()
  const [open, setOpen] = useState<Unit | null>(null)
  return (
    <>
      <ItemTable
        noun="单位"
        about="转办、交办时的承办和协办单位。"
        items={units.toSorted((a, b) => a.order - b.order)}
        nameOf={({ name }) => name}
        keyOf={({ code }) => code}
        columns={[
          { head: '代码', text: ({ code }) => code },
          { head: '类别', text: ({ kind }) => kind },
          { head: '主要负责人', text: ({ head }) => head || '—' },
          { head: '入驻专人', text: ({ resident }) => resident || '—' },
          { head: '联系人', text: ({ contact }) => contact || '—' },
          { head: '电话', text: ({ phone }) => phone || '—' },
          { head: '受理检举控告', text: ({ takesAccusations }) => (takesAccusations ? '是' : '否') },
          { head: '状态', text: activeWord },
        ]}
        asked={{ list: 'units' }}
        onOpen={setOpen}
        onAdd={() => setOpen({ ...NEW_UNIT, order: nextOrder(units) })}
      />
      {open !== null && (
        <UnitDialog start={open} known={units.map(({ code }) => code)} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

type Props = { readonly start: Unit; readonly known: readonly string[]; readonly onClose: () => void }

function UnitDialog({ start, known, onClose }: Props) {
  const { call, item, isNew, save, change } = useItemForm(start, known, (unit) => ({
    list: 'units',
    item: unit,
  }))

  async function send() {
    if (await save()) onClose()
  }

  return (
    <FormDialog
      title={isNew ? '新增单位' : '单位'}
      submitLabel="保存单位"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <ItemFields item={item} isNew={isNew} onChange={change} errorAt={call.errorAt} />
      <Group grow align="start">
        <Select
          label="类别"
          data={[...UNIT_KINDS]}
          allowDeselect={false}
          value={item.kind}
          onChange={(value) => change({ kind: UNIT_KINDS.find((kind) => kind === value) ?? item.kind })}
          error={call.errorAt('item.kind')}
        />
        <TextInput
          label="联系人"
          value={item.contact}
          onChange={(event) => change({ contact: event.currentTarget.value })}
          error={call.errorAt('item.contact')}
        />
      </Group>
      <Group grow align="start">
        <TextInput
          label="电话"
          value={item.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
          error={call.errorAt('item.phone')}
        />
        <TextInput
          label="地点"
          value={item.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          error={call.errorAt('item.place')}
        />
      </Group>
      <PeopleFields item={item} onChange={change} errorAt={call.errorAt} />
      <Checkbox
        label="受理检举控告（纪检监察部门）"
        checked={item.takesAccusations}
        onChange={(event) => change({ takesAccusations: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}

type PeopleProps = {
  readonly item: Unit
  readonly onChange: (part: Partial<Unit>) => void
  readonly errorAt: (path: string) => string | undefined
}

/** Who answers for the unit, who sits with the reception office for it, and who stands in. */
function PeopleFields({ item, onChange, errorAt }: PeopleProps) {
  return (
    <Group grow align="start">
      <TextInput
        label="主要负责人"
        value={item.head}
        onChange={(event) => onChange({ head: event.currentTarget.value })}
        error={errorAt('item.head')}
      />
      <TextInput
        label="入驻专人"
        value={item.resident}
        onChange={(event) => onChange({ resident: event.currentTarget.value })}
        error={errorAt('item.resident')}
      />
      <TextInput
        label="副职或代理人"
        value={item.deputies}
        onChange={(event) => onChange({ deputies: event.currentTarget.value })}
        error={errorAt('item.deputies')}
      />
    </Group>
  )
}
