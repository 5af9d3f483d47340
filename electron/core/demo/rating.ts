import type { EntryBody } from '../../../shared/domain/entries.ts'
import type { Rating } from '../../../shared/domain/petition.ts'
import { stateOf } from '../../../shared/rules/petition-state.ts'
import { unitRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Change } from '../store/ledger.ts'
import { append, type Case, can, later, on, type Scene, stepped } from './case.ts'
import { answer, close } from './outcome.ts'

const SCORES = { satisfied: 70, fairly: 18, dissatisfied: 12 } as const
/** After a redo people are harder to please, after a supervision the end is in sight. */
const SCORES_AGAIN = { satisfied: 40, fairly: 25, dissatisfied: 35 } as const
const REASONS = ['答复没有针对具体诉求。', '问题依旧存在。', '办理时间太长，结果没有改变。'] as const

/** Half of those who were answered say what they think of it. */
export function planRating(scene: Scene, petition: Case, at: number): void {
  const { random } = scene
  if (petition.visit.anonymous || !random.chance(0.55)) return
  scene.plan(later(scene, at, random.between(1, 4)), async (change, now) => {
    if (!can(change, petition, 'rate')) return
    const score = random.share(petition.course.followUp.round === 0 ? SCORES : SCORES_AGAIN)
    await rate(scene, change, petition, now, score)
    if (stateOf(petition.course) === 'dissatisfied' && random.chance(0.92)) {
      scene.plan(later(scene, now, 1), (next, then) => redo(scene, next, petition, then))
    }
    if (stateOf(petition.course) === 'to-supervise' && random.chance(0.92)) {
      scene.plan(later(scene, now, 2), (next, then) => supervise(scene, next, petition, then))
    }
  })
}

export async function rate(
  { random, staff }: Scene,
  change: Change,
  petition: Case,
  at: number,
  score: Rating,
): Promise<void> {
  const body: EntryBody<'petition.rated'> = {
    on: on(at),
    how: random.share({ counter: 20, phone: 65, later: 15 }),
    score,
    office: random.chance(0.7) ? 'satisfied' : null,
    reason: score === 'dissatisfied' ? random.pick(REASONS) : '',
  }
  await append(change, petition, 'rate', staff.clerk, 'petition.rated', body)
}

/** 发回重办, to whoever had it, or to another unit when nobody had. */
export async function redo(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const unit = unitOf(scene, petition)
  if (unit === null || !can(change, petition, 'redo')) return
  await append(change, petition, 'redo', scene.staff.clerk, 'petition.redone', {
    on: on(at),
    unit,
    requirement: '请重新核实，当面听取反映人意见后答复。',
  })
  planAnswerAgain(scene, petition, at)
}

/** 纳入督办, by the leader's word. */
export async function supervise(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const unit = unitOf(scene, petition)
  if (unit === null || !can(change, petition, 'supervise')) return
  const { leader } = scene.staff
  const said = { on: on(at), leader: leader.name, limitOn: null }
  const instructed = { ...said, text: '请限期办结并当面答复。', leadUnit: unit, assistUnits: [] }
  const supervised = { ...said, unit, requirement: '请限期办结并当面答复。' }
  // Checked above; the instruction is part of the same step.
  await change.append({
    kind: 'petition.instructed',
    subject: petition.number,
    actor: leader.login,
    body: instructed,
  })
  await append(change, petition, 'supervise', leader, 'petition.supervised', supervised)
  petition.course = { ...petition.course, instruction: { ...instructed, limitOn: null } }
  scene.seen(petition.number)
  planAnswerAgain(scene, petition, at)
}

function planAnswerAgain(scene: Scene, petition: Case, at: number): void {
  const { random, staff } = scene
  if (random.chance(0.1)) return
  scene.plan(later(scene, at, random.between(2, 5)), async (change, now) => {
    await answer(scene, change, petition, now, staff.clerk)
    planRating(scene, petition, now)
    scene.plan(later(scene, now, 6), (next, then) => close(scene, next, petition, then, staff.clerk))
  })
}

function unitOf({ office, random }: Scene, petition: Case): string | null {
  const allowed = office.units.filter((unit) => unitRefusal(stepped(petition), [unit]) === null)
  const had = allowed.find(({ code }) => code === petition.course.leadUnit)
  return (had ?? (allowed.length > 0 ? random.pick(allowed) : undefined))?.code ?? null
}

/** Near the end one matter stands at each turn of the way of the dissatisfied, however few visits there are. */
export async function leaveDissatisfied(
  scene: Scene,
  change: Change,
  answered: readonly Case[],
  at: number,
): Promise<void> {
  const ready = answered.filter(
    (petition) =>
      petition.course.followUp.round === 0 &&
      can(change, petition, 'rate') &&
      unitOf(scene, petition) !== null,
  )
  for (const [turns, petition] of ready.slice(-4).entries()) {
    await rate(scene, change, petition, at, 'dissatisfied')
    if (turns === 0) continue
    await append(change, petition, 'redo', scene.staff.clerk, 'petition.redone', {
      on: on(at),
      unit: unitOf(scene, petition) ?? '',
      requirement: '请重新核实后答复。',
    })
    if (turns === 1) continue
    await answer(scene, change, petition, at, scene.staff.clerk)
    await rate(scene, change, petition, at, 'dissatisfied')
    if (turns === 2) continue
    await supervise({ ...scene, plan: () => undefined }, change, petition, at)
  }
}
