import type { z } from 'zod'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { dueExplanation, petitionView, stepView } from '../../../shared/contract/views.ts'
import { chineseMoment } from '../../../shared/documents/wording.ts'
import { OPEN_STATES, type PetitionNumber, STATES } from '../../../shared/domain/petition.ts'
import {
  legalFlagWord,
  materialSchema,
  type Petitioner,
  petitionerSchema,
} from '../../../shared/domain/visit.ts'
import { dayInWords, dueSentence } from '../../../shared/rules/deadline-state.ts'
import {
  maskAddress,
  maskCode,
  maskEmail,
  maskIdNumber,
  maskName,
  maskPhone,
} from '../../../shared/rules/masks.ts'
import { mainStep } from '../../../shared/rules/next-step.ts'
import { type DueFacts, explainDue } from '../../../shared/rules/petition-due.ts'
import { STEPS, type SteppedPetition, stepRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, today } from '../desk.ts'
import { entriesAbout } from '../store/journal-store.ts'
import { readCourse, readInstruction, readStrings } from '../store/petition-codec.ts'
import { dueFactsOf } from '../store/projection/due.ts'
import type { PetitionerTable, PetitionRow, PetitionTable, VisitTable } from '../store/schema.ts'
import { type ArchiveReach, readArchiveReach } from './archive-reach.ts'
import { toDocumentLine } from './document-line.ts'
import { LINE_COLUMNS, type LineContext, toLine } from './petition-line.ts'
import { timelineOf } from './timeline.ts'

export type PetitionView = z.output<typeof petitionView>

export async function findPetition(desk: Desk, number: PetitionNumber): Promise<PetitionRow> {
  const row = await desk.store.reader.db
    .selectFrom('petition')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', `没有编号为 ${number} 的信访事项，请核对编号。`)
  return row
}

/** The petition as the rules see it today. */
export async function steppedOf(desk: Desk, row: PetitionRow): Promise<SteppedPetition> {
  const { db } = desk.store.reader
  const visit = await db
    .selectFrom('visit')
    .select('anonymous')
    .where('number', '=', row.visit)
    .executeTakeFirstOrThrow()
  const papers = await db
    .selectFrom('document')
    .select('kind')
    .where((is) => is.or([is('petition', '=', row.number), is('visit', '=', row.visit)]))
    .where('voided_on', 'is', null)
    .execute()
  return steppedFrom(row, {
    anonymous: visit.anonymous === 1,
    papers: papers.map(({ kind }) => kind),
    on: today(desk),
  })
}

function steppedFrom(
  row: PetitionRow,
  beside: Pick<SteppedPetition, 'anonymous' | 'papers' | 'on'>,
): SteppedPetition {
  return {
    ...beside,
    state: row.state,
    purpose: row.purpose,
    accusedUnits: readStrings(row.accused_units),
    accusedNames: row.accused_names,
    grade: row.grade,
    dueOn: row.due_on,
    course: readCourse(row),
  }
}

export function lineContext(desk: Desk): LineContext {
  return { office: desk.ledger.office(), today: today(desk), reach: readArchiveReach(desk.store.reader) }
}

/** Everything the petition's page shows. `revealed` leaves out the masks; who may ask for that is not decided here. */
export async function viewPetition(
  desk: Desk,
  number: PetitionNumber,
  revealed: boolean,
): Promise<PetitionView> {
  const row = await findPetition(desk, number)
  const context = lineContext(desk)
  const { db } = desk.store.reader
  const visit = await db
    .selectFrom('visit')
    .selectAll()
    .where('number', '=', row.visit)
    .executeTakeFirstOrThrow()
  const people = await db
    .selectFrom('petitioner')
    .selectAll()
    .where('visit', '=', row.visit)
    .orderBy('ordinal')
    .execute()
  const documents = await db
    .selectFrom('document')
    .selectAll()
    .where((is) => is.or([is('petition', '=', number), is('visit', '=', row.visit)]))
    .orderBy('id', 'desc')
    .execute()
  const entries = await entriesAbout(desk.store.reader, [number, row.visit])
  const due = explainedDue(dueFactsOf(row, context.office), context)
  const running = OPEN_STATES.includes(row.state)
  return {
    ...toLine(row, context),
    sentence: stateSentence(row, due, context),
    ...factsOf(row),
    visit: visitView(visit, people, revealed),
    revealed,
    due: running ? due : null,
    timeline: timelineOf(entries, { ...context, number, nameOf: desk.nameOf, papers: documents }),
    documents: documents
      .filter((document) => document.petition === null || document.petition === number)
      .map((document) => toDocumentLine(document, desk)),
    steps: stepsOf(
      steppedFrom(row, {
        anonymous: visit.anonymous === 1,
        papers: documents.filter(({ voided_on }) => voided_on === null).map(({ kind }) => kind),
        on: context.today,
      }),
    ),
    related: await relatedTo(desk, row, context),
    archiveSentence: archiveSentence(context.reach, row.last_seq),
  }
}

function factsOf(row: PetitionTable) {
  return {
    matter: row.matter,
    grounds: row.grounds,
    demand: row.demand,
    purpose: row.purpose,
    accusedNames: row.accused_names,
    accusedUnits: readStrings(row.accused_units),
    happenedOn: row.happened_on,
    happenedAt: row.happened_at,
    previousHandling: row.previous_handling,
    legalFlags: readStrings(row.legal_flags).map(legalFlagWord),
    opinion: row.opinion,
    assistUnits: readStrings(row.assist_units),
    leader: row.leader,
    followUp: readCourse(row).followUp,
    instruction: readInstruction(row.instruction),
  }
}

