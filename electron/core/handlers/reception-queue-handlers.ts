import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { GuestForm } from '../../../shared/domain/reception.ts'
import {
  bookingProblems,
  guestProblems,
  type Problem,
  type QueueStep,
  queueRefusal,
  waitingInOrder,
} from '../../../shared/rules/reception-queue.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import type { Change } from '../store/ledger.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { ReceptionDayTable } from '../store/schema/reception-schema.ts'
import { dayView, findDay, findGuest, guestsOf, now, readGuestForm } from '../views/reception-view.ts'

type QueueMethod = Extract<
  keyof Handlers,
  | 'reception.book'
  | 'reception.tellBooking'
  | 'reception.cancelBooking'
  | 'reception.reveal'
  | 'reception.arrive'
  | 'reception.callNext'
  | 'reception.call'
  | 'reception.absent'
  | 'reception.requeue'
  | 'reception.finish'
  | 'reception.leave'
>

/** Bookings, and the queue of the day. */
export const queueHandlers: Pick<Handlers, QueueMethod> = {
  'reception.book': async ({ id, means, appointedAt, form }, { desk, me }) => {
    const guest = await desk.ledger.change(async (change) => {
      const row = await findDay(change.tx, id)
      const booked = guestsOf(change.tx, id).filter(
        ({ kind, state }) => kind === 'booked' && state !== 'cancelled',
      )
      refuseProblems([
        ...whoIsIt(form),
        ...bookingProblems(bookable(desk, row), now(desk), booked.length, form),
        ...appointmentProblem(row, appointedAt),
      ])
      const number = nextGuest(change, desk)
      const body = { guest: number, means, appointedAt, form }
      await change.append({ kind: 'reception.booked', subject: id, actor: me.login, body })
      return number
    })
    return { guest, day: await dayView(desk, me, id) }
  },
  'reception.tellBooking': ({ guest, medium, appointedAt }, { desk, me }) =>
    withGuest(desk, me, guest, null, async (change, day) => {
      refuseProblems(appointmentProblem(day, appointedAt))
      await change.append({
        kind: 'reception.booking-told',
        subject: day.id,
        actor: me.login,
        body: { guest, on: today(desk), medium, appointedAt },
      })
    }),
  'reception.cancelBooking': ({ guest, reason }, { desk, me }) =>
    withGuest(desk, me, guest, 'cancel', async (change, { id }) => {
      await change.append({
        kind: 'reception.booking-cancelled',
        subject: id,
        actor: me.login,
        body: { guest, reason },
      })
    }),
  'reception.reveal': async ({ guest }, { desk, me }) => {
    const row = await findGuest(desk.store.reader, guest)
    await desk.ledger.change(({ append }) =>
      append({ kind: 'reception.revealed', subject: row.reception_day, actor: me.login, body: { guest } }),
    )
    return { form: readGuestForm(row) }
  },
  'reception.arrive': async ({ id, form }, { desk, me }) => {
    const guest = await desk.ledger.change(async (change) => {
      const row = await findDay(change.tx, id)
      onTheDay(desk, row, '现场排队')
      refuseProblems([
        ...whoIsIt(form),
        ...groupProblem(row, form),
        ...guestProblems(bookable(desk, row), form),
      ])
      const number = nextGuest(change, desk)
      await change.append({
        kind: 'reception.arrived',
        subject: id,
        actor: me.login,
        body: { guest: number, form },
      })
      return number
    })
    return { guest, day: await dayView(desk, me, id) }
  },
  'reception.callNext': async ({ id }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      const row = await findDay(change.tx, id)
      onTheDay(desk, row, '叫号')
      await finishTheOneInside(change, me, id)
      const guests = guestsOf(change.tx, id)
      const [next] = waitingInOrder(guests)
      if (next === undefined) throw new DeskError('refused', '没有等候的来访人了。')
      refuse(queueRefusal('call', next, guests))
      await change.append({
        kind: 'reception.called',
        subject: id,
        actor: me.login,
        body: { guest: next.id },
      })
    })
    return dayView(desk, me, id)
  },
  'reception.call': ({ guest }, { desk, me }) => step(desk, me, guest, 'call', 'reception.called'),
  'reception.absent': ({ guest }, { desk, me }) => step(desk, me, guest, 'absent', 'reception.absent'),
  'reception.requeue': ({ guest }, { desk, me }) => step(desk, me, guest, 'requeue', 'reception.requeued'),
  'reception.finish': ({ guest }, { desk, me }) => step(desk, me, guest, 'finish', 'reception.finished'),
  'reception.leave': ({ guest, reason }, { desk, me }) =>
    withGuest(desk, me, guest, 'leave', async (change, day) => {
      onTheDay(desk, day, '登记离开')
      await change.append({
        kind: 'reception.left',
        subject: day.id,
        actor: me.login,
        body: { guest, reason },
      })
    }),
}

