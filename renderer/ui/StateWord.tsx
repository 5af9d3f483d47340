import { type PetitionState, STATES } from '../../shared/domain/petition.ts'

export function StateWord({ state }: { state: PetitionState }) {
  return <span>{STATES[state]}</span>
}

/** What is waited for, by whom it is done. */
const AWAITED: Readonly<Record<PetitionState, string>> = {
  registered: '等处置',
  handling: '等答复',
  transferred: '等回执',
  submitted: '等批示',
  assigned: '等回执',
  answered: '等评价',
  dissatisfied: '等发回重办',
  redoing: '等重办回执',
  'to-supervise': '等督办批示',
  supervising: '等督办回执',
  closed: '等归档',
  archived: '已归档',
  declined: '不予受理',
}

export function AwaitedWord({ state }: { state: PetitionState }) {
  return <span>{AWAITED[state]}</span>
}
