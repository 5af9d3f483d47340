import { Group, NumberInput, Switch, TextInput } from '@mantine/core'

type Shared = {
  readonly code: string
  readonly name: string
  readonly active: boolean
  readonly order: number
}

type Props<Item extends Shared> = {
  readonly item: Item
  readonly isNew: boolean
  readonly onChange: (change: Partial<Shared>) => void
  readonly errorAt: (path: string) => string | undefined
  readonly nameLabel?: string
}

/** What every item of the catalogue has: code, name, place in the list, in use or not. */
export function ItemFields<Item extends Shared>({
  item,
  isNew,
  onChange,
  errorAt,
  nameLabel = '名称',
}: Props<Item>) {
  return (
    <>
      <TextInput
        label={nameLabel}
        required
        data-autofocus
        value={item.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={errorAt('item.name')}
      />
      <Group grow align="start">
        <TextInput
          label="代码"
          description={isNew ? '大写字母或数字，保存后不能再改。' : '已经使用的代码不能更改。'}
          required
          disabled={!isNew}
          value={item.code}
          onChange={(event) => onChange({ code: event.currentTarget.value.toUpperCase() })}
          error={errorAt('item.code')}
        />
        <NumberInput
          label="排序"
          description="小的在前。"
          min={0}
          allowDecimal={false}
          value={item.order}
          onChange={(order) => onChange({ order: Number(order) })}
          error={errorAt('item.order')}
        />
      </Group>
      <Switch
        label="启用"
        description="停用后不再出现在选择中，已经登记的事项不受影响。"
        checked={item.active}
        onChange={(event) => onChange({ active: event.currentTarget.checked })}
      />
    </>
  )
}

export function activeWord({ active }: Pick<Shared, 'active'>): string {
  return active ? '启用' : '停用'
}

/** Behind everything that is there already, with room to put others between. */
export function nextOrder(items: readonly Pick<Shared, 'order'>[]): number {
  return Math.max(0, ...items.map(({ order }) => order)) + 10
}
