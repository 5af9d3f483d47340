import { NEW_COURSE } from '../../../shared/domain/course.ts'
import type { PetitionNumber, Route } from '../../../shared/domain/petition.ts'
import type { PetitionForm, VisitForm } from '../../../shared/domain/visit.ts'
import { groundRefusal, leaderRefusal, unitRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import { planAsides, planChase } from './asides.ts'
import {
  append,
  type Case,
  drawWait,
  type Lately,
  later,
  on,
  type Scene,
  stepped,
  type Waits,
} from './case.ts'
import { planFollowUp, planReturn } from './follow-up.ts'
import { answer, close, planAnswer } from './outcome.ts'
import { ASSIST_REMARKS, DECLINES, INSTRUCTIONS, PROPOSALS, READ_ONLY_INSTRUCTIONS } from './wording.ts'

const UNTIL_ROUTED: Waits = { 0: 58, 1: 26, 2: 9, 4: 3, 9: 2, never: 0.7 }
const UNTIL_INSTRUCTED: Waits = { 1: 55, 2: 30, 3: 10, never: 0.5 }
const LATELY: Readonly<Record<Exclude<Lately, null>, Waits>> = { assign: { 1: 1 }, leave: { never: 1 } }
const NOT_YET: Waits = { 9: 1 }
const ANSWERED_DIRECTLY: Waits = { 0: 20, 1: 30, 2: 25, 3: 15, 6: 5, never: 0.6 }
const ANSWERED_BY_UNIT: Waits = { 1: 8, 2: 14, 3: 22, 4: 24, 5: 20, 7: 6, 12: 3, never: 0.8 }
const ANSWERED_AS_INSTRUCTED: Waits = { 1: 10, 2: 15, 4: 25, 6: 25, 8: 10, 14: 3, never: 0.6 }

/** Plans everything that becomes of a petition, step by step: each step plans the next. */
export function planCourse(
  scene: Scene,
  number: PetitionNumber,
  visit: VisitForm,
  form: PetitionForm,
  at: number,
): void {
  const { random } = scene
  const petition: Case = { number, form, visit, course: NEW_COURSE }
  if (form.grade === 'instant') {
    scene.plan(at + 60_000, (change, now) => settleAtOnce(scene, change, petition, now))
    return
  }
  planAsides(scene, petition, at)
  const wait = drawWait(random, UNTIL_ROUTED)
  if (wait === null) return
  const routeAt = wait === 0 ? at + random.between(4, 25) * 60_000 : later(scene, at, wait)
  scene.plan(routeAt, (change, now) => chooseRoute(scene, change, petition, now))
}

/** 简单问题即时办结: told at the counter, and done. */
async function settleAtOnce(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const { receptionist } = scene.staff
  await takeDirect(scene, change, petition, at, receptionist)
  await answer(scene, change, petition, at, receptionist)
  await close(scene, change, petition, at, receptionist)
}

async function chooseRoute(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const { random, staff } = scene
  const by = random.chance(0.7) ? staff.receptionist : staff.clerk
  const unit = unitFor(scene, petition)
  const accusing = petition.form.purpose === 'accusation'
  if (petition.form.legalFlags.length > 0 || (!accusing && random.chance(0.025))) {
    return decline(scene, change, petition, at, by)
  }
  const lately = accusing || unit === null ? null : scene.lately(at)
  const route = unit === null || lately !== null ? 'submit' : routeOf(scene, accusing)
  if (route === 'submit') return submit(scene, change, petition, at, by, lately)
  if (route === 'direct') {
    await takeDirect(scene, change, petition, at, by)
    planFollowUp(scene, petition, at)
    return planAnswer(scene, petition, at, ANSWERED_DIRECTLY)
  }
  return transfer(scene, change, petition, at, by, unit ?? '')
}

const ROUTES = { direct: 34, transfer: 52, submit: 14 }
const ROUTES_OF_ACCUSATIONS = { transfer: 60, submit: 40 }

function routeOf({ random }: Scene, accusing: boolean): Exclude<Route, 'decline'> {
  return random.share<Exclude<Route, 'decline'>>(accusing ? ROUTES_OF_ACCUSATIONS : ROUTES)
}

/** The unit in charge of the category, when the rule lets it have the matter. */
function unitFor({ office, random }: Scene, petition: Case): string | null {
  const wanted =
    petition.form.purpose === 'accusation'
      ? office.units.filter((unit) => unit.takesAccusations)
      : [
          office.unit(office.category(petition.form.category)?.defaultUnit ?? ''),
          ...office.units.filter(({ kind }) => kind === '党群'),
        ]
  const allowed = wanted.filter(
    (unit) => unit !== undefined && unitRefusal(stepped(petition), [unit]) === null,
  )
  if (allowed.length === 0) return null
  return (allowed[0] === wanted[0] ? allowed[0] : random.pick(allowed))?.code ?? null
}

async function takeDirect(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<void> {
  const { office } = scene
  const unit = office.channel(office.settings.defaultChannel)?.leadUnit ?? ''
  await append(change, petition, 'direct', by, 'petition.routed', { route: 'direct', on: on(at), unit })
}

async function transfer(
  scene: Scene,
  change: Change,
  petition: Case,
  at: number,
  by: Me,
  leadUnit: string,
): Promise<void> {
  const { random, office } = scene
  const assisting =
    random.chance(0.15) && petition.form.purpose !== 'accusation' ? [random.pick(office.units)] : []
  const assistUnits = assisting
    .filter((unit) => unit.code !== leadUnit && unitRefusal(stepped(petition), [unit]) === null)
    .map((unit) => unit.code)
  const remark = random.pick(ASSIST_REMARKS)
  const body = { route: 'transfer', on: on(at), leadUnit, assistUnits, remark } as const
  await append(change, petition, 'transfer', by, 'petition.routed', body)
  await scene.issueNotice(change, petition.number, 'transfer', leadUnit)
  await scene.issueSample(change, petition.number, 'whereabouts')
  planChase(scene, petition, at)
  planReturn(scene, petition, at)
  planFollowUp(scene, petition, at)
  planAnswer(scene, petition, at, ANSWERED_BY_UNIT)
}

async function submit(
  scene: Scene,
  change: Change,
  petition: Case,
  at: number,
  by: Me,
  lately: Lately,
): Promise<void> {
  const { random, office } = scene
  const leaders = office.leaders.filter(
    (leader) => leader.active && leaderRefusal(stepped(petition), leader) === null,
  )
  const body = {
    route: 'submit',
    on: on(at),
    leader: random.pick(leaders).code,
    proposal: random.pick(PROPOSALS),
  } as const
  await append(change, petition, 'submit', by, 'petition.routed', body)
  await scene.issueSample(change, petition.number, 'submission')
  const wait = drawWait(random, lately === null ? UNTIL_INSTRUCTED : LATELY[lately])
  if (wait !== null)
    scene.plan(later(scene, at, wait), (next, now) => instruct(scene, next, petition, now, lately))
}

async function instruct(
  scene: Scene,
  change: Change,
  petition: Case,
  at: number,
  lately: Lately,
): Promise<void> {
  const { random, staff, office, workDays } = scene
  const leadUnit = lately === 'assign' || random.chance(0.86) ? unitFor(scene, petition) : null
  const text =
    leadUnit === null
      ? random.pick(READ_ONLY_INSTRUCTIONS)
      : random.pick(INSTRUCTIONS).replace('{unit}', office.unit(leadUnit)?.name ?? '')
  const limitOn =
    leadUnit !== null && random.chance(0.5) ? workDays.after(on(at), random.between(3, 10)) : null
  const body = { on: on(at), leader: staff.leader.name, text, leadUnit, assistUnits: [], limitOn }
  await append(change, petition, 'instruct', staff.leader, 'petition.instructed', body)
  scene.seen(petition.number)
  if (leadUnit !== null) await scene.issueNotice(change, petition.number, 'assign', leadUnit)
  planFollowUp(scene, petition, at)
  planAnswer(scene, petition, at, lately === 'assign' ? NOT_YET : ANSWERED_AS_INSTRUCTED)
}

async function decline(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<void> {
  const { ground, channel, explanation } = scene.random.pick(
    DECLINES.filter(({ ground: each }) => groundRefusal(petition.form, each) === null),
  )
  const body = { route: 'decline', on: on(at), ground, lawfulChannel: channel, explanation } as const
  await append(change, petition, 'decline', by, 'petition.routed', body)
  await scene.issueSample(change, petition.number, 'decline')
}
