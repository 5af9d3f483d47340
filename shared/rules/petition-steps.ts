import type { Unit } from '../domain/catalogue.ts'
import type { PetitionState, Purpose, Route } from '../domain/petition.ts'

export type Step =
  | 'direct'
  | 'transfer'
  | 'submit'
  | 'decline'
  | 'instruct'
  | 'answer'
  | 'close'
  | 'correct'
  | 'remark'

/** What the rules below look at. */
export type SteppedPetition = {
  readonly state: PetitionState
  readonly purpose: Purpose
  readonly accusedUnits: readonly string[]
  readonly accusedNames: string
  readonly anonymous: boolean
}

const OPEN: readonly PetitionState[] = ['registered', 'handling', 'transferred', 'submitted', 'assigned']

/** Why the step cannot be taken now, as one sentence with its clause, or null when it can. */
export function stepRefusal(step: Step, petition: SteppedPetition): string | null {
  const { state } = petition
  switch (step) {
    case 'direct':
    case 'transfer':
    case 'submit':
    case 'decline':
      return routeRefusal(step, petition)
    case 'instruct':
      return OPEN.includes(state) ? null : `事项${ENDED[state] ?? '已有结果'}，不能再作批示。`
    case 'answer':
      if (state === 'registered') return '还没有确定办理方式，请先选择直接办理、转办或呈办，再记录答复。'
      if (state === 'submitted') return '已呈报校领导，尚未批示，请待批示后再记录答复。'
      return OPEN.includes(state) || state === 'answered'
        ? null
        : `事项${ENDED[state] ?? '已有结果'}，不能再记录答复。`
    case 'close':
      if (state === 'answered') return null
      if (state === 'closed' || state === 'declined') return `事项${ENDED[state]}，不必再办结。`
      if (petition.anonymous && state !== 'registered' && state !== 'submitted') return null
      return '还没有答复反映人，请先记录答复再办结（《信息沟通实施办法》二（四）反馈）。'
    case 'correct':
    case 'remark':
      return null
  }
}

const ENDED: Partial<Record<PetitionState, string>> = {
  answered: '已答复',
  closed: '已办结',
  declined: '已作不予受理处理',
}

function routeRefusal(route: Route, petition: SteppedPetition): string | null {
  if (!OPEN.includes(petition.state))
    return `事项${ENDED[petition.state] ?? '已有结果'}，不能再改变办理方式。`
  if (route === 'direct' && petition.purpose === 'accusation') {
    return '检举控告事项不能由本单位直接办理，只能转纪检监察部门或呈报校领导（《信访工作条例》第三十条）。'
  }
  return null
}

/**
 * Why these units may not be given the matter, or null. A 检举控告 goes to discipline inspection alone, and no matter
 * ever goes to the unit it complains about (《信访工作条例》第二十八、三十条). A hard stop: no role can pass it.
 */
export function unitRefusal(petition: SteppedPetition, units: readonly (Unit | undefined)[]): string | null {
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

/** The one step most often next; the screen makes it the main button. */
export function mainStep(state: PetitionState): Step | null {
  switch (state) {
    case 'registered':
      return 'transfer'
    case 'submitted':
      return 'instruct'
    case 'handling':
    case 'transferred':
    case 'assigned':
      return 'answer'
    case 'answered':
      return 'close'
    case 'closed':
    case 'declined':
      return null
  }
}

/** A matter is never put before the leader it complains about. */
export function leaderRefusal(
  petition: SteppedPetition,
  leader: { readonly post: string; readonly name: string },
): string | null {
  if (leader.name === '' || !petition.accusedNames.includes(leader.name)) return null
  return `${leader.post}${leader.name}是被反映人，不能呈报其批示（《信访工作条例》第二十八条、第三十条）。`
}
