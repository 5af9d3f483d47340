import { cutOffOf } from '../../../shared/rules/reception-schedule.ts'
import { today } from '../desk.ts'
import { issueReceptionPaper } from '../issuing/reception-papers.ts'
import { atMinute } from './hours.ts'
import type { Held } from './reception-demo.ts'
import { aGuest, bookingOf, type Invented, type ReceptionStage } from './reception-stage.ts'

/** Brought forward to the first working day from the end on, so that there is one to look at, with a queue. */
export function planAtHand(stage: ReceptionStage, invent: Invented, held: Held, days: readonly Held[]): void {
  const { desk, staff, workDays, until, office } = stage
  const to = workDays.after(until, 0)
  const taken = days.some(({ day }) => day === to)
  const [first, second, early] = [aGuest(invent, to), aGuest(invent, to), aGuest(invent, to)]
  const before = workDays.days.findLast((day) => day < until)
  if (before === undefined) return
  stage.plan(atMinute(before, 9 * 60 + 40), async () => {
    const body = {
      from: held.day,
      to: taken ? held.day : to,
      start: '14:00',
      end: '16:30',
      place: '行政楼 201 会议室',
      cutOff: cutOffOf(office.calendar, taken ? held.day : to, { workingDays: 1, time: '16:00' }),
      reason: '校领导下周外出，提前接待',
    }
    await desk.ledger.change(({ append }) =>
      append({ kind: 'reception.moved', subject: held.id, actor: staff.clerk.login, body }),
    )
    for (const guest of [first, second]) {
      const id = await bookingOf(stage, held, guest, true)
      await tell(stage, held, id)
    }
  })
  if (taken || to !== until) return
  stage.plan(atMinute(until, 9 * 60 + 15), async () => void (await bookingOf(stage, held, early, false)))
}

async function tell({ desk, staff }: ReceptionStage, { id }: Held, guest: string): Promise<void> {
  const on = today(desk)
  const body = { guest, on, medium: 'phone', appointedAt: '14:30' } as const
  await desk.ledger.change(({ append }) =>
    append({ kind: 'reception.booking-told', subject: id, actor: staff.receptionist.login, body }),
  )
}

/** The week after: another leader takes it over, somebody has booked, and the sheet was printed. */
export function planAhead(stage: ReceptionStage, invent: Invented, held: Held): void {
  const { desk, staff, workDays, office } = stage
  const before = workDays.days.at(-2)
  const guest = aGuest(invent, held.day)
  const to = office.leaders.find(({ code }) => code !== held.leader)?.code
  if (before === undefined || to === undefined) return
  stage.plan(atMinute(before, 10 * 60 + 20), async () => {
    const body = { reason: '外出参加会议', changes: [{ id: held.id, from: held.leader, to }] }
    await desk.ledger.change(({ append }) =>
      append({ kind: 'reception.swapped', subject: held.id, actor: staff.clerk.login, body }),
    )
    const about = await bookingOf(stage, held, guest, true)
    await desk.ledger.change((change) =>
      issueReceptionPaper(change, desk, staff.receptionist, { kind: 'reception-booking', about, note: '' }),
    )
  })
}

export function planCancelled({ desk, staff, workDays, plan }: ReceptionStage, held: Held): void {
  const before = workDays.days.at(-2)
  if (before === undefined) return
  plan(atMinute(before, 11 * 60), async () => {
    const body = { reason: '与学校职代会冲突' }
    await desk.ledger.change(({ append }) =>
      append({ kind: 'reception.cancelled', subject: held.id, actor: staff.clerk.login, body }),
    )
  })
}
