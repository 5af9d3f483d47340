import type { Course } from '../domain/course.ts'
import type { Day } from '../domain/day.ts'
import type { Grade, PetitionState, Purpose } from '../domain/petition.ts'

/** Everything that can be done about a petition, in the order screens list it. */
export const STEPS = [
  'transfer',
  'direct',
  'submit',
  'decline',
  'acknowledge',
  'instruct',
  'return',
  'keep',
  'chase',
  'progress',
  'unitReply',
  'communicate',
  'plan',
  'extend',
  'inform',
  'answer',
  'report',
  'rate',
  'redo',
  'supervise',
  'close',
  'archive',
  'correct',
  'remark',
] as const
export type Step = (typeof STEPS)[number]

/** What the rules below look at. */
export type SteppedPetition = {
  readonly state: PetitionState
  readonly purpose: Purpose
  readonly accusedUnits: readonly string[]
  readonly accusedNames: string
  readonly anonymous: boolean
  readonly grade: Grade | null
  readonly dueOn: Day | null
  readonly course: Course
  /** Kinds of the papers issued about it. */
  readonly papers: readonly string[]
  /** The day on which the step would be taken. */
  readonly on: Day
}

const STANDING: Partial<Record<PetitionState, string>> = {
  registered: '还没有确定办理方式',
  submitted: '已呈报校领导，尚未批示',
  answered: '已答复',
  dissatisfied: '评价为不满意，应发回重办',
  'to-supervise': '重办后仍不满意，应由校领导批示督办',
  closed: '已办结',
  archived: '已归档',
  declined: '已作不予受理处理',
}

/** Where it stands, as the middle of a sentence about why something cannot be done. */
export function standing(state: PetitionState): string {
  return STANDING[state] ?? '正在办理'
}
