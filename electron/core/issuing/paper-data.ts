import { DeskError } from '../../../shared/contract/errors.ts'
import type {
  RegistrationFormData,
  TransferNoticeData,
  VisitReceiptData,
} from '../../../shared/documents/kinds/index.ts'
import {
  hiding,
  type LetterData,
  type LetterLimit,
  type LetterMatter,
} from '../../../shared/documents/petition-letter.ts'
import type { Day } from '../../../shared/domain/day.ts'
import { GRADES, PURPOSES, ROUTES, URGENCIES } from '../../../shared/domain/petition.ts'
import { GENDERS, ID_TYPES, IDENTITIES, legalFlagWord, MATERIAL_FORMS } from '../../../shared/domain/visit.ts'
import { deadlineFor } from '../../../shared/rules/deadlines.ts'
import { partsOfAddress } from '../../../shared/rules/masks.ts'
import { dueTermOf, explainDue } from '../../../shared/rules/petition-due.ts'
import type { Desk } from '../desk.ts'
import { one } from '../store/connection.ts'
import type { Office } from '../store/office-store.ts'
import { readStrings } from '../store/petition-codec.ts'
import { dueFactsOf } from '../store/projection/due.ts'
import type { PetitionTable } from '../store/schema.ts'
import { categoryName, type Gathered, unitName } from './gather.ts'
import { handlingUnits, type PaperFacts } from './paper-facts.ts'

/** 条例第二十三条: what is not theirs is to be returned within five working days. */
const RETURN_WITHIN = 5

/** 发文机关 in full: 学校办公室 of 示例学院 is 示例学院办公室, not 示例学院学校办公室. */
export function issuingOrgan(desk: Desk): string {
  const { issuingOrgan: organ } = desk.ledger.office().settings
  return `${desk.station.school}${organ.replace(/^学校/, '')}`
}

export type PaperNumbers = { readonly documentId: string; readonly notice: string }

/** What every numbered letter about a petition says of itself. */
export function letterData({ desk, office, petition, on }: PaperFacts, numbers: PaperNumbers): LetterData {
  const { contact } = office.settings
  return {
    petitionNumber: petition.number,
    documentId: numbers.documentId,
    organ: issuingOrgan(desk),
    number: numbers.notice,
    issuedOn: on,
    contact: { name: contact.person, phone: contact.phone },
  }
}

/** The matter and whose it is; each paper masks what it must. */
export function letterMatter({ office, petition, gathered }: PaperFacts): LetterMatter {
  const { visit, people } = gathered
  const main = people[0]
  return {
    companions: companionsOf(gathered, unitsInMatter(office, petition)),
    petitioner: {
      name: visit.anonymous === 1 || !main || main.name === '' ? null : main.name,
      identity: main ? IDENTITIES[main.identity] : IDENTITIES.student,
      affiliation: main?.organisation ?? '',
      phone: main?.phone ?? '',
      people: visit.headcount,
    },
    confidential: visit.confidential === 1,
    receivedOn: petition.received_on,
    channel: office.channel(petition.channel)?.name ?? '',
    title: petition.title,
  }
}

/** The matter's title for lists of papers; somebody who asked for confidence is in none. */
export function tellableTitle(facts: PaperFacts): string {
  return hiding(letterMatter(facts))(facts.petition.title)
}

export function transferNoticeData(
  facts: PaperFacts,
  to: PaperNumbers & { readonly unit: string | null },
): TransferNoticeData {
  const { desk, office, petition, course, gathered } = facts
  const assisting = handlingUnits(facts)
    .slice(1)
    .filter((code) => code !== to.unit)
  const { instruction, leadUnit } = course
  return {
    ...letterData(facts, to),
    ...letterMatter(facts),
    ...(to.unit === leadUnit ? {} : { ledBy: unitName(office, leadUnit) }),
    ...redoOf(facts),
    genre: office.settings.noticeKind,
    urgency: petition.urgency === 'critical' ? '特急' : petition.urgency === 'urgent' ? '加急' : null,
    leadUnit: unitName(office, to.unit),
    assistingUnits: assisting.map((code) => unitName(office, code)),
    copiesTo: assisting.map((code) => unitName(office, code)),
    summary: petition.matter,
    demand: petition.demand,
    instructions:
      instruction === null
        ? []
        : [{ leader: instruction.leader, on: instruction.on, text: instruction.text }],
    limit: dueLimit(desk, petition),
    returnWithin: RETURN_WITHIN,
    attachments: [
      { name: '来访登记表' },
      ...gathered.materials
        .filter((material) => material.kept)
        .map((material) => ({ name: material.name, pages: material.pages })),
    ],
  }
}

function redoOf({ happened, course }: PaperFacts): Pick<TransferNoticeData, 'redo'> {
  const redone = happened.redone.at(-1) ?? null
  const rated = course.followUp.ratings.find(({ score }) => score === 'dissatisfied')
  if (redone === null || rated === undefined || course.followUp.round !== 1) return {}
  return { redo: { ratedOn: rated.on, requirement: redone.requirement } }
}

/** Everybody a confidential paper must not give away, with every number that would, and where they belong. */
function companionsOf(
  { visit, people }: Gathered,
  unitsNamed: readonly string[],
): NonNullable<LetterMatter['companions']> {
  const known = people.map((person) => ({
    name: person.name,
    secrets: [
      ...person.phone.split(/[、，,;；/]/u),
      person.idNumber,
      person.studentNumber,
      person.email,
      person.address,
      ...partsOfAddress(person.address),
      ...(unitsNamed.includes(person.organisation) ? [] : [person.organisation]),
    ].filter((text) => text.trim() !== ''),
  }))
  return [...known, { name: visit.agent_name, secrets: [] }].filter(
    ({ name, secrets }) => name !== '' || secrets.length > 0,
  )
}

