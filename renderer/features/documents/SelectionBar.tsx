import { Button, Group, Text } from '@mantine/core'
import { useShortcut } from '../../ui/shortcuts.tsx'
import classes from './print-queue.module.css'
import type { RowSelection } from './use-row-selection.ts'

type Props = { readonly selection: RowSelection; readonly onPrint: () => void }

/** While rows are chosen: how many, and what to do with them. */
export function SelectionBar({ selection, onPrint }: Props) {
  const some = selection.count > 0
  useShortcut('Ctrl+P', '打印选中的文书', onPrint, { enabled: some })
  if (!some) return null
  return (
    <Group justify="space-between" className={classes['bar']} mb="xs">
      <Text role="status">
        已选中 {selection.count} 份。空格选择，Shift+↑↓ 连续选择，Ctrl+A 选中已列出的全部。
      </Text>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={selection.clear}>
          取消选中
        </Button>
        <Button size="xs" onClick={onPrint} title="Ctrl+P">
          打印选中的…
        </Button>
      </Group>
    </Group>
  )
}
