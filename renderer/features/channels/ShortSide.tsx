import { Button, Group, Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { petitionNumberSchema } from '../../../shared/domain/visit.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { DueExplanation } from '../../ui/DueExplanation.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import type { FieldsProps } from './ShortForm.tsx'

type Props = Omit<FieldsProps, 'errorAt'>

const PAUSE_MS = 250

/** What the program knows while somebody types: the unit, the due day, and whether this was told before. */
export function ShortSide({ entry, set }: Props) {
  const today = useToday()
  const { categories, units } = useCatalogue()
  const unit = categories.find(({ code }) => code === entry.category)?.defaultUnit ?? null
  const due = useDeskQuery(
    'visits.due',
    { route: null, grade: entry.grade, channel: entry.channel, from: today },
    { keep: true },
  )
  return (
    <aside aria-label="填写时的提示">
      <section className={classes['section']}>
        <Title order={2}>归口单位</Title>
        {unit === null ? (
          <Text c="dimmed">选好内容分类后显示。</Text>
        ) : (
          <Text>{nameOfCode(units, unit)}</Text>
        )}
      </section>
      <section className={classes['section']}>
        <Title order={2}>期限</Title>
        {due.data ? <DueExplanation due={due.data} /> : <Text c="dimmed">选好渠道和分级后显示。</Text>}
      </section>
      <Earlier entry={entry} set={set} />
    </aside>
  )
}

function Earlier({ entry, set }: Props) {
  const { name, phone, title, repeat } = entry
  const [asked] = useDebouncedValue(JSON.stringify({ name, phone, title }), PAUSE_MS)
  const input: { name: string; phone: string; title: string } = JSON.parse(asked)
  const { data = [] } = useDeskQuery('visits.suggest', input, {
    enabled: input.name.length > 1 || input.phone.length > 6 || input.title.length > 3,
    keep: true,
  })
  const shown = data.slice(0, 4)
  const [first] = shown
  const of = (number: string) => petitionNumberSchema.parse(number)
  const repeats = (number: string) => set({ repeat: { answer: 'repeat', of: of(number) } })
  const none = () =>
    set({ repeat: { answer: 'not-repeat', offered: shown.map(({ line }) => of(line.number)) } })
  useShortcut('F7', '是重复（第一条）', () => first && repeats(first.line.number), {
    enabled: first !== undefined,
  })
  useShortcut('F8', '不是重复', none, { enabled: first !== undefined })
  return (
    <section className={classes['section']}>
      <Title order={2}>以前的事项</Title>
      {shown.length === 0 && <Text c="dimmed">没有查到同一人或同一事由的。</Text>}
      <ul className={classes['earlier']}>
        {shown.map(({ line, why }) => (
          <li key={line.number}>
            <Text size="sm">
              {why}　<DayText day={line.receivedOn} />　<StateWord state={line.state} />
            </Text>
            <Text>{line.title}</Text>
            <Button
              size="compact-xs"
              variant={repeat.answer === 'repeat' && repeat.of === line.number ? 'filled' : 'default'}
              aria-pressed={repeat.answer === 'repeat' && repeat.of === line.number}
              aria-label={`是重复 ${line.number}`}
              onClick={() => repeats(line.number)}
            >
              是重复{line === first?.line ? ' F7' : ''}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <Group mt="xs">
          <Button
            size="compact-xs"
            variant={repeat.answer === 'not-repeat' ? 'filled' : 'default'}
            aria-pressed={repeat.answer === 'not-repeat'}
            onClick={none}
          >
            都不是重复 F8
          </Button>
        </Group>
      )}
    </section>
  )
}
