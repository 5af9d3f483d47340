import { Text } from '@mantine/core'
import { useCallback } from 'react'
import { dayOf } from '../../../shared/domain/day.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DueExplanation } from '../../ui/DueExplanation.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { checkEntry } from './check-entry.ts'
import { EarlierPanel } from './EarlierPanel.tsx'
import type { Suggestion } from './earlier.ts'
import { usePetitionField } from './entry-fields.ts'
import { isInstant } from './instant-text.ts'
import classes from './register.module.css'
import { useSettled } from './use-settled.ts'
import type { VisitEntry } from './visit-entry.ts'

type Props = {
  readonly index: number
  readonly offered: readonly Suggestion[]
  readonly onFilled: () => void
  readonly onGoTo: (path: string) => void
}

/** What the program knows while somebody types. */
export function SideColumn({ index, offered, onFilled, onGoTo }: Props) {
  return (
    <aside className={classes['side']} aria-label="填写时的提示">
      <Part title="以前的来访">
        <EarlierPanel index={index} offered={offered} onFilled={onFilled} />
      </Part>
      <Part title="期限">
        <DuePart index={index} />
      </Part>
      <Part title="归口单位">
        <UnitPart index={index} />
      </Part>
      <Part title="还缺">
        <MissingPart onGoTo={onGoTo} />
      </Part>
    </aside>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={classes['part']} aria-label={title}>
      <h2 className={classes['partTitle']}>{title}</h2>
      {children}
    </section>
  )
}

function DuePart({ index }: { index: number }) {
  const today = useToday()
  const read = useCallback(
    ({ petitions, channel, startedAt }: VisitEntry) => ({
      route: petitions[index]?.plan ?? null,
      grade: petitions[index]?.grade ?? null,
      channel,
      from: isInstant(startedAt) ? dayOf(startedAt) : null,
    }),
    [index],
  )
  const input = useSettled(read, 100)
  const { data } = useDeskQuery('visits.due', { ...input, from: input.from ?? today }, { keep: true })
  if (data) return <DueExplanation due={data} />
  return <Text c="dimmed">选好拟办方式或分级后，这里显示到期日和逐日说明。</Text>
}

function UnitPart({ index }: { index: number }) {
  const { categories, units } = useCatalogue()
  const { value } = usePetitionField(index, 'category')
  const unit = categories.find(({ code }) => code === value)?.defaultUnit ?? null
  if (value === '') return <Text c="dimmed">选好内容分类后显示。</Text>
  return <Text>{unit === null ? '这一分类没有设定归口单位。' : nameOfCode(units, unit)}</Text>
}

function missingOf(entry: VisitEntry) {
  const checked = checkEntry(entry)
  return checked.ok ? [] : checked.problems
}

function MissingPart({ onGoTo }: { onGoTo: (path: string) => void }) {
  const missing = useSettled(missingOf, 200)
  if (missing.length === 0) return <Text>都填好了，Ctrl+回车 保存。</Text>
  return (
    <ul className={classes['missing']}>
      {missing.map(({ path, message }) => (
        <li key={path + message}>
          <button type="button" onClick={() => onGoTo(path)}>
            {message}
          </button>
        </li>
      ))}
    </ul>
  )
}
