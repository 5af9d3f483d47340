import type { Course } from '../../../shared/domain/course.ts'
import { addDays, type Day, dayOf, instantOf } from '../../../shared/domain/day.ts'
import type { EntryBody, EntryKind } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { PetitionForm, VisitForm } from '../../../shared/domain/visit.ts'
import { type CourseStep, courseAfter } from '../../../shared/rules/petition-course.ts'
import { stateOf } from '../../../shared/rules/petition-state.ts'
import { type Step, type SteppedPetition, stepRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Me } from '../desk.ts'
import type { Change } from '../store/ledger.ts'
import type { Office } from '../store/office-store.ts'
import { inDay } from './hours.ts'
import type { Random } from './random.ts'
import type { WorkDays } from './semesters.ts'

/** Who does what in the invented office. */
export type Staff = { readonly receptionist: Me; readonly clerk: Me; readonly leader: Me; readonly admin: Me }

/** Near the end a few matters are left with the leader or just given out, however few visits there are. */
export type Lately = 'assign' | 'leave' | null

/** What the course of a petition may use. */
export type Scene = {
  readonly random: Random
  readonly office: Office
  readonly staff: Staff
  readonly workDays: WorkDays
  /** Plans a step; what lies beyond the end of the data never happens. */
  plan(at: number, run: (change: Change, at: number) => Promise<void>): void
  lately(at: number): Lately
  /** A leader has seen it. */
  seen(number: PetitionNumber): void
  issueNotice(change: Change, number: PetitionNumber, unit: string): Promise<void>
}

/** One petition under way. */
export type Case = {
  readonly number: PetitionNumber
  readonly form: PetitionForm
  readonly visit: VisitForm
  readonly course: Course
}

/** The working day so many after `at`, at some time in the office's hours. */
export function later({ random, workDays }: Scene, at: number, days: number): number {
  return inDay(workDays.after(addDays(on(at), 1), days - 1), random)
}

export function on(at: number): Day {
  return dayOf(instantOf(at))
}

/** Weights of so many working days, and of being left lying until the desk shows it as overdue. */
export type Waits = Readonly<Record<number, number>> & { readonly never?: number }

/** Working days, or null for never. */
export function drawWait(random: Random, waits: Waits): number | null {
  const drawn = random.share(waits)
  return drawn === 'never' ? null : Number(drawn)
}

/** Appends what the rules allow, and gives the petition as it is then; a refusal would be a mistake of this demo. */
export async function append<K extends Extract<EntryKind, `petition.${string}`>>(
  change: Change,
  petition: Case,
  step: Step,
  by: Me,
  kind: K,
  body: EntryBody<K>,
): Promise<Case> {
  const refusal = stepRefusal(step, stepped(petition))
  if (refusal !== null) throw new Error(`the demo would ${step} ${petition.number}: ${refusal}`)
  await change.append({ kind, subject: petition.number, actor: by.login, body })
  if (ASIDES.includes(kind)) return petition
  return { ...petition, course: courseAfter(petition.course, { kind, body } as CourseStep, null) }
}

const ASIDES: readonly EntryKind[] = [
  'petition.corrected',
  'petition.remarked',
  'petition.revealed',
  'petition.repeat-judged',
  'petition.unfinished-explained',
]

/** Papers and due days are looked at by the store's own handlers; the demo plans around them. */
export function stepped({ form, visit, course }: Case, on: Day = '0000-00-00' as Day): SteppedPetition {
  const { purpose, accusedUnits, accusedNames, grade } = form
  return {
    state: stateOf(course),
    purpose,
    accusedUnits,
    accusedNames,
    grade,
    anonymous: visit.anonymous,
    dueOn: null,
    course,
    papers: [],
    on,
  }
}
