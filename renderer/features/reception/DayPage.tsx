import { Button, Group, Loader, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import { CloseDayDialog, MoveDialog, SwapDialog } from './DayDialogs.tsx'
import { GuestDialog } from './GuestDialog.tsx'
import { QueueSection } from './QueueSection.tsx'
import { ReceptionPaperDialog } from './ReceptionPaperDialog.tsx'
import { cutOffText, type DayView, standingText, whenText } from './reception-words.ts'
import { TalkTable } from './TalkTable.tsx'

type Open = 'book' | 'arrive' | 'swap' | 'move' | 'close' | 'minutes' | null

/** One reception day: who comes, who is heard, what was decided, and its minutes. */
export function DayPage() {
  const { id } = useParams<{ id: string }>()
  const [, navigate] = useLocation()
  const opened = useDeskQuery('reception.day', { id })
  useShortcut('Escape', '返回接待安排', () => navigate('/reception'))
  if (opened.data === undefined) {
    return (
      <Page title="接待日">
        {opened.isPending && <Loader aria-label="正在打开接待日" />}
        <Failure error={opened.error} onRetry={() => void opened.refetch()} />
      </Page>
    )
  }
  return <OpenDay day={opened.data} />
}

function OpenDay({ day }: { readonly day: DayView }) {
  const today = useToday()
  const [open, setOpen] = useState<Open>(null)
  const [document, setDocument] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title={`${whenText(day, today)} ${day.leaderName}`}
      actions={
        <>
          <ExportButton asked={{ list: 'reception-day', id: day.id }} />
          <DayActions day={day} onOpen={setOpen} onDocument={setDocument} />
        </>
      }
    >
      <DayFacts day={day} />
      <QueueSection day={day} onBook={() => setOpen('book')} onArrive={() => setOpen('arrive')} />
      <section className={classes['section']} aria-label="接待记录">
        <Group className={classes['head'] ?? ''}>
          <Title order={2}>接待记录</Title>
        </Group>
        <TalkTable talks={day.talks} empty="还没有接待记录。叫号后按 R 填写。" />
      </section>
      {(open === 'book' || open === 'arrive') && (
        <GuestDialog day={day} walkIn={open === 'arrive'} onClose={close} />
      )}
      {open === 'swap' && <SwapDialog day={day} onClose={close} />}
      {open === 'move' && <MoveDialog day={day} onClose={close} />}
      {open === 'close' && <CloseDayDialog day={day} onClose={close} />}
      {open === 'minutes' && (
        <ReceptionPaperDialog
          title="接待日纪要"
          kind="reception-minutes"
          about={day.id}
          onClose={close}
          onIssued={(id) => {
            close()
            setDocument(id)
          }}
        />
      )}
      <DocumentDialog id={document} onClose={() => setDocument(null)} />
    </Page>
  )
}

type ActionsProps = {
  readonly day: DayView
  readonly onOpen: (open: Open) => void
  readonly onDocument: (id: string) => void
}

/** What can be done with the day as a whole; the queue has its own keys. */
function DayActions({ day, onOpen, onDocument }: ActionsProps) {
  const mayPlan = useHasRole('receptionist', 'clerk', 'admin')
  const mayWrite = useHasRole('receptionist', 'clerk')
  const today = useToday()
  const planned = day.state === 'planned'
  const begun = planned && day.day <= today
  const untouched = planned && day.talks.length === 0
  const { minutes } = day
  useShortcut('T', '调换接访校领导', () => onOpen('swap'), { enabled: mayPlan && untouched })
  useShortcut('G', '改期或取消', () => onOpen('move'), { enabled: mayPlan && untouched })
  useShortcut('E', '结束接待日', () => onOpen('close'), { enabled: mayWrite && begun })
  useShortcut('M', '接待日纪要', () => (minutes === null ? onOpen('minutes') : onDocument(minutes)), {
    enabled: mayWrite && day.state === 'held',
  })
  return (
    <>
      {mayPlan && untouched && (
        <>
          <Button variant="default" onClick={() => onOpen('move')} title="G">
            改期或取消
          </Button>
          <Button variant="default" onClick={() => onOpen('swap')} title="T">
            调换
          </Button>
        </>
      )}
      {mayWrite && begun && (
        <Button
          variant={day.waiting === 0 && day.talks.length > 0 ? 'filled' : 'default'}
          onClick={() => onOpen('close')}
          title="E"
        >
          结束接待日
        </Button>
      )}
      {mayWrite && day.state === 'held' && (
        <Button onClick={() => (minutes === null ? onOpen('minutes') : onDocument(minutes))} title="M">
          {minutes === null ? '起草纪要' : '查看纪要'}
        </Button>
      )}
    </>
  )
}

function DayFacts({ day }: { readonly day: DayView }) {
  const today = useToday()
  const { units } = useCatalogue()
  const companions = day.companions.map((code) => nameOfCode(units, code)).join('、')
  const facts = [
    ['情况', standingText(day, today)],
    ['地点', day.place],
    ['陪同部门', companions === '' ? '—' : companions],
    ['预约截止', cutOffText(day, today)],
    ['预约', `${day.booked} / ${day.places}，每批不超过 ${day.groupCap} 人`],
    ['日期说明', day.why],
  ] as const
  return (
    <>
      {day.warning !== null && (
        <Text className={classes['warning'] ?? ''} role="alert">
          {day.warning}
        </Text>
      )}
      {day.reason !== '' && (
        <Text>
          {day.state === 'cancelled' ? '取消原因' : '改期原因'}：{day.reason}
        </Text>
      )}
      {day.swaps.map((swap) => (
        <Text key={swap.at}>
          <InstantText at={swap.at} /> {swap.by} 调换：{swap.from} → {swap.to}，{swap.reason}
        </Text>
      ))}
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
