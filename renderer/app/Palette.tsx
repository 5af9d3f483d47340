import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useId, useState } from 'react'
import { useLocation } from 'wouter'
import { useDeskQuery } from '../bridge/use-desk-query.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { isComposing } from '../ui/key-names.ts'
import type { Shortcut } from '../ui/shortcut-registry.ts'
import classes from './Palette.module.css'
import {
  codeItem,
  commandItems,
  type Extra,
  extraItems,
  type PaletteItem,
  petitionItems,
} from './palette-items.ts'

type Props = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly shortcuts: readonly Shortcut[]
  readonly extras: readonly Extra[]
  /** Opens what a number or the code of a paper means. */
  readonly onCode: (code: string) => void
}

/** Ctrl+K: find a petition, jump to a place, or do what can be done on this page. */
export function Palette({ opened, ...rest }: Props) {
  return (
    <Dialog opened={opened} onClose={rest.onClose} title="查找、跳转、执行" size={640}>
      <PaletteBody {...rest} />
    </Dialog>
  )
}

function PaletteBody({ onClose, shortcuts, extras, onCode }: Omit<Props, 'opened'>) {
  const id = useId()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [current, setCurrent] = useState(0)
  const query = typed.trim()
  const found = useDeskQuery('petitions.list', { query, limit: 8 }, { enabled: query !== '', keep: true })
  const open = (number: string) => navigate(`/petitions/${number}`)
  const items = [
    ...codeItem(typed, onCode),
    ...commandItems(shortcuts, typed),
    ...extraItems(extras, typed),
    ...petitionItems(query === '' ? [] : (found.data?.lines ?? []), open),
  ]
  const at = Math.min(current, items.length - 1)

  function run(item: PaletteItem | undefined) {
    if (item === undefined) return
    onClose()
    // After the dialog has given the focus back.
    setTimeout(() => item.run(), 0)
  }

  function press(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') run(items[at])
    else if (event.key === 'ArrowDown') setCurrent(Math.min(at + 1, items.length - 1))
    else if (event.key === 'ArrowUp') setCurrent(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <>
      <TextInput
        data-autofocus
        // At once, and not when the dialog comes to it: the next letters are typed already.
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-label="查找、跳转、执行"
        placeholder="编号、姓名、事由、电话，或操作的名称与拼音首字母"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setCurrent(0)
        }}
        onKeyDown={press}
      />
      <Items id={id} items={items} at={at} onRun={run} />
    </>
  )
}

type ItemsProps = {
  readonly id: string
  readonly items: readonly PaletteItem[]
  readonly at: number
  readonly onRun: (item: PaletteItem) => void
}

function Items({ id, items, at, onRun }: ItemsProps) {
  return (
    <div id={id} role="listbox" aria-label="找到的" className={classes['list']}>
      {items.map((item, index) => (
        <div
          key={item.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classes['item']}
          ref={index === at ? scrollIntoView : undefined}
          onClick={() => onRun(item)}
        >
          <span className={classes['group']}>{items[index - 1]?.group === item.group ? '' : item.group}</span>
          <span className={classes['label']}>{item.label}</span>
          <span className={classes['note']}>{item.note}</span>
        </div>
      ))}
      {items.length === 0 && (
        <div className={classes['none']}>没有找到。换个词，或者只输入编号的后几位。</div>
      )}
    </div>
  )
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}
