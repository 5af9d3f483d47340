import type { Sent } from '../../../shared/contract/api.ts'
import type { Medium, Outcome } from '../../../shared/domain/petition.ts'

type Input = Sent<'petitions.unitReply'>
type Settled = NonNullable<Input['settled']>

/** 息诉: does the petitioner accept it? */
export const SETTLED: Readonly<Record<Settled, string>> = {
  yes: '接受',
  partly: '部分接受',
  no: '不接受',
  unknown: '不清楚',
}

export function settledOf(value: string | null): Settled {
  return value === 'yes' || value === 'partly' || value === 'no' ? value : 'unknown'
}

/** The form while it is filled in. */
export type Reply = {
  readonly handler: string
  readonly findings: string
  readonly opinion: string
  readonly basis: string
  readonly settled: Settled
  /** The unit has told the petitioner itself. */
  readonly told: boolean
  readonly toldText: string
  readonly outcome: Outcome | null
  readonly medium: Medium
}

export const NO_REPLY: Reply = {
  handler: '',
  findings: '',
  opinion: '',
  basis: '',
  settled: 'unknown',
  told: false,
  toldText: '',
  outcome: null,
  medium: 'phone',
}

/** What is sent: the answer only when the unit gave one. */
export function replyInput(reply: Reply): Omit<Input, 'number' | 'unit'> {
  const { handler, findings, opinion, basis, settled, told, toldText, outcome, medium } = reply
  const answered = told && outcome !== null ? { medium, outcome, text: toldText } : null
  return { handler, findings, opinion, basis, settled, answered }
}
