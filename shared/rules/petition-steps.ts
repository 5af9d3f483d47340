import type { Unit } from '../domain/catalogue.ts'
import { ratingOf } from '../domain/course.ts'
import {
  DECLINE_GROUNDS,
  type DeclineGround,
  OPEN_STATES,
  type PetitionState,
  type Route,
  WITH_UNIT,
} from '../domain/petition.ts'
import { archiveRefusal } from './archive-papers.ts'
import { closeRefusal } from './closing.ts'
import { type Step, type SteppedPetition, standing } from './stepped-petition.ts'

export { STEPS, type Step, type SteppedPetition } from './stepped-petition.ts'

/** Why the step cannot be taken now, as one sentence with its clause, or null when it can. */
export function stepRefusal(step: Step, petition: SteppedPetition): string | null {
  return REFUSALS[step](petition)
}

type Refusal = (petition: SteppedPetition) => string | null

const REFUSALS: Readonly<Record<Step, Refusal>> = {
  direct: (petition) => routeRefusal('direct', petition),
  transfer: (petition) => routeRefusal('transfer', petition),
  submit: (petition) => routeRefusal('submit', petition),
  decline: (petition) => routeRefusal('decline', petition),
  acknowledge: acknowledgeRefusal,
  instruct: instructRefusal,
  return: returnRefusal,
  keep: ({ course }) =>
    course.followUp.returned === null ? '没有单位退回这件事项，不需要认定由首办单位继续办理。' : null,
  chase: chaseRefusal,
  progress: ({ state }) =>
    isOpen(state) && state !== 'registered' ? null : `事项${standing(state)}，不能再记录办理进展。`,
  unitReply: unitReplyRefusal,
  communicate: ({ state }) =>
    state === 'declined' || state === 'archived' ? `事项${standing(state)}，不能再记录沟通情况。` : null,
  plan: planRefusal,
  extend: extendRefusal,
  inform: ({ state }) =>
    isOpen(state) || state === 'answered' ? null : `事项${standing(state)}，不需要再告知办理进度。`,
  answer: answerRefusal,
  report: reportRefusal,
  rate: rateRefusal,
  redo: ({ state }) =>
    state === 'dissatisfied'
      ? null
      : '只有反映人对答复评价不满意的事项才发回重办（《接诉即办工作制度》三（一）5）。',
  supervise: ({ state }) =>
    state === 'to-supervise'
      ? null
      : '只有重办后反映人仍不满意的事项才纳入督办（《接诉即办工作制度》三（一）5）。',
  close: closeRefusal,
  archive: archiveRefusal,
  correct: ({ state }) => (state === 'archived' ? '事项已归档，不能再更正；需要补充的请记备注。' : null),
  remark: () => null,
}

function isOpen(state: PetitionState): boolean {
  return OPEN_STATES.includes(state)
}

/** A redo and a supervision have a course of their own; a new route would lose it. */
const ROUTABLE: readonly PetitionState[] = ['registered', 'handling', 'transferred', 'submitted', 'assigned']

function routeRefusal(route: Route, { state, purpose, course }: SteppedPetition): string | null {
  if (!ROUTABLE.includes(state)) return `事项${standing(state)}，不能再改变办理方式。`
  if (route === 'direct' && purpose === 'accusation') {
    return '检举控告事项不能由本单位直接办理，只能转纪检监察部门或呈报校领导（《信访工作条例》第三十条）。'
  }
  if (route === 'decline' && course.instruction !== null) {
    return '校领导已经批示，不能再作不予受理；请按批示办理并反馈（《信息沟通实施办法》二（二）3）。'
  }
  if (route !== 'submit' && course.instruction !== null && course.instruction.leadUnit !== null) {
    return '校领导已批示交单位办理，需要改变的请重新呈报，由校领导另作批示（《信息沟通实施办法》二（二）3）。'
  }
  return null
}

/** Only what may be reviewed and re-examined can be at the end of it (《信访工作条例》第三十五、三十六条). */
export function groundRefusal(
  { purpose }: Pick<SteppedPetition, 'purpose'>,
  ground: DeclineGround,
): string | null {
  if (ground !== 'concluded' || purpose === 'appeal' || purpose === 'request') return null
  return `“${DECLINE_GROUNDS.concluded}”只用于申诉、求决类事项：只有这类事项才有复查和复核（《信访工作条例》第三十五条、第三十六条），请另选情形。`
}

function acknowledgeRefusal({ state, course }: SteppedPetition): string | null {
  if (state === 'declined') return '事项不予受理，不能告知受理。'
  if (!isOpen(state)) return `事项${standing(state)}，不需要再告知受理。`
  return course.followUp.acknowledgedOn === null
    ? null
    : '已经告知过受理情况，不需要重复告知（《信访工作条例》第二十三条）。'
}

const INSTRUCTABLE: readonly PetitionState[] = [...ROUTABLE, 'redoing', 'to-supervise', 'supervising']

function instructRefusal({ state }: SteppedPetition): string | null {
  if (INSTRUCTABLE.includes(state)) return null
  return state === 'dissatisfied'
    ? '反映人不满意，应先由办公室发回重办；重办后仍不满意的再由校领导批示督办（《接诉即办工作制度》三（一）5）。'
    : `事项${standing(state)}，不能再作批示。`
}

