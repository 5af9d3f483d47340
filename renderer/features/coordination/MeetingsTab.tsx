import { Alert, Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { DECISION_LEVELS, MEETING_KINDS, MEETING_STATES } from '../../../shared/domain/coordination.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { Basket } from './Basket.tsx'
import { classes } from './classes.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { Part, PetitionLink, useNames } from './parts.tsx'

type MeetingList = Answer<'meetings.list'>

/** What is overdue to be discussed, what was decided and not yet done, what waits, and the meetings. */
export function MeetingsTab() {
  const { data, error, isPending, refetch } = useDeskQuery('meetings.list', undefined)
  const mayPlan = useHasRole('clerk')
  const [planning, setPlanning] = useState(false)
  const [, navigate] = useLocation()
  useShortcut('N', '安排会议', () => setPlanning(true), { enabled: mayPlan })
  return (
    <>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开会议" />}
      {data?.reminders.map((sentence) => (
        <Alert key={sentence} variant="outline" mb="sm" role="status">
          {sentence}
        </Alert>
      ))}
      {data !== undefined && data.open.length > 0 && <OpenDecisions open={data.open} />}
      <Part
        title="会议"
        actions={
          mayPlan && (
            <Button onClick={() => setPlanning(true)} title="N">
              安排会议
            </Button>
          )
        }
      >
        {data !== undefined && <Meetings meetings={data.meetings} mayPlan={mayPlan} />}
      </Part>
      <Basket />
      {planning && (
        <PlanDialog
          meeting={null}
          onClose={() => setPlanning(false)}
          onSaved={(id) => navigate(`/coordination/meetings/${id}`)}
        />
      )}
    </>
  )
}

function OpenDecisions({ open }: { readonly open: MeetingList['open'] }) {
  const { unit } = useNames()
  return (
    <Part title="待落实的议定事项" note={`${open.length} 项`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">完成日期</th>
            <th scope="col">议定事项</th>
            <th scope="col">责任单位</th>
            <th scope="col">方式</th>
            <th scope="col">信访编号</th>
            <th scope="col">会议</th>
          </tr>
        </thead>
        <tbody>
          {open.map((decision) => (
            <tr key={`${decision.meeting}/${decision.ordinal}`}>
              <td className={classes['short']}>
                <DayText day={decision.dueOn} />
                {decision.late && <span className={classes['late']}> 已过期</span>}
              </td>
              <td>{decision.what}</td>
              <td className={classes['short']}>{unit(decision.unit)}</td>
              <td className={classes['short']}>{DECISION_LEVELS[decision.level]}</td>
              <td>{decision.petition === null ? '—' : <PetitionLink number={decision.petition} />}</td>
              <td>
                <MeetingLink id={decision.meeting} title={decision.meetingTitle} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function Meetings({
  meetings,
  mayPlan,
}: {
  readonly meetings: MeetingList['meetings']
  readonly mayPlan: boolean
}) {
  const { unit } = useNames()
  if (meetings.length === 0)
    return (
      <Text c="dimmed">
        还没有会议。{mayPlan ? '按 N 安排协调会或调度会，把待会商的事项列入议程。' : '由办公室安排。'}
      </Text>
    )
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">种类</th>
          <th scope="col">会议</th>
          <th scope="col">主持</th>
          <th scope="col">牵头单位</th>
          <th scope="col">状态</th>
          <th scope="col">研究事项</th>
          <th scope="col">议定事项</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <td className={classes['short']}>
              <DayText day={meeting.on} /> {meeting.time}
            </td>
            <td className={classes['short']}>{MEETING_KINDS[meeting.kind]}</td>
            <td>
              <MeetingLink id={meeting.id} title={meeting.title} />
            </td>
            <td className={classes['short']}>{meeting.chair}</td>
            <td className={classes['short']}>{unit(meeting.leadUnit)}</td>
            <td className={classes['short']}>{MEETING_STATES[meeting.state]}</td>
            <td className={classes['short']}>{meeting.matters} 件</td>
            <td className={classes['short']}>
              <DecisionCount meeting={meeting} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DecisionCount({ meeting }: { readonly meeting: MeetingList['meetings'][number] }) {
  const { decisions, openDecisions, lateDecisions } = meeting
  if (decisions === 0) return '—'
  if (openDecisions === 0) return `${decisions} 项，已全部落实`
  return (
    <>
      {decisions} 项，待落实 {openDecisions}
      {lateDecisions > 0 && <span className={classes['late']}>，过期 {lateDecisions}</span>}
    </>
  )
}

function MeetingLink({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <Anchor component={Link} href={`/coordination/meetings/${id}`}>
      {title}
    </Anchor>
  )
}
