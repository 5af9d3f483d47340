import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type ReceptionSchedule, shiftMemberSchema } from '../../../shared/domain/reception.ts'
import { concerns } from '../../../shared/rules/reception-queue.ts'
import { cutOffOf } from '../../../shared/rules/reception-schedule.ts'
import { verdictOf } from '../../../shared/rules/working-days.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { Change } from '../store/ledger.ts'
import type { ReceptionDayTable } from '../store/schema/reception-schema.ts'
import { owesReport, talksOf } from '../views/conversation-view.ts'
import {
  dayView,
  eyesOf,
  findDay,
  guestsOf,
  leaderName,
  readGuestForm,
  readSchedule,
  toDayLine,
} from '../views/reception-view.ts'
import { paperHandlers } from './reception-papers-handlers.ts'
import { previewOf } from './reception-plan.ts'
import { queueHandlers } from './reception-queue-handlers.ts'
import { recordHandlers } from './reception-record-handlers.ts'

type ReceptionMethod = Extract<keyof Handlers, `reception.${string}`>

const done = { done: true } as const
/** Rows a list shows at most. */
const MOST_DAYS = 400

/** 校领导接待日: its dates and turns here, the day itself in the files named below. */
export const receptionHandlers: Pick<Handlers, ReceptionMethod> = {
  'reception.schedule': async (_, { desk }) => ({ schedule: await readSchedule(desk.store.reader) }),
  'reception.saveSchedule': async (schedule, { desk, me }) => {
    checkSchedule(desk, schedule)
    await desk.ledger.change(({ append }) =>
      append({ kind: 'reception.schedule-saved', subject: 'reception', actor: me.login, body: schedule }),
    )
    return done
  },
  'reception.preview': async (period, { desk }) => (await previewOf(desk, desk.store.reader, period)).lines,
  'reception.plan': (period, { desk, me }) =>
    desk.ledger.change(async (change) => {
      const { days } = await previewOf(desk, change.tx, period)
      if (days.length === 0) {
        throw new DeskError('refused', '这段时间没有可以新排定的接待日：都已排定、已过，或遇放假和假期。')
      }
      for (const body of days) {
        await change.append({ kind: 'reception.planned', subject: body.id, actor: me.login, body })
      }
      return { planned: days.length }
    }),
  'reception.days': (period, { desk, me }) => listReceptionDays(desk, me, period),
  'reception.day': ({ id }, { desk, me }) => dayView(desk, me, id),
  'reception.swap': (input, { desk, me }) =>
    changeDay(desk, me, input.id, async (change, row) => {
      const changes = await swapped(desk, change.tx, row, input)
      await change.append({
        kind: 'reception.swapped',
        subject: row.id,
        actor: me.login,
        body: { reason: input.reason, changes },
      })
      for (const { id, to } of changes)
        await headShift(change, me, await findDay(change.tx, id), to, input.reason)
    }),
  'reception.move': (input, { desk, me }) =>
    changeDay(desk, me, input.id, async (change, row) => {
      const schedule = await readSchedule(change.tx)
      await checkMove(desk, change.tx, row, input)
      const cutOff = cutOffOf(desk.ledger.office().calendar, input.to, schedule?.cutOff ?? NO_CUT_OFF)
      const { to, start, end, place, reason } = input
      await change.append({
        kind: 'reception.moved',
        subject: row.id,
        actor: me.login,
        body: { from: row.day, to, start, end, place, cutOff, reason },
      })
      await headShift(change, me, row, null, reason)
    }),
  'reception.cancel': ({ id, reason }, { desk, me }) =>
    changeDay(desk, me, id, async (change, row) => {
      await change.append({ kind: 'reception.cancelled', subject: row.id, actor: me.login, body: { reason } })
      await headShift(change, me, row, null, reason)
    }),
  'reception.close': ({ id, remark }, { desk, me }) =>
    changeDay(desk, me, id, async (change, row) => {
      checkClosing(desk, change.tx, row)
      await change.append({ kind: 'reception.closed', subject: row.id, actor: me.login, body: { remark } })
    }),
  'reception.followUp': async (_, { desk, me }) => {
    const eyes = eyesOf(desk, me)
    const talks = (await talksOf(desk, { owed: true }, eyes)).filter(
      ({ leader }) => eyes === null || leader === eyes.leader,
    )
    return {
      owed: talks.filter(owesReport),
      undecided: talks.filter(({ decision, state }) => decision.kind === 'later' && state === 'submitted'),
    }
  },
  ...queueHandlers,
  ...recordHandlers,
  ...paperHandlers,
}

const NO_CUT_OFF = { workingDays: 1, time: '16:00' } as const

export async function listReceptionDays(
  desk: Desk,
  me: Me,
  { from, until }: Received<'reception.days'>,
  listed: number = MOST_DAYS,
): Promise<Answer<'reception.days'>> {
  const eyes = eyesOf(desk, me)
  let query = desk.store.reader.db
    .selectFrom('reception_day')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .limit(listed)
  if (eyes !== null) query = query.where('leader', '=', eyes.leader)
  return (await query.execute()).map((row) => toDayLine(desk, row))
}

function refuseField(path: string, message: string): never {
  throw new DeskError('badRequest', message, [{ path, message }])
}

