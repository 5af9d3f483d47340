import type { Day } from '../../domain/day.ts'
import { namesOf, tableOf } from '../../domain/names.ts'
import {
  type Grade,
  OPEN_STATES,
  type PetitionNumber,
  type PetitionState,
  type Purpose,
  type Route,
  type Urgency,
} from '../../domain/petition.ts'

/** What a report knows of one petition: facts to count by, no narrative and no person. */
export type CountedPetition = {
  readonly rid: number
  readonly number: PetitionNumber
  readonly receivedOn: Day
  readonly channel: string
  readonly category: string
  /** The first-level category above it. */
  readonly topCategory: string
  readonly unit: string | null
  readonly route: Route | null
  readonly grade: Grade | null
  readonly state: PetitionState
  readonly purpose: Purpose
  readonly urgency: Urgency
  /** The limit that runs, or the last that ran. */
  readonly dueOn: Day | null
  /** The first answer and its limit: what a redo adds has a limit of its own. */
  readonly firstAnsweredOn: Day | null
  readonly firstDueOn: Day | null
  readonly closedOn: Day | null
  readonly instructed: boolean
  readonly group: boolean
  readonly repeat: boolean
  readonly chased: boolean
  readonly extended: boolean
  /** Units that sent it back, whoever has it now. */
  readonly returnedBy: readonly string[]
  readonly redone: boolean
  readonly supervised: boolean
  readonly rating: 'satisfied' | 'fairly' | 'dissatisfied' | null
}

/** The day the figures are taken on, and the last day that still counts as due soon. */
export type CountedAt = { readonly today: Day; readonly soonUntil: Day }

/** Nothing is owed any more: closed, filed, or shown the lawful way. */
const FINISHED: readonly string[] = ['closed', 'declined', 'archived']

export function isFinished({ state }: Pick<CountedPetition, 'state'>): boolean {
  return FINISHED.includes(state)
}

function isRunning({ state }: CountedPetition): boolean {
  return OPEN_STATES.includes(state)
}

/** What is judged as timely or late: the first answer, or the closing of what needed none, against its limit. */
function judged(petition: CountedPetition): { readonly doneOn: Day | null; readonly dueOn: Day | null } {
  const { firstAnsweredOn, firstDueOn, closedOn, dueOn } = petition
  return firstAnsweredOn === null
    ? { doneOn: closedOn, dueOn }
    : { doneOn: firstAnsweredOn, dueOn: firstDueOn }
}

function inTime(petition: CountedPetition): boolean {
  const { doneOn, dueOn } = judged(petition)
  return doneOn !== null && dueOn !== null && doneOn <= dueOn
}

function late(petition: CountedPetition, { today }: CountedAt): boolean {
  const { doneOn, dueOn } = judged(petition)
  if (dueOn === null) return false
  return doneOn === null ? isRunning(petition) && dueOn < today : doneOn > dueOn
}

type Test = (petition: CountedPetition, at: CountedAt) => boolean

/** Every figure a report can show, in words and as the question asked of each petition. */
export const MEASURES = {
  all: { name: '登记', test: () => true },
  finished: { name: '已办结', test: isFinished },
  unfinished: { name: '未办结', test: (petition) => !isFinished(petition) },
  inTime: { name: '按期答复', test: inTime },
  late: { name: '超期', test: late },
  judged: { name: '应按期答复', test: (p, at) => inTime(p) || late(p, at) },
  overdue: { name: '逾期未办', test: (p, { today }) => isRunning(p) && p.dueOn !== null && p.dueOn < today },
  dueSoon: {
    name: '临期',
    test: (p, { today, soonUntil }) =>
      isRunning(p) && p.dueOn !== null && p.dueOn >= today && p.dueOn <= soonUntil,
  },
  declined: { name: '不予受理', test: ({ route }) => route === 'decline' },
  instructed: { name: '领导批示', test: ({ instructed }) => instructed },
  chased: { name: '催办', test: ({ chased }) => chased },
  extended: { name: '延期', test: ({ extended }) => extended },
  returned: { name: '退回', test: ({ returnedBy }) => returnedBy.length > 0 },
  given: { name: '承办', test: ({ unit, returnedBy }) => unit !== null || returnedBy.length > 0 },
  redone: { name: '重办', test: ({ redone }) => redone },
  supervised: { name: '督办', test: ({ supervised }) => supervised },
  answered: { name: '曾答复', test: (p) => judged(p).doneOn !== null || p.redone },
  firstTime: { name: '一次办结', test: (p) => p.route !== 'decline' && isFinished(p) && !p.redone },
  settled: { name: '办结（不含不予受理）', test: (p) => p.route !== 'decline' && isFinished(p) },
  rated: { name: '已评价', test: ({ rating }) => rating !== null },
  satisfied: { name: '满意', test: ({ rating }) => rating === 'satisfied' },
  fairly: { name: '基本满意', test: ({ rating }) => rating === 'fairly' },
  dissatisfied: { name: '不满意', test: ({ rating }) => rating === 'dissatisfied' },
  content: { name: '满意和基本满意', test: ({ rating }) => rating === 'satisfied' || rating === 'fairly' },
  group: { name: '集体访', test: ({ group }) => group },
  repeat: { name: '重复件', test: ({ repeat }) => repeat },
} as const satisfies Record<string, { readonly name: string; readonly test: Test }>

