import type { Answer } from '../../../../shared/contract/api.ts'
import { chineseDate } from '../../../../shared/documents/wording.ts'
import { PURPOSES, STATES } from '../../../../shared/domain/petition.ts'
import { DAY_STATES, GUEST_KINDS, GUEST_STATES } from '../../../../shared/domain/reception.ts'
import { listReceptionDays, receptionHandlers } from '../../handlers/reception-handlers.ts'
import { listShifts } from '../../handlers/shift-handlers.ts'
import { unitName } from '../../issuing/gather.ts'
import { dayView, guestsOf, readGuestForm } from '../../views/reception-view.ts'
import { type Asked, type Gathered, type Gathering, namesOf, uncut } from '../gathering.ts'
import { day, type ListTable, listTable, long, moment, text, whole } from '../list-table.ts'
import { daysLeft, periodWords, yes } from './petition-columns.ts'

type DayLine = Answer<'reception.days'>[number]
type Guest = Answer<'reception.day'>['guests'][number]
type Talk = Answer<'reception.day'>['talks'][number]
type Shift = Answer<'shifts.list'>[number]

export async function receptionDays(
  { from, until }: Asked<'reception-days'>,
  gathering: Gathering,
): Promise<Gathered> {
  const { context, limits, office } = gathering
  const { desk, me } = context
  const days = uncut(await listReceptionDays(desk, me, { from, until }, limits.listed), gathering)
  const columns = [
    day('日期', (line: DayLine) => line.day),
    text('时间', ({ start, end }: DayLine) => `${start}—${end}`),
    text('地点', ({ place }: DayLine) => place),
    text('接访校领导', ({ leaderName }: DayLine) => leaderName),
    text('陪同部门', ({ companions }: DayLine) =>
      companions.map((code) => unitName(office, code)).join('、'),
    ),
    text('预约截止', ({ cutOff }: DayLine) => `${chineseDate(cutOff.day)} ${cutOff.time}`, 28),
    whole('预约名额', ({ places }: DayLine) => places),
    whole('已预约', ({ booked }: DayLine) => booked),
    whole('已接待', ({ conversations }: DayLine) => conversations),
    text('状态', ({ state }: DayLine) => DAY_STATES[state]),
    long('说明', ({ why, reason, warning }: DayLine) => said(why, reason, warning ?? '')),
  ]
  return { filter: periodWords({ from, until }), tables: [listTable('接待日安排', columns, days)] }
}

/** Bookings, queue and conversations of one day. */
export async function receptionDay({ id }: Asked<'reception-day'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const view = await dayView(desk, me, id)
  const guest = await guestNames(gathering, id)
  return {
    about: `${view.leaderName}，${chineseDate(view.day)}`,
    filter: `${view.start}—${view.end}，${view.place}，${DAY_STATES[view.state]}`,
    tables: [guestTable(view.guests, guest), await talkTable(gathering, '接待记录', view.talks)],
  }
}

/** Results the leader is still owed, and what was put off. */
export async function receptionFollowUp(
  _: Asked<'reception-follow-up'>,
  gathering: Gathering,
): Promise<Gathered> {
  const { owed, undecided } = await receptionHandlers['reception.followUp'](undefined, gathering.context)
  return {
    filter: '待反馈和待批示',
    tables: [
      await talkTable(gathering, '待向校领导反馈', owed),
      await talkTable(gathering, '待校领导批示', undecided),
    ],
  }
}

