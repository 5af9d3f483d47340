import { Text, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { ARCHIVE_WORDS } from './archive-words.ts'
import { DayText } from './DayText.tsx'
import { Lateness } from './Lateness.tsx'
import classes from './PetitionList.module.css'
import { marksOf, type PetitionLine } from './PetitionTable.tsx'
import { AwaitedWord, StateWord } from './StateWord.tsx'

type Shows = 'due' | 'state' | 'awaited' | 'archive'

/** One petition in one line: number, title, petitioner, and its due day, its state, what it waits for, or how far the archive has it. */
export function PetitionRow({
  line,
  shows,
  onOpen,
}: {
  line: PetitionLine
  shows: Shows
  onOpen: (line: PetitionLine) => void
}) {
  return (
    <UnstyledButton
      className={[classes['row'], shows === 'due' && classes['due']].filter(Boolean).join(' ')}
      onClick={() => onOpen(line)}
    >
      <span className={classes['number']}>{line.number}</span>
      <span className={classes['title']} title={marksOf(line) + line.title}>
        {marksOf(line)}
        {line.title}
      </span>
      <span className={classes['petitioner']}>{line.petitioner}</span>
      <span className={classes['end']}>
        {shows === 'state' ? (
          <StateWord state={line.state} />
        ) : shows === 'awaited' ? (
          <AwaitedWord state={line.state} />
        ) : shows === 'archive' ? (
          ARCHIVE_WORDS[line.archive]
        ) : line.lateness.kind === 'none' ? (
          <DayText day={line.dueOn} />
        ) : (
          <Lateness lateness={line.lateness} />
        )}
      </span>
    </UnstyledButton>
  )
}

type Props = {
  readonly label: string
  readonly lines: readonly PetitionLine[]
  readonly shows: Shows
  readonly onOpen: (line: PetitionLine) => void
  /** Says what to do first. */
  readonly empty: string
}

/** A short list in a column; ↑↓ move within it, Enter opens. */
export function PetitionList({ label, lines, shows, onOpen, empty }: Props) {
  const list = useRef<HTMLUListElement>(null)

  function move(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const rows = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = rows.findIndex((row) => row === document.activeElement)
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus()
    event.preventDefault()
  }

  if (lines.length === 0) return <Text c="dimmed">{empty}</Text>
  return (
    <ul ref={list} className={classes['list']} aria-label={label} onKeyDown={move}>
      {lines.map((line) => (
        <li key={line.number}>
          <PetitionRow line={line} shows={shows} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  )
}
