import type { Answer } from '../../../shared/contract/api.ts'

export type PetitionView = Answer<'petitions.open'>
export type Step = PetitionView['steps'][number]['step']
export type StepView = PetitionView['steps'][number]

/** What a step is called on its button, and the key that begins it. */
export const STEP_WORDS: Readonly<Record<Step, { readonly label: string; readonly key: string }>> = {
  direct: { label: '直接办理', key: 'D' },
  transfer: { label: '转办', key: 'Z' },
  submit: { label: '呈办', key: 'C' },
  decline: { label: '不予受理', key: 'B' },
  instruct: { label: '批示', key: 'P' },
  answer: { label: '答复反映人', key: 'A' },
  close: { label: '办结', key: 'J' },
  correct: { label: '更正', key: 'G' },
  remark: { label: '备注', key: 'R' },
}

const ORDER: readonly Step[] = [
  'direct',
  'transfer',
  'submit',
  'decline',
  'instruct',
  'answer',
  'close',
  'correct',
  'remark',
]

export type Steps = {
  /** The one next action, null when nothing is left to do. */
  readonly main: StepView | null
  /** What else can be done now, in the order of the work. */
  readonly others: readonly StepView[]
  /** What cannot be done now, each with its reason. */
  readonly refused: readonly StepView[]
}

export function arrangeSteps(steps: readonly StepView[]): Steps {
  const ordered = ORDER.flatMap((step) => steps.filter((each) => each.step === step))
  const possible = ordered.filter(({ refusal }) => refusal === null)
  const main = possible.find((each) => each.main) ?? null
  return {
    main,
    others: possible.filter((each) => each !== main),
    refused: ordered.filter(({ refusal }) => refusal !== null),
  }
}
