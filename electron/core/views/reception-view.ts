import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { dayOf, instantOf, timeOf } from '../../../shared/domain/day.ts'
import {
  BOOKING_MEANS,
  type GuestForm,
  guestFormSchema,
  type ReceptionSchedule,
  receptionScheduleSchema,
} from '../../../shared/domain/reception.ts'
import { IDENTITIES } from '../../../shared/domain/visit.ts'
import { maskName, maskPhone } from '../../../shared/rules/masks.ts'
import { concerns, type Moment, type Queued, queueInOrder } from '../../../shared/rules/reception-queue.ts'
import { verdictOf } from '../../../shared/rules/working-days.ts'
import { type Desk, type Me, today } from '../desk.ts'
import { all, one } from '../store/connection.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import type { Office } from '../store/office-store.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { ReceptionDayTable, ReceptionGuestTable } from '../store/schema/reception-schema.ts'
import { talksOf } from './conversation-view.ts'
import { toDocumentLine } from './document-line.ts'

type DayLine = Answer<'reception.days'>[number]
type DayView = Answer<'reception.day'>
type GuestView = DayView['guests'][number]

/** Whose days somebody may see: null for the office, which sees all. */
export type Eyes = { readonly leader: string; readonly name: string } | null

export function eyesOf(desk: Desk, me: Me): Eyes {
  if (me.roles.some((role) => role === 'receptionist' || role === 'clerk' || role === 'admin')) return null
  const { leaders } = desk.ledger.office()
  const known = leaders.find(({ code, name }) => (me.leader === '' ? name === me.name : code === me.leader))
  return { leader: known?.code ?? me.leader, name: known?.name || me.name }
}

/** A matter is never shown to the one it complains about (《信访工作条例》第三十条). */
export function mayBeShown(eyes: Eyes, accusedNames: string): boolean {
  return eyes === null || !concerns(accusedNames, eyes.name)
}

export function now(desk: Desk): Moment {
  const at = instantOf(desk.surroundings.clock())
  return { day: dayOf(at), time: timeOf(at) }
}

export function leaderName(office: Office, code: string | null): string {
  if (code === null) return ''
  const leader = office.leader(code)
  return leader === undefined ? code : `${leader.post}${leader.name}`
}

export async function readSchedule(source: Reader | Writer): Promise<ReceptionSchedule | null> {
  const row = await readable(source).selectFrom('reception_schedule').select('item').executeTakeFirst()
  return row === undefined ? null : receptionScheduleSchema.parse(JSON.parse(row.item))
}

export async function findDay(source: Reader | Writer, id: string): Promise<ReceptionDayTable> {
  const row = await readable(source)
    .selectFrom('reception_day')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这一次接待日，请刷新后重试。')
  return row
}

export async function findGuest(source: Reader | Writer, id: string): Promise<ReceptionGuestTable> {
  const row = await readable(source)
    .selectFrom('reception_guest')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这位来访人，请刷新后重试。')
  return row
}

export function readGuestForm({ form }: Pick<ReceptionGuestTable, 'form'>): GuestForm {
  return guestFormSchema.parse(JSON.parse(form))
}

/** The guests of a day as the queue's rules see them. */
export function guestsOf(source: Reader | Writer, day: string): readonly (Queued & ReceptionGuestTable)[] {
  const rows = all<ReceptionGuestTable & { recorded: 0 | 1 }>(
    source.raw,
    `select reception_guest.*, exists (select 1 from reception_conversation where guest = reception_guest.id) as recorded
       from reception_guest where reception_day = ?`,
    day,
  )
  return queueInOrder(
    rows.map((row) => ({ ...row, appointedAt: row.appointed_at, recorded: row.recorded === 1 })),
  )
}

