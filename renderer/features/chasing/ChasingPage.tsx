import { Button, Loader, Text } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { addDays } from '../../../shared/domain/day.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { UnitContact } from '../../ui/UnitContact.tsx'
import { ChasingStep, type Work } from './ChasingStep.tsx'
import { ChasingTable } from './ChasingTable.tsx'
import classes from './chasing.module.css'
import { type ChasingBoard, type ChasingLine, type Held, holdRows, lineOf, rowsOf } from './chasing-rows.ts'

/** How far back the ledger of instructions goes. */
const YEAR = 365

/** 催办督办: everything that is due or must be asked about, most urgent first. */
export function ChasingPage() {
  const today = useToday()
  const board = useDeskQuery('chasing.board', undefined, { fresh: true })
  return (
    <Page
      fixed
      title="催办督办"
      note={board.data === undefined ? undefined : noteOf(board.data)}
      actions={
        <ExportButton
          asked={{ list: 'chasing' }}
          others={[{ list: 'instructions', from: addDays(today, -YEAR), until: today }]}
        />
      }
    >
      <Failure error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending && <Loader aria-label="正在打开" />}
      {board.data !== undefined && <Board board={board.data} />}
    </Page>
  )
}

function noteOf({ groups }: ChasingBoard): string {
  const total = groups.reduce((sum, each) => sum + each.total, 0)
  return total === 0 ? '没有需要催办的事项' : `${total} 件，最急的在上`
}

function Board({ board }: { readonly board: ChasingBoard }) {
  const [, navigate] = useLocation()
  const mayChase = useHasRole('receptionist', 'clerk')
  const [held, setHeld] = useState<readonly Held[]>([])
  const [stand, setStand] = useState<{ readonly number: string; readonly row: number } | null>(null)
  const [work, setWork] = useState<Work | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const groups = holdRows(board.groups, held)
  const rows = rowsOf(groups)
  const at = placeOf(rows, stand)
  const here = rows[at]

  useEffect(() => {
    grid.current?.focus()
  }, [])
  const open = useCallback((line: ChasingLine) => navigate(`/petitions/${line.number}`), [navigate])
  const begin = (which: Work) => here !== undefined && setWork(which)
  const enabled = mayChase && here !== undefined
  useShortcut('C', '记录一次电话催办', () => begin('call'), { enabled })
  useShortcut('N', '印发催办通知', () => begin('notice'), { enabled })
  useShortcut('E', '延期', () => begin('extend'), { enabled })

  function done(petition: Answer<'petitions.open'>, document?: string) {
    setWork(null)
    if (document !== undefined) setShown(document)
    if (here === undefined) return
    const { group, place, line } = here
    const others = held.filter((each) => each.line.number !== line.number)
    setHeld([...others, { group, place, line: lineOf(petition, line) }])
  }

  if (rows.length === 0) {
    return (
      <Text>
        现在没有逾期、临近期限、领导批示、单位退回或紧急的事项。转办、呈办的事项临近期限时会自动出现在这里。
      </Text>
    )
  }
  return (
    <>
      <ChasingTable
        groups={groups}
        at={at}
        grid={grid}
        onStand={(row) => setStand({ number: rows[row]?.line.number ?? '', row })}
        onOpen={open}
      />
      <div className={classes['foot']}>
        <Text aria-live="polite" className={classes['contact'] ?? ''}>
          {here !== undefined &&
            (here.line.leadUnit === null ? (
              '等待校领导批示，请联系校领导办公室。'
            ) : (
              <UnitContact unit={here.line.leadUnit} />
            ))}
        </Text>
        {mayChase && (
          <div className={classes['keys']}>
            <Button size="xs" onClick={() => begin('call')} title="C">
              记录催办 C
            </Button>
            <Button size="xs" variant="default" onClick={() => begin('notice')} title="N">
              催办通知 N
            </Button>
            <Button size="xs" variant="default" onClick={() => begin('extend')} title="E">
              延期 E
            </Button>
          </div>
        )}
        <Text size="sm" c="dimmed">
          ↑↓ 移动，回车打开
        </Text>
      </div>
      {work !== null && here !== undefined && (
        <ChasingStep number={here.line.number} work={work} onClose={() => setWork(null)} onDone={done} />
      )}
      <DocumentDialog id={shown} onClose={() => setShown(null)} />
    </>
  )
}

/** Where the hand is: on the petition it was on, or on whatever stands at that place now. */
function placeOf(
  rows: ReturnType<typeof rowsOf>,
  stand: { readonly number: string; readonly row: number } | null,
): number {
  if (stand === null) return rows.length > 0 ? 0 : -1
  const found = rows.findIndex(({ line }) => line.number === stand.number)
  return found >= 0 ? found : Math.min(stand.row, rows.length - 1)
}
