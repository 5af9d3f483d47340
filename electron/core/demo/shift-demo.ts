import { addDays, type Day, weekday } from '../../../shared/domain/day.ts'
import type { Shift } from '../../../shared/domain/reception.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import { recordTalk } from '../handlers/reception-record-handlers.ts'
import { atMinute } from './hours.ts'
import { inventName } from './people.ts'
import { aGuest, conversationOf, decisionFor, type Invented, type ReceptionStage } from './reception-stage.ts'

type Reception = { readonly day: Day; readonly leader: string }

const AHEAD = 21
const UNITS = ['XSGZC', 'JWC', 'HQC', 'CWC'] as const

/** Tuesdays and Thursdays at the growth centre, and the reception days, which a leader heads. */
export function planDemoShifts(
  stage: ReceptionStage,
  invent: Invented,
  began: Day,
  receptions: readonly Reception[],
): void {
  const { desk, staff, until, random } = stage
  const shifts = shiftsFrom(
    stage,
    addDays(began, 1),
    addDays(until, AHEAD),
    receptions,
    random.fork('shifts'),
  )
  stage.plan(atMinute(began, 8 * 60 + 40), async () => {
    await desk.ledger.change(async ({ append }) => {
      for (const body of shifts) {
        await append({ kind: 'shift.planned', subject: body.id, actor: staff.clerk.login, body })
      }
    })
  })
  const past = shifts.filter(({ day }) => day < until)
  for (const shift of past) planDuty(stage, shift)
  const [third] = past.filter(({ head }) => head === null).slice(-3)
  if (third !== undefined) planTalk(stage, invent, third)
  const [next, other] = shifts.filter(({ day }) => day > until)
  if (next === undefined || other === undefined) return
  stage.plan(atMinute(until, 8 * 60 + 50), async () => {
    await desk.ledger.change(async ({ append }) => {
      const actor = staff.clerk.login
      const members = [{ unit: 'TW', name: inventName(random.fork('substitute')) }]
      const body = { members, head: next.head, reason: '原值班人员外出学习' }
      await append({ kind: 'shift.changed', subject: next.id, actor, body })
      await append({ kind: 'shift.cancelled', subject: other.id, actor, body: { reason: '场地维修' } })
    })
  })
}

function shiftsFrom(
  { office }: ReceptionStage,
  from: Day,
  until: Day,
  receptions: readonly Reception[],
  random: ReceptionStage['random'],
): Shift[] {
  const team = UNITS.map((unit) => ({ unit, name: inventName(random) }))
  const shifts: Shift[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const reception = receptions.find((each) => each.day === day)
    const usual = weekday(day) === 2 || weekday(day) === 4
    if ((!usual && reception === undefined) || !isWorkingDay(office.calendar, day)) continue
    const first = shifts.length % team.length
    const members = [...team.slice(first), ...team.slice(0, first)].slice(0, 2)
    const head = reception?.leader ?? null
    shifts.push({
      id: day,
      day,
      start: '14:00',
      end: '17:00',
      place: '大学生成长指导与服务中心',
      members,
      head,
    })
  }
  return shifts
}

function planDuty({ desk, staff, plan }: ReceptionStage, { id, day, members, head }: Shift): void {
  plan(atMinute(day, 13 * 60 + 55), async () => {
    const actor = staff.receptionist.login
    const leader = head === null ? undefined : desk.ledger.office().leader(head)
    await desk.ledger.change(async ({ append }) => {
      for (const { unit, name } of members) {
        const body = { unit, name, asHead: false, on: day }
        await append({ kind: 'shift.signed-on', subject: id, actor, body })
      }
      if (leader === undefined) return
      const body = { unit: '', name: `${leader.post}${leader.name}`, asHead: true, on: day }
      await append({ kind: 'shift.signed-on', subject: id, actor, body })
    })
  })
}

function planTalk(stage: ReceptionStage, invent: Invented, shift: Shift): void {
  const { desk, staff, registered } = stage
  const guest = aGuest(invent, shift.day)
  stage.plan(atMinute(shift.day, 16 * 60 + 10), async () => {
    const { petition } = await desk.ledger.change((change) =>
      recordTalk(change, desk, staff.receptionist, {
        sitting: { kind: 'shift', id: shift.id },
        guest: null,
        companions: shift.members.map(({ name }) => name).join('、'),
        visit: conversationOf(stage, guest.visit, desk.surroundings.clock()),
        decision: decisionFor(stage, guest.visit, 1, shift.day),
      }),
    )
    registered(petition, shift.day)
  })
}