function visitView(
  visit: VisitTable,
  people: readonly PetitionerTable[],
  revealed: boolean,
): PetitionView['visit'] {
  return {
    number: visit.number,
    queryCode: visit.query_code,
    startedAt: visit.started_at,
    endedAt: visit.ended_at,
    place: visit.place,
    receivedBy: visit.received_by,
    receivingUnit: visit.receiving_unit,
    headcount: visit.headcount,
    affected: visit.affected,
    anonymous: visit.anonymous === 1,
    confidential: visit.confidential === 1,
    petitioners: people.map((person) => (revealed ? toPetitioner(person) : masked(toPetitioner(person)))),
    materials: materialSchema.array().parse(JSON.parse(visit.materials)),
    unusual: visit.unusual,
    remark: visit.remark,
  }
}

export function toPetitioner(row: PetitionerTable): Petitioner {
  return {
    name: row.name,
    gender: petitionerSchema.shape.gender.parse(row.gender),
    bornOn: row.born_on,
    identity: petitionerSchema.shape.identity.parse(row.identity),
    studentNumber: row.student_number,
    organisation: row.organisation,
    idType: petitionerSchema.shape.idType.parse(row.id_type),
    idNumber: row.id_number,
    phone: row.phone,
    address: row.address,
    email: row.email,
  }
}

export function masked(person: Petitioner): Petitioner {
  const unless = (text: string, mask: (text: string) => string) => (text === '' ? '' : mask(text))
  return {
    ...person,
    name: unless(person.name, maskName),
    bornOn: unless(person.bornOn, () => '****'),
    studentNumber: unless(person.studentNumber, maskCode),
    idNumber: unless(person.idNumber, maskIdNumber),
    phone: unless(person.phone, maskPhone),
    address: unless(person.address, maskAddress),
    email: unless(person.email, maskEmail),
  }
}

type ExplainedDue = z.output<typeof dueExplanation>

export function explainedDue(facts: DueFacts, { office, today: day }: LineContext): ExplainedDue | null {
  const due = explainDue(facts, office.calendar, office.settings.deadlines)
  if (due === null) return null
  return { ...due, days: [...due.days], sentence: dueSentence(due, day, office.calendar) }
}

/** 已转学生工作处，11月27日（周五）到期，还剩 3 个工作日 */
export function stateSentence(row: PetitionRow, due: ExplainedDue | null, context: LineContext): string {
  const where = placeSentence(row, context)
  return due !== null && OPEN_STATES.includes(row.state) ? `${where}，${due.sentence}` : where
}

function placeSentence(row: PetitionRow, { office, today: day }: LineContext): string {
  const unit = row.lead_unit === null ? '' : (office.unit(row.lead_unit)?.name ?? row.lead_unit)
  if (row.returned_on !== null) return `${unit}已退回，尚未认定由谁办理`
  switch (row.state) {
    case 'registered':
      return '已登记，尚未确定办理方式'
    case 'handling':
      return unit === '' ? '正在办理' : `由${unit}直接办理`
    case 'transferred':
      return `已转${unit}`
    case 'submitted':
      return '已呈报校领导，等待批示'
    case 'assigned':
      return `校领导已批示，交${unit}办理`
    case 'answered':
      return row.answered_on === null
        ? STATES.answered
        : `${dayInWords(row.answered_on, day)}已答复反映人，尚未办结`
    case 'dissatisfied':
      return '反映人对答复不满意，等待发回重办'
    case 'redoing':
      return `反映人不满意，已发回${unit}重办`
    case 'to-supervise':
      return '重办后反映人仍不满意，等待校领导批示督办'
    case 'supervising':
      return `已纳入督办，由${unit}按校领导批示办理`
    case 'archived':
      return row.archived_on === null
        ? STATES.archived
        : `${dayInWords(row.archived_on, day)}已归档，档号 ${row.archive_number ?? ''}`
    case 'closed':
      return row.closed_on === null ? STATES.closed : `${dayInWords(row.closed_on, day)}已办结`
    case 'declined':
      return '不予受理，已告知'
  }
}

function stepsOf(petition: SteppedPetition): z.output<typeof stepView>[] {
  const main = mainStep(petition)
  return STEPS.map((step) => ({ step, main: step === main, refusal: stepRefusal(step, petition) }))
}

async function relatedTo(
  desk: Desk,
  row: PetitionTable,
  context: LineContext,
): Promise<PetitionView['related']> {
  const family = row.root ?? row.number
  const rows = await desk.store.reader.db
    .selectFrom('petition')
    .select([...LINE_COLUMNS, 'visit', 'root'])
    .where('number', '<>', row.number)
    .where((is) => is.or([is('visit', '=', row.visit), is('root', '=', family), is('number', '=', family)]))
    .orderBy('rid', 'desc')
    .limit(50)
    .execute()
  return rows.map((other) => ({
    line: toLine(other, context),
    why:
      other.visit === row.visit
        ? '同次来访'
        : other.number === row.repeat_of
          ? '所重复的前件'
          : '同一问题的重复反映',
  }))
}

function archiveSentence(reach: ArchiveReach, seq: number): string {
  const batch = reach.batchOf(seq)
  if (batch === null) return '尚未封装入批次，下次同步时送出'
  const name = `第 ${batch.number} 批`
  const at = batch.received_at
  const when = at === null ? '' : `（${chineseMoment(at)}）`
  switch (batch.state) {
    case 'acknowledged':
      return `${name}已由归档中心签收${when}`
    case 'refused':
      return `${name}被归档中心退回${when}：${batch.reason}`
    case 'sent':
      return `${name}已送达归档中心，暂存待前面的批次${when}`
    default:
      return `已封装入${name}，尚未送出`
  }
}
