import { z } from 'zod'
import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { addDays, yearOf } from '../../../shared/domain/day.ts'
import { OPEN_STATES, type PetitionNumber } from '../../../shared/domain/petition.ts'
import { petitionNumberSchema } from '../../../shared/domain/visit.ts'
import {
  ALIKE_REASON,
  clustersOf,
  type Likely,
  monthOf,
  reasonsToJoin,
  seasonsOf,
} from '../../../shared/rules/common-problems.ts'
import { type Desk, today } from '../desk.ts'
import { withoutPeople } from '../reports/semester-lines.ts'
import { firstRidOf } from '../search/search-schema.ts'
import { all } from '../store/connection.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { ProblemGroupTable } from '../store/schema.ts'
import { linesOf } from './meeting-view.ts'

type GroupView = Answer<'groups.open'>
type GroupLine = Answer<'groups.list'>['groups'][number]

/** How far back likeness is looked for, and at how many at most. */
const LOOKED_BACK_DAYS = 120
const LOOKED_AT = 3000
/** Every pair of a category is compared. */
const CLUSTERED = 1200
const CLUSTERS = 12
const SUGGESTED = 40

const monthsSchema = z.array(z.number())

export async function findGroup(desk: Desk, id: string): Promise<ProblemGroupTable> {
  const row = await desk.store.reader.db
    .selectFrom('problem_group')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这个共性问题，请返回列表重新选择。')
  return row
}

export async function listGroups(desk: Desk): Promise<Answer<'groups.list'>> {
  const rows = await desk.store.reader.db
    .selectFrom('problem_group')
    .selectAll()
    .orderBy('settled')
    .orderBy('id', 'desc')
    .execute()
  const groups = []
  for (const row of rows) groups.push(await toGroupLine(desk, row))
  const clusters = clustersOf(ungrouped(desk).slice(0, CLUSTERED)).slice(0, CLUSTERS)
  const lines = await linesOf(
    desk,
    clusters.flatMap(({ members }) => members.map(({ number }) => petitionNumberSchema.parse(number))),
  )
  return {
    groups,
    clusters: clusters.map(({ category, unit, members }) => ({
      category,
      unit,
      title: namedAfter(desk, members[0]),
      lines: members.flatMap(({ number }) => lines.get(number) ?? []),
    })),
    seasons: seasons(desk),
  }
}

/** A title may name who came; what a group is called must not. */
function namedAfter(desk: Desk, first: Likely | undefined): string {
  if (first === undefined) return ''
  const [row] = all<{ people: string }>(
    desk.store.reader.raw,
    'select people_text as people from petition where number = ?',
    first.number,
  )
  return withoutPeople(first.title, row?.people ?? '')
}

async function toGroupLine(desk: Desk, row: ProblemGroupTable): Promise<GroupLine> {
  const { db } = desk.store.reader
  const states = await db
    .selectFrom('problem_group_member')
    .innerJoin('petition', 'petition.number', 'problem_group_member.petition')
    .select('petition.state')
    .where('group_id', '=', row.id)
    .where('answer', '=', 'in')
    .execute()
  const campaigns = await db.selectFrom('campaign').select(['id', 'title', 'groups']).execute()
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    category: row.category,
    unit: row.unit,
    months: monthsSchema.parse(JSON.parse(row.months)),
    note: row.note,
    settled: row.settled === 1,
    members: states.length,
    open: states.filter(({ state }) => OPEN_STATES.includes(state)).length,
    savedAt: row.saved_at,
    campaigns: campaigns
      .filter(({ groups }) => readStrings(groups).includes(row.id))
      .map(({ id, title }) => ({ id, title })),
  }
}

export async function viewGroup(desk: Desk, id: string): Promise<GroupView> {
  const row = await findGroup(desk, id)
  const known = await desk.store.reader.db
    .selectFrom('problem_group_member')
    .select(['petition', 'answer'])
    .where('group_id', '=', id)
    .orderBy('petition', 'desc')
    .execute()
  const members = known.filter(({ answer }) => answer === 'in').map(({ petition }) => petition)
  const group = await toGroupLine(desk, row)
  const offered =
    row.settled === 1 ? [] : joining(desk, group, members, new Set(known.map((each) => each.petition)))
  const lines = await linesOf(desk, [...members, ...offered.map(({ number }) => number)])
  return {
    ...group,
    lines: members.flatMap((number) => lines.get(number) ?? []),
    suggested: offered.flatMap(({ number, why }) => {
      const line = lines.get(number)
      return line === undefined ? [] : [{ line, why }]
    }),
  }
}

function joining(
  desk: Desk,
  group: GroupLine,
  members: readonly PetitionNumber[],
  known: ReadonlySet<string>,
): { number: PetitionNumber; why: string[] }[] {
  const { raw } = desk.store.reader
  const inside = members
    .slice(0, 200)
    .flatMap((number) => all<Likely>(raw, `select ${LIKELY} from petition where number = ?`, number))
  return lately(desk)
    .filter(({ number }) => !known.has(number))
    .map((candidate) => ({
      number: petitionNumberSchema.parse(candidate.number),
      why: [...reasonsToJoin(candidate, group, inside)],
    }))
    .filter(({ why }) => why.length > 0)
    .sort(
      (a, b) =>
        Number(b.why.includes(ALIKE_REASON)) - Number(a.why.includes(ALIKE_REASON)) ||
        b.why.length - a.why.length,
    )
    .slice(0, SUGGESTED)
}

const LIKELY = 'number, title, category, lead_unit as unit, received_on as receivedOn'

/** The latest petitions that may be spoken of with others. */
function lately(desk: Desk): Likely[] {
  return all<Likely>(
    desk.store.reader.raw,
    `select ${LIKELY} from petition
      where rid >= cast(? as integer) and purpose <> 'accusation' order by rid desc limit cast(? as integer)`,
    firstRidOf(addDays(today(desk), -LOOKED_BACK_DAYS)),
    LOOKED_AT,
  )
}

function ungrouped(desk: Desk): Likely[] {
  const known = new Set(
    all<{ petition: string }>(
      desk.store.reader.raw,
      'select distinct petition from problem_group_member',
    ).map(({ petition }) => petition),
  )
  return lately(desk).filter(({ number }) => !known.has(number))
}

function seasons(desk: Desk): Answer<'groups.list'>['seasons'] {
  const on = today(desk)
  const counts = all<{ category: string; month: string; count: number }>(
    desk.store.reader.raw,
    "select key as category, month, n as count from counter where dim = 'category'",
  )
  return seasonsOf(counts, monthOf(on), yearOf(on)).map((season) => ({ ...season, years: [...season.years] }))
}
