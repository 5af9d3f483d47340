import { Anchor, Kbd, Table, Text } from '@mantine/core'
import { Link } from 'wouter'
import { Dialog } from '../ui/Dialog.tsx'
import { shownKeys } from '../ui/key-names.ts'
import { innermost, type Shortcut } from '../ui/shortcut-registry.ts'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly shortcuts: readonly Shortcut[]
}

/** F1: the keys of this page, then those of every page. */
export function HelpDialog({ opened, onClose, shortcuts }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title="本页可用的按键">
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {innermost(shortcuts).map(({ keys, label }) => (
            <Table.Tr key={keys}>
              <Table.Td w={140}>
                <Kbd>{shownKeys(keys)}</Kbd>
              </Table.Td>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text c="dimmed" mt="sm">
        Tab 到下一项，Shift+Tab 回上一项；列表中用 ↑ ↓ 移动、回车打开；Esc 关闭或返回。
        用扫码枪扫文书上的二维码，会直接打开对应的信访事项。
      </Text>
      <Text mt="sm">
        <Anchor component={Link} underline="always" href="/clauses" onClick={onClose}>
          条款对照表
        </Anchor>
        ：两个文件的每一句要求，由程序的哪一部分落实。
      </Text>
    </Dialog>
  )
}
