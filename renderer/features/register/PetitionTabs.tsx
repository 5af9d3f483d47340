import { Button, Group } from '@mantine/core'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { useRows } from './use-rows.tsx'

const MOST = 10

type Props = { readonly index: number; readonly onIndex: (index: number) => void }

/** One visit may raise several petitions; sections 2 to 4 show one of them at a time. */
export function PetitionTabs({ index, onIndex }: Props) {
  const rows = useRows('petitions', (at) => `事项 ${at + 1}`)
  const { count } = rows

  function add() {
    rows.add()
    onIndex(count)
  }

  function remove() {
    rows.remove(index)
    onIndex(Math.max(0, index - 1))
  }

  useShortcut('Ctrl+Shift+A', '添加事项', add, { enabled: count < MOST })
  useShortcut('Ctrl+PageDown', '下一个事项', () => onIndex(Math.min(count - 1, index + 1)), {
    enabled: count > 1,
  })
  useShortcut('Ctrl+PageUp', '上一个事项', () => onIndex(Math.max(0, index - 1)), { enabled: count > 1 })

  return (
    <Group gap={4}>
      {count > 1 &&
        Array.from({ length: count }, (_, at) => (
          <Button
            key={at}
            size="compact-xs"
            variant={at === index ? 'filled' : 'default'}
            aria-pressed={at === index}
            tabIndex={-1}
            onClick={() => onIndex(at)}
          >
            事项 {at + 1}
          </Button>
        ))}
      {count > 1 && (
        <Button size="compact-xs" variant="subtle" tabIndex={-1} onClick={remove}>
          删除事项 {index + 1}
        </Button>
      )}
      {count < MOST && (
        <Button size="compact-xs" variant="subtle" tabIndex={-1} onClick={add} title="Ctrl+Shift+A">
          添加事项
        </Button>
      )}
      {rows.undo}
    </Group>
  )
}
