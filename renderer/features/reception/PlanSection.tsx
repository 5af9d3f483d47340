import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { classes } from './classes.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { ReceptionPaperDialog } from './ReceptionPaperDialog.tsx'
import { RowTable } from './RowTable.tsx'
import { cutOffText, type DayLine, standingText, whenText } from './reception-words.ts'

const HEADS = ['接访时间', '接访校领导', '地点', '陪同部门', '预约截止', '预约', '情况']
/** A year to either side is more than anybody looks at. */
const SPAN = 380

/** The plan: the days to come, or those that were. */
export function PlanSection() {
  const today = useToday()
  const [past, setPast] = useState(false)
  const period = past
    ? { from: addDays(today, -SPAN), until: addDays(today, -1) }
    : { from: today, until: addDays(today, SPAN) }
  const days = useDeskQuery('reception.days', period, { keep: true })
  const rows = past ? (days.data ?? []).toReversed() : (days.data ?? [])
  return (
    <>
      <PlanActions past={past} onPast={setPast} some={rows.length > 0} period={period} />
      <Failure error={days.error} onRetry={() => void days.refetch()} />
      {days.data !== undefined && rows.length === 0 && <EmptyPlan past={past} />}
      {rows.length > 0 && (
        <RowTable label="接待安排" heads={HEADS} first>
          {rows.map((line) => (
            <DayRow key={line.id} line={line} />
          ))}
        </RowTable>
      )}
    </>
  )
}

function EmptyPlan({ past }: { readonly past: boolean }) {
  const mayPlan = useHasRole('receptionist', 'clerk', 'admin')
  if (past) return <Text c="dimmed">过去一年没有接待日。</Text>
  return (
    <Text c="dimmed">
      {mayPlan
        ? '今后还没有排定接待日。管理员先在“规则”中设置，再按 N 生成安排。'
        : '今后没有由您接访的接待日。'}
    </Text>
  )
}

function DayRow({ line }: { readonly line: DayLine }) {
  const today = useToday()
  const [, navigate] = useLocation()
  const { units } = useCatalogue()
  return (
    <tr className={line.state === 'cancelled' ? classes['off'] : undefined}>
      <td className={classes['short']}>
        <Anchor
          component="button"
          type="button"
          data-open
          onClick={() => navigate(`/reception/day/${line.id}`)}
        >
          {whenText(line, today)}
        </Anchor>
      </td>
      <td>{line.leaderName}</td>
      <td>{line.place}</td>
      <td>{line.companions.map((code) => nameOfCode(units, code)).join('、') || '—'}</td>
      <td className={classes['short']}>{cutOffText(line, today)}</td>
      <td className={classes['short']}>{`${line.booked} / ${line.places}`}</td>
      <td>
        {line.warning === null ? (
          <>
            {standingText(line, today)}
            {line.conversations > 0 && `，谈话 ${line.conversations} 次`}
            {line.state === 'held' && line.minutes === null && '，纪要未印发'}
          </>
        ) : (
          <span className={classes['warning']}>{line.warning}</span>
        )}
      </td>
    </tr>
  )
}

type ActionsProps = {
  readonly past: boolean
  readonly onPast: (past: boolean) => void
  /** There are days to be seen. */
  readonly some: boolean
  readonly period: { readonly from: Day; readonly until: Day }
}

function PlanActions({ past, onPast, some, period }: ActionsProps) {
  const mayPlan = useHasRole('receptionist', 'clerk', 'admin')
  const mayIssue = useHasRole('receptionist', 'clerk')
  const [open, setOpen] = useState<'plan' | 'announce' | null>(null)
  const [issued, setIssued] = useState<string | null>(null)
  const announceable = some && !past
  useShortcut('N', '生成安排', () => setOpen('plan'), { enabled: mayPlan })
  useShortcut('G', '印发接待日通知', () => setOpen('announce'), { enabled: mayIssue && announceable })
  return (
    <Group justify="space-between" mb="xs">
      <SegmentedControl
        aria-label="时间范围"
        data={[
          { value: 'next', label: '今后' },
          { value: 'past', label: '过去' },
        ]}
        value={past ? 'past' : 'next'}
        onChange={(value) => onPast(value === 'past')}
      />
      <Group gap="xs">
        <ExportButton asked={{ list: 'reception-days', ...period }} enabled={some} />
        {mayIssue && announceable && (
          <Button variant="default" onClick={() => setOpen('announce')} title="G">
            接待日通知
          </Button>
        )}
        {mayPlan && (
          <Button onClick={() => setOpen('plan')} title="N">
            生成安排
          </Button>
        )}
      </Group>
      {open === 'plan' && <PlanDialog onClose={() => setOpen(null)} />}
      {open === 'announce' && (
        <ReceptionPaperDialog
          title="接待日通知"
          kind="reception-announcement"
          about=""
          onClose={() => setOpen(null)}
          onIssued={(id) => {
            setOpen(null)
            setIssued(id)
          }}
        />
      )}
      <DocumentDialog id={issued} onClose={() => setIssued(null)} />
    </Group>
  )
}
