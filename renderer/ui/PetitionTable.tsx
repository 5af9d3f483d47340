import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Answer } from '../../shared/contract/api.ts'
import { useToday } from '../bridge/desk-context.tsx'
import { ARCHIVE_WORDS } from './archive-words.ts'
import { DayText } from './DayText.tsx'
import { dayText } from './day-text.ts'
import { Lateness } from './Lateness.tsx'
import { Matched } from './Matched.tsx'
import classes from './PetitionTable.module.css'
import { StateWord } from './StateWord.tsx'
import { nameOfCode, useCatalogue } from './use-catalogue.ts'

export type PetitionLine = Answer<'petitions.list'>['lines'][number]

const ROW_HEIGHT = 36
const HEADS = ['编号', '标题', '信访人', '状态', '承办单位', '期限', '剩余', '登记', '归档'] as const

type Props = {
  readonly lines: readonly PetitionLine[]
  /** Said aloud: 信访事项列表. */
  readonly label: string
  readonly onOpen: (line: PetitionLine) => void
  /** What was searched for, to be marked. */
  readonly typed?: string
  /** Called when the end comes near, for the next page of an endless list. */
  readonly onNearEnd?: () => void
  /** Shown in place of rows when there is none. */
  readonly empty?: string
  /** The row to stand on at first: where somebody was before opening a petition. */
  readonly startAt?: number
  readonly onStand?: (row: number) => void
}

/** A table of fixed columns and 36 px rows; ↑↓ PageUp PageDown Home End move, Enter opens. Fills its parent. */
export function PetitionTable({
  lines,
  label,
  onOpen,
  typed = '',
  onNearEnd,
  empty = '没有符合的信访事项。',
  startAt = 0,
  onStand,
}: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const [current, setCurrent] = useState(startAt)
  // No compiler memoises this; the warning is about that alone.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    overscan: 12,
    initialOffset: Math.max(0, startAt - 5) * ROW_HEIGHT,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= lines.length - 20) onNearEnd?.()
  }, [last, lines.length, onNearEnd])

  const at = Math.min(current, lines.length - 1)

  function move(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: lines.length - 1,
    }[event.key]
    const line = lines[at]
    if (event.key === 'Enter' && line !== undefined) onOpen(line)
    else if (to !== undefined && lines.length > 0) {
      const next = Math.max(0, Math.min(lines.length - 1, to))
      setCurrent(next)
      onStand?.(next)
      rows.scrollToIndex(next)
    } else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className={classes['scroller']}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div role="row" className={`${classes['row']} ${classes['head']}`} aria-rowindex={1}>
        {HEADS.map((head) => (
          <div role="columnheader" key={head}>
            {head}
          </div>
        ))}
      </div>
      {lines.length === 0 && (
        <div role="row" className={classes['empty']}>
          <div role="gridcell">{empty}</div>
        </div>
      )}
      <div role="rowgroup" className={classes['body']} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          return (
            <div
              key={line.number}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              className={classes['row']}
              style={{ top: start }}
              onClick={() => {
                setCurrent(index)
                onStand?.(index)
                onOpen(line)
              }}
            >
              <PetitionCells line={line} typed={typed} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function PetitionCells({ line, typed }: { line: PetitionLine; typed: string }) {
  const { units } = useCatalogue()
  const today = useToday()
  const unit = line.leadUnit === null ? '—' : nameOfCode(units, line.leadUnit)
  return (
    <>
      <Cell text={line.number} typed={typed} />
      <Cell text={line.title} typed={typed} words={marksOf(line)} />
      <Cell text={line.petitioner} typed={typed} />
      <div role="gridcell">
        <StateWord state={line.state} />
      </div>
      <Cell text={unit} typed="" />
      <div role="gridcell">
        <DayText day={line.dueOn} provisional={line.dueProvisional} />
      </div>
      <div role="gridcell">
        <Lateness lateness={line.lateness} />
      </div>
      <Cell text={dayText(line.receivedOn, today)} typed="" />
      <div role="gridcell">{ARCHIVE_WORDS[line.archive]}</div>
    </>
  )
}

function Cell({ text, typed, words = '' }: { text: string; typed: string; words?: string }) {
  return (
    <div role="gridcell" title={words + text}>
      {words !== '' && <span className={classes['marks']}>{words}</span>}
      <Matched text={text} typed={typed} />
    </div>
  )
}

/** 【特急】【集体访】 before the title: words, not colours. */
export function marksOf(line: PetitionLine): string {
  const marks = [
    line.urgency === 'critical' ? '特急' : line.urgency === 'urgent' ? '紧急' : '',
    line.group ? '集体访' : '',
    line.repeat ? '重复' : '',
    line.instructed ? '批示件' : '',
  ]
  return marks
    .filter((mark) => mark !== '')
    .map((mark) => `〔${mark}〕`)
    .join('')
}
