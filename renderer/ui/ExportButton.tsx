import { Button, Menu } from '@mantine/core'
import { useRef, useState } from 'react'
import { LISTS } from '../../shared/contract/api/exports-api.ts'
import type { Sent } from '../../shared/contract/api.ts'
import { mayExport, mayReveal } from '../../shared/contract/list-exports.ts'
import { useSession } from '../bridge/desk-context.tsx'
import { ExportBar } from './ExportBar.tsx'
import { saveExcelFile } from './paper/save-file.ts'
import { RevealDialog } from './RevealDialog.tsx'
import { useShortcut } from './shortcuts.tsx'
import { useJob } from './use-job.ts'

export type AskedList = Sent<'lists.export'>['asked']

type Props = {
  /** The list as it is shown, with its filter. */
  readonly asked: AskedList
  /** Further lists of the same page. */
  readonly others?: readonly AskedList[]
  /** False while there is nothing to take out. */
  readonly enabled?: boolean
  readonly size?: Size
  /** One of many rows that each can be taken out: what it is, for whoever cannot see the row; such a button has no key. */
  readonly of?: string
}

type Size = 'xs' | 'sm' | 'compact-sm'

const KEYS = 'Ctrl+Shift+E'

/** 导出 Excel: every row of the list, names masked; with full names after a reason. Whoever may not sees no button. */
export function ExportButton({ asked, others = [], enabled = true, size = 'sm', of }: Props) {
  const { roles } = useSession().me
  const offered = [asked, ...others].filter(({ list }) => mayExport(list, roles))
  const [first] = offered
  if (first === undefined) return null
  const named = offered.filter(({ list }) => mayReveal(list, roles))
  return <Exports first={first} more={offered.slice(1)} named={named} enabled={enabled} size={size} of={of} />
}

type ExportsProps = {
  readonly first: AskedList
  readonly more: readonly AskedList[]
  /** Those that may be taken out with full names. */
  readonly named: readonly AskedList[]
  readonly enabled: boolean
  readonly size: Size
  readonly of: string | undefined
}

function Exports({ first, more, named, enabled, size, of }: ExportsProps) {
  const [revealing, setRevealing] = useState<AskedList | null>(null)
  const wanted = useRef<{ asked: AskedList; reveal: { reason: string } | null }>({
    asked: first,
    reveal: null,
  })
  const exporting = useJob(async (desk, job) => {
    const file = await desk('lists.export', { ...wanted.current, job })
    saveExcelFile(file.fileName, file.bytes)
    return file
  })
  function take(asked: AskedList, reason: string | null = null) {
    wanted.current = { asked, reveal: reason === null ? null : { reason } }
    exporting.start()
  }
  const ready = enabled && !exporting.running
  useShortcut(KEYS, '导出 Excel', () => take(first), { enabled: ready && of === undefined })
  return (
    <>
      <Button.Group>
        <Button
          variant="default"
          size={size}
          loading={exporting.running}
          disabled={!enabled}
          onClick={() => take(first)}
          title={of === undefined ? KEYS : undefined}
          aria-label={of === undefined ? undefined : `导出 Excel：${of}`}
        >
          导出 Excel
        </Button>
        {more.length + named.length > 0 && (
          <Menu
            position="bottom-end"
            width="max-content"
            withinPortal={false}
            // The first way takes the focus itself.
            withInitialFocusPlaceholder={false}
            shadow="md"
          >
            <Menu.Target>
              <Button
                variant="default"
                size={size}
                px={8}
                aria-label="更多导出方式"
                disabled={!enabled || exporting.running}
              >
                ▾
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map((each) => (
                <Menu.Item key={each.list} onClick={() => take(each)}>
                  导出{LISTS[each.list].title}
                </Menu.Item>
              ))}
              {named.map((each) => (
                <Menu.Item key={`${each.list} named`} onClick={() => setRevealing(each)}>
                  带完整姓名导出{LISTS[each.list].title}…
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Button.Group>
      <ExportBar exporting={exporting} />
      {revealing !== null && (
        <RevealDialog
          list={revealing.list}
          onClose={() => setRevealing(null)}
          onConfirm={(reason) => {
            setRevealing(null)
            take(revealing, reason)
          }}
        />
      )}
    </>
  )
}
