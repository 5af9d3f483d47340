import type { FollowUp } from '../../../shared/domain/course.ts'
import { GRADES, type Grade, type PetitionState, type Route } from '../../../shared/domain/petition.ts'

/** `passed` was gone by without being needed: closed without a rating. */
export type Stands = 'done' | 'here' | 'ahead' | 'passed'

export type FlowPlace = { readonly label: string; readonly stands: Stands }
export type FlowStop = FlowPlace & {
  /** The ways that part from it, and the rounds that lead back to it. */
  readonly branches: readonly FlowPlace[]
}

type Facts = {
  readonly state: PetitionState
  readonly route: Route | null
  readonly grade: Grade | null
  /** A leader has decided on it. */
  readonly instructed: boolean
  readonly anonymous: boolean
  readonly followUp: Pick<FollowUp, 'round' | 'ratings'>
}

const STOPS = ['受理', '分类', '分级', '办理', '答复', '评价', '办结', '归档'] as const
type StopName = (typeof STOPS)[number]

/** The stop a petition stands at; null when it has come to its end. */
function stopOf({ state, anonymous, followUp }: Facts): StopName | null {
  switch (state) {
    case 'registered':
    case 'declined':
      return '分类'
    case 'handling':
    case 'transferred':
    case 'submitted':
    case 'assigned':
      return '办理'
    case 'answered':
      return anonymous || ratedThisRound(followUp) ? '办结' : '评价'
    case 'dissatisfied':
    case 'redoing':
    case 'to-supervise':
    case 'supervising':
      return '评价'
    case 'closed':
      return '归档'
    case 'archived':
      return null
  }
}

function ratedThisRound({ ratings, round }: Facts['followUp']): boolean {
  return ratings.at(-1)?.round === round
}

/**
 * The flow of the annex of 《接诉即办工作制度》 with where the petition stands on it: the stops of the straight way, and
 * below them the ways that part from it.
 */
export function flowOf(facts: Facts): readonly FlowStop[] {
  const stop = stopOf(facts)
  const here = stop === null ? STOPS.length : STOPS.indexOf(stop)
  return STOPS.map((name, index) => ({
    label: name === '分级' && facts.grade !== null ? `分级：${GRADES[facts.grade]}` : name,
    stands: standsAt(facts, name, index, here),
    branches: branchesOf(facts, name),
  }))
}

function standsAt(facts: Facts, name: StopName, index: number, here: number): Stands {
  if (index > here) return facts.state === 'declined' ? 'passed' : 'ahead'
  if (name === '评价' && index < here && facts.followUp.ratings.length === 0) return 'passed'
  if (name === '分级' && facts.grade === null) return 'passed'
  return index < here ? 'done' : 'here'
}

function branchesOf(facts: Facts, name: StopName): readonly FlowPlace[] {
  switch (name) {
    case '分类':
      return [{ label: '不予受理', stands: facts.state === 'declined' ? 'here' : 'passed' }]
    case '办理':
      return waysOf(facts)
    case '评价':
      return roundsOf(facts)
    default:
      return []
  }
}

/** 直接办理、转办、呈办, and the leader's instruction that gives it to a unit. */
function waysOf({ state, route, instructed }: Facts): readonly FlowPlace[] {
  const now = state === 'handling' || state === 'transferred' || state === 'submitted' || state === 'assigned'
  const way = (mine: Route): Stands => {
    if (route === null) return 'ahead'
    if (route !== mine) return 'passed'
    return now && !instructed ? 'here' : 'done'
  }
  const led: Stands = instructed ? (now ? 'here' : 'done') : route === 'submit' && now ? 'ahead' : 'passed'
  return [
    { label: '直接', stands: way('direct') },
    { label: '转办', stands: way('transfer') },
    { label: '呈办', stands: way('submit') },
    { label: '批示交办', stands: led },
  ]
}

/** 不满意 → 重办 → 仍不满意 → 督办. */
function roundsOf({ state, followUp: { round } }: Facts): readonly FlowPlace[] {
  const redoing = state === 'dissatisfied' || state === 'redoing'
  const supervising = state === 'to-supervise' || state === 'supervising'
  return [
    { label: '不满意重办', stands: redoing ? 'here' : round > 0 ? 'done' : 'passed' },
    { label: '仍不满意督办', stands: supervising ? 'here' : round > 1 ? 'done' : 'passed' },
  ]
}

const WORDS: Readonly<Record<Stands, string>> = {
  done: '已完成',
  here: '现在在这里',
  ahead: '尚未到',
  passed: '未经过',
}

export function standsWord(stands: Stands): string {
  return WORDS[stands]
}
