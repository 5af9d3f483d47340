import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { addDays, type Day, daysBetween, weekday } from '../../../shared/domain/day.ts'
import { type Shift, shiftMemberSchema } from '../../../shared/domain/reception.ts'
import { verdictOf } from '../../../shared/rules/working-days.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import type { DutyShiftTable } from '../store/schema/reception-schema.ts'
import { talksOf } from '../views/conversation-view.ts'
import { type Eyes, eyesOf, leaderName, readSchedule } from '../views/reception-view.ts'

type ShiftMethod = Extract<keyof Handlers, `shifts.${string}`>
type ShiftView = Answer<'shifts.list'>[number]

const LONGEST_PLAN = 400

/** Duty of the 大学生成长指导与服务中心 (《办法》一（一）2): Tuesdays and Thursdays, led by a leader on a reception day. */
export const shiftHandlers: Pick<Handlers, ShiftMethod> = {
  'shifts.list': (period, { desk, me }) => listShifts(desk, me, period),
  'shifts.plan': (input, { desk, me }) =>
    desk.ledger.change(async (change) => {
      checkPlan(desk, input)
      const { shifts, left } = await shiftsFor(desk, change.tx, input)
      if (shifts.length === 0) throw new DeskError('refused', '这段时间没有可以新排定的值班。')
      for (const body of shifts) {
        await change.append({ kind: 'shift.planned', subject: body.id, actor: me.login, body })
      }
      return { planned: shifts.length, left }
    }),
  'shifts.change': ({ id, members, head, reason }, { desk, me }) =>
    changeShift(desk, me, id, async (row, append) => {
      checkMembers(desk, members)
      if (head !== null && !desk.ledger.office().leader(head)?.active)
        refuseField('head', '所选校领导不存在或已停用，请重新选择。')
      if (row.day < today(desk)) throw new DeskError('refused', '值班已过，不能再调整人员。')
      await append({ kind: 'shift.changed', subject: id, actor: me.login, body: { members, head, reason } })
    }),
  'shifts.cancel': ({ id, reason }, { desk, me }) =>
    changeShift(desk, me, id, async (row, append) => {
      if (row.day < today(desk)) throw new DeskError('refused', '值班已过，不能再取消。')
      await append({ kind: 'shift.cancelled', subject: id, actor: me.login, body: { reason } })
    }),
  'shifts.signOn': ({ id, unit, name, asHead }, { desk, me }) =>
    changeShift(desk, me, id, async (row, append) => {
      if (row.day !== today(desk)) throw new DeskError('refused', '签到只能在值班当天进行。')
      const signed = await readable(desk.store.reader)
        .selectFrom('duty_sign_on')
        .select('seq')
        .where('shift', '=', id)
        .where('name', '=', name)
        .where('unit', '=', unit)
        .executeTakeFirst()
      if (signed !== undefined) throw new DeskError('refused', `${name}今天已经签到，不需要重复签到。`)
      const body = { unit, name, asHead, on: today(desk) }
      await append({ kind: 'shift.signed-on', subject: id, actor: me.login, body })
    }),
}

type Append = Parameters<Parameters<Desk['ledger']['change']>[0]>[0]['append']

async function changeShift(
  desk: Desk,
  me: Me,
  id: string,
  work: (row: DutyShiftTable, append: Append) => Promise<void>,
): Promise<ShiftView> {
  await desk.ledger.change(async ({ tx, append }) => {
    const row = await findShift(tx, id)
    if (row.state === 'cancelled') throw new DeskError('refused', '这次值班已经取消，不能再更改。')
    await work(row, append)
  })
  return toShift(desk, await findShift(desk.store.reader, id), eyesOf(desk, me))
}

export async function listShifts(
  desk: Desk,
  me: Me,
  { from, until }: Received<'shifts.list'>,
  listed: number = LONGEST_PLAN,
): Promise<ShiftView[]> {
  const eyes = eyesOf(desk, me)
  let query = desk.store.reader.db
    .selectFrom('duty_shift')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .limit(listed)
  if (eyes !== null) query = query.where('head', '=', eyes.leader)
  const rows = await query.execute()
  return Promise.all(rows.map((row) => toShift(desk, row, eyes)))
}

async function findShift(source: Reader | Writer, id: string): Promise<DutyShiftTable> {
  const row = await readable(source)
    .selectFrom('duty_shift')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这次值班，请刷新后重试。')
  return row
}

async function toShift(desk: Desk, row: DutyShiftTable, eyes: Eyes): Promise<ShiftView> {
  const signed = await desk.store.reader.db
    .selectFrom('duty_sign_on')
    .selectAll()
    .where('shift', '=', row.id)
    .orderBy('seq')
    .execute()
  return {
    id: row.id,
    day: row.day,
    start: row.start,
    end: row.end,
    place: row.place,
    members: shiftMemberSchema.array().parse(JSON.parse(row.members)),
    head: row.head,
    headName: leaderName(desk.ledger.office(), row.head),
    state: row.state,
    reason: row.reason,
    signedOn: signed.map(({ unit, name, as_head: head, at }) => ({ unit, name, asHead: head === 1, at })),
    talks: await talksOf(desk, { shift: row.id }, eyes),
  }
}

type Plan = Received<'shifts.plan'>

function checkPlan(desk: Desk, { from, until, start, end, members }: Plan): void {
  if (until < from) refuseField('until', '结束日期不能早于开始日期。')
  if (daysBetween(from, until) > LONGEST_PLAN) refuseField('until', '一次最多排定一年，请缩短时间。')
  if (from < today(desk)) refuseField('from', '不能排定已经过去的值班，请从今天或以后开始。')
  if (end <= start) refuseField('end', '结束时间应晚于开始时间。')
  checkMembers(desk, members)
}

function checkMembers(desk: Desk, members: Shift['members']): void {
  for (const [index, { unit }] of members.entries()) {
    if (!desk.ledger.office().unit(unit)?.active)
      refuseField(`members.${index}.unit`, '所选单位不存在或已停用，请重新选择。')
  }
}

/** The duty days of the period, and the reception days, which a leader heads; with what is left out and why. */
async function shiftsFor(
  desk: Desk,
  source: Reader | Writer,
  { from, until, weekdays, start, end, place, members }: Plan,
): Promise<{ shifts: Shift[]; left: { day: Day; why: string }[] }> {
  const db = readable(source)
  const { calendar } = desk.ledger.office()
  const vacations = (await readSchedule(source))?.rule.vacations ?? []
  const receptions = await db
    .selectFrom('reception_day')
    .select(['day', 'leader', 'start', 'end'])
    .where('state', '<>', 'cancelled')
    .execute()
  const known = new Set((await db.selectFrom('duty_shift').select('id').execute()).map(({ id }) => id))
  const shifts: Shift[] = []
  const left: { day: Day; why: string }[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const reception = receptions.find((each) => each.day === day)
    if (reception === undefined && !weekdays.includes(weekday(day))) continue
    const { working, why } = verdictOf(calendar, day)
    const vacation = vacations.find((each) => each.from <= day && day <= each.until)
    if (known.has(day)) left.push({ day, why: '已经排定' })
    else if (!working) left.push({ day, why })
    else if (vacation !== undefined) left.push({ day, why: `${vacation.name}期间` })
    else {
      const hours = reception ?? { start, end, leader: null }
      shifts.push({ id: day, day, start: hours.start, end: hours.end, place, members, head: hours.leader })
    }
  }
  return { shifts, left }
}

function refuseField(path: string, message: string): never {
  throw new DeskError('badRequest', message, [{ path, message }])
}