/** Units a paper names because of their part in the matter, even when the petitioner belongs to one. */
export function unitsInMatter(
  office: Office,
  petition: Pick<PetitionTable, 'lead_unit' | 'assist_units' | 'accused_units'>,
): readonly string[] {
  const codes = [...readStrings(petition.assist_units), ...readStrings(petition.accused_units)]
  return [petition.lead_unit, ...codes].filter((code) => code !== null).map((code) => unitName(office, code))
}

/** The limit that runs, as a letter names it. */
export function dueLimit(desk: Desk, petition: PetitionTable): LetterLimit {
  const office = desk.ledger.office()
  const facts = dueFactsOf(petition, office)
  const due = explainDue(facts, office.calendar, office.settings.deadlines)
  const term = dueTermOf(facts)
  if (due === null || term === null)
    throw new DeskError('refused', '事项现在没有办理期限，不能印发写明期限的文书。')
  const { dueOn, provisional, basis } = due
  if (term.kind === 'limit') return { days: null, counts: 'calendar', dueOn, provisional, basis }
  const { days, counts } = deadlineFor(term.rule, office.settings.deadlines)
  return { days, counts, dueOn, provisional, basis }
}

/** `unit` is the copy that goes out with a notice: numbers masked, a confidential person not named. */
export function registrationFormData(
  desk: Desk,
  gathered: Gathered,
  documentId: string,
  copyFor: RegistrationFormData['copyFor'] = 'file',
): RegistrationFormData {
  const { visit, people, petitions, materials, registered } = gathered
  const office = desk.ledger.office()
  return {
    documentId,
    visitNumber: visit.number,
    organ: desk.station.school,
    startedAt: visit.started_at,
    endedAt: visit.ended_at,
    place: visit.place,
    channel: office.channel(visit.channel)?.name ?? '',
    anonymous: visit.anonymous === 1,
    confidential: visit.confidential === 1,
    headcount: visit.headcount,
    affected: visit.affected,
    group: visit.is_group === 1,
    petitioners: people.map((person) => ({
      ...person,
      gender: person.gender === null ? '' : GENDERS[person.gender],
      identity: IDENTITIES[person.identity],
      idType: ID_TYPES[person.idType],
    })),
    agent:
      visit.agent_name === '' ? null : { name: visit.agent_name, authorised: visit.agent_authorised === 1 },
    petitions: petitions.map((petition) => registeredPetition(desk, petition)),
    materials: materials.map((material) => ({ ...material, form: MATERIAL_FORMS[material.form] })),
    unusual: visit.unusual,
    receivedBy: visit.received_by,
    receivingUnit: visit.receiving_unit,
    registeredBy: desk.nameOf(registered.by),
    registeredAt: registered.at,
    queryCode: visit.query_code,
    remark: visit.remark,
    copyFor,
  }
}

function registeredPetition(desk: Desk, petition: PetitionTable): RegistrationFormData['petitions'][number] {
  const office = desk.ledger.office()
  const accused = [
    petition.accused_names,
    ...readStrings(petition.accused_units).map((code) => unitName(office, code)),
  ]
  return {
    number: petition.number,
    title: petition.title,
    matter: petition.matter,
    grounds: petition.grounds,
    demand: petition.demand,
    purpose: PURPOSES[petition.purpose],
    category: categoryName(office, petition.category),
    urgency: URGENCIES[petition.urgency],
    accused: accused.filter((text) => text !== '').join('、'),
    happenedOn: petition.happened_on,
    happenedAt: petition.happened_at,
    repeat: petition.repeat_of === null ? null : repeatOf(desk, petition.repeat_of),
    previousHandling: petition.previous_handling,
    legalFlags: readStrings(petition.legal_flags).map(legalFlagWord),
    route: petition.route === null ? '' : ROUTES[petition.route],
    grade: petition.grade === null ? '' : GRADES[petition.grade],
    leadUnit: unitName(office, petition.lead_unit),
    dueOn: petition.due_on,
    provisional: petition.due_provisional === 1,
    opinion: petition.opinion,
  }
}

/** The one it repeats, how often the family came before, and when last. */
function repeatOf(desk: Desk, number: string): RegistrationFormData['petitions'][number]['repeat'] {
  const row = one<{ visits: number; lastOn: Day | null }>(
    desk.store.reader.raw,
    `select count(*) as visits, max(received_on) as lastOn from petition
       where number = $number or root = (select coalesce(root, number) from petition where number = $number)`,
    { number },
  )
  return { of: number, visits: Math.max(1, row.visits), lastOn: row.lastOn }
}

export function visitReceiptData(desk: Desk, gathered: Gathered, documentId: string): VisitReceiptData {
  const { visit, people, petitions } = gathered
  const office = desk.ledger.office()
  const { contact } = office.settings
  return {
    documentId,
    visitNumber: visit.number,
    organ: issuingOrgan(desk),
    receivedAt: visit.started_at,
    place: visit.place,
    petitionerName: visit.anonymous === 1 ? null : (people[0]?.name ?? null),
    petitions: petitions.map((petition) => ({
      number: petition.number,
      title: petition.title,
      route: petition.route === null ? '待确定办理方式' : ROUTES[petition.route],
      unit: unitName(office, petition.lead_unit),
      answerOn: petition.due_on,
      provisional: petition.due_provisional === 1,
    })),
    queryCode: visit.query_code,
    enquiry: { phone: contact.phone, place: contact.place },
    receivedBy: visit.received_by,
  }
}
