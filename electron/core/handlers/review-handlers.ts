import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type Day, dayFromNumber, dayNumber } from '../../../shared/domain/day.ts'
import { unitRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { RIDS_PER_DAY } from '../search/search-schema.ts'
import { one } from '../store/connection.ts'
import { viewPetition } from '../views/petition-view.ts'
import { refuse, takeStep } from './petition-handlers.ts'

type ReviewMethod = Extract<keyof Handlers, `review.${string}`>

const DAYS_OFFERED = 15

/** 领导批阅: the day's petitions, instructions, and the sign-off. */
export const reviewHandlers: Pick<Handlers, ReviewMethod> = {
  'review.day': ({ day }, { desk }) => reviewDay(desk, day),
  'review.instruct': ({ number, text, leadUnit, assistUnits, limitOn }, { desk, me }) =>
    takeStep(desk, me, number, 'instruct', 'petition.instructed', (petition) => {
      const on = today(desk)
      const office = desk.ledger.office()
      if (leadUnit === null && assistUnits.length > 0) {
        const message = '请先选择承办单位，再选协办单位。'
        throw new DeskError('badRequest', message, [{ path: 'leadUnit', message }])
      }
      if (leadUnit !== null) {
        refuse(
          unitRefusal(
            petition,
            [leadUnit, ...assistUnits].map((code) => office.unit(code)),
          ),
        )
      }
      if (limitOn !== null && limitOn < on) {
        const message = '办结时限不能早于今天，请重新选择。'
        throw new DeskError('badRequest', message, [{ path: 'limitOn', message }])
      }
      return { on, leader: me.name, text, leadUnit, assistUnits, limitOn }
    }),
  'review.read': async ({ number }, { desk, me }) => {
    await takeStep(desk, me, number, 'remark', 'petition.read', () => ({ on: today(desk) }))
    return { done: true }
  },
  'review.signOff': async ({ day, remark }, { desk, me }) => {
    await desk.ledger.change(async ({ append }) => {
      const { petitions, unread } = countsOf(desk, day)
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

async function reviewDay(desk: Desk, day: Day): Promise<Answer<'review.day'>> {
  const { db } = desk.store.reader
  const rows = await db
    .selectFrom('petition')
    .select(['number', 'read_on'])
    .where('rid', '>=', firstRid(day))
    .where('rid', '<', firstRid(day) + RIDS_PER_DAY)
    .orderBy('rid')
    .limit(500)
    .execute()
  const petitions = []
  for (const row of rows) petitions.push(await viewPetition(desk, row.number, false))
  const signed = await db.selectFrom('day_sign_off').selectAll().where('day', '=', day).executeTakeFirst()
  return {
    petitions,
    read: rows.filter((row) => row.read_on !== null).map((row) => row.number),
    signedOff: signed ? { at: signed.at, by: desk.nameOf(signed.by), remark: signed.remark } : null,
    days: latestDays(desk),
  }
}

/** Jumps from day to day along the key instead of walking every petition. */
function latestDays(desk: Desk): Answer<'review.day'>['days'] {
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
    days.push({ day, ...countsOf(desk, day), signedOff: signed(day) })
    end = firstRid(day)
  }
  return days
}

export function countsOf(desk: Desk, day: Day): { petitions: number; unread: number } {
  return one<{ petitions: number; unread: number }>(
    desk.store.reader.raw,
    `select count(*) as petitions, count(*) filter (where read_on is null) as unread
       from petition where rid >= cast(? as integer) and rid < cast(? as integer)`,
    firstRid(day),
    firstRid(day) + RIDS_PER_DAY,
  )
}

function firstRid(day: Day): number {
  return dayNumber(day) * RIDS_PER_DAY
}
