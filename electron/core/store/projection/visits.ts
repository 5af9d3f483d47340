import { dayNumber } from '../../../../shared/domain/day.ts'
import type { Petitioner, PetitionForm, VisitForm } from '../../../../shared/domain/visit.ts'
import { maskName } from '../../../../shared/rules/masks.ts'
import { RIDS_PER_DAY } from '../../search/search-schema.ts'
import { one } from '../connection.ts'
import type { Writer } from '../database.ts'
import { insertRow } from '../row-writer.ts'
import type { PetitionTable, VisitTable } from '../schema.ts'
import { recount } from './counters.ts'
import { dueColumns } from './due.ts'
import type { Fold, Folded } from './fold.ts'
import { useSerial } from './serials.ts'

export async function projectVisit(fold: Fold, entry: Folded<'visit.registered'>): Promise<void> {
  const { body } = entry
  insertRow(fold.tx, 'visit', visitRow(body))
  for (const [ordinal, person] of body.visit.petitioners.entries()) {
    insertRow(fold.tx, 'petitioner', petitionerRow(body.number, ordinal, person))
  }
  useSerial(fold.tx, `visit/${serialYear(body.number)}`, serialOf(body.number))
  for (const [index, form] of body.visit.petitions.entries()) {
    const row = await petitionRow(fold, entry, form, index)
    insertRow(fold.tx, 'petition', row)
    fold.later.index(row.rid, row)
    recount(fold, null, row)
    useSerial(fold.tx, `petition/${serialYear(row.number)}`, serialOf(row.number))
  }
}

/** `ZX-2026-L00012`, `ZX-2026-00012-K`, `ZX-2026-D00034` all carry year and serial in the same places. */
export function serialOf(number: string): number {
  return Number((number.split('-')[2] ?? '').replace(/^[A-Z]/, ''))
}

export function serialYear(number: string): string {
  return number.split('-')[1] ?? ''
}

function visitRow({
  number,
  queryCode,
  receivedOn,
  group,
  visit,
}: Folded<'visit.registered'>['body']): VisitTable {
  return {
    number,
    query_code: queryCode,
    received_on: receivedOn,
    channel: visit.channel,
    started_at: visit.startedAt,
    ended_at: visit.endedAt,
    place: visit.place,
    received_by: visit.receivedBy,
    receiving_unit: visit.receivingUnit,
    anonymous: visit.anonymous ? 1 : 0,
    confidential: visit.confidential ? 1 : 0,
    headcount: visit.headcount,
    affected: visit.affected,
    is_group: group ? 1 : 0,
    agent_name: visit.agentName,
    agent_authorised: visit.agentAuthorised ? 1 : 0,
    materials: JSON.stringify(visit.materials),
    unusual: visit.unusual,
    remark: visit.remark,
  }
}

function petitionerRow(visit: string, ordinal: number, person: Petitioner) {
  return {
    visit,
    ordinal,
    name: person.name,
    gender: person.gender,
    born_on: person.bornOn,
    identity: person.identity,
    student_number: person.studentNumber,
    organisation: person.organisation,
    id_type: person.idType,
    id_number: person.idNumber,
    phone: person.phone,
    address: person.address,
    email: person.email,
  }
}

async function petitionRow(
  fold: Fold,
  entry: Folded<'visit.registered'>,
  form: PetitionForm,
  index: number,
): Promise<PetitionTable> {
  const { number: visitNumber, numbers, receivedOn, group, visit } = entry.body
  const number = numbers[index]
  if (number === undefined) throw new Error(`${visitNumber} has no number for its petition ${index + 1}`)
  const repeatOf = form.repeat.answer === 'repeat' ? form.repeat.of : null
  const base = {
    rid: nextRid(fold.tx, receivedOn),
    number,
    visit: visitNumber,
    received_on: receivedOn,
    state: 'registered' as const,
    route: null,
    grade: form.grade,
    channel: visit.channel,
    category: form.category,
    lead_unit: null,
    assist_units: '[]',
    urgency: form.urgency,
    purpose: form.purpose,
    title: form.title,
    matter: form.matter,
    grounds: form.grounds,
    demand: form.demand,
    people_text: peopleText(visit),
    petitioner: visit.anonymous ? '匿名' : maskName(visit.petitioners[0]?.name ?? ''),
    accused_names: form.accusedNames,
    accused_units: JSON.stringify(form.accusedUnits),
    happened_on: form.happenedOn,
    happened_at: form.happenedAt,
    previous_handling: form.previousHandling,
    legal_flags: JSON.stringify(form.legalFlags),
    opinion: form.opinion,
    is_group: group ? (1 as const) : (0 as const),
    repeat_of: repeatOf,
    root: repeatOf === null ? null : await rootOf(fold.tx, repeatOf),
    routed_on: null,
    instruction: null,
    answered_on: null,
    closed_on: null,
    read_on: null,
    leader: null,
    follow_up: null,
    last_seq: entry.seq,
  }
  return { ...base, ...dueColumns(fold, base) }
}

function peopleText(visit: VisitForm): string {
  return visit.petitioners
    .flatMap((person) => [person.name, person.phone, person.idNumber, person.studentNumber])
    .filter((text) => text !== '')
    .join('\n')
}

/** A day's petitions are numbered on; more than 65,536 on one day would run into the next and are refused. */
function nextRid({ raw }: Writer, receivedOn: PetitionTable['received_on']): number {
  const first = dayNumber(receivedOn) * RIDS_PER_DAY
  const last = one<{ rid: number | null }>(
    raw,
    'select max(rid) as rid from petition where rid >= cast(? as integer) and rid < cast(? as integer)',
    first,
    first + RIDS_PER_DAY,
  )
  const rid = last.rid === null ? first : last.rid + 1
  if (rid >= first + RIDS_PER_DAY)
    throw new RangeError(`more than ${RIDS_PER_DAY} petitions on ${receivedOn}`)
  return rid
}

/** The first of the family a repeated petition belongs to. */
export async function rootOf(tx: Writer, number: PetitionTable['number']): Promise<PetitionTable['number']> {
  const row = await tx.db
    .selectFrom('petition')
    .select('root')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.root ?? number
}
