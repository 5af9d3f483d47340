import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Category } from '../../../shared/domain/catalogue.ts'
import { byParents } from '../../../shared/domain/category-order.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { UnitSelect } from '../../ui/UnitSelect.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { ItemTable } from './ItemTable.tsx'
import { activeWord, ItemFields, nextOrder } from './item-fields.tsx'
import { useItemForm } from './use-item-form.ts'

const NEW_CATEGORY: Category = {
  code: '',
  name: '',
  parent: null,
  defaultUnit: null,
  responsible: '',
  active: true,
  order: 0,
}

export function CategoriesSection() {
  const { categories, units } = useCatalogue()
  const [open, setOpen] = useState<Category | null>(null)
  return (
    <>
      <ItemTable
        noun="分类"
        about="内容分类分两级；选定分类时带出归口单位。"
        items={byParents(categories)}
        nameOf={({ name, parent }) => (parent === null ? name : `　　${name}`)}
        keyOf={({ code }) => code}
        columns={[
          { head: '代码', text: ({ code }) => code },
          {
            head: '上级分类',
            text: ({ parent }) => (parent === null ? '—' : nameOfCode(categories, parent)),
          },
          {
            head: '归口单位',
            text: ({ defaultUnit }) => (defaultUnit === null ? '—' : nameOfCode(units, defaultUnit)),
          },
          { head: '具体责任人', text: ({ responsible }) => responsible || '—' },
          { head: '状态', text: activeWord },
        ]}
        asked={{ list: 'categories' }}
        onOpen={setOpen}
        onAdd={() => setOpen({ ...NEW_CATEGORY, order: nextOrder(categories) })}
      />
      {open !== null && <CategoryDialog start={open} all={categories} onClose={() => setOpen(null)} />}
    </>
  )
}

type Props = { readonly start: Category; readonly all: readonly Category[]; readonly onClose: () => void }

function CategoryDialog({ start, all, onClose }: Props) {
  const { call, item, isNew, save, change } = useItemForm(
    start,
    all.map(({ code }) => code),
    (category) => ({ list: 'categories', item: category }),
  )
  // Two levels only: one that has others below it stays on the first.
  const hasBelow = all.some(({ parent }) => parent === start.code)
  const parents = byParents(all).filter(({ parent, code }) => parent === null && code !== start.code)

  async function send() {
    if (await save()) onClose()
  }

  return (
    <FormDialog
      title={isNew ? '新增分类' : '分类'}
      submitLabel="保存分类"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <ItemFields item={item} isNew={isNew} onChange={change} errorAt={call.errorAt} />
      <Select
        label="上级分类"
        description={hasBelow ? '下面已有二级分类，只能是一级。' : '不选就是一级分类。'}
        disabled={hasBelow}
        clearable
        searchable
        data={parents.map(({ code, name }) => ({ value: code, label: name }))}
        value={item.parent}
        onChange={(parent) => change({ parent })}
        error={call.errorAt('item.parent')}
      />
      <UnitSelect
        label="归口单位"
        value={item.defaultUnit}
        onChange={(defaultUnit) => change({ defaultUnit })}
        error={call.errorAt('item.defaultUnit')}
      />
      <TextInput
        label="具体责任人"
        description="诉求直达的人，可以不填。"
        value={item.responsible}
        onChange={(event) => change({ responsible: event.currentTarget.value })}
        error={call.errorAt('item.responsible')}
      />
    </FormDialog>
  )
}
