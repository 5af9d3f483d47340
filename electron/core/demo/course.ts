import { addDays, type Day, dayOf, instantOf } from '../../../shared/domain/day.ts'
import type { EntryBody, EntryKind } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { PetitionForm, VisitForm } from '../../../shared/domain/visit.ts'
import { type PetitionFacts, stateOf } from '../../../shared/rules/petition-state.ts'
import { leaderRefusal, type Step, stepRefusal, unitRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import type { Office } from '../store/office-store.ts'
import { inDay } from './hours.ts'
import type { Random } from './random.ts'
import type { WorkDays } from './semesters.ts'
import {
  ANSWERS,
  ASSIST_REMARKS,
  CHASES,
  CORRECTION_REASONS,
  DECLINES,
  INSTRUCTIONS,
  MEDIA,
  PROPOSALS,
  READ_ONLY_INSTRUCTIONS,
  REVEAL_REASONS,
} from './wording.ts'

/** Who does what in the invented office. */
export type Staff = { readonly receptionist: Me; readonly clerk: Me; readonly leader: Me; readonly admin: Me }

/** What the course of a petition may use. */
export type Scene = {
  readonly random: Random
  readonly office: Office
  readonly staff: Staff
  readonly workDays: WorkDays
  /** Plans a step; what lies beyond the end of the data never happens. */
  plan(at: number, run: (change: Change, at: number) => Promise<void>): void
  /** A leader has seen it. */
  seen(number: PetitionNumber): void
  issueNotice(change: Change, number: PetitionNumber, unit: string): Promise<void>
}

/** One petition under way. */
type Case = {
  readonly number: PetitionNumber
  readonly form: PetitionForm
  readonly visit: VisitForm
  readonly facts: PetitionFacts
  readonly unit: string | null
}

/** Plans everything that becomes of a petition, step by step: each step plans the next. */
export function planCourse(
  scene: Scene,
  number: PetitionNumber,
  visit: VisitForm,
  form: PetitionForm,
  at: number,
): void {
  const { random } = scene
  const facts: PetitionFacts = { route: null, instruction: null, answeredOn: null, closedOn: null }
  const petition: Case = { number, form, visit, facts, unit: null }
  if (form.grade === 'instant') {
    scene.plan(at + 60_000, (change, now) => settleAtOnce(scene, change, petition, now))
    return
  }
  planAsides(scene, petition, at)
  const wait = random.weighed([
    [0, 58],
    [1, 26],
    [2, 9],
    [4, 3],
    [9, 2],
    [NEVER, 0.7],
  ])
  if (wait === NEVER) return
  const routeAt = wait === 0 ? at + random.between(4, 25) * 60_000 : later(scene, at, wait)
  scene.plan(routeAt, (change, now) => chooseRoute(scene, change, petition, now))
}

/** Left lying: the desk shows it as overdue. */
const NEVER = -1

/** The working day so many after `at`, at some time in the office's hours. */
function later({ random, workDays }: Scene, at: number, days: number): number {
  return inDay(workDays.after(addDays(on(at), 1), days - 1), random)
}

function on(at: number): Day {
  return dayOf(instantOf(at))
}

async function append<K extends Extract<EntryKind, `petition.${string}`>>(
  change: Change,
  petition: Case,
  step: Step,
  by: Me,
  kind: K,
  body: EntryBody<K>,
): Promise<void> {
  const refusal = stepRefusal(step, stepped(petition))
  if (refusal !== null) throw new Error(`the demo would ${step} ${petition.number}: ${refusal}`)
  await change.append({ kind, subject: petition.number, actor: by.login, body })
}

function stepped({ form, visit, facts }: Case) {
  const { purpose, accusedUnits, accusedNames } = form
  return { state: stateOf(facts), purpose, accusedUnits, accusedNames, anonymous: visit.anonymous }
}

/** 简单问题即时办结: told at the counter, and done. */
async function settleAtOnce(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const { receptionist } = scene.staff
  const routed = await takeDirect(scene, change, petition, at, receptionist)
  const answered = await answer(scene, change, routed, at, receptionist)
  await close(scene, change, answered, at, receptionist)
}

async function chooseRoute(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const { random, staff } = scene
  const by = random.chance(0.7) ? staff.receptionist : staff.clerk
  const unit = unitFor(scene, petition)
  const accusing = petition.form.purpose === 'accusation'
  if (petition.form.legalFlags.length > 0 || (!accusing && random.chance(0.025))) {
    return decline(scene, change, petition, at, by)
  }
  const route =
    unit === null
      ? 'submit'
      : accusing
        ? random.weighed([
            ['transfer', 60],
            ['submit', 40],
          ])
        : routeOf(random)
  if (route === 'submit') return submit(scene, change, petition, at, by)
  if (route === 'direct') {
    const routed = await takeDirect(scene, change, petition, at, by)
    return planAnswer(scene, routed, at, [
      [0, 20],
      [1, 30],
      [2, 25],
      [3, 15],
      [6, 5],
      [NEVER, 0.6],
    ])
  }
  return transfer(scene, change, petition, at, by, unit ?? '')
}

function routeOf(random: Random) {
  return random.weighed([
    ['direct', 34],
    ['transfer', 52],
    ['submit', 14],
  ])
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

async function takeDirect(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<Case> {
  const { office } = scene
  const unit = office.channel(office.settings.defaultChannel)?.leadUnit ?? ''
  await append(change, petition, 'direct', by, 'petition.routed', { route: 'direct', on: on(at), unit })
  return { ...petition, unit, facts: { ...petition.facts, route: 'direct' } }
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
  await scene.issueNotice(change, petition.number, leadUnit)
  const routed: Case = { ...petition, unit: leadUnit, facts: { ...petition.facts, route: 'transfer' } }
  planChase(scene, routed, at)
  planAnswer(scene, routed, at, [
    [1, 8],
    [2, 14],
    [3, 22],
    [4, 24],
    [5, 20],
    [7, 6],
    [12, 3],
    [NEVER, 0.8],
  ])
}

async function submit(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<void> {
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
  const submitted: Case = { ...petition, facts: { ...petition.facts, route: 'submit' } }
  const wait = random.weighed([
    [1, 55],
    [2, 30],
    [3, 10],
    [NEVER, 0.5],
  ])
  if (wait !== NEVER) scene.plan(later(scene, at, wait), (next, now) => instruct(scene, next, submitted, now))
}

async function instruct(scene: Scene, change: Change, petition: Case, at: number): Promise<void> {
  const { random, staff, office, workDays } = scene
  const leadUnit = random.chance(0.86) ? unitFor(scene, petition) : null
  const text =
    leadUnit === null
      ? random.pick(READ_ONLY_INSTRUCTIONS)
      : random.pick(INSTRUCTIONS).replace('{unit}', office.unit(leadUnit)?.name ?? '')
  const limitOn =
    leadUnit !== null && random.chance(0.5) ? workDays.after(on(at), random.between(3, 10)) : null
  const body = { on: on(at), leader: staff.leader.name, text, leadUnit, assistUnits: [], limitOn }
  await append(change, petition, 'instruct', staff.leader, 'petition.instructed', body)
  scene.seen(petition.number)
  if (leadUnit !== null) await scene.issueNotice(change, petition.number, leadUnit)
  const instructed: Case = {
    ...petition,
    unit: leadUnit,
    facts: { ...petition.facts, instruction: { leadUnit } },
  }
  planAnswer(scene, instructed, at, [
    [1, 10],
    [2, 15],
    [4, 25],
    [6, 25],
    [8, 10],
    [14, 3],
    [NEVER, 0.6],
  ])
}

async function decline(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<void> {
  const { ground, channel, explanation } = scene.random.pick(DECLINES)
  const body = { route: 'decline', on: on(at), ground, lawfulChannel: channel, explanation } as const
  await append(change, petition, 'decline', by, 'petition.routed', body)
}

type Waits = readonly (readonly [days: number, weight: number])[]

function planAnswer(scene: Scene, petition: Case, at: number, waits: Waits): void {
  const { random, staff } = scene
  const wait = random.weighed(waits)
  if (wait === NEVER) return
  const sameDay = petition.form.grade === 'same-day' && random.chance(0.9)
  const answerAt = wait === 0 || sameDay ? at + random.between(20, 90) * 60_000 : later(scene, at, wait)
  scene.plan(answerAt, async (change, now) => {
    const answered = await answer(scene, change, petition, now, staff.clerk)
    const rest = random.weighed([
      [0, 45],
      [1, 20],
      [2, 15],
      [4, 10],
      [7, 5],
      [NEVER, 2],
    ])
    if (rest === 0) await close(scene, change, answered, now, staff.clerk)
    else if (rest !== NEVER) {
      scene.plan(later(scene, now, rest), (next, then) => close(scene, next, answered, then, staff.clerk))
    }
  })
}

async function answer(scene: Scene, change: Change, petition: Case, at: number, by: Me): Promise<Case> {
  const { random, office } = scene
  const [text, outcome] = random.weighed(ANSWERS.map((one) => [one, one[2]] as const))
  const body = {
    on: on(at),
    medium: random.weighed(MEDIA),
    text: text.replace('{unit}', office.unit(petition.unit ?? '')?.name ?? '学校办公室'),
    outcome,
  }
  await append(change, petition, 'answer', by, 'petition.answered', body)
  return { ...petition, facts: { ...petition.facts, answeredOn: on(at) } }
}

async function close(_: Scene, change: Change, petition: Case, at: number, by: Me): Promise<void> {
  await append(change, petition, 'close', by, 'petition.closed', { on: on(at), remark: '' })
}

/** What happens beside the course: a slip corrected, a name looked up. */
function planAsides(scene: Scene, petition: Case, at: number): void {
  const { random, staff } = scene
  if (random.chance(0.03)) {
    const changes = random.chance(0.5)
      ? { title: `${petition.form.title}（更正）` }
      : { urgency: 'urgent' as const, demand: `${petition.form.demand}请尽快答复。` }
    scene.plan(at + random.between(3, 15) * 60_000, (change) =>
      append(change, petition, 'correct', staff.receptionist, 'petition.corrected', {
        reason: random.pick(CORRECTION_REASONS),
        changes,
      }),
    )
  }
  if (random.chance(0.03)) {
    scene.plan(later(scene, at, 1), (change) =>
      append(change, petition, 'remark', staff.clerk, 'petition.revealed', {
        why: random.pick(REVEAL_REASONS),
      }),
    )
  }
}

function planChase(scene: Scene, petition: Case, at: number): void {
  const { random, office, staff } = scene
  if (!random.chance(0.08)) return
  const text = random.pick(CHASES).replace('{unit}', office.unit(petition.unit ?? '')?.name ?? '')
  scene.plan(later(scene, at, 3), (change) =>
    append(change, petition, 'remark', staff.clerk, 'petition.remarked', { text }),
  )
}
