import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { OPEN_STATES, type PetitionNumber } from '../../../shared/domain/petition.ts'
import { collectRefusal, reasonsToMeet, type Weighed } from '../../../shared/rules/coordination.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { all } from '../store/connection.ts'
import type { PetitionRow } from '../store/schema.ts'
import { linesOf } from '../views/meeting-view.ts'
import { LINE_COLUMNS, type LineRow, toLine } from '../views/petition-line.ts'
import { findPetition, lineContext } from '../views/petition-view.ts'
import { refuse } from './step-taking.ts'

type BasketMethod = Extract<keyof Handlers, `basket.${string}`>

/** Open petitions looked through for suggestions, newest first, and how many are offered. */
const LOOKED_AT = 5000
const OFFERED = 30

/** 重点、难点、热点 collected for the next meeting (《办法》 三2). */
export const basketHandlers: Pick<Handlers, BasketMethod> = {
  'basket.list': (_, { desk }) => listBasket(desk),
  'basket.of': ({ number }, { desk }) => coordinationOf(desk, number),
  'basket.add': async ({ number, as, reason }, { desk, me }) => {
    await desk.ledger.change(async ({ append }) => {
      refuse(collectRefusal(await findPetition(desk, number)))
      const body = { on: today(desk), as, reason }
      await append({ kind: 'coordination.collected', subject: number, actor: me.login, body })
    })
    return { done: true }
  },
  'basket.remove': async ({ number, reason }, { desk, me }) => {
    await desk.ledger.change(async ({ append }) => {
      const row = await desk.store.reader.db
        .selectFrom('collected')
        .select('meeting')
        .where('petition', '=', number)
        .executeTakeFirst()
      if (!row) throw new DeskError('refused', '这件事项不在待会商的事项中。')
      if (row.meeting !== null)
        throw new DeskError('refused', '这件事项已列入一次会议，请先在会议安排中去掉它。')
      await append({ kind: 'coordination.released', subject: number, actor: me.login, body: { reason } })
    })
    return { done: true }
  },
}

async function coordinationOf(desk: Desk, number: PetitionNumber): Promise<Answer<'basket.of'>> {
  const { db } = desk.store.reader
  const petition = await findPetition(desk, number)
  const waiting = await db
    .selectFrom('collected')
    .select(['collected_as', 'reason'])
    .where('petition', '=', number)
    .executeTakeFirst()
  const meetings = await db
    .selectFrom('meeting_matter')
    .innerJoin('meeting', 'meeting.id', 'meeting_matter.meeting')
    .select(['meeting.id', 'meeting.title', 'meeting.on_day'])
    .where('petition', '=', number)
    .where('state', '<>', 'cancelled')
    .orderBy('on_day', 'desc')
    .execute()
  const groups = await db
    .selectFrom('problem_group_member')
    .innerJoin('problem_group', 'problem_group.id', 'problem_group_member.group_id')
    .select(['problem_group.id', 'problem_group.title'])
    .where('petition', '=', number)
    .where('answer', '=', 'in')
    .execute()
  return {
    waiting: waiting === undefined ? null : { as: waiting.collected_as, reason: waiting.reason },
    meetings: meetings.map(({ id, title, on_day }) => ({ id, title, on: on_day })),
    groups,
    refusal: collectRefusal(petition),
  }
}

async function listBasket(desk: Desk): Promise<Answer<'basket.list'>> {
  const rows = await desk.store.reader.db
    .selectFrom('collected')
    .selectAll()
    .orderBy('collected_on')
    .orderBy('petition')
    .execute()
  const lines = await linesOf(
    desk,
    rows.map(({ petition }) => petition),
  )
  return {
    waiting: rows.flatMap(({ petition, collected_as, reason, collected_on, meeting }) => {
      const line = lines.get(petition)
      return line === undefined ? [] : [{ line, as: collected_as, reason, on: collected_on, meeting }]
    }),
    suggested: await suggested(desk, new Set(rows.map(({ petition }) => petition))),
  }
}

type Open = LineRow & Pick<PetitionRow, 'root' | 'returns' | 'round'>

async function suggested(
  desk: Desk,
  collected: ReadonlySet<string>,
): Promise<Answer<'basket.list'>['suggested']> {
  const context = lineContext(desk)
  const { db } = desk.store.reader
  const rows: Open[] = await db
    .selectFrom('petition')
    .select([...LINE_COLUMNS, 'root', 'returns', 'round'])
    .where('state', 'in', OPEN_STATES)
    .where('purpose', '<>', 'accusation')
    .orderBy('rid', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const families = familySizes(desk)
  return rows
    .filter(({ number }) => !collected.has(number))
    .map((row) => {
      const line = toLine(row, context)
      const weighed: Weighed = {
        daysLate: line.lateness.kind === 'overdue' ? line.lateness.daysLate : 0,
        returns: row.returns,
        redone: row.round > 0,
        supervised: row.round > 1,
        family: families.get(row.root ?? row.number) ?? 1,
        group: line.group,
      }
      return { line, why: [...reasonsToMeet(weighed)], daysLate: weighed.daysLate }
    })
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => b.why.length - a.why.length || b.daysLate - a.daysLate)
    .slice(0, OFFERED)
    .map(({ line, why }) => ({ line, why }))
}

/** How often each family came, by the number of its first petition. */
function familySizes(desk: Desk): ReadonlyMap<string, number> {
  const rows = all<{ root: string; others: number }>(
    desk.store.reader.raw,
    'select root, count(*) as others from petition where root is not null group by root',
  )
  return new Map(rows.map(({ root, others }) => [root, others + 1]))
}