function guestTable(guests: readonly Guest[], nameOf: (guest: Guest) => string): ListTable {
  return listTable(
    '预约和排队',
    [
      text('来访人编号', ({ id }: Guest) => id),
      text('来源', ({ kind }: Guest) => GUEST_KINDS[kind]),
      text('姓名', nameOf),
      text('身份', ({ identity }: Guest) => identity),
      text('所在单位', ({ organisation }: Guest) => organisation),
      text('联系电话', ({ phone }: Guest) => phone),
      whole('人数', ({ headcount }: Guest) => headcount),
      text('反映目的', ({ purpose }: Guest) => PURPOSES[purpose]),
      long('事由', ({ title }: Guest) => title),
      long('反映内容', ({ matter }: Guest) => matter),
      text('约定时间', ({ appointedAt }: Guest) => appointedAt),
      text('预约方式', ({ means }: Guest) => means),
      day('告知日期', ({ toldOn }: Guest) => toldOn),
      moment('叫号时间', ({ calledAt }: Guest) => calledAt),
      text('状态', ({ state }: Guest) => GUEST_STATES[state]),
      text('登记事项', ({ petitions }: Guest) => petitions.join('、')),
      long('说明', ({ reason }: Guest) => reason),
    ],
    guests,
  )
}

/** A guest is not yet a petitioner: the name stands in the form that was filled in for the day. */
async function guestNames(
  { context: { desk }, revealed }: Gathering,
  id: string,
): Promise<(guest: Guest) => string> {
  if (!revealed) return ({ name }) => name
  const names = new Map(
    guestsOf(desk.store.reader, id).map((row) => [row.id, readGuestForm(row).person.name]),
  )
  return ({ id: guest, name }) => names.get(guest) || name
}

async function talkTable(gathering: Gathering, name: string, talks: readonly Talk[]): Promise<ListTable> {
  const nameOf = await namesOf(
    gathering,
    talks.map(({ petition }) => petition),
  )
  return listTable(
    name,
    [
      text('记录编号', ({ id }: Talk) => id),
      moment('接待时间', ({ startedAt }: Talk) => startedAt),
      text('接访校领导', ({ leaderName }: Talk) => leaderName),
      text('信访编号', ({ petition }: Talk) => petition),
      text('来访人', ({ petition, petitioner }: Talk) => nameOf({ number: petition, petitioner })),
      long('事由', ({ title }: Talk) => title),
      long('反映内容', ({ matter }: Talk) => matter),
      long('诉求', ({ demand }: Talk) => demand),
      text('检举控告', ({ accusation }: Talk) => yes(accusation)),
      long('处理意见', ({ decided }: Talk) => decided),
      text('承办单位', ({ leadUnit }: Talk) => unitName(gathering.office, leadUnit)),
      text('状态', ({ state }: Talk) => STATES[state]),
      day('到期日', ({ dueOn }: Talk) => dueOn),
      whole('剩余工作日', (talk: Talk) => daysLeft(talk)),
      day('向校领导反馈', ({ reportedOn }: Talk) => reportedOn),
      text('记录人', ({ recordedBy }: Talk) => recordedBy),
    ],
    talks,
  )
}

export async function shiftList({ from, until }: Asked<'shifts'>, gathering: Gathering): Promise<Gathered> {
  const { context, limits, office } = gathering
  const { desk, me } = context
  const shifts = uncut(await listShifts(desk, me, { from, until }, limits.listed), gathering)
  const columns = [
    day('日期', (shift: Shift) => shift.day),
    text('时间', ({ start, end }: Shift) => `${start}—${end}`),
    text('地点', ({ place }: Shift) => place),
    text('带班校领导', ({ headName }: Shift) => headName),
    long('值班人员', ({ members }: Shift) =>
      members.map(({ unit, name }) => `${unitName(office, unit)}${name}`).join('、'),
    ),
    long('签到', ({ signedOn }: Shift) =>
      signedOn.map(({ unit, name }) => `${unitName(office, unit)}${name}`).join('、'),
    ),
    whole('接待件数', ({ talks }: Shift) => talks.length),
    text('状态', ({ state }: Shift) => (state === 'planned' ? '已排定' : '已取消')),
    long('说明', ({ reason }: Shift) => reason),
  ]
  return { filter: periodWords({ from, until }), tables: [listTable('值班安排', columns, shifts)] }
}

function said(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join('；')
}
