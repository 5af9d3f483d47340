import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import {
  COLLECTED_AS,
  DECISION_LEVELS,
  MEETING_KINDS,
  MEETING_STATES,
} from '../../../shared/domain/coordination.ts'
import { meetingRefusal } from '../../../shared/rules/coordination.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText, InstantText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { AmendDialog } from './AmendDialog.tsx'
import { classes } from './classes.ts'
import { HoldDialog } from './HoldDialog.tsx'
import { PaperDialog } from './PaperDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { Facts, LineTable, Part, PetitionLink, useNames } from './parts.tsx'
import { TextDialog } from './TextDialog.tsx'

type Meeting = Answer<'meetings.open'>
type Decision = Meeting['decided'][number]
type Open = 'plan' | 'hold' | 'amend' | 'cancel' | 'minutes' | 'issued' | Decision | null

/** One meeting from its plan to the last decision carried out. */
export function MeetingPage() {
  const { id } = useParams<{ id: string }>()
  const { data, error, isPending, refetch } = useDeskQuery('meetings.open', { id })
  useShortcut('Escape', '返回', () => window.history.back())
  if (data === undefined)
    return (
      <Page title="会议">
        {isPending && <Loader aria-label="正在打开会议" />}
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  return <OpenMeeting meeting={data} />
}

function OpenMeeting({ meeting }: { readonly meeting: Meeting }) {
  const [open, setOpen] = useState<Open>(null)
  const { unit, units } = useNames()
  const close = () => setOpen(null)
  return (
    <Page
      title={meeting.title}
      note={`${MEETING_KINDS[meeting.kind]}，${MEETING_STATES[meeting.state]}`}
      actions={
        <>
          <ExportButton asked={{ list: 'meeting', id: meeting.id }} />
          <Actions meeting={meeting} onOpen={setOpen} />
        </>
      }
    >
      <Facts
        rows={[
          [
            '时间',
            <>
              <DayText day={meeting.on} /> {meeting.time}
            </>,
          ],
          ['地点', meeting.place],
          ['主持', meeting.chair],
          ['牵头单位', unit(meeting.leadUnit)],
          ['协办单位', units(meeting.assistUnits)],
          ...(meeting.agenda.length === 0 ? [] : [['其他议题', meeting.agenda.join('\n')] as const]),
          ...(meeting.state === 'cancelled' ? [['取消原因', meeting.reason] as const] : []),
          ...(meeting.state === 'held'
            ? ([
                ['出席', meeting.attendees],
                ['请假', meeting.absent === '' ? '无' : meeting.absent],
                ['会议情况', meeting.minutes],
              ] as const)
            : []),
        ]}
      />
      <Part title="研究的信访事项" note={`${meeting.items.length} 件`}>
        <LineTable
          label="研究的信访事项"
          saysHead="列入原因"
          empty="没有列入信访事项。"
          rows={meeting.items.map(({ line, as, reason }) => ({
            line,
            says: `${COLLECTED_AS[as]}${reason === '' ? '' : `：${reason}`}`,
          }))}
        />
      </Part>
      {meeting.state === 'held' && <Decisions decided={meeting.decided} onSettle={setOpen} />}
      <History history={meeting.history} />
      <Dialogs meeting={meeting} open={open} onClose={close} />
    </Page>
  )
}

/** Who changed what; what a correction replaced is struck through. */
function History({ history }: Pick<Meeting, 'history'>) {
  return (
    <Part title="经过">
      {history.map(({ seq, at, who, label, lines, struck }) => (
        <div key={seq} className={classes['item']}>
          <InstantText at={at} /> {who} {label}
          {lines.length > 0 && `：${lines.join('；')}`}
          {struck.map((line) => (
            <div key={line}>
              <s>{line}</s>
            </div>
          ))}
        </div>
      ))}
    </Part>
  )
}

function Actions({ meeting, onOpen }: { readonly meeting: Meeting; readonly onOpen: (open: Open) => void }) {
  const mayPlan = useHasRole('clerk')
  const { state, kind } = meeting
  const planned = mayPlan && meetingRefusal('hold', kind, state) === null
  const held = state === 'held'
  useShortcut('H', '记录会议', () => onOpen('hold'), { enabled: planned })
  useShortcut('E', '更改安排', () => onOpen('plan'), { enabled: planned })
  useShortcut('Y', '会议纪要', () => onOpen('minutes'), { enabled: held })
  if (planned)
    return (
      <>
        <Button variant="default" onClick={() => onOpen('cancel')}>
          取消会议
        </Button>
        <Button variant="default" onClick={() => onOpen('plan')} title="E">
          更改安排
        </Button>
        <Button onClick={() => onOpen('hold')} title="H">
          记录会议
        </Button>
      </>
    )
  if (!held) return null
  return (
    <>
      {meeting.document !== null && (
        <Button variant="subtle" onClick={() => onOpen('issued')}>
          已印发的纪要
        </Button>
      )}
      {mayPlan && (
        <Button variant="default" onClick={() => onOpen('amend')}>
          更正记录
        </Button>
      )}
      <Button onClick={() => onOpen('minutes')} title="Y">
        {MEETING_KINDS[kind]}纪要
      </Button>
    </>
  )
}

function Decisions({
  decided,
  onSettle,
}: {
  readonly decided: readonly Decision[]
  readonly onSettle: (decision: Decision) => void
}) {
  const { unit } = useNames()
  const maySettle = useHasRole('clerk')
  return (
    <Part title="议定事项" note={`${decided.length} 项`}>
      {decided.length === 0 ? (
        <Text c="dimmed">会议没有议定须由单位落实的事项。</Text>
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">议定事项</th>
              <th scope="col">责任单位</th>
              <th scope="col">完成日期</th>
              <th scope="col">方式</th>
              <th scope="col">信访编号</th>
              <th scope="col">落实情况</th>
            </tr>
          </thead>
          <tbody>
            {decided.map((decision) => (
              <tr key={decision.ordinal}>
                <td>{decision.what}</td>
                <td className={classes['short']}>{unit(decision.unit)}</td>
                <td className={classes['short']}>
                  <DayText day={decision.dueOn} />
                  {decision.late && <span className={classes['late']}> 已过期</span>}
                </td>
                <td className={classes['short']}>{DECISION_LEVELS[decision.level]}</td>
                <td>{decision.petition === null ? '—' : <PetitionLink number={decision.petition} />}</td>
                <td>
                  {decision.doneOn !== null ? (
                    <>
                      <DayText day={decision.doneOn} />：{decision.result}
                    </>
                  ) : maySettle ? (
                    <Anchor component="button" type="button" onClick={() => onSettle(decision)}>
                      记录落实情况
                    </Anchor>
                  ) : (
                    '尚未落实'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  )
}

type DialogsProps = { readonly meeting: Meeting; readonly open: Open; readonly onClose: () => void }

function Dialogs({ meeting, open, onClose }: DialogsProps) {
  const { id } = meeting
  if (open === null) return null
  if (typeof open === 'object')
    return (
      <TextDialog
        method="meetings.settle"
        title="落实情况"
        about={open.what}
        label="怎样落实的"
        submitLabel="记为已落实"
        path="result"
        inputOf={(result) => ({ id, decision: open.ordinal, result })}
        onClose={onClose}
      />
    )
  switch (open) {
    case 'plan':
      return <PlanDialog meeting={meeting} onClose={onClose} onSaved={() => {}} />
    case 'hold':
      return <HoldDialog meeting={meeting} onClose={onClose} />
    case 'amend':
      return <AmendDialog meeting={meeting} onClose={onClose} />
    case 'minutes':
      return (
        <PaperDialog of="meetings" id={id} name={`${MEETING_KINDS[meeting.kind]}纪要`} onClose={onClose} />
      )
    case 'issued':
      return <DocumentDialog id={meeting.document?.id ?? null} onClose={onClose} />
    case 'cancel':
      return (
        <TextDialog
          method="meetings.cancel"
          title="取消会议"
          about="取消后，列入的信访事项回到“待会商”。"
          label="取消原因"
          submitLabel="取消会议"
          path="reason"
          inputOf={(reason) => ({ id, reason })}
          onClose={onClose}
        />
      )
  }
}
