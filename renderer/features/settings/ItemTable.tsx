import { Anchor, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type AskedList, ExportButton } from '../../ui/ExportButton.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'

export type Column<Item> = {
  readonly head: string
  readonly text: (item: Item) => ReactNode
}

type Props<Item> = {
  /** Said aloud and in the sentence above the table: 单位. */
  readonly noun: string
  /** What these are for and what changing them does. */
  readonly about: string
  readonly items: readonly Item[]
  readonly nameOf: (item: Item) => string
  readonly keyOf: (item: Item) => string
  readonly columns: readonly Column<Item>[]
  readonly onOpen: (item: Item) => void
  readonly onAdd: () => void
  /** The same list as Excel, where it can be taken out. */
  readonly asked?: AskedList
}

/** One list the administrator keeps: the name opens an item, N adds one. */
export function ItemTable<Item>({
  noun,
  about,
  items,
  nameOf,
  keyOf,
  columns,
  onOpen,
  onAdd,
  asked,
}: Props<Item>) {
  useShortcut('N', `新增${noun}`, onAdd)
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text c="dimmed">{about}</Text>
        <Group gap="xs" wrap="nowrap">
          {asked !== undefined && <ExportButton asked={asked} enabled={items.length > 0} />}
          <Button onClick={onAdd} title="N">
            新增{noun}
          </Button>
        </Group>
      </Group>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">名称</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              <td>
                <Anchor component="button" type="button" onClick={() => onOpen(item)}>
                  {nameOf(item)}
                </Anchor>
              </td>
              {columns.map(({ head, text }) => (
                <td key={head}>{text(item)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {items.length === 0 && <Text mt="sm">还没有{noun}，按 N 新增。</Text>}
    </>
  )
}
