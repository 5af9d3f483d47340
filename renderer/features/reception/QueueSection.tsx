import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Method } from '../../../shared/contract/api.ts'
import { GUEST_KINDS, GUEST_STATES } from '../../../shared/domain/reception.ts'
import { useHasRole, useToday } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'
import { GuestSheet } from './GuestSheet.tsx'
import { RowTable } from './RowTable.tsx'
import type { DayView, Guest } from './reception-words.ts'

const HEADS = ['次序', '来访人', '所在单位', '反映事项', '约定时间', '情况', '操作']

type Props = { readonly day: DayView; readonly onBook: () => void; readonly onArrive: () => void }

/** Booked first, then walk-ins. One key each: N next, Q absent, R record, F finished. */
export function QueueSection({ day, onBook, onArrive }: Props) {
  const today = useToday()
  const mayWrite = useHasRole('receptionist', 'clerk')
  const [shown, setShown] = useState<string | null>(null)
  const planned = mayWrite && day.state === 'planned'
  const onTheDay = planned && day.day <= today
  const guest = day.guests.find(({ id }) => id === shown)
  return (
    <section className={classes['section']} aria-label="排队">
      <Group justify="space-between" className={classes['head'] ?? ''}>
        <Title order={2}>排队</Title>
        <Group gap="xs">
          {onTheDay && <CallButtons day={day} />}
          {planned && <ComeButtons day={day} onBook={onBook} onArrive={onArrive} />}
        </Group>
      </Group>
      {day.guests.length === 0 ? (
        <Text c="dimmed">
          {planned ? '还没有来访人。按 B 登记预约；接待日当天按 W 登记现场来访人。' : '没有来访人。'}
        </Text>
      ) : (
        <RowTable label="排队" heads={HEADS} first>
          {day.guests.map((each, index) => (
            <GuestRow key={each.id} guest={each} place={index + 1} onTheDay={onTheDay} onOpen={setShown} />
          ))}
        </RowTable>
      )}
      {guest !== undefined && <GuestSheet day={day} guest={guest} onClose={() => setShown(null)} />}
    </section>
  )
}

type RowProps = {
  readonly guest: Guest
  readonly place: number
  readonly onTheDay: boolean
  readonly onOpen: (id: string) => void
}

function GuestRow({ guest, place, onTheDay, onOpen }: RowProps) {
  const done = guest.state === 'finished' || guest.state === 'left' || guest.state === 'cancelled'
  const tone = guest.state === 'called' ? classes['inside'] : done ? classes['off'] : undefined
  return (
    <tr className={tone}>
      <td>{place}</td>
      <td className={classes['short']}>
        <Anchor component="button" type="button" data-open onClick={() => onOpen(guest.id)}>
          {guest.name}
        </Anchor>
        {guest.headcount > 1 && ` 等 ${guest.headcount} 人`}
      </td>
      <td>{[guest.identity, guest.organisation].filter(Boolean).join('，')}</td>
      <td>{guest.title}</td>
      <td className={classes['short']}>
        {guest.kind === 'booked' ? guest.appointedAt || '未约定' : GUEST_KINDS['walk-in']}
      </td>
      <td className={classes['short']}>
        {GUEST_STATES[guest.state]}
        {guest.petitions.length > 0 && `，已记录 ${guest.petitions.length} 件`}
      </td>
      <td className={classes['short']}>{onTheDay && <RowStep guest={guest} />}</td>
    </tr>
  )
}

/** Out of turn, for the one row it stands in. */
function RowStep({ guest }: { readonly guest: Guest }) {
  const call = useDeskMutation('reception.call')
  const requeue = useDeskMutation('reception.requeue')
  if (guest.state === 'waiting') {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        loading={call.isPending}
        onClick={() => call.mutate({ guest: guest.id })}
      >
        叫这一位
      </Button>
    )
  }
  if (guest.state !== 'absent') return null
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={requeue.isPending}
      onClick={() => requeue.mutate({ guest: guest.id })}
    >
      重新排队
    </Button>
  )
}

type QueueMethod = Extract<Method, 'reception.callNext' | 'reception.absent' | 'reception.finish'>

function CallButtons({ day }: { readonly day: DayView }) {
  const [, navigate] = useLocation()
  const inside = day.guests.find(({ state }) => state === 'called')
  const waiting = day.guests.some(({ state }) => state === 'waiting')
  const next = useDeskMutation('reception.callNext')
  const absent = useDeskMutation('reception.absent')
  const finish = useDeskMutation('reception.finish')
  const busy = next.isPending || absent.isPending || finish.isPending
  const mayCall = waiting && (inside === undefined || inside.petitions.length > 0) && !busy
  const mayFinish = inside !== undefined && inside.petitions.length > 0 && !busy

  function take(method: QueueMethod) {
    for (const each of [next, absent, finish]) each.reset()
    if (method === 'reception.callNext') next.mutate({ id: day.id })
    else if (inside !== undefined)
      (method === 'reception.absent' ? absent : finish).mutate({ guest: inside.id })
  }
  const record = () => navigate(`/reception/day/${day.id}/talk/${inside?.id ?? 'new'}`)

  useShortcut('N', '叫下一位', () => take('reception.callNext'), { enabled: mayCall })
  useShortcut('Q', '叫号未到', () => take('reception.absent'), { enabled: inside !== undefined && !busy })
  useShortcut('R', '填写接待记录', record)
  useShortcut('F', '结束接待', () => take('reception.finish'), { enabled: mayFinish })
  return (
    <>
      <Failure error={next.error ?? absent.error ?? finish.error} />
      {inside !== undefined && inside.petitions.length === 0 && (
        <Button variant="default" onClick={() => take('reception.absent')} title="Q">
          未到
        </Button>
      )}
      <Button
        variant={inside !== undefined && inside.petitions.length === 0 ? 'filled' : 'default'}
        onClick={record}
        title="R"
      >
        填写记录
      </Button>
      {mayFinish && (
        <Button variant={waiting ? 'default' : 'filled'} onClick={() => take('reception.finish')} title="F">
          结束接待
        </Button>
      )}
      {mayCall && (
        <Button onClick={() => take('reception.callNext')} title="N">
          叫下一位
        </Button>
      )}
    </>
  )
}

function ComeButtons({ day, onBook, onArrive }: Props) {
  const today = useToday()
  const mayArrive = day.day <= today
  useShortcut('B', '登记预约', onBook)
  useShortcut('W', '登记现场来访人', onArrive, { enabled: mayArrive })
  return (
    <>
      <Button variant={mayArrive ? 'default' : 'filled'} onClick={onBook} title="B">
        登记预约
      </Button>
      {mayArrive && (
        <Button variant="default" onClick={onArrive} title="W">
          现场登记
        </Button>
      )}
    </>
  )
}
