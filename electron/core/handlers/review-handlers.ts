import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type Day, dayFromNumber, dayNumber } from '../../../shared/domain/day.ts'
import { leaderRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { complainsAbout } from '../scope.ts'
import { RIDS_PER_DAY } from '../search/search-schema.ts'
import { all, one } from '../store/connection.ts'
import { LINE_COLUMNS, type LineRow, toLine } from '../views/petition-line.ts'
import { lineContext, viewPetition } from '../views/petition-view.ts'
import { checkedInstruction, supervision } from './follow-up-handlers.ts'
import { refuse, refuseField, refuseUnits, takeStep, takeSteps } from './step-taking.ts'

type ReviewMethod = Extract<keyof Handlers, `review.${string}`>

const DAYS_OFFERED = 15

/** 领导批阅: the day's petitions, instructions, and the sign-off. */
export const reviewHandlers: Pick<Handlers, ReviewMethod> = {
  'review.day': ({ day }, { desk, me }) => reviewDay(desk, me, day),
  'review.instruct': ({ number, ...said }, { desk, me }) =>
    takeSteps(desk, me, number, 'instruct', async ({ append }, { petition }) => {
      refuse(leaderRefusal(petition, { post: '', name: me.name }))
      const common = { subject: number, actor: me.login }
      if (petition.state !== 'to-supervise') {
        const body = checkedInstruction(desk, petition, { ...said, leader: me.name })
        await append({ ...common, kind: 'petition.instructed', body })
        return
      }
      // 重办后仍不满意: the instruction itself takes it into supervision.
      if (said.leadUnit === null) return refuseField('leadUnit', '督办事项请明确承办单位。')
      refuseUnits(desk, petition, [said.leadUnit])
      const { instructed, supervised } = supervision(desk, me.name, {
        ...said,
        unit: said.leadUnit,
        requirement: '',
      })
      await append({ ...common, kind: 'petition.instructed', body: instructed })
      await append({ ...common, kind: 'petition.supervised', body: supervised })
    }),
  'review.read': async ({ number }, { desk, me }) => {
    await takeStep(desk, me, number, 'remark', 'petition.read', () => ({ on: today(desk) }))
    return { done: true }
  },
  'review.signOff': async ({ day, remark }, { desk, me }) => {
    await desk.ledger.change(async ({ append }) => {
      const { petitions, unread } = countsOf(desk, day, me.name)
      if (petitions === 0) throw new DeskError('refused', '这一天没有登记事项，不需要签收。')
      if (unread > 0) {
        throw new DeskError('refused', `还有 ${unread} 件没有批示或标记已阅，请阅完后再签收。`)
      }
      await append({
        kind: 'day.signed-off',
        subject: day,
        actor: me.login,
        body: { day, remark, petitions },
      })
    })
    return { done: true }
  },
}

export async function reviewDay(desk: Desk, me: Me, day: Day): Promise<Answer<'review.day'>> {
  const { db } = desk.store.reader
  const rows = await db
    .selectFrom('petition')
    .select(['number', 'read_on', 'accused_names', 'accused_units'])
    .where('rid', '>=', firstRid(day))
    .where('rid', '<', firstRid(day) + RIDS_PER_DAY)
    .orderBy('rid')
    .limit(500)
    .execute()
  const petitions = []
  // What complains about whoever reads is left to the other leaders.
  const mine = rows.filter((row) => !complainsAbout(row, me.name, null))
  for (const row of mine) petitions.push(await viewPetition(desk, row.number, false))
  const signed = await db.selectFrom('day_sign_off').selectAll().where('day', '=', day).executeTakeFirst()
  return {
    petitions,
    read: mine.filter((row) => row.read_on !== null).map((row) => row.number),
    signedOff: signed ? { at: signed.at, by: desk.nameOf(signed.by), remark: signed.remark } : null,
    days: latestDays(desk, me),
    waiting: waitingFor(desk, me),
  }
}

/** Petitions of any day that wait for this leader's word, or for any leader's when none was named. */
function waitingFor(desk: Desk, me: Me): Answer<'review.day'>['waiting'] {
  const context = lineContext(desk)
  const rows = all<LineRow & { leader: string | null; accused_names: string; accused_units: string }>(
    desk.store.reader.raw,
    `select ${LINE_COLUMNS.join(', ')}, leader, accused_names, accused_units from petition
      where state in ('submitted', 'to-supervise') order by due_on, rid limit 500`,
  )
  return rows
    .filter((row) => row.leader === null || me.leader === '' || row.leader === me.leader)
    .filter((row) => !complainsAbout(row, me.name, null))
    .map((row) => toLine(row, context))
}

/** Jumps from day to day along the key instead of walking every petition. */
function latestDays(desk: Desk, me: Me): Answer<'review.day'>['days'] {
  const { raw } = desk.store.reader
  const signed = (day: Day) =>
    one<unknown>(raw, 'select 1 from day_sign_off where day = ?', day) !== undefined
  const days: Answer<'review.day'>['days'] = []
  let end = firstRid(today(desk)) + RIDS_PER_DAY
  while (days.length < DAYS_OFFERED) {
    const { rid } = one<{ rid: number | null }>(
      raw,
      'select max(rid) as rid from petition where rid < cast(? as integer)',
      end,
    )
    if (rid === null) break
    const day = dayFromNumber(Math.floor(rid / RIDS_PER_DAY))
    days.push({ day, ...countsOf(desk, day, me.name), signedOff: signed(day) })
    end = firstRid(day)
  }
  return days
}

/** What complains about the reader is not counted: it is not theirs to read. */
export function countsOf(desk: Desk, day: Day, reader: string): { petitions: number; unread: number } {
  return one<{ petitions: number; unread: number }>(
    desk.store.reader.raw,
    `select count(*) as petitions, count(*) filter (where read_on is null) as unread
       from petition where rid >= cast(? as integer) and rid < cast(? as integer) and instr(accused_names, ?) = 0`,
    firstRid(day),
    firstRid(day) + RIDS_PER_DAY,
    reader,
  )
}

function firstRid(day: Day): number {
  return dayNumber(day) * RIDS_PER_DAY
}
