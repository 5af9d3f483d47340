import { Button, Loader, Select, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Day } from '../../../shared/domain/day.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { dayText } from '../../ui/day-text.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { PetitionList } from '../../ui/PetitionList.tsx'
import { DayReview } from './DayReview.tsx'
import classes from './review.module.css'
import { dayToReview, type ReviewDay, waitingElsewhere } from './review-day.ts'

/** 领导批阅: one day's petitions one after another, then the day is signed off. */
export function ReviewPage() {
  const today = useToday()
  const [chosen, setChosen] = useState<Day | null>(null)
  const overview = useDeskQuery('review.day', { day: today })
  const day = chosen ?? (overview.data === undefined ? null : dayToReview(overview.data.days, today))
  const shown = useDeskQuery('review.day', { day: day ?? today }, { enabled: day !== null })
  const error = overview.error ?? shown.error

  return (
    <Page
      title="领导批阅"
      note={day === null ? undefined : `${dayText(day, today)} 的信访事项`}
      actions={day !== null && <ExportButton asked={{ list: 'review', day }} />}
    >
      <Failure error={error} onRetry={() => void shown.refetch()} />
      {shown.data === undefined && error === null && <Loader aria-label="正在打开" />}
      {shown.data !== undefined && day !== null && (
        <>
          <Waiting lines={waitingElsewhere(shown.data)} />
          <DayPicker days={shown.data.days} day={day} onChoose={setChosen} />
          <DayReview key={day} day={day} review={shown.data} />
        </>
      )}
    </Page>
  )
}

/** Of other days: what was submitted to this leader, and what has to be taken into supervision. */
function Waiting({ lines }: { readonly lines: ReviewDay['waiting'] }) {
  const [, navigate] = useLocation()
  if (lines.length === 0) return null
  return (
    <section className={classes['waiting']} aria-label="等待批示">
      <Title order={2}>其他日期等待批示的　{lines.length} 件</Title>
      <PetitionList
        label="等待批示"
        lines={lines}
        shows="awaited"
        onOpen={({ number }) => navigate(`/petitions/${number}`)}
        empty=""
      />
    </section>
  )
}

type PickerProps = {
  readonly days: ReviewDay['days']
  readonly day: Day
  readonly onChoose: (day: Day) => void
}

/** As many as stand in one line; the rest is one list away. */
const BUTTONS = 4

/** The latest days that had petitions, each with how many are unread. */
function DayPicker({ days, day, onChoose }: PickerProps) {
  const today = useToday()
  if (days.length === 0) return <Text>最近没有需要批阅的信访事项。有新的登记时，会出现在这里。</Text>
  const name = (each: ReviewDay['days'][number]) =>
    `${each.day === today ? '今天' : dayText(each.day, today)}${dayWord(each)}`
  const earlier = days.slice(BUTTONS)
  return (
    <nav className={classes['days']} aria-label="批阅日期">
      {days.slice(0, BUTTONS).map((each) => (
        <Button
          key={each.day}
          size="compact-md"
          variant={each.day === day ? 'filled' : 'default'}
          aria-current={each.day === day ? 'date' : undefined}
          onClick={() => onChoose(each.day)}
        >
          {name(each)}
        </Button>
      ))}
      {earlier.length > 0 && (
        <Select
          aria-label="更早的日期"
          placeholder="更早的日期"
          size="xs"
          w={220}
          data={earlier.map((each) => ({ value: each.day, label: name(each) }))}
          value={earlier.some((each) => each.day === day) ? day : null}
          onChange={(value) => {
            const found = earlier.find((each) => each.day === value)
            if (found !== undefined) onChoose(found.day)
          }}
        />
      )}
    </nav>
  )
}

function dayWord({ unread, signedOff, petitions }: ReviewDay['days'][number]): string {
  if (unread > 0) return ` · ${unread} 件未阅`
  return signedOff ? ` · ${petitions} 件，已签收` : ` · ${petitions} 件，待签收`
}