export function toDayLine(desk: Desk, row: ReceptionDayTable): DayLine {
  const { raw } = desk.store.reader
  const guests = one<{ booked: number | null; waiting: number | null }>(
    raw,
    `select sum(kind = 'booked' and state <> 'cancelled') as booked, sum(state in ('waiting', 'called')) as waiting
       from reception_guest where reception_day = ?`,
    row.id,
  )
  const talks = one<{ n: number }>(
    raw,
    'select count(*) as n from reception_conversation where reception_day = ?',
    row.id,
  )
  return {
    id: row.id,
    day: row.day,
    start: row.start,
    end: row.end,
    place: row.place,
    leader: row.leader,
    leaderName: leaderName(desk.ledger.office(), row.leader),
    companions: readStrings(row.companions),
    cutOff: { day: row.cut_off_day, time: row.cut_off_time },
    groupCap: row.group_cap,
    places: row.places,
    departmentFirst: row.department_first === 1,
    state: row.state,
    why: row.why,
    reason: row.reason,
    booked: guests.booked ?? 0,
    waiting: guests.waiting ?? 0,
    conversations: talks.n,
    warning: warningOf(desk, row),
    minutes: row.minutes,
  }
}

/** The plan is a promise: when the calendar or the list of leaders changes under it, somebody has to decide. */
function warningOf(desk: Desk, row: ReceptionDayTable): string | null {
  if (row.state !== 'planned') return null
  const office = desk.ledger.office()
  const verdict = verdictOf(office.calendar, row.day)
  if (!verdict.working) return `这一天${verdict.why}，请改期或取消。`
  if (office.leader(row.leader)?.active !== true) return '接访校领导已停用，请调换。'
  return row.day < today(desk) ? '接待日已过，还没有结束登记，请补齐记录后结束。' : null
}

export async function dayView(desk: Desk, me: Me, id: string): Promise<DayView> {
  const row = await findDay(desk.store.reader, id)
  const eyes = eyesOf(desk, me)
  if (eyes !== null && eyes.leader !== row.leader)
    throw new DeskError('notAllowed', '这一天由其他校领导接访，不在您的查看范围内。')
  const { db } = desk.store.reader
  const swaps = await db
    .selectFrom('reception_swap')
    .selectAll()
    .where('reception_day', '=', id)
    .orderBy('seq')
    .execute()
  const documents = await db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', row.minutes ?? '')
    .execute()
  const talks = await talksOf(desk, { day: id }, eyes)
  const office = desk.ledger.office()
  return {
    ...toDayLine(desk, row),
    today: row.day === today(desk),
    swaps: swaps.map((swap) => ({
      from: leaderName(office, swap.from_leader),
      to: leaderName(office, swap.to_leader),
      reason: swap.reason,
      at: swap.at,
      by: desk.nameOf(swap.by),
    })),
    guests: guestsOf(desk.store.reader, id)
      .filter((guest) => mayBeShown(eyes, readGuestForm(guest).accusedNames))
      .map((guest) => toGuestView(guest, talks)),
    conversations: talks.length,
    talks,
    remark: row.remark,
    note: row.note,
    documents: documents.map((document) => toDocumentLine(document, desk)),
  }
}

function toGuestView(guest: ReceptionGuestTable, talks: DayView['talks']): GuestView {
  const { person, headcount, title, matter, demand, materials, department, purpose } = readGuestForm(guest)
  return {
    id: guest.id,
    kind: guest.kind,
    state: guest.state,
    appointedAt: guest.appointed_at,
    name: person.name === '' ? '匿名' : maskName(person.name),
    phone: person.phone === '' ? '' : maskPhone(person.phone),
    identity: IDENTITIES[person.identity],
    organisation: person.organisation,
    headcount,
    title,
    matter,
    demand,
    materials,
    department,
    purpose,
    means: meansWord(guest.means),
    toldOn: guest.told_on,
    calledAt: guest.called_at,
    petitions: talks.filter((talk) => talk.guest === guest.id).map(({ petition }) => petition),
    reason: guest.reason,
  }
}

function meansWord(means: string): string {
  return Object.entries(BOOKING_MEANS).find(([key]) => key === means)?.[1] ?? ''
}