export type Measure = keyof typeof MEASURES
export const MEASURE_NAMES = namesOf<Measure>(MEASURES)

/** What petitions are grouped by. */
export const DIMENSIONS = {
  channel: { name: '反映渠道', keyOf: (p) => p.channel },
  category: { name: '内容分类', keyOf: (p) => p.topCategory },
  unit: { name: '承办单位', keyOf: (p) => p.unit ?? NONE },
  route: { name: '办理方式', keyOf: (p) => p.route ?? NONE },
  grade: { name: '分级', keyOf: (p) => p.grade ?? NONE },
  state: { name: '状态', keyOf: (p) => p.state },
} as const satisfies Record<
  string,
  { readonly name: string; readonly keyOf: (petition: CountedPetition) => string }
>
export type Dimension = keyof typeof DIMENSIONS
export const DIMENSION_NAMES = namesOf<Dimension>(DIMENSIONS)

/** Key of those that have none yet: no unit, no route. */
export const NONE = '-'

/** One figure of a report: it counts exactly the petitions it selects. */
export type Selection = {
  readonly measure: Measure
  readonly dimension: Dimension | null
  readonly key: string | null
}

/** A return counts for the units that sent it back; everything else for the one that has it. */
function isShared(dimension: Dimension, measure: Measure): boolean {
  return dimension === 'unit' && (measure === 'returned' || measure === 'given')
}

function unitsOf(measure: Measure, { unit, returnedBy }: CountedPetition): readonly string[] {
  return measure === 'given' && unit !== null ? [...new Set([unit, ...returnedBy])] : returnedBy
}

function keysOf(dimension: Dimension, measure: Measure, petition: CountedPetition): readonly string[] {
  return isShared(dimension, measure) ? unitsOf(measure, petition) : [DIMENSIONS[dimension].keyOf(petition)]
}

export function selects(selection: Selection, petition: CountedPetition, at: CountedAt): boolean {
  const { measure, dimension, key } = selection
  if (dimension !== null && !keysOf(dimension, measure, petition).includes(key ?? NONE)) return false
  return MEASURES[measure].test(petition, at)
}

export type Counts = Readonly<Record<Measure, number>>
/** Key → its counts, in the order the keys were met. */
export type Tally = {
  readonly total: Counts
  readonly by: Readonly<Record<Dimension, ReadonlyMap<string, Counts>>>
}

function zero(): Record<Measure, number> {
  return tableOf(MEASURE_NAMES, () => 0)
}

/** Counts one petition after another, so that a million of them need no more room than one. */
export function startTally(at: CountedAt): { add: (petition: CountedPetition) => void; tally: Tally } {
  const total = zero()
  const by = tableOf(DIMENSION_NAMES, () => new Map<string, Record<Measure, number>>())
  const groupOf = (dimension: Dimension, key: string) => {
    const known = by[dimension].get(key)
    if (known !== undefined) return known
    const fresh = zero()
    by[dimension].set(key, fresh)
    return fresh
  }
  return {
    tally: { total, by },
    add: (petition) => {
      const own = DIMENSION_NAMES.map((dimension) =>
        groupOf(dimension, DIMENSIONS[dimension].keyOf(petition)),
      )
      const others = own.filter((_, place) => DIMENSION_NAMES[place] !== 'unit')
      for (const measure of MEASURE_NAMES) {
        if (!MEASURES[measure].test(petition, at)) continue
        total[measure] += 1
        const shared = isShared('unit', measure)
        for (const group of shared ? others : own) group[measure] += 1
        if (!shared) continue
        for (const key of unitsOf(measure, petition)) groupOf('unit', key)[measure] += 1
      }
    },
  }
}

export function tallyOf(petitions: Iterable<CountedPetition>, at: CountedAt): Tally {
  const { add, tally } = startTally(at)
  for (const petition of petitions) add(petition)
  return tally
}
