import { type KeyboardEvent, type RefObject, useId } from 'react'
import type { Unit } from '../../../shared/domain/catalogue.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { dateText } from '../../ui/day-text.ts'
import { Lateness } from '../../ui/Lateness.tsx'
import { marksOf } from '../../ui/PetitionTable.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import classes from './chasing.module.css'
import { type ChasingGroup, type ChasingLine, headOf, rowsOf } from './chasing-rows.ts'

const HEADS = ['编号', '标题', '状态', '承办单位', '联系', '期限', '剩余', '催办', '提示'] as const

type Props = {
  readonly groups: readonly ChasingGroup[]
  readonly at: number
  readonly grid: RefObject<HTMLDivElement | null>
  readonly onStand: (row: number) => void
  readonly onOpen: (line: ChasingLine) => void
}

/** One grid through all groups; ↑↓ PageUp PageDown Home End move, Enter opens. */
export function ChasingTable({ groups, at, grid, onStand, onOpen }: Props) {
  const id = useId()
  const rows = rowsOf(groups)
  const places = new Map(rows.map(({ line }, row) => [line.number, row]))

  function move(event: KeyboardEvent) {
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 12,
      PageUp: at - 12,
      Home: 0,
      End: rows.length - 1,
    }[event.key]
    const here = rows[at]
    if (event.key === 'Enter' && here !== undefined) onOpen(here.line)
    else if (to !== undefined) onStand(Math.max(0, Math.min(rows.length - 1, to)))
    else return
    event.preventDefault()
  }

  const shown = groups.filter(({ lines }) => lines.length > 0)
  return (
    <div
      ref={grid}
      className={classes['grid']}
      role="grid"
      aria-label="催办督办"
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div role="row" className={`${classes['row']} ${classes['head']}`}>
        {HEADS.map((head) => (
          <div role="columnheader" key={head} className={head === '联系' ? classes['wide'] : undefined}>
            {head}
          </div>
        ))}
      </div>
      {shown.map((group) => (
        <div key={group.group} role="rowgroup">
          <div role="row" className={classes['groupHead']} data-late={group.group === 'overdue' || undefined}>
            <div role="rowheader" aria-colspan={HEADS.length}>
              {headOf(group)}
            </div>
          </div>
          {group.lines.map((line) => {
            const row = places.get(line.number) ?? -1
            return (
              <div
                key={line.number}
                ref={row === at ? showRow : null}
                id={`${id}-${row}`}
                role="row"
                aria-selected={row === at}
                className={classes['row']}
                onClick={() => onStand(row)}
                onDoubleClick={() => onOpen(line)}
              >
                <Cells line={line} />
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

/** The row the hand has come to. Answers nothing: what newer browsers return is no way to clean up. */
function showRow(row: HTMLElement | null) {
  row?.scrollIntoView({ block: 'nearest' })
}

function Cells({ line }: { readonly line: ChasingLine }) {
  const { units } = useCatalogue()
  const today = useToday()
  const unit = units.find(({ code }) => code === line.leadUnit)
  const notes = line.notes.join('；')
  const chased =
    line.chasedOn === null
      ? '还没有'
      : `${line.chases} 次，${line.chasedOn === today ? '今天' : dateText(line.chasedOn, today)}`
  return (
    <>
      <Cell text={line.number} />
      <Cell text={marksOf(line) + line.title} />
      <div role="gridcell">
        <StateWord state={line.state} />
      </div>
      <Cell text={handledBy(line, units)} />
      <Cell
        wide
        text={unit === undefined ? '—' : `${unit.resident || unit.contact} ${unit.phone}`.trim() || '—'}
      />
      <div role="gridcell">
        <DayText day={line.dueOn} provisional={line.dueProvisional} />
      </div>
      <div role="gridcell">
        <Lateness lateness={line.lateness} />
      </div>
      <Cell text={chased} />
      <Cell text={notes} />
    </>
  )
}

function Cell({ text, wide = false }: { readonly text: string; readonly wide?: boolean }) {
  return (
    <div role="gridcell" title={text} className={wide ? classes['wide'] : undefined}>
      {text}
    </div>
  )
}

/** Nobody has it yet, or a leader has. */
function handledBy({ leadUnit, state }: ChasingLine, units: readonly Unit[]): string {
  if (leadUnit !== null) return nameOfCode(units, leadUnit)
  return state === 'submitted' || state === 'to-supervise' ? '校领导' : '—'
}
