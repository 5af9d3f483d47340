import { Checkbox, Group, MultiSelect, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { GROUP_KINDS, type ProblemGroup } from '../../../shared/domain/coordination.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { useCategoryOptions } from '../../ui/CategorySelect.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { filterByPinyin, UnitSelect } from '../../ui/UnitSelect.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'

export type GroupStart = {
  readonly id: string | null
  readonly group: ProblemGroup
  readonly petitions: readonly PetitionNumber[]
}

export const NEW_GROUP: ProblemGroup = {
  title: '',
  kind: 'common',
  category: null,
  unit: null,
  months: [],
  note: '',
  settled: false,
}

const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1} 月`,
}))

type Props = {
  readonly start: GroupStart
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

export function GroupDialog({ start, onClose, onSaved }: Props) {
  const call = useCheckedCall('groups.save')
  const [group, setGroup] = useState(start.group)
  const change = (part: Partial<ProblemGroup>) => setGroup({ ...group, ...part })
  const categories = useCategoryOptions(group.category)

  async function send() {
    const saved = await call.send({ id: start.id, group, petitions: [...start.petitions] })
    if (saved === null) return
    onClose()
    onSaved(saved.id)
  }

  return (
    <FormDialog
      title={start.id === null ? '新建共性问题' : '共性问题'}
      submitLabel="保存共性问题"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      {start.petitions.length > 0 && <Text>保存后归入 {start.petitions.length} 件信访事项。</Text>}
      <TextInput
        label="问题名称"
        required
        data-autofocus
        placeholder="例如 宿舍热水供应"
        value={group.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={call.errorAt('group.title')}
      />
      <Group grow align="start">
        <Select
          label="种类"
          data={Object.entries(GROUP_KINDS).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={group.kind}
          onChange={(kind) => change({ kind: kind === 'seasonal' ? 'seasonal' : 'common' })}
        />
        <MultiSelect
          label="出现的月份"
          required={group.kind === 'seasonal'}
          data={MONTHS}
          value={group.months.map(String)}
          onChange={(months) => change({ months: months.map(Number).sort((a, b) => a - b) })}
          error={call.errorAt('group.months')}
        />
      </Group>
      <Group grow align="start">
        <Select
          label="内容分类"
          description="据此提出可能属于它的事项。"
          data={categories}
          searchable
          clearable
          filter={filterByPinyin}
          value={group.category}
          onChange={(category) => change({ category })}
          error={call.errorAt('group.category')}
        />
        <UnitSelect
          label="主要单位"
          description="同一单位的事项优先提出。"
          value={group.unit}
          onChange={(unit) => change({ unit })}
          error={call.errorAt('group.unit')}
        />
      </Group>
      <Textarea
        label="研判意见"
        autosize
        minRows={3}
        maxRows={8}
        value={group.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        error={call.errorAt('group.note')}
      />
      <Checkbox
        label="已经解决，不再提出新的事项"
        checked={group.settled}
        onChange={(event) => change({ settled: event.currentTarget.checked })}
      />
    </FormDialog>
  )
}
