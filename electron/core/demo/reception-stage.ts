import { type Day, dayOf, instantOf, yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Decision, GuestForm } from '../../../shared/domain/reception.ts'
import { type VisitForm, visitFormSchema } from '../../../shared/domain/visit.ts'
import { stepRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Desk } from '../desk.ts'
import type { Office } from '../store/office-store.ts'
import { findRow } from '../store/projection/petitions.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { steppedOf } from '../views/petition-view.ts'
import type { Staff } from './case.ts'
import { atMinute } from './hours.ts'
import { inventVisit } from './invent-visit.ts'
import type { Random } from './random.ts'
import type { WorkDays } from './semesters.ts'

export type ReceptionStage = {
  readonly desk: Desk
  readonly staff: Staff
  readonly office: Office
  readonly until: Day
  readonly workDays: WorkDays
  readonly random: Random
  /** What lies beyond the end of the data never happens. */
  readonly plan: (at: number, run: () => Promise<void>) => void
  /** The leader reads it like any other of that day. */
  readonly registered: (number: PetitionNumber, day: Day) => void
}

export type Invented = { readonly visitOn: (day: Day) => VisitForm }

/** People who come to be heard, told apart from those at the counter by how their telling begins. */
export function inventor({ office, staff, random }: ReceptionStage): Invented {
  const told = new Set<string>()
  const inventing = {
    random: random.fork('guests'),
    office,
    receivedBy: staff.receptionist.name,
    earlier: [],
    told,
    visits: 0,
  }
  return {
    visitOn: (day) => {
      const startedAt = atMinute(day, 14 * 60 + 30)
      for (;;) {
        const visit = inventVisit(inventing, day, startedAt, startedAt + 1_200_000)
        const [form] = visit.petitions
        // Bookings are made by name, and the accused must not be the one who hears it.
        if (form !== undefined && !visit.anonymous && form.purpose !== 'accusation') return visit
      }
    },
  }
}

export type InventedGuest = { readonly visit: VisitForm; readonly form: GuestForm }

export function aGuest(invent: Invented, day: Day): InventedGuest {
  const visit = invent.visitOn(day)
  const [person] = visit.petitioners
  const [petition] = visit.petitions
  if (person === undefined || petition === undefined) throw new Error('a visit without people or matter')
  const form: GuestForm = {
    person,
    headcount: Math.min(visit.headcount, 3),
    companions: '',
    title: petition.title,
    matter: petition.matter,
    demand: petition.demand,
    materials: visit.materials.map(({ name }) => name).join('、'),
    purpose: petition.purpose,
    accusedNames: petition.accusedNames,
    accusedUnits: [...petition.accusedUnits],
    department: '已向职能部门反映，尚未解决。',
  }
  return { visit, form }
}

type Place = { readonly id: string }

/** A booking, or somebody who simply comes; gives the guest's number. */
export async function bookingOf(
  { desk, staff }: ReceptionStage,
  { id }: Place,
  { form }: InventedGuest,
  booked: boolean,
): Promise<string> {
  const actor = staff.receptionist.login
  return desk.ledger.change(async ({ tx, append }) => {
    const year = yearOf(dayOf(instantOf(desk.surroundings.clock())))
    const serial = nextSerial(tx, `guest/${year}`)
    const guest = `${desk.station.code}-${year}-G${String(serial).padStart(5, '0')}`
    const about = { subject: id, actor }
    if (booked) {
      const body = { guest, means: 'phone', appointedAt: '', form } as const
      await append({ ...about, kind: 'reception.booked', body })
    } else await append({ ...about, kind: 'reception.arrived', body: { guest, form } })
    return guest
  })
}

/** The visit as the record of the conversation takes it. */
export function conversationOf({ staff }: ReceptionStage, visit: VisitForm, now: number): VisitForm {
  const [petition] = visit.petitions
  const headcount = Math.min(visit.headcount, 3)
  return visitFormSchema.parse({
    ...visit,
    channel: 'JDR',
    startedAt: instantOf(now - 900_000),
    endedAt: instantOf(now),
    place: '行政楼 201 会议室',
    receivedBy: staff.receptionist.name,
    headcount,
    affected: Math.max(headcount, visit.affected),
    petitioners: visit.petitioners.slice(0, 1),
    petitions: petition === undefined ? [] : [{ ...petition, matter: `当面反映：${petition.matter}` }],
  })
}

/** Six kinds of decisions in turn, to a unit that may be given the matter. */
export function decisionFor(
  { office }: Pick<ReceptionStage, 'office'>,
  { petitions }: VisitForm,
  turn: number,
  on: Day,
): Decision {
  const [petition] = petitions
  const usual = office.category(petition?.category ?? '')?.defaultUnit ?? 'XSGZC'
  const leadUnit = petition?.accusedUnits.includes(usual) ? 'DYB' : usual
  const given = { leadUnit, assistUnits: [] }
  switch (turn) {
    case 1:
      return { kind: 'transfer', text: '', ...given }
    case 2:
      return { kind: 'answer', text: '已当面说明有关规定，并请有关部门本周内落实。', outcome: 'supported' }
    case 3:
      return { kind: 'later' }
    case 4:
      return {
        kind: 'decline',
        ground: 'arbitration',
        lawfulChannel: '向劳动人事争议仲裁委员会申请仲裁',
        explanation: '该事项已进入仲裁程序，请按仲裁程序办理。',
      }
    default: {
      const limitOn =
        turn === 0 ? null : dayOf(instantOf(Date.parse(`${on}T04:00:00.000Z`) + 12 * 86_400_000))
      return { kind: 'assign', text: '请认真研究，尽快提出办理意见并答复反映人。', ...given, limitOn }
    }
  }
}

/** The unit reports, the petitioner is answered, and the leader is told; as far as the rules allow. */
export async function finishTalk(
  { desk, staff }: ReceptionStage,
  number: PetitionNumber,
  leader: string,
): Promise<void> {
  const actor = staff.clerk.login
  const on = dayOf(instantOf(desk.surroundings.clock()))
  await desk.ledger.change(async ({ tx, append }) => {
    const about = { subject: number, actor }
    const row = () => findRow(tx, number)
    const allowed = async (step: Parameters<typeof stepRefusal>[0]) =>
      stepRefusal(step, await steppedOf(desk, row())) === null
    const { lead_unit: unit } = row()
    if (unit !== null && (await allowed('unitReply'))) {
      const body = {
        on,
        unit,
        handler: '经办人',
        findings: '经核实情况属实。',
        opinion: '已落实整改。',
        basis: '',
        settled: 'yes',
      } as const
      await append({ ...about, kind: 'petition.unit-replied', body })
    }
    if ((await allowed('answer')) && row().answered_on === null) {
      const body = {
        on,
        medium: 'phone',
        text: '已落实整改，反映人表示认可。',
        outcome: 'supported',
      } as const
      await append({ ...about, kind: 'petition.answered', body })
    }
    if (await allowed('report')) {
      const body = {
        on,
        leader,
        kind: 'result',
        medium: 'written',
        text: '已办理并答复反映人。',
        remark: '已阅。',
      } as const
      await append({ ...about, kind: 'petition.reported', body })
    }
    if (await allowed('close')) {
      await append({ ...about, kind: 'petition.closed', body: { on, remark: '' } })
    }
  })
}
