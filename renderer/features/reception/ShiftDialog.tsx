import { Button, Checkbox, Group, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { LongText, TYPED } from '../../ui/steps/fields.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { type MemberEntry, MemberRows } from './MemberRows.tsx'
import { type Shift, whenText } from './reception-words.ts'
import { TalkTable } from './TalkTable.tsx'

type Props = { readonly shift: Shift; readonly onClose: () => void }

/** One duty shift: who signed on, what was raised, and who takes whose place. */
export function ShiftDialog({ shift, onClose }: Props) {
  const today = useToday()
  return (
    <Dialog opened onClose={onClose} title={`值班 ${whenText(shift, today)}`} size={1000}>
      <ShiftSheet shift={shift} onClose={onClose} />
    </Dialog>
  )
}

function ShiftSheet({ shift, onClose }: Props) {
  const today = useToday()
  const [, navigate] = useLocation()
  const mayWrite = useHasRole('receptionist', 'clerk')
  const mayPlan = useHasRole('receptionist', 'clerk', 'admin')
  const live = shift.state === 'planned'
  return (
    <Stack gap="sm">
      {shift.reason !== '' && <Text>调整原因：{shift.reason}</Text>}
      {live && shift.day === today && mayWrite && <SignOn shift={shift} />}
      {shift.signedOn.length > 0 && (
        <Text>
          已签到：
          {shift.signedOn.map(({ name, at, asHead }) => (
            <span key={name}>
              {name}
              {asHead && '（带班）'} <InstantText at={at} />　
            </span>
          ))}
        </Text>
      )}
      <Group justify="space-between">
        <Title order={2}>反映事项</Title>
        {live && mayWrite && shift.day <= today && (
          <Button variant="default" onClick={() => navigate(`/reception/shift/${shift.id}/talk`)}>
            填写接待记录
          </Button>
        )}
      </Group>
      <TalkTable talks={shift.talks} empty="这次值班还没有登记反映的事项。" />
      {live && mayPlan && shift.day >= today && <ChangeShift shift={shift} onDone={onClose} />}
    </Stack>
  )
}

function SignOn({ shift }: { readonly shift: Shift }) {
  const { units } = useCatalogue()
  const sign = useDeskMutation('shifts.signOn')
  const open = shift.members.filter(
    ({ unit, name }) => !shift.signedOn.some((each) => each.unit === unit && each.name === name),
  )
  const leaderOpen = shift.head !== null && !shift.signedOn.some(({ asHead }) => asHead)
  if (open.length === 0 && !leaderOpen) return <Text>值班人员都已签到。</Text>
  return (
    <>
      <Failure error={sign.error} />
      <Group gap="xs">
        {leaderOpen && (
          <Button
            data-autofocus
            loading={sign.isPending}
            onClick={() => sign.mutate({ id: shift.id, unit: '', name: shift.headName, asHead: true })}
          >
            {shift.headName}（带班）签到
          </Button>
        )}
        {open.map(({ unit, name }) => (
          <Button
            key={`${unit} ${name}`}
            variant="default"
            loading={sign.isPending}
            onClick={() => sign.mutate({ id: shift.id, unit, name })}
          >
            {name}（{nameOfCode(units, unit)}）签到
          </Button>
        ))}
      </Group>
    </>
  )
}

/** 调班 or 取消, with the reason. */
function ChangeShift({ shift, onDone }: { readonly shift: Shift; readonly onDone: () => void }) {
  const { leaders } = useCatalogue()
  const change = useCheckedCall('shifts.change')
  const cancel = useCheckedCall('shifts.cancel')
  const [cancelling, setCancelling] = useState(false)
  const [members, setMembers] = useState<MemberEntry[]>(shift.members)
  const [head, setHead] = useState(shift.head)
  const [reason, setReason] = useState('')
  const { form, busy, error, problems, errorAt } = cancelling ? cancel : change

  async function send() {
    const done = cancelling
      ? await cancel.send({ id: shift.id, reason })
      : await change.send({ id: shift.id, members, head, reason })
    if (done !== null) onDone()
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack gap="sm">
        <Title order={2}>调整</Title>
        <ProblemSummary problems={problems} />
        <Failure error={error} />
        <Checkbox
          label="取消这次值班"
          checked={cancelling}
          onChange={(event) => setCancelling(event.currentTarget.checked)}
        />
        {!cancelling && (
          <>
            <MemberRows members={members} onChange={setMembers} errorAt={errorAt} />
            <Select
              label="带班校领导"
              placeholder="没有校领导带班"
              clearable
              clearButtonProps={{ 'aria-label': '没有校领导带班' }}
              data={leaders
                .filter(({ active }) => active)
                .map(({ code, post, name }) => ({ value: code, label: `${post}${name}` }))}
              {...TYPED}
              value={head}
              onChange={setHead}
              error={errorAt('head')}
            />
          </>
        )}
        <LongText
          label={cancelling ? '取消原因' : '调整原因'}
          required
          rows={2}
          value={reason}
          onChange={setReason}
          error={errorAt('reason')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy}>
            {cancelling ? '取消值班' : '保存调整'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
