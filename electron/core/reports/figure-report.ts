import type {
  CommonMatter,
  FigureReport,
  ListedMatter,
  NamedCounts,
} from '../../../shared/documents/reports/figure-report.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { GRADES, ROUTES, STATES } from '../../../shared/domain/petition.ts'
import {
  type CountedAt,
  type CountedPetition,
  type Counts,
  type Dimension,
  MEASURES,
  NONE,
  startTally,
} from '../../../shared/rules/reports/figures.ts'
import { neighbour, type Period } from '../../../shared/rules/reports/periods.ts'
import { workingDaysBetween } from '../../../shared/rules/working-days.ts'
import type { Desk } from '../desk.ts'
import { categoryName, unitName } from '../issuing/gather.ts'
import { issuingOrgan } from '../issuing/paper-data.ts'
import type { RunningJob } from '../jobs.ts'
import { one } from '../store/connection.ts'
import type { Office } from '../store/office-store.ts'
import type { PetitionRow } from '../store/schema.ts'
import { countedAt, countedPetitions, unfinishedBefore } from './counted.ts'
import { withoutPeople } from './semester-lines.ts'
import { semesterTable } from './semesters.ts'

/** Lists of a paper end here; the figures beside them do not. */
const LISTED = 300
/** Petitions of one category within the period from which on it is called common. */
const COMMON_FROM = 3

/** Counts the period and the one before, and lists what is overdue, near its limit, difficult or common now. */
export async function gatherFigures(desk: Desk, period: Period, running: RunningJob): Promise<FigureReport> {
  const at = countedAt(desk)
  const office = desk.ledger.office()
  const { add, tally } = startTally(at)
  const categories = new Map<string, number>()
  for await (const chunk of countedPetitions(desk, period, running, `正在统计${period.name}`)) {
    for (const petition of chunk) {
      add(petition)
      categories.set(petition.category, (categories.get(petition.category) ?? 0) + 1)
    }
  }
  const earlier = neighbour(period, -1, await semesterTable(desk))
  const before = await countCategories(desk, earlier, running)
  return {
    school: desk.station.school,
    organ: issuingOrgan(desk),
    period,
    asOf: at.today,
    total: tally.total,
    groups: namedGroups(office, tally.by),
    before: { name: earlier.name, all: [...before.values()].reduce((sum, count) => sum + count, 0) },
    closedWithin: closedWithin(desk, period),
    ...backlog(desk, at),
    common: commonMatters(office, categories, before),
  }
}

async function countCategories(
  desk: Desk,
  period: Period,
  running: RunningJob,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for await (const chunk of countedPetitions(desk, period, running, `正在统计${period.name}`)) {
    for (const { category } of chunk) counts.set(category, (counts.get(category) ?? 0) + 1)
  }
  return counts
}

function closedWithin(desk: Desk, { from, to }: { readonly from: Day; readonly to: Day }): number {
  return one<{ n: number }>(
    desk.store.reader.raw,
    'select count(*) as n from petition where closed_on >= ? and closed_on <= ?',
    from,
    to,
  ).n
}

/** Names and order people know: the catalogue's for channels, categories and units. */
export function namedGroups(
  office: Office,
  by: Readonly<Record<Dimension, ReadonlyMap<string, Counts>>>,
): Readonly<Record<Dimension, readonly NamedCounts[]>> {
  const named = (dimension: Dimension): readonly NamedCounts[] => {
    const order = orderOf(office, dimension)
    const rank = (key: string) => {
      const at = order.indexOf(key)
      return at === -1 ? order.length : at
    }
    return [...by[dimension]]
      .map(([key, counts]) => ({ key, name: nameOf(office, dimension, key), counts }))
      .sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1))
  }
  return {
    channel: named('channel'),
    category: named('category'),
    unit: named('unit'),
    route: named('route'),
    grade: named('grade'),
    state: named('state'),
  }
}

function orderOf(office: Office, dimension: Dimension): readonly string[] {
  const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code)
  return {
    channel: codes(office.channels),
    category: codes(office.categories),
    unit: codes(office.units),
    route: Object.keys(ROUTES),
    grade: Object.keys(GRADES),
    state: Object.keys(STATES),
  }[dimension]
}

