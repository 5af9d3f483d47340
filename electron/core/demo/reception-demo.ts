import { addDays, type Day } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Decision, ReceptionSchedule } from '../../../shared/domain/reception.ts'
import { cutOffOf, leadersInTurn, scheduledDays } from '../../../shared/rules/reception-schedule.ts'
import { today } from '../desk.ts'
import { recordTalk } from '../handlers/reception-record-handlers.ts'
import { issueConversationPapers, issueReceptionPaper } from '../issuing/reception-papers.ts'
import { atMinute } from './hours.ts'
import { planAhead, planAtHand, planCancelled } from './reception-ahead.ts'
import {
  aGuest,
  bookingOf,
  conversationOf,
  decisionFor,
  finishTalk,
  type Invented,
  inventor,
  type ReceptionStage,
} from './reception-stage.ts'
import { planDemoShifts } from './shift-demo.ts'

/** Working days before the end on which the office began with reception days. */
const BEGUN = 30
/** Days after the end that are planned already. */
const AHEAD = 56
const AFTERNOON = 14 * 60 + 30
const MINUTES_A_GUEST = 24

export type Held = {
  readonly id: string
  readonly day: Day
  readonly leader: string
  readonly index: number
}

/** Six weeks of reception days behind, one at hand with a queue, and bookings ahead. */
export function planReception(stage: ReceptionStage): void {
  const { workDays, until, office } = stage
  const began = workDays.days.at(-BEGUN) ?? workDays.days[0]
  if (began === undefined) return
  const schedule = scheduleFrom(
    began,
    office.leaders.map(({ code }) => code),
  )
  const days = daysOf(stage, schedule, began)
  stage.plan(atMinute(began, 8 * 60 + 20), () => layOut(stage, schedule, days))
  const invent = inventor(stage)
  const past = days.filter(({ day }) => day < until)
  for (const held of past) planPast(stage, invent, held, held.index === past.length - 3)
  const [next, other, cancelled] = days.filter(({ day }) => day > until)
  if (next !== undefined) planAtHand(stage, invent, next, days)
  if (other !== undefined) planAhead(stage, invent, other)
  if (cancelled !== undefined) planCancelled(stage, cancelled)
  planDemoShifts(stage, invent, began, days)
}

function scheduleFrom(from: Day, leaders: readonly string[]): ReceptionSchedule {
  return {
    rule: {
      frequency: { kind: 'weekly', weekday: 3 },
      from,
      until: null,
      winter: { start: '14:00', end: '16:30' },
      summer: { from: '05-01', until: '09-30', hours: { start: '14:30', end: '17:00' } },
      holiday: 'before',
      vacations: [],
    },
    place: '行政楼 201 会议室',
    leaders: [...leaders],
    companions: ['DYB'],
    cutOff: { workingDays: 1, time: '16:00' },
    groupCap: 3,
    places: 6,
    departmentFirst: true,
    contact: '党委、院长办公室，电话 0539-5510001',
  }
}

function daysOf({ office, until }: ReceptionStage, schedule: ReceptionSchedule, began: Day): readonly Held[] {
  const scheduled = scheduledDays(schedule.rule, office.calendar, addDays(began, 1), addDays(until, AHEAD))
  const held = scheduled.flatMap(({ regular, day }) => (day === null ? [] : [{ id: regular, day }]))
  const turns = leadersInTurn(schedule.leaders, null, held.length)
  return held.map((each, index) => ({ ...each, leader: turns[index] ?? '', index }))
}

/** The rule is saved, the days are planned and announced. */
async function layOut(
  { desk, staff, office }: ReceptionStage,
  schedule: ReceptionSchedule,
  days: readonly Held[],
): Promise<void> {
  const { cutOff, place, companions, groupCap, places, departmentFirst, rule } = schedule
  await desk.ledger.change(async (change) => {
    await change.append({
      kind: 'reception.schedule-saved',
      subject: 'reception',
      actor: staff.admin.login,
      body: schedule,
    })
    const scheduled = scheduledDays(rule, office.calendar, rule.from, days.at(-1)?.day ?? rule.from)
    for (const { id, day, leader } of days) {
      const { start, end, why } = scheduled.find(({ regular }) => regular === id) ?? {
        start: '14:00',
        end: '16:30',
        why: '',
      }
      await change.append({
        kind: 'reception.planned',
        subject: id,
        actor: staff.clerk.login,
        body: {
          id,
          day,
          start,
          end,
          place,
          leader,
          companions: [...companions],
          cutOff: cutOffOf(office.calendar, day, cutOff),
          groupCap,
          places,
          departmentFirst,
          why,
        },
      })
    }
    const announcement = { kind: 'reception-announcement', about: '', note: '' }
    await issueReceptionPaper(change, desk, staff.clerk, announcement)
  })
}

/** Booked, heard, minuted and followed up; on the eventful one something of everything happens. */
function planPast(stage: ReceptionStage, invent: Invented, held: Held, eventful: boolean): void {
  const { workDays, random } = stage
  const guests: string[] = []
  const dice = random.fork(`day/${held.id}`)
  const count = dice.between(2, 3)
  const booked = workDays.days.findLast((day) => day < addDays(held.day, -1))
  for (let index = 0; index < count; index += 1) {
    const guest = aGuest(invent, held.day)
    const from = index === 0 || booked === undefined ? null : booked
    const at = from === null ? atMinute(held.day, 14 * 60 + index) : atMinute(from, 10 * 60 + index * 7)
    stage.plan(at, async () => void guests.push(await bookingOf(stage, held, guest, from !== null)))
    const begin = AFTERNOON + index * MINUTES_A_GUEST
    stage.plan(atMinute(held.day, begin), () => call(stage, held, guests[index]))
    const decision = (held.index * 2 + index) % 6
    stage.plan(atMinute(held.day, begin + 20), () => hear(stage, held, guest, guests[index], decision))
  }
  if (eventful) planOddities(stage, invent, held, guests)
  stage.plan(atMinute(held.day, 16 * 60 + 40), () => close(stage, held))
  const after = workDays.after(addDays(held.day, 1), 0)
  stage.plan(atMinute(after, 9 * 60 + 10), () => minute(stage, held))
}

