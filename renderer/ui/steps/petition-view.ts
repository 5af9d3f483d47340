import type { Answer } from '../../../shared/contract/api.ts'
import { NEW_COURSE } from '../../../shared/domain/course.ts'
import type { Informing } from '../../../shared/domain/petition.ts'
import { closingGap } from '../../../shared/rules/closing.ts'
import { nextStage } from '../../../shared/rules/petition-course.ts'
import { STEPS } from '../../../shared/rules/stepped-petition.ts'

export type PetitionView = Answer<'petitions.open'>
export type Step = PetitionView['steps'][number]['step']
export type StepView = PetitionView['steps'][number]

/** What a step is called on its button, and the key that begins it. V and W belong to the page itself. */
export const STEP_WORDS: Readonly<Record<Step, { readonly label: string; readonly key: string }>> = {
  direct: { label: '直接办理', key: 'D' },
  transfer: { label: '转办', key: 'Z' },
  submit: { label: '呈办', key: 'C' },
  decline: { label: '不予受理', key: 'B' },
  acknowledge: { label: '告知受理', key: 'S' },
  instruct: { label: '批示', key: 'P' },
  return: { label: '单位退回', key: 'T' },
  keep: { label: '首办单位继续办理', key: 'K' },
  chase: { label: '催办', key: 'U' },
  progress: { label: '办理进展', key: 'O' },
  unitReply: { label: '单位反馈', key: 'F' },
  communicate: { label: '沟通记录', key: 'Q' },
  plan: { label: '制定时间表', key: 'L' },
  extend: { label: '延期', key: 'E' },
  inform: { label: '告知反映人', key: 'I' },
  answer: { label: '答复反映人', key: 'A' },
  report: { label: '向校领导反馈', key: 'H' },
  rate: { label: '满意度评价', key: 'M' },
  redo: { label: '发回重办', key: 'X' },
  supervise: { label: '督办批示', key: 'N' },
  close: { label: '办结', key: 'J' },
  archive: { label: '归档', key: 'Y' },
  correct: { label: '更正', key: 'G' },
  remark: { label: '备注', key: 'R' },
}

/** Most likely next in each state, after the main step; what is not named here waits in the menu. */
const LIKELY: Readonly<Record<PetitionView['state'], readonly Step[]>> = {
  registered: ['transfer', 'direct', 'submit', 'decline', 'acknowledge'],
  handling: ['answer', 'inform', 'communicate', 'transfer', 'submit'],
  transferred: ['unitReply', 'chase', 'answer', 'transfer', 'return', 'extend'],
  submitted: ['instruct', 'chase', 'report', 'inform', 'remark'],
  assigned: ['unitReply', 'chase', 'answer', 'report', 'transfer', 'return'],
  answered: ['rate', 'close', 'communicate', 'report', 'inform'],
  dissatisfied: ['redo', 'communicate', 'report', 'remark'],
  redoing: ['unitReply', 'chase', 'answer', 'return', 'communicate'],
  'to-supervise': ['supervise', 'instruct', 'chase', 'communicate', 'remark'],
  supervising: ['unitReply', 'chase', 'answer', 'report', 'return'],
  closed: ['archive', 'rate', 'report', 'remark'],
  archived: ['remark'],
  declined: ['remark', 'correct'],
}
/** Beside the main button; more would be a wall. */
const BESIDE = 4

export type Steps = {
  /** The one next action, null when nothing is left to do. */
  readonly main: StepView | null
  /** The next most likely, in that order. */
  readonly likely: readonly StepView[]
  /** What else can be done now, in the order of the work. */
  readonly more: readonly StepView[]
  /** What cannot be done now, each with its reason. */
  readonly refused: readonly StepView[]
}

export function arrangeSteps(state: PetitionView['state'], steps: readonly StepView[]): Steps {
  const ordered = STEPS.flatMap((step) => steps.filter((each) => each.step === step))
  const possible = ordered.filter(({ refusal }) => refusal === null)
  const main = possible.find((each) => each.main) ?? null
  const others = possible.filter((each) => each !== main)
  const named = LIKELY[state].flatMap((step) => others.filter((each) => each.step === step))
  const rest = others.filter((each) => !named.includes(each))
  // Few enough to stand beside it all: nobody has to open a menu for one line.
  const likely = others.length <= BESIDE ? [...named, ...rest] : named.slice(0, BESIDE)
  return {
    main,
    likely,
    more: others.filter((each) => !likely.includes(each)),
    refused: ordered.filter(({ refusal }) => refusal !== null),
  }
}

/** The talk without which it cannot be closed, or null. */
export function talkOwed(petition: PetitionView): 'meeting' | 'call' | null {
  const { followUp, state } = petition
  const answeredOn = state === 'answered' ? followUp.informedOn : null
  const gap = closingGap({
    ...petition,
    anonymous: petition.visit.anonymous,
    course: { ...NEW_COURSE, answeredOn, followUp },
  })
  return gap === 'meeting' || gap === 'call' ? gap : null
}

/** What the petitioner can be told now, what is owed first. */
export function informingsOf({ followUp }: PetitionView): readonly Informing[] {
  const { extension } = followUp
  const owed: Informing[] = []
  if (extension !== null && !extension.told) owed.push('extension')
  if (nextStage(followUp) !== null) owed.push('stage')
  const again: Informing[] = extension?.told === true ? ['extension'] : []
  return [...owed, 'progress', 'explanation', ...again]
}
