import { Checkbox, Group, NumberInput, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Leader } from '../../../shared/domain/catalogue.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { ItemTable } from './ItemTable.tsx'
import { activeWord, nextOrder } from './item-fields.tsx'
import { useItemForm } from './use-item-form.ts'

const NEW_LEADER: Leader = { code: '', post: '', name: '', principal: false, active: true, order: 0 }

export function LeadersSection() {
  const { leaders } = useCatalogue()
  const [open, setOpen] = useState<Leader | null>(null)
  return (
    <>
      <ItemTable
        noun="校领导"
        about="呈办时选择的校领导；姓名可以以后再填。值班领导登录用的账户在“账户”中设置。"
        items={leaders.toSorted((a, b) => a.order - b.order)}
        nameOf={({ post }) => post}
        keyOf={({ code }) => code}
        columns={[
          { head: '姓名', text: ({ name }) => name || '（未填写）' },
          { head: '代码', text: ({ code }) => code },
          { head: '类别', text: ({ principal }) => (principal ? '主要领导' : '分管校领导') },
          { head: '状态', text: activeWord },
        ]}
        onOpen={setOpen}
        onAdd={() => setOpen({ ...NEW_LEADER, order: nextOrder(leaders) })}
      />
      {open !== null && (
        <LeaderDialog start={open} known={leaders.map(({ code }) => code)} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

type Props = { readonly start: Leader; readonly known: readonly string[]; readonly onClose: () => void }

function LeaderDialog({ start, known, onClose }: Props) {
  const { call, item, isNew, save, change } = useItemForm(start, known, (leader) => ({
    list: 'leaders',
    item: leader,
  }))

  async function send() {
    if (await save()) onClose()
  }

  return (
    <FormDialog
      title={isNew ? '新增校领导' : '校领导'}
      submitLabel="保存校领导"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Group grow align="start">
        <TextInput
          label="职务"
          required
          data-autofocus
          value={item.post}
          onChange={(event) => change({ post: event.currentTarget.value })}
          error={call.errorAt('item.post')}
        />
        <TextInput
          label="姓名"
          value={item.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={call.errorAt('item.name')}
        />
      </Group>
      <Group grow align="start">
        <TextInput
          label="代码"
          description={isNew ? '大写字母或数字，保存后不能再改。' : '已经使用的代码不能更改。'}
          required
          disabled={!isNew}
          value={item.code}
          onChange={(event) => change({ code: event.currentTarget.value.toUpperCase() })}
          error={call.errorAt('item.code')}
        />
        <NumberInput
          label="排序"
          description="小的在前。"
          min={0}
          allowDecimal={false}
          value={item.order}
          onChange={(order) => change({ order: Number(order) })}
          error={call.errorAt('item.order')}
        />
      </Group>
      <Checkbox
        label="主要领导"
        checked={item.principal}
        onChange={(event) => change({ principal: event.currentTarget.checked })}
      />
      <Switch
        label="启用"
        checked={item.active}
        onChange={(event) => change({ active: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}
