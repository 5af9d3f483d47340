import { Checkbox, Group, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/domain/day.ts'
import { useToday } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { LeaderSelect, LongText } from '../../ui/steps/fields.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { type DayView, whenText } from './reception-words.ts'

type Props = { readonly day: DayView; readonly onClose: () => void }

/** 调换: another leader, or two days that change places; who, with whom and why is kept. */
export function SwapDialog({ day, onClose }: Props) {
  const today = useToday()
  const call = useCheckedCall('reception.swap')
  const [leader, setLeader] = useState<string | null>(null)
  const [withDay, setWithDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const days = useDeskQuery('reception.days', { from: today, until: addDays(today, 380) })
  const theirs = (days.data ?? []).filter(
    (each) => each.state === 'planned' && each.id !== day.id && each.leader === leader,
  )

  async function send() {
    if ((await call.send({ id: day.id, leader: leader ?? '', withDay, reason })) !== null) onClose()
  }

  return (
    <FormDialog
      title="调换接访校领导"
      submitLabel="调换"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Text>
        {whenText(day, today)} 现由{day.leaderName}接访。
      </Text>
      <LeaderSelect
        label="改由"
        data-autofocus
        value={leader}
        onChange={(code) => {
          setLeader(code)
          setWithDay(null)
        }}
        error={call.errorAt('leader')}
      />
      <Select
        label="与哪一次对调"
        description="不选的只换这一次，不对调。"
        placeholder={leader === null ? '先选择校领导' : '不对调'}
        clearable
        clearButtonProps={{ 'aria-label': '不对调' }}
        data={theirs.map((each) => ({ value: each.id, label: whenText(each, today) }))}
        value={withDay}
        onChange={setWithDay}
        error={call.errorAt('withDay')}
      />
      <LongText
        label="调换原因"
        required
        value={reason}
        onChange={setReason}
        error={call.errorAt('reason')}
      />
    </FormDialog>
  )
}

/** 延期, 提前 or 取消. */
export function MoveDialog({ day, onClose }: Props) {
  const today = useToday()
  const move = useCheckedCall('reception.move')
  const cancel = useCheckedCall('reception.cancel')
  const [cancelling, setCancelling] = useState(false)
  const [to, setTo] = useState<string | null>(null)
  const [start, setStart] = useState(day.start)
  const [end, setEnd] = useState(day.end)
  const [place, setPlace] = useState(day.place)
  const [reason, setReason] = useState('')
  const call = cancelling ? cancel : move

  async function send() {
    if (!cancelling && to === null) {
      move.fail([{ path: 'to', message: '请选择改到哪一天。' }])
      return
    }
    const done = cancelling
      ? await cancel.send({ id: day.id, reason })
      : await move.send({ id: day.id, to: to ?? '', start, end, place, reason })
    if (done !== null) onClose()
  }

  return (
    <FormDialog
      title="改期或取消"
      submitLabel={cancelling ? '取消这次接待日' : '改期'}
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Checkbox
        label="取消，不再补"
        checked={cancelling}
        onChange={(event) => setCancelling(event.currentTarget.checked)}
      />
      {!cancelling && (
        <>
          <Group grow align="start">
            <DayInput
              label="改到"
              required
              data-autofocus
              minDate={today}
              value={to}
              onChange={setTo}
              error={call.errorAt('to')}
            />
            <TextInput
              label="开始"
              required
              value={start}
              onChange={(event) => setStart(event.currentTarget.value)}
              error={call.errorAt('start')}
            />
            <TextInput
              label="结束"
              required
              value={end}
              onChange={(event) => setEnd(event.currentTarget.value)}
              error={call.errorAt('end')}
            />
          </Group>
          <TextInput
            label="接待地点"
            required
            value={place}
            onChange={(event) => setPlace(event.currentTarget.value)}
            error={call.errorAt('place')}
          />
        </>
      )}
      {day.booked > 0 && <Text>已有 {day.booked} 个预约，请逐一告知变动。</Text>}
      <LongText label="原因" required value={reason} onChange={setReason} error={call.errorAt('reason')} />
    </FormDialog>
  )
}

/** The end of the day; afterwards nothing more is written down for it. */
export function CloseDayDialog({ day, onClose }: Props) {
  const call = useCheckedCall('reception.close')
  const [remark, setRemark] = useState('')

  async function send() {
    if ((await call.send({ id: day.id, remark })) !== null) onClose()
  }

  return (
    <FormDialog
      title="结束接待日"
      submitLabel="结束接待日"
      onSubmit={() => void send()}
      onClose={onClose}
      call={call}
    >
      <Text>共接待 {day.talks.length} 件事项。结束后不能再补记，接着可以起草纪要。</Text>
      <Textarea
        label="备注"
        description="可以不填。"
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