function step(
  desk: Desk,
  me: Me,
  guest: string,
  what: QueueStep,
  kind: 'reception.called' | 'reception.absent' | 'reception.requeued' | 'reception.finished',
): Promise<Answer<'reception.day'>> {
  return withGuest(desk, me, guest, what, async (change, day) => {
    onTheDay(desk, day, '叫号')
    await change.append({ kind, subject: day.id, actor: me.login, body: { guest } })
  })
}

async function withGuest(
  desk: Desk,
  me: Me,
  guest: string,
  what: QueueStep | null,
  work: (change: Change, day: ReceptionDayTable) => Promise<void>,
): Promise<Answer<'reception.day'>> {
  const day = await desk.ledger.change(async (change) => {
    const { reception_day: id } = await findGuest(change.tx, guest)
    const row = await findDay(change.tx, id)
    if (row.state !== 'planned')
      throw new DeskError('refused', '这次接待日已经结束或取消，不能再更改来访人。')
    const guests = guestsOf(change.tx, id)
    const one = guests.find((each) => each.id === guest)
    if (what !== null && one !== undefined) refuse(queueRefusal(what, one, guests))
    await work(change, row)
    return id
  })
  return dayView(desk, me, day)
}

/** A queue is of its day: what is written afterwards is the record, not the call. */
export function onTheDay(desk: Desk, row: ReceptionDayTable, what: string): void {
  if (row.state !== 'planned') throw new DeskError('refused', `这次接待日已经结束或取消，不能再${what}。`)
  if (row.day > today(desk)) throw new DeskError('refused', `还没有到接待日，当天才能${what}。`)
}

async function finishTheOneInside(change: Change, me: Me, id: string): Promise<void> {
  const inside = guestsOf(change.tx, id).find(({ state, recorded }) => state === 'called' && recorded)
  if (inside === undefined) return
  await change.append({
    kind: 'reception.finished',
    subject: id,
    actor: me.login,
    body: { guest: inside.id },
  })
}

function nextGuest(change: Change, desk: Desk): string {
  const year = yearOf(today(desk))
  const serial = nextSerial(change.tx, `guest/${year}`)
  return `${desk.station.code}-${year}-G${String(serial).padStart(5, '0')}`
}

function bookable(desk: Desk, row: ReceptionDayTable) {
  return {
    state: row.state,
    day: row.day,
    cutOff: { day: row.cut_off_day, time: row.cut_off_time },
    groupCap: row.group_cap,
    places: row.places,
    departmentFirst: row.department_first === 1,
    leaderName: desk.ledger.office().leader(row.leader)?.name ?? '',
  }
}

/** Bookings are made under one's own name, with a number to be told at. */
function whoIsIt({ person }: GuestForm): readonly Problem[] {
  return [
    ...(person.name === '' ? [{ path: 'form.person.name', message: '请填写来访人姓名。' }] : []),
    ...(person.phone === '' ? [{ path: 'form.person.phone', message: '请填写联系电话。' }] : []),
  ]
}

function groupProblem({ group_cap: cap }: ReceptionDayTable, { headcount }: GuestForm): readonly Problem[] {
  if (headcount <= cap) return []
  const message = `多人反映同一事项的，应推选代表，每批不超过 ${cap} 人（《信访工作条例》第二十条）。`
  return [{ path: 'headcount', message }]
}

function appointmentProblem({ start, end }: ReceptionDayTable, at: string): readonly Problem[] {
  if (at === '' || (at >= start && at < end)) return []
  return [{ path: 'appointedAt', message: `约定时间应在接待时间 ${start} 至 ${end} 之内。` }]
}

const OF_FORM = new Set(['headcount', 'department', 'accusedNames'])

/** Each problem at its field of the form that was sent. */
function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems
  if (first === undefined) return
  const fields = problems.map(({ path, message }) => ({
    path: OF_FORM.has(path) ? `form.${path}` : path,
    message,
  }))
  throw new DeskError('badRequest', first.message, fields)
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new DeskError('refused', problem)
}
