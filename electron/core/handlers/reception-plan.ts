import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type Day, daysBetween } from '../../../shared/domain/day.ts'
import type { PlannedDay, ReceptionSchedule } from '../../../shared/domain/reception.ts'
import {
  cutOffOf,
  leadersInTurn,
  type ScheduledDay,
  scheduledDays,
} from '../../../shared/rules/reception-schedule.ts'
import { type Desk, today } from '../desk.ts'
import { all } from '../store/connection.ts'
import type { Reader, Writer } from '../store/database.ts'
import type { ReceptionDayTable } from '../store/schema/reception-schema.ts'
import { readSchedule } from '../views/reception-view.ts'

/** A plan is made for a semester or a year, not for ever. */
const LONGEST_PLAN = 400

type Period = Received<'reception.preview'>
type Preview = { readonly lines: Answer<'reception.preview'>; readonly days: readonly PlannedDay[] }

/** What the rule gives for the period: each date with its reason, and those that can still be planned as they would be. */
export async function previewOf(
  desk: Desk,
  source: Reader | Writer,
  { from, until }: Period,
): Promise<Preview> {
  if (until < from) refuseField('until', '结束日期不能早于开始日期。')
  if (daysBetween(from, until) > LONGEST_PLAN) refuseField('until', '一次最多排定一年，请缩短时间。')
  const schedule = await readSchedule(source)
  if (schedule === null) throw new DeskError('refused', '还没有设置接待日规则，请管理员先在“规则”中设置。')
  const { calendar } = desk.ledger.office()
  const known = knownDays(source)
  const scheduled = scheduledDays(schedule.rule, calendar, from, until)
  const free = scheduled.filter((each) => isFree(each, known, today(desk)))
  const turns = leadersInTurn(
    activeLeaders(desk, schedule),
    lastLeader(known, free[0]?.day ?? from),
    free.length,
  )
  const days = free.map((each, index) => planned(desk, schedule, each, turns[index] ?? ''))
  const lines = scheduled.map((each) => {
    const plan = days[free.indexOf(each)]
    return {
      ...each,
      leader: plan?.leader ?? null,
      cutOff: plan?.cutOff ?? null,
      settled: settledOf(each, known, today(desk)),
    }
  })
  return { lines, days }
}

type KnownDay = Pick<ReceptionDayTable, 'id' | 'day' | 'leader' | 'state'>

function knownDays({ raw }: Reader | Writer): readonly KnownDay[] {
  return all<KnownDay>(raw, 'select id, day, leader, state from reception_day order by day')
}

function settledOf(
  { regular, day }: ScheduledDay,
  known: readonly KnownDay[],
  on: Day,
): 'planned' | 'past' | null {
  // A day that was planned and cancelled or moved stays what somebody decided, and is not planned again.
  if (
    known.some(
      (each) => each.id === regular || (day !== null && each.day === day && each.state !== 'cancelled'),
    )
  ) {
    return 'planned'
  }
  return day !== null && day < on ? 'past' : null
}

function isFree(each: ScheduledDay, known: readonly KnownDay[], on: Day): boolean {
  return each.day !== null && settledOf(each, known, on) === null
}

function activeLeaders(desk: Desk, { leaders }: ReceptionSchedule): readonly string[] {
  return leaders.filter((code) => desk.ledger.office().leader(code)?.active === true)
}

/** Who received last before that day. */
function lastLeader(known: readonly KnownDay[], from: Day): string | null {
  return known.findLast(({ day, state }) => day < from && state !== 'cancelled')?.leader ?? null
}

function planned(
  desk: Desk,
  { place, companions, cutOff, groupCap, places, departmentFirst }: ReceptionSchedule,
  { regular, day, start, end, why }: ScheduledDay,
  leader: string,
): PlannedDay {
  const on = day ?? regular
  return {
    id: regular,
    day: on,
    start,
    end,
    place,
    leader,
    companions: [...companions],
    cutOff: cutOffOf(desk.ledger.office().calendar, on, cutOff),
    groupCap,
    places,
    departmentFirst,
    why,
  }
}

function refuseField(path: string, message: string): never {
  throw new DeskError('badRequest', message, [{ path, message }])
}