export function nameOf(office: Office, dimension: Dimension, key: string): string {
  if (key === NONE) return dimension === 'grade' ? '未分级' : '未定'
  const words: Readonly<Record<string, string>> = { ...ROUTES, ...GRADES, ...STATES }
  return {
    channel: () => office.channel(key)?.name ?? key,
    category: () => office.category(key)?.name ?? key,
    unit: () => office.unit(key)?.name ?? key,
    route: () => words[key] ?? key,
    grade: () => words[key] ?? key,
    state: () => words[key] ?? key,
  }[dimension]()
}

function commonMatters(
  office: Office,
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): readonly CommonMatter[] {
  return [...now]
    .filter(([, count]) => count >= COMMON_FROM)
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, 20)
    .map(([code, count]) => ({ category: categoryName(office, code), count, before: before.get(code) ?? 0 }))
}

/** All that is unfinished now, whenever it came: overdue longest first, then what is near, then what is hard. */
function backlog(
  desk: Desk,
  at: CountedAt,
): Pick<FigureReport, 'backlog' | 'overdueUnits' | 'overdue' | 'dueSoon' | 'difficult'> {
  const open = unfinishedBefore(desk, addDays(at.today, 1))
  const byDue = (a: CountedPetition, b: CountedPetition) =>
    (a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : a.dueOn === b.dueOn ? a.rid - b.rid : 1
  const listed = (petitions: readonly CountedPetition[], why: (petition: CountedPetition) => string) =>
    petitions
      .toSorted(byDue)
      .slice(0, LISTED)
      .map((petition) => listedMatter(desk, petition, why(petition)))
  const { calendar } = desk.ledger.office()
  const overdue = open.filter((petition) => MEASURES.overdue.test(petition, at))
  const dueSoon = open.filter((petition) => MEASURES.dueSoon.test(petition, at))
  const difficult = open.filter((petition) => difficulty(petition) !== '')
  return {
    backlog: {
      unfinished: open.length,
      overdue: overdue.length,
      dueSoon: dueSoon.length,
      difficult: difficult.length,
    },
    overdueUnits: unitsOf(desk.ledger.office(), overdue),
    overdue: listed(
      overdue,
      ({ dueOn }) => `逾期${dueOn === null ? 0 : workingDaysBetween(calendar, dueOn, at.today)}个工作日`,
    ),
    dueSoon: listed(dueSoon, ({ dueOn }) => (dueOn === at.today ? '今天到期' : '临近时限')),
    difficult: listed(difficult, difficulty),
  }
}

function unitsOf(office: Office, petitions: readonly CountedPetition[]): FigureReport['overdueUnits'] {
  const counts = new Map<string, number>()
  for (const { unit } of petitions) {
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts]
    .map(([unit, count]) => ({ name: nameOf(office, 'unit', unit), count }))
    .sort((a, b) => b.count - a.count)
}

/** Why a matter is called difficult, or nothing. */
function difficulty(petition: CountedPetition): string {
  if (petition.supervised) return '反映人两次不满意'
  if (petition.redone || petition.state === 'dissatisfied') return '反映人不满意'
  if (petition.returnedBy.length > 0) return '单位退回，权属有争议'
  if (petition.grade === 'long-term') return '需长期解决'
  return petition.instructed ? '校领导批示件' : ''
}

type Told = Pick<PetitionRow, 'title' | 'people_text'>

function listedMatter(desk: Desk, petition: CountedPetition, why: string): ListedMatter {
  const office = desk.ledger.office()
  const told = one<Told>(
    desk.store.reader.raw,
    'select title, people_text from petition where rid = cast(? as integer)',
    petition.rid,
  )
  return {
    number: petition.number,
    category: nameOf(office, 'category', petition.category),
    accusation: petition.purpose === 'accusation',
    problem:
      petition.purpose === 'accusation'
        ? '检举控告事项（内容从略）'
        : withoutPeople(told.title, told.people_text),
    unit: unitName(office, petition.unit),
    state: STATES[petition.state],
    dueOn: petition.dueOn,
    why,
  }
}
