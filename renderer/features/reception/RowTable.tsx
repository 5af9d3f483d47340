import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'

type Props = {
  /** Said aloud, and on F1 as where the arrow leads. */
  readonly label: string
  readonly heads: readonly string[]
  readonly children: ReactNode
  /** ↓ on the page goes to its first row; of several tables on a page only one may have it. */
  readonly first?: boolean
}

/** Rows whose first button is marked `data-open`: ↑↓ go from one to the next, Enter presses it. */
export function RowTable({ label, heads, children, first = false }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const openers = () => [...(table.current?.querySelectorAll<HTMLElement>('[data-open]') ?? [])]
  useShortcut('ArrowDown', `到${label}`, () => openers()[0]?.focus(), { enabled: first })

  function move(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const all = openers()
    const at = all.findIndex((opener) => opener === document.activeElement)
    if (step === 0 || at < 0) return
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
    event.preventDefault()
  }

  return (
    <table ref={table} className={classes['table']} aria-label={label} onKeyDown={move}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
