import type { PetitionState, Route } from '../../../shared/domain/petition.ts'

export type FlowStop = {
  readonly label: string
  readonly stands: 'done' | 'here' | 'ahead'
}

type Facts = { readonly state: PetitionState; readonly route: Route | null; readonly instructed: boolean }

/** What is waited for in each state; nothing in the last two. */
const WAITS_FOR: Readonly<Record<PetitionState, string | null>> = {
  registered: '确定办理方式',
  handling: '办理',
  transferred: '办理',
  submitted: '领导批示',
  assigned: '办理',
  answered: '办结',
  dissatisfied: '办理',
  redoing: '办理',
  'to-supervise': '领导批示',
  supervising: '办理',
  closed: null,
  archived: null,
  declined: null,
}

/** The way of a petition through the office, from registration to its end, and where it stands on it. */
export function flowOf({ state, route, instructed }: Facts): readonly FlowStop[] {
  const led = route === 'submit' || instructed
  const labels =
    state === 'declined'
      ? ['登记', '不予受理']
      : ['登记', '确定办理方式', ...(led ? ['领导批示'] : []), '办理', '答复', '办结']
  const waitsFor = WAITS_FOR[state]
  const here = waitsFor === null ? labels.length : labels.indexOf(waitsFor)
  return labels.map((label, index) => ({
    label,
    stands: index < here ? 'done' : index === here ? 'here' : 'ahead',
  }))
}
