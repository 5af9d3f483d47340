import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { MEDIA, type Medium, mediumSchema } from '../../../shared/domain/petition.ts'
import { GUEST_STATES, type GuestForm } from '../../../shared/domain/reception.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { dayText } from '../../ui/day-text.ts'
import { Failure } from '../../ui/Failure.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { optionsOf, TYPED } from '../../ui/steps/fields.tsx'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { ReceptionPaperDialog } from './ReceptionPaperDialog.tsx'
import type { DayView, Guest } from './reception-words.ts'

type Props = { readonly day: DayView; readonly guest: Guest; readonly onClose: () => void }

/** One guest: what was said on booking, and what is rarely done with a booking. */
export function GuestSheet(props: Props) {
  const [paper, setPaper] = useState(false)
  const [issued, setIssued] = useState<string | null>(null)
  if (paper) {
    return (
      <ReceptionPaperDialog
        title="接待日预约登记表"
        kind="reception-booking"
        about={props.guest.id}
        onClose={() => setPaper(false)}
        onIssued={(id) => {
          setPaper(false)
          setIssued(id)
        }}
      />
    )
  }
  if (issued !== null) return <DocumentDialog id={issued} onClose={() => setIssued(null)} />
  return (
    <Dialog opened onClose={props.onClose} title={`${props.guest.name}：${props.guest.title}`} size="lg">
      <Sheet {...props} onPaper={() => setPaper(true)} />
    </Dialog>
  )
}

function Sheet({ day, guest, onClose, onPaper }: Props & { readonly onPaper: () => void }) {
  const today = useToday()
  const mayWrite = useHasRole('receptionist', 'clerk')
  const reveal = useDeskMutation('reception.reveal')
  const [form, setForm] = useState<GuestForm | null>(null)
  const open =
    day.state === 'planned' &&
    (guest.state === 'waiting' || guest.state === 'absent' || guest.state === 'called')
  const lines = [
    ['情况', `${GUEST_STATES[guest.state]}${guest.reason === '' ? '' : `：${guest.reason}`}`],
    ['姓名', form?.person.name ?? guest.name],
    ['电话', form?.person.phone ?? guest.phone],
    ['情况说明', guest.matter],
    ['诉求', guest.demand],
    ['材料', guest.materials],
    ['已向职能部门反映', guest.department],
    ['预约方式', guest.means],
    ['约定时间', guest.appointedAt],
    ['已告知安排', guest.toldOn === null ? '' : dayText(guest.toldOn, today)],
  ].filter(([, value]) => value !== '')
  return (
    <Stack gap="sm">
      {lines.map(([name, value]) => (
        <Text key={name}>
          {name}：{value}
        </Text>
      ))}
      <Failure error={reveal.error} />
      {mayWrite && (
        <Group gap="xs">
          <Button
            variant="default"
            data-autofocus
            loading={reveal.isPending}
            onClick={() =>
              reveal.mutate({ guest: guest.id }, { onSuccess: (answer) => setForm(answer.form) })
            }
          >
            查看姓名和电话
          </Button>
          {guest.means !== '' && (
            <Button variant="default" onClick={onPaper}>
              预约登记表
            </Button>
          )}
        </Group>
      )}
      {mayWrite && open && guest.state === 'waiting' && guest.kind === 'booked' && (
        <TellForm day={day} guest={guest} onDone={onClose} />
      )}
      {mayWrite && open && <LeaveForm guest={guest} onDone={onClose} />}
    </Stack>
  )
}

type FormProps = { readonly guest: Guest; readonly onDone: () => void }

/** When to come was agreed and told. */
function TellForm({ day, guest, onDone }: FormProps & { readonly day: DayView }) {
  const { form, send, busy, error, errorAt } = useCheckedCall('reception.tellBooking')
  const [medium, setMedium] = useState<Medium>('phone')
  const [appointedAt, setAppointedAt] = useState(guest.appointedAt)

  async function tell() {
    if ((await send({ guest: guest.id, medium, appointedAt: appointedAt.trim() })) !== null) onDone()
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void tell()
      }}
    >
      <Failure error={error} />
      <Group align="end" grow>
        <TextInput
          label="约定时间"
          description={`${day.start}—${day.end} 之内。`}
          value={appointedAt}
          onChange={(event) => setAppointedAt(event.currentTarget.value)}
          error={errorAt('appointedAt')}
        />
        <Select
          label="告知方式"
          data={optionsOf(MEDIA)}
          {...TYPED}
          value={medium}
          onChange={(value) => setMedium(mediumSchema.parse(value))}
        />
        <Button type="submit" loading={busy}>
          已告知安排
        </Button>
      </Group>
    </form>
  )
}

/** A booking called off, or somebody who left without being heard. */
function LeaveForm({ guest, onDone }: FormProps) {
  const booked = guest.kind === 'booked' && guest.state === 'waiting'
  const cancel = useCheckedCall('reception.cancelBooking')
  const leave = useCheckedCall('reception.leave')
  const { form, busy, error, errorAt } = booked ? cancel : leave
  const [reason, setReason] = useState('')

  async function send() {
    const input = { guest: guest.id, reason }
    if ((await (booked ? cancel.send(input) : leave.send(input))) !== null) onDone()
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
      <Failure error={error} />
      <Group align="end" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={booked ? '取消预约的原因' : '没有谈话就离开的原因'}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={errorAt('reason')}
        />
        <Button type="submit" variant="default" loading={busy}>
          {booked ? '取消预约' : '未谈离开'}
        </Button>
      </Group>
    </form>
  )
}