function returnRefusal({ state, course }: SteppedPetition): string | null {
  if (!WITH_UNIT.includes(state)) return '事项没有在承办单位手中，不能退回。'
  if (course.followUp.returned !== null) return '单位已经退回，请先改派或认定由首办单位继续办理。'
  return course.followUp.repliedOn === null
    ? null
    : '承办单位已经反馈办理情况，不能再以不属职责为由退回（《信访工作条例》第二十三条）。'
}

const CHASED: readonly PetitionState[] = [...WITH_UNIT, 'submitted', 'to-supervise']

function chaseRefusal({ state, course }: SteppedPetition): string | null {
  if (!CHASED.includes(state))
    return '催办、督办用于转办、交办、呈办的事项（《信息沟通实施办法》二（三）），这件事项现在不需要催办。'
  return WITH_UNIT.includes(state) && course.followUp.repliedOn !== null
    ? '承办单位已经反馈办理情况，不需要再催办；请答复反映人。'
    : null
}

function unitReplyRefusal({ state, course }: SteppedPetition): string | null {
  if (!WITH_UNIT.includes(state)) return '事项没有转给或交给承办单位，没有单位反馈可以登记。'
  return course.followUp.returned === null
    ? null
    : '承办单位已经退回，请先改派，或认定由首办单位继续办理（《接诉即办工作制度》三（一）4）。'
}

function planRefusal({ state, grade }: SteppedPetition): string | null {
  if (!isOpen(state) || state === 'registered') return `事项${standing(state)}，不能制定时间表。`
  return grade === 'long-term'
    ? null
    : '时间表用于需要长期解决的事项，请先更正分级为“长期”（《接诉即办工作制度》三（一）3）。'
}

function extendRefusal({ state, dueOn, on, course }: SteppedPetition): string | null {
  if (!isOpen(state) || state === 'registered' || dueOn === null)
    return `事项${standing(state)}，没有可以延长的办理期限。`
  if (state === 'dissatisfied' || state === 'to-supervise') return `事项${standing(state)}，不能延期。`
  if (on > dueOn)
    return `期限 ${dueOn} 已过，延期应当在期满前办理并说明原因（《信息沟通实施办法》二（四）、《信访工作条例》第三十四条）。`
  return course.followUp.extension !== null && !course.followUp.extension.told
    ? '上一次延期还没有告知反映人，请先告知（《信访工作条例》第三十四条）。'
    : null
}

function answerRefusal({ state, course }: SteppedPetition): string | null {
  if (state === 'registered') return '还没有确定办理方式，请先选择直接办理、转办或呈办，再记录答复。'
  if (state === 'submitted') return '已呈报校领导，尚未批示，请待批示后再记录答复。'
  if (WITH_UNIT.includes(state) && course.followUp.repliedOn === null)
    return '承办单位还没有反馈办理情况，请先登记单位反馈，再答复反映人（《信息沟通实施办法》二（四）反馈）。'
  return state === 'handling' || state === 'answered' || WITH_UNIT.includes(state)
    ? null
    : `事项${standing(state)}，不能再记录答复。`
}

function reportRefusal({ state, course }: SteppedPetition): string | null {
  if (course.leader === null && course.instruction === null)
    return '没有呈报过校领导，也没有校领导批示，不需要向校领导反馈。'
  return state === 'archived' || state === 'declined' ? `事项${standing(state)}，不需要再反馈。` : null
}

/** The result can be reported once somebody has one: the unit's account, or the answer. */
export function resultRefusal({ state, course }: SteppedPetition): string | null {
  return course.answeredOn !== null || course.followUp.repliedOn !== null || state === 'closed'
    ? null
    : '承办单位还没有反馈，事项也没有答复，不能向校领导反馈办理结果，可以先反馈进度（《信息沟通实施办法》二（四））。'
}

function rateRefusal({ state, course }: SteppedPetition): string | null {
  if (state !== 'answered' && state !== 'closed')
    return `事项${standing(state)}，答复后才能评价满意度（《接诉即办工作制度》二）。`
  return ratingOf(course.followUp) === null ? null : '反映人对这次答复已经评价过，不能重复评价。'
}

/**
 * Why these units may not be given the matter, or null. A 检举控告 goes to discipline inspection alone, and no matter
 * ever goes to the unit it complains about (《信访工作条例》第二十八、三十条). A hard stop: no role can pass it.
 */
export function unitRefusal(
  petition: Pick<SteppedPetition, 'purpose' | 'accusedUnits'>,
  units: readonly (Unit | undefined)[],
): string | null {
  for (const unit of units) {
    if (!unit?.active) return '所选单位不存在或已停用，请重新选择。'
    if (petition.accusedUnits.includes(unit.code)) {
      return `${unit.name}是被反映单位，不能把事项交给它办理（《信访工作条例》第二十八条、第三十条）。`
    }
    if (petition.purpose === 'accusation' && !unit.takesAccusations) {
      return `检举控告材料不得转给${unit.name}，只能转纪检监察部门或呈报校领导（《信访工作条例》第三十条）。`
    }
  }
  const codes = units.map((unit) => unit?.code)
  return new Set(codes).size === codes.length ? null : '同一单位不能既承办又协办，请去掉重复的单位。'
}

/** A matter is never put before the leader it complains about. */
export function leaderRefusal(
  petition: Pick<SteppedPetition, 'accusedNames'>,
  leader: { readonly post: string; readonly name: string },
): string | null {
  if (leader.name === '' || !petition.accusedNames.includes(leader.name)) return null
  return `${leader.post}${leader.name}是被反映人，不能呈报其批示（《信访工作条例》第二十八条、第三十条）。`
}