async function call({ desk, staff }: ReceptionStage, { id }: Held, guest: string | undefined): Promise<void> {
  if (guest === undefined) return
  await desk.ledger.change(({ append }) =>
    append({ kind: 'reception.called', subject: id, actor: staff.receptionist.login, body: { guest } }),
  )
}

async function hear(
  stage: ReceptionStage,
  held: Held,
  invented: ReturnType<typeof aGuest>,
  guest: string | undefined,
  turn: number,
): Promise<void> {
  if (guest === undefined) return
  const { desk, staff, office, workDays, registered } = stage
  const me = staff.receptionist
  const decision = decisionFor(stage, invented.visit, turn, held.day)
  const number = await desk.ledger.change(async (change) => {
    const talk = await recordTalk(change, desk, me, {
      sitting: { kind: 'day', id: held.id },
      guest,
      companions: '办公室主任',
      visit: conversationOf(stage, invented.visit, desk.surroundings.clock()),
      decision,
    })
    if (held.index % 2 === 0) await issueConversationPapers(change, desk, me, talk.conversation)
    await change.append({ kind: 'reception.finished', subject: held.id, actor: me.login, body: { guest } })
    return talk
  })
  registered(number.petition, held.day)
  const on = (days: number, minute: number) =>
    atMinute(workDays.after(addDays(held.day, 1), days - 1), minute)
  if (decision.kind === 'later') {
    const unit = office.unit('DYB')?.code ?? 'DYB'
    const later: Decision = {
      kind: 'assign',
      text: '请办公室牵头研究，提出意见报我。',
      leadUnit: unit,
      assistUnits: [],
      limitOn: null,
    }
    stage.plan(on(1, 10 * 60), () => decide(stage, held, number.conversation, number.petition, later))
  }
  stage.plan(on(4, 15 * 60), () => finishTalk(stage, number.petition, held.leader))
}

async function decide(
  { desk, staff }: ReceptionStage,
  { leader }: Held,
  conversation: string,
  petition: PetitionNumber,
  decision: Extract<Decision, { kind: 'assign' }>,
): Promise<void> {
  const office = desk.ledger.office()
  const known = office.leader(leader)
  const on = today(desk)
  const actor = staff.leader.login
  await desk.ledger.change(async ({ append }) => {
    const { text, leadUnit, assistUnits, limitOn } = decision
    const body = {
      on,
      leader: known?.name ?? leader,
      text,
      leadUnit,
      assistUnits,
      limitOn,
    }
    await append({ kind: 'petition.instructed', subject: petition, actor, body })
    await append({
      kind: 'reception.decided',
      subject: conversation,
      actor,
      body: { conversation, on, leader, decision },
    })
  })
}

/** Somebody misses the call and comes back, somebody leaves, a booking is called off, and the name is looked up once. */
function planOddities(stage: ReceptionStage, invent: Invented, held: Held, guests: readonly string[]): void {
  const { desk, staff } = stage
  const actor = staff.receptionist.login
  const missing = aGuest(invent, held.day)
  const [late, calledOff, gone] = [
    aGuest(invent, held.day),
    aGuest(invent, held.day),
    aGuest(invent, held.day),
  ]
  const about = { subject: held.id, actor }
  stage.plan(atMinute(held.day, 14 * 60 + 5), async () => {
    const revealed = guests[0]
    const missed = await bookingOf(stage, held, missing, false)
    const left = await bookingOf(stage, held, gone, false)
    const off = await bookingOf(stage, held, calledOff, true)
    const tardy = await bookingOf(stage, held, late, false)
    await desk.ledger.change(async ({ append }) => {
      const guest = missed
      if (revealed !== undefined)
        await append({ ...about, kind: 'reception.revealed', body: { guest: revealed } })
      await append({ ...about, kind: 'reception.called', body: { guest } })
      await append({ ...about, kind: 'reception.absent', body: { guest } })
      await append({ ...about, kind: 'reception.requeued', body: { guest } })
      await append({ ...about, kind: 'reception.left', body: { guest, reason: '改日再来' } })
      await append({ ...about, kind: 'reception.left', body: { guest: left, reason: '没有等到' } })
      await append({ ...about, kind: 'reception.absent', body: { guest: tardy } })
      const body = { guest: off, reason: '问题已经解决' }
      await append({ ...about, kind: 'reception.booking-cancelled', body })
    })
  })
}

async function close({ desk, staff }: ReceptionStage, { id }: Held): Promise<void> {
  await desk.ledger.change(({ append }) =>
    append({ kind: 'reception.closed', subject: id, actor: staff.receptionist.login, body: { remark: '' } }),
  )
}

async function minute({ desk, staff }: ReceptionStage, { id }: Held): Promise<void> {
  await desk.ledger.change(async (change) => {
    const note = '请各承办单位按期办理，并将结果报党委、院长办公室'
    const issued = await issueReceptionPaper(change, desk, staff.clerk, {
      kind: 'reception-minutes',
      about: id,
      note,
    })
    const body = { document: issued.id, note }
    await change.append({ kind: 'reception.minutes-issued', subject: id, actor: staff.clerk.login, body })
  })
}
