import { Button, Group, Text } from '@mantine/core'
import { useCallback, useState } from 'react'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { filledFrom, isAnswered, isWorthAsking, type Suggestion, suggestInput } from './earlier.ts'
import { useEntryStore, usePetitionField } from './entry-fields.ts'
import classes from './register.module.css'
import { useSettled } from './use-settled.ts'
import { BLANK_PERSON, type VisitEntry } from './visit-entry.ts'

const PAUSE_MS = 250
const NONE: readonly Suggestion[] = []

/** Earlier petitions of this person or this matter, asked for at every pause of typing. */
export function useEarlier(index: number): readonly Suggestion[] {
  const read = useCallback((entry: VisitEntry) => suggestInput(entry, index), [index])
  const input = useSettled(read, PAUSE_MS)
  const asking = isWorthAsking(input)
  const { data } = useDeskQuery('visits.suggest', input, { enabled: asking, keep: true })
  return asking ? (data ?? NONE) : NONE
}

type Props = {
  readonly index: number
  readonly offered: readonly Suggestion[]
  /** After the person was filled in, the next word belongs to the matter. */
  readonly onFilled: () => void
}

export function EarlierPanel({ index, offered, onFilled }: Props) {
  const store = useEntryStore()
  const repeat = usePetitionField(index, 'repeat')
  const [at, setAt] = useState(0)
  const chosen = offered[Math.min(at, offered.length - 1)]
  const filling = chosen?.petitioner ?? null

  function fill() {
    if (filling === null) return
    store.update((entry) => {
      const [typed = BLANK_PERSON, ...others] = entry.petitioners
      return { ...entry, petitioners: [filledFrom(typed, filling), ...others] }
    })
    onFilled()
  }

  function answerRepeat() {
    if (chosen !== undefined) repeat.set({ answer: 'repeat', of: chosen.line.number })
  }

  function answerNotRepeat() {
    if (offered.length > 0)
      repeat.set({ answer: 'not-repeat', offered: offered.map(({ line }) => line.number) })
  }

  const some = offered.length > 0
  useShortcut('F4', '填入来访人的信息', fill, { enabled: filling !== null })
  useShortcut('F7', '是重复', answerRepeat, { enabled: some })
  useShortcut('F8', '不是重复', answerNotRepeat, { enabled: some })
  useShortcut('Alt+ArrowDown', '下一条以前来访', () => setAt((at + 1) % offered.length), {
    enabled: offered.length > 1,
  })

  if (!some) return <Text c="dimmed">填写姓名、电话或学号后，这里显示以前的来访。</Text>
  return (
    <>
      <ul className={classes['earlier']} aria-label="以前的来访">
        {offered.map((each) => (
          <Earlier
            key={each.line.number}
            suggestion={each}
            chosen={each === chosen}
            repeated={repeat.value.answer === 'repeat' && repeat.value.of === each.line.number}
            onChoose={() => setAt(offered.indexOf(each))}
          />
        ))}
      </ul>
      <Group gap={6} mt={6}>
        <Button size="compact-sm" variant="default" onClick={fill} disabled={filling === null} title="F4">
          填入 F4
        </Button>
        <Button size="compact-sm" variant="default" onClick={answerRepeat} title="F7" data-path={repeat.path}>
          是重复 F7
        </Button>
        <Button size="compact-sm" variant="default" onClick={answerNotRepeat} title="F8">
          不是重复 F8
        </Button>
      </Group>
      <Text
        size="xs"
        mt={4}
        role="status"
        {...(repeat.error === null ? {} : { c: 'var(--mantine-color-error)' })}
      >
        {isAnswered(repeat.value, offered)
          ? answeredText(repeat.value.answer)
          : '请回答：这次是不是重复来访？'}
      </Text>
    </>
  )
}

function answeredText(answer: 'first' | 'repeat' | 'not-repeat'): string {
  return answer === 'repeat' ? '已答：是重复。' : '已答：不是重复。'
}

type EarlierProps = {
  readonly suggestion: Suggestion
  readonly chosen: boolean
  readonly repeated: boolean
  readonly onChoose: () => void
}

function Earlier({ suggestion: { line, why }, chosen, repeated, onChoose }: EarlierProps) {
  return (
    <li>
      <button type="button" className={classes['earlierItem']} aria-pressed={chosen} onClick={onChoose}>
        <span className={classes['earlierHead']}>
          <span>{line.number}</span>
          <span>{repeated ? '前件' : why}</span>
        </span>
        <span className={classes['earlierTitle']}>{line.title}</span>
        <span className={classes['earlierHead']}>
          <span>
            {line.petitioner}　<DayText day={line.receivedOn} />
          </span>
          <StateWord state={line.state} />
        </span>
      </button>
    </li>
  )
}
