import { Anchor, Button, Group, Select, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { type Medium } from '../../../shared/domain/petition.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Lateness } from '../../ui/Lateness.tsx'
import { StateWord } from '../../ui/StateWord.tsx'
import { LongText, MediumSelect, TYPED } from '../../ui/steps/fields.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { classes } from './classes.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { RowTable } from './RowTable.tsx'
import type { Talk } from './reception-words.ts'

const HEADS = ['信访编号', '接待日期', '校领导', '反映事项', '校领导意见', '状态', '剩余', '操作']

/** 待反馈: until the leader has been told what came of each conversation. */
export function FollowUpSection() {
  const [, navigate] = useLocation()
  const follow = useDeskQuery('reception.followUp', undefined)
  const mayReport = useHasRole('receptionist', 'clerk')
  const isLeader = useHasRole('leader')
  const [reporting, setReporting] = useState<Talk | null>(null)
  const [deciding, setDeciding] = useState<Talk | null>(null)
  const { owed = [], undecided = [] } = follow.data ?? {}
  const open = (talk: Talk) => navigate(`/petitions/${talk.petition}`)
  return (
    <>
      <Failure error={follow.error} onRetry={() => void follow.refetch()} />
      <Group justify="flex-end">
        <ExportButton asked={{ list: 'reception-follow-up' }} enabled={owed.length + undecided.length > 0} />
      </Group>
      {undecided.length > 0 && (
        <section className={classes['section']} aria-label="会后批示">
          <Title order={2}>会后批示</Title>
          <TalkRows
            label="会后批示"
            talks={undecided}
            onOpen={open}
            first
            action={isLeader ? { label: '批示', run: setDeciding } : null}
          />
        </section>
      )}
      <section className={classes['section']} aria-label="等待向校领导反馈">
        <Title order={2}>等待向校领导反馈</Title>
        {owed.length === 0 ? (
          <Text c="dimmed">接待日交办、转办的事项都已向校领导反馈结果。</Text>
        ) : (
          <TalkRows
            label="等待向校领导反馈"
            talks={owed}
            onOpen={open}
            first={undecided.length === 0}
            action={mayReport ? { label: '反馈', run: setReporting } : null}
          />
        )}
      </section>
      {reporting !== null && <ReportDialog talk={reporting} onClose={() => setReporting(null)} />}
      {deciding !== null && <DecideDialog talk={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

type RowsProps = {
  readonly label: string
  readonly talks: readonly Talk[]
  readonly onOpen: (talk: Talk) => void
  readonly first: boolean
  readonly action: { readonly label: string; readonly run: (talk: Talk) => void } | null
}

function TalkRows({ label, talks, onOpen, first, action }: RowsProps) {
  return (
    <RowTable label={label} heads={HEADS} first={first}>
      {talks.map((talk) => (
        <tr key={talk.id}>
          <td className={classes['short']}>
            <Anchor component="button" type="button" data-open onClick={() => onOpen(talk)}>
              {talk.petition}
            </Anchor>
          </td>
          <td className={classes['short']}>
            <DayText day={talk.heldOn} />
          </td>
          <td>{talk.leaderName}</td>
          <td>{talk.title}</td>
          <td>{talk.decided}</td>
          <td className={classes['short']}>
            <StateWord state={talk.state} />
          </td>
          <td className={classes['short']}>
            <Lateness lateness={talk.lateness} />
          </td>
          <td className={classes['short']}>
            {action !== null && (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${action.label}：${talk.title}`}
                onClick={() => action.run(talk)}
              >
                {action.label}
              </Button>
            )}
          </td>
        </tr>
      ))}
    </RowTable>
  )
}

type DialogProps = { readonly talk: Talk; readonly onClose: () => void }

const KIND_OPTIONS = [
  { value: 'result', label: '办理结果' },
  { value: 'progress', label: '办理进度' },
]

/** 向校领导反馈: a result takes it off the list, progress alone does not. */
function ReportDialog({ talk, onClose }: DialogProps) {
  const call = useCheckedCall('petitions.report')
  const [kind, setKind] = useState<'result' | 'progress'>('result')
  const [medium, setMedium] = useState<Medium>('in-person')
  const [text, setText] = useState('')
  const [remark, setRemark] = useState('')

  async function send() {
    const input = { number: talk.petition, leader: talk.leader ?? '', kind, medium, text, remark }
    if ((await call.send(input)) !== null) onClose()
  }

  return (
    <FormDialog
      title={`向${talk.leaderName}反馈`}
      submitLabel="记录反馈"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Text>
        {talk.title}：{talk.decided}
      </Text>
      <LongText
        label="反馈内容"
        required
        data-autofocus
        rows={4}
        value={text}
        onChange={setText}
        error={call.errorAt('text')}
      />
      <Select
        label="反馈的是"
        data={KIND_OPTIONS}
        {...TYPED}
        value={kind}
        onChange={(value) => setKind(value === 'progress' ? 'progress' : 'result')}
      />
      <MediumSelect label="反馈方式" value={medium} onChange={setMedium} error={call.errorAt('medium')} />
      <LongText
        label="校领导意见"
        description="认可、补充要求等，可以不填。"
        rows={2}
        value={remark}
        onChange={setRemark}
        error={call.errorAt('remark')}
      />
    </FormDialog>
  )
}