function checkSchedule(desk: Desk, { leaders, companions }: ReceptionSchedule): void {
  const office = desk.ledger.office()
  if (new Set(leaders).size !== leaders.length) refuseField('leaders', '轮值顺序中同一位校领导列了两次。')
  for (const code of leaders) {
    if (!office.leader(code)?.active) refuseField('leaders', '轮值校领导中有不存在或已停用的，请重新选择。')
  }
  for (const code of companions) {
    if (!office.unit(code)?.active) refuseField('companions', '陪同部门中有不存在或已停用的，请重新选择。')
  }
}

/** One step with a day that has not been held or cancelled. */
async function changeDay(
  desk: Desk,
  me: Me,
  id: string,
  work: (change: Change, row: ReceptionDayTable) => Promise<void>,
): Promise<Answer<'reception.day'>> {
  await desk.ledger.change(async (change) => {
    const row = await findDay(change.tx, id)
    if (row.state !== 'planned') {
      throw new DeskError(
        'refused',
        `这次接待日${row.state === 'held' ? '已经结束' : '已经取消'}，不能再更改。`,
      )
    }
    await work(change, row)
  })
  return dayView(desk, me, id)
}

/** 校领导利用接待日带班: who heads the duty shift of that day follows who receives. */
async function headShift(
  change: Change,
  me: Me,
  { day }: ReceptionDayTable,
  head: string | null,
  reason: string,
): Promise<void> {
  const shift = await change.tx.db
    .selectFrom('duty_shift')
    .selectAll()
    .where('day', '=', day)
    .executeTakeFirst()
  if (shift === undefined || shift.state === 'cancelled' || shift.head === head) return
  const members = shiftMemberSchema.array().parse(JSON.parse(shift.members))
  await change.append({
    kind: 'shift.changed',
    subject: shift.id,
    actor: me.login,
    body: { members, head, reason },
  })
}

async function swapped(
  desk: Desk,
  source: Reader | Writer,
  row: ReceptionDayTable,
  { leader, withDay }: Received<'reception.swap'>,
): Promise<{ id: string; from: string; to: string }[]> {
  if (!desk.ledger.office().leader(leader)?.active)
    refuseField('leader', '所选校领导不存在或已停用，请重新选择。')
  if (leader === row.leader) refuseField('leader', '调换后的校领导与现在相同，不需要调换。')
  if (sourceHasTalks(source, row.id))
    throw new DeskError('refused', '这次接待日已有接待记录，不能再调换校领导。')
  keepFromAccused(desk, source, row.id, leader)
  const change = { id: row.id, from: row.leader, to: leader }
  if (withDay === null) return [change]
  const other = await findDay(source, withDay)
  if (other.state !== 'planned' || other.leader !== leader)
    refuseField('withDay', '对调的另一次接待日不是由这位校领导接访，或已结束、取消。')
  keepFromAccused(desk, source, other.id, row.leader)
  return [change, { id: other.id, from: other.leader, to: row.leader }]
}

function sourceHasTalks({ raw }: Reader | Writer, id: string): boolean {
  return raw.prepare('select 1 from reception_conversation where reception_day = ?').get(id) !== undefined
}

/** Somebody is booked to complain about the leader who would take the day over. */
function keepFromAccused(desk: Desk, source: Reader | Writer, id: string, leader: string): void {
  const office = desk.ledger.office()
  const name = office.leader(leader)?.name ?? ''
  const accuser = guestsOf(source, id).some(
    (guest) => guest.state === 'waiting' && concerns(readGuestForm(guest).accusedNames, name),
  )
  if (!accuser) return
  throw new DeskError(
    'refused',
    `当天预约中有反映${leaderName(office, leader)}本人的事项，不能调换为其接访（《信访工作条例》第二十八条、第三十条）。`,
  )
}

async function checkMove(
  desk: Desk,
  source: Reader | Writer,
  row: ReceptionDayTable,
  { to, start, end }: Received<'reception.move'>,
): Promise<void> {
  const { working, why } = verdictOf(desk.ledger.office().calendar, to)
  if (to < today(desk)) refuseField('to', '改期后的日期不能早于今天。')
  if (!working) refuseField('to', `所选日期${why}，接待日不能安排在休息日。`)
  if (end <= start) refuseField('end', '结束时间应晚于开始时间。')
  if (sourceHasTalks(source, row.id)) throw new DeskError('refused', '这次接待日已有接待记录，不能再改期。')
  const taken = source.raw
    .prepare("select 1 from reception_day where day = ? and id <> ? and state <> 'cancelled'")
    .get(to, row.id)
  if (taken !== undefined) refuseField('to', '这一天已经有接待日，请选择其他日期。')
}

/** Nobody may be left waiting, and every conversation must have been written down. */
function checkClosing(desk: Desk, source: Writer, row: ReceptionDayTable): void {
  if (row.day > today(desk)) throw new DeskError('refused', '还没有到接待日，不能结束。')
  const guests = guestsOf(source, row.id)
  const inside = guests.filter(({ state }) => state === 'called').length
  if (inside > 0) throw new DeskError('refused', '还有来访人正在接待，请先填写记录并结束接待。')
  const waiting = guests.filter(({ state }) => state === 'waiting').length
  if (waiting > 0) {
    throw new DeskError(
      'refused',
      `还有 ${waiting} 位来访人没有接待，请叫号，或记为未到、离开后再结束接待日。`,
    )
  }
}
