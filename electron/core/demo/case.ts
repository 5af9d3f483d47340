import type { DocumentKind } from '../../../shared/documents/kinds/index.ts'
import type { Course } from '../../../shared/domain/course.ts'
import { addDays, type Day, dayOf, instantOf } from '../../../shared/domain/day.ts'
import type { EntryBody, EntryKind } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { PetitionForm, VisitForm } from '../../../shared/domain/visit.ts'
import { type CourseStep, courseAfter } from '../../../shared/rules/petition-course.ts'
import { stateOf } from '../../../shared/rules/petition-state.ts'
import { type Step, type SteppedPetition, stepRefusal } from '../../../shared/rules/petition-steps.ts'
import type { Me } from '../desk.ts'
import { all } from '../store/connection.ts'
import type { Change } from '../store/ledger.ts'
import type { Office } from '../store/office-store.ts'
import { findRow } from '../store/projection/petitions.ts'
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
  /** The petitioner has heard; near the end some of these are told what becomes of the dissatisfied. */
  answered(petition: Case): void
  /** One of the few papers of a kind a demo store is given, where the rules allow it. */
  issueSample(change: Change, number: PetitionNumber, kind: DocumentKind): Promise<void>
  issueNotice(
    change: Change,
    number: PetitionNumber,
    kind: 'transfer' | 'assign',
    unit: string,
  ): Promise<void>
}

/** One petition under way; several plans share it, so what one did the others see. */
export type Case = {
  readonly number: PetitionNumber
  readonly form: PetitionForm
  readonly visit: VisitForm
  course: Course
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

/** Appends what the rules allow; a refusal would be a mistake of this demo. */
export async function append<K extends Extract<EntryKind, `petition.${string}`>>(
  change: Change,
  petition: Case,
  step: Step,
  by: Me,
  kind: K,
  body: EntryBody<K>,
): Promise<void> {
  const refusal = refusalOf(change, petition, step)
  if (refusal !== null) throw new Error(`the demo would ${step} ${petition.number}: ${refusal}`)
  await change.append({ kind, subject: petition.number, actor: by.login, body })
  if (!ASIDES.includes(kind)) {
    petition.course = courseAfter(petition.course, { kind, body } as CourseStep, null)
  }
}

const ASIDES: readonly EntryKind[] = [
  'petition.corrected',
  'petition.remarked',
  'petition.revealed',
  'petition.repeat-judged',
  'petition.unfinished-explained',
]

/** May the step be taken, with all that has happened since it was planned? */
export function can(change: Change, petition: Case, step: Step): boolean {
  return refusalOf(change, petition, step) === null
}

function refusalOf(change: Change, petition: Case, step: Step): string | null {
  return stepRefusal(step, steppedNow(change, petition))
}

export function steppedNow({ tx }: Change, petition: Case): SteppedPetition {
  const row = findRow(tx, petition.number)
  const papers = all<{ kind: string }>(
    tx.raw,
    'select kind from document where (petition = ? or visit = ?) and voided_on is null',
    row.number,
    row.visit,
  )
  return { ...stepped(petition), dueOn: row.due_on, grade: row.grade, papers: papers.map(({ kind }) => kind) }
}

/** What a choice of unit or leader looks at. */
export function stepped({ form, visit, course }: Case): SteppedPetition {
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
    // Long past: what depends on the day is planned to come in time.
    on: '2000-01-01' as Day,
  }
}
