import { DeskError } from '../../../shared/contract/errors.ts'
import { buildPaper, type DocumentKind, type KindData } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { dayOf, yearOf } from '../../../shared/domain/day.ts'
import { readEntry } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { BOOKING_MEANS } from '../../../shared/domain/reception.ts'
import { IDENTITIES } from '../../../shared/domain/visit.ts'
import { atOneMoment, type Desk, type Me, today } from '../desk.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import { entriesAbout } from '../store/journal-store.ts'
import type { Change } from '../store/ledger.ts'
import { readCourse, readStrings } from '../store/petition-codec.ts'
import type { ReceptionConversationTable } from '../store/schema/reception-schema.ts'
import type { DocumentTable, PetitionTable } from '../store/schema.ts'
import { decisionInWords, readDecision } from '../views/conversation-view.ts'
import { findDay, findGuest, leaderName, readGuestForm, readSchedule } from '../views/reception-view.ts'
import { gatherVisit, unitName } from './gather.ts'
import { keepPaper, nextDocumentId } from './issue.ts'
import { numberInWords, numberToCome, takeNumber } from './notice-number.ts'
import { issuingOrgan, type PaperNumbers, visitReceiptData } from './paper-data.ts'
import { minutesData } from './reception-minutes.ts'

export const RECEPTION_KINDS = [
  'reception-announcement',
  'reception-booking',
  'reception-record',
  'reception-minutes',
] as const satisfies readonly DocumentKind[]
export type ReceptionKind = (typeof RECEPTION_KINDS)[number]

export type AskedReceptionPaper = { readonly kind: string; readonly about: string; readonly note: string }

export type ComposedReceptionPaper = {
  readonly kind: ReceptionKind
  readonly paper: Paper
  readonly title: string
  readonly petition: PetitionNumber | null
  readonly visit: string | null
}

/** What it would look like; takes no number and leaves no trace. */
export function previewReceptionPaper(
  desk: Desk,
  asked: AskedReceptionPaper,
): Promise<ComposedReceptionPaper> {
  const documentId = `${desk.station.code}-${yearOf(today(desk))}-D`
  const notice = numberToCome(desk, receptionKind(asked.kind))
  return compose(desk, desk.store.reader, asked, { documentId, notice })
}

export async function issueReceptionPaper(
  change: Change,
  issuing: Desk,
  me: Me,
  asked: AskedReceptionPaper,
): Promise<DocumentTable> {
  const desk = atOneMoment(issuing)
  const id = await nextDocumentId(change, desk)
  const number = takeNumber(change, desk, receptionKind(asked.kind))
  const numbers = { documentId: id, notice: numberInWords(number) }
  const { paper, kind, title, petition, visit } = await compose(desk, change.tx, asked, numbers)
  const issued = { kind, title, petition, visit, unit: null, number }
  return keepPaper(change, desk, me, id, paper, issued)
}

/** 接待日登记表 for the file, 来访回执 for the visitor (《信访工作条例》第二十三条: 当场书面告知). */
export async function issueConversationPapers(
  change: Change,
  issuing: Desk,
  me: Me,
  conversation: string,
): Promise<DocumentTable[]> {
  const desk = atOneMoment(issuing)
  const asked = { kind: 'reception-record', about: conversation, note: '' }
  const record = await issueReceptionPaper(change, desk, me, asked)
  const talk = await findConversation(change.tx, conversation)
  const gathered = await gatherVisit(change.tx, talk.visit)
  const id = await nextDocumentId(change, desk)
  const receipt = await keepPaper(
    change,
    desk,
    me,
    id,
    buildPaper('receipt', visitReceiptData(desk, gathered, id)),
    {
      kind: 'receipt',
      title: `来访回执（${talk.petition}）`,
      petition: null,
      visit: talk.visit,
      unit: null,
      number: null,
    },
  )
  return [record, receipt]
}

async function compose(
  desk: Desk,
  source: Reader | Writer,
  { kind, about, note }: AskedReceptionPaper,
  { documentId, notice }: PaperNumbers,
): Promise<ComposedReceptionPaper> {
  switch (receptionKind(kind)) {
    case 'reception-announcement':
      return paperOf(
        'reception-announcement',
        await announcementData(desk, source, notice),
        '校领导接待日通知',
      )
    case 'reception-booking':
      return paperOf(
        'reception-booking',
        await bookingData(desk, source, about),
        `接待日预约登记表（${about}）`,
      )
    case 'reception-record': {
      const { data, petition, visit } = await recordData(desk, source, about, documentId)
      return { ...paperOf('reception-record', data, `接待日登记表（${petition}）`), petition, visit }
    }
    case 'reception-minutes': {
      const data = await minutesData(desk, source, about, { note, number: notice })
      return paperOf('reception-minutes', data, `接待日纪要（${data.day}）`)
    }
  }
}

function receptionKind(kind: string): ReceptionKind {
  const known = RECEPTION_KINDS.find((each) => each === kind)
  if (known === undefined) throw new DeskError('badRequest', '没有这种接待日文书，请重新选择。')
  return known
}

function paperOf<K extends ReceptionKind>(kind: K, data: KindData[K], title: string): ComposedReceptionPaper {
  return { kind, paper: buildPaper(kind, data), title, petition: null, visit: null }
}

/** Every day that is planned from today on. */
async function announcementData(
  desk: Desk,
  source: Reader | Writer,
  number: string,
): Promise<KindData['reception-announcement']> {
  const rows = await readable(source)
    .selectFrom('reception_day')
    .selectAll()
    .where('state', '=', 'planned')
    .where('day', '>=', today(desk))
    .orderBy('day')
    .limit(60)
    .execute()
  const [first] = rows
  if (first === undefined)
    throw new DeskError('refused', '还没有排定今后的接待日，请先生成安排，再印发通知。')
  const office = desk.ledger.office()
  return {
    organ: issuingOrgan(desk),
    number,
    school: desk.station.school,
    days: rows.map((row) => ({
      day: row.day,
      start: row.start,
      end: row.end,
      cutOff: { day: row.cut_off_day, time: row.cut_off_time },
      leader: leaderName(office, row.leader),
      place: row.place,
      companions: readStrings(row.companions).map((code) => unitName(office, code)),
    })),
    groupCap: Math.min(...rows.map((row) => row.group_cap)),
    departmentFirst: first.department_first === 1,
    contact: (await readSchedule(source))?.contact ?? '',
    issuedOn: today(desk),
  }
}

async function bookingData(
  desk: Desk,
  source: Reader | Writer,
  id: string,
): Promise<KindData['reception-booking']> {
  const guest = await findGuest(source, id)
  const day = await findDay(source, guest.reception_day)
  const { person, headcount, companions, title, matter, demand, materials, department } = readGuestForm(guest)
  const { name, studentNumber, organisation, phone, email } = person
  return {
    school: desk.station.school,
    guest: guest.id,
    person: { name, identity: IDENTITIES[person.identity], studentNumber, organisation, phone, email },
    headcount,
    companions,
    title,
    matter,
    demand,
    materials,
    department,
    means: Object.entries(BOOKING_MEANS).find(([key]) => key === guest.means)?.[1] ?? '',
    registeredOn: dayOf(guest.registered_at),
    registeredBy: desk.nameOf(guest.registered_by),
    leader: leaderName(desk.ledger.office(), day.leader),
    day: day.day,
    start: day.start,
    end: day.end,
    place: day.place,
    appointedAt: guest.appointed_at,
    toldOn: guest.told_on,
  }
}

async function findConversation(source: Reader | Writer, id: string): Promise<ReceptionConversationTable> {
  const row = await readable(source)
    .selectFrom('reception_conversation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这条接待记录，请刷新后重试。')
  return row
}

/** What came of a conversation since, as the petition's own journal says. */
async function followedBy(
  source: Reader | Writer,
  petition: PetitionTable,
): Promise<KindData['reception-record']['followed']> {
  const { instruction, leadUnit, routedOn, followUp } = readCourse(petition)
  const entries = (await entriesAbout(source, [petition.number])).map(readEntry)
  const answer = entries.findLast((entry) => entry.kind === 'petition.answered')
  return {
    handedOn: leadUnit === null ? null : instruction?.leadUnit === leadUnit ? instruction.on : routedOn,
    answer: answer?.kind === 'petition.answered' ? { on: answer.body.on, text: answer.body.text } : null,
    reportedOn: followUp.reportedOn,
  }
}

async function recordData(
  desk: Desk,
  source: Reader | Writer,
  id: string,
  documentId: string,
): Promise<{ data: KindData['reception-record']; petition: PetitionNumber; visit: string }> {
  const talk = await findConversation(source, id)
  const { visit, people, petitions } = await gatherVisit(source, talk.visit)
  const [petition] = petitions
  const [main] = people
  if (petition === undefined) throw new Error(`${talk.visit} has no petition`)
  const office = desk.ledger.office()
  const decision = readDecision(talk.decision)
  const data = {
    documentId,
    school: desk.station.school,
    shift: talk.shift !== null,
    conversation: talk.id,
    petition: petition.number,
    startedAt: visit.started_at,
    endedAt: visit.ended_at,
    place: visit.place,
    leader: leaderName(office, talk.leader),
    companions: talk.companions,
    person: {
      name: visit.anonymous === 1 ? '' : (main?.name ?? ''),
      identity: main === undefined ? '' : IDENTITIES[main.identity],
      studentNumber: main?.studentNumber ?? '',
      organisation: main?.organisation ?? '',
      phone: main?.phone ?? '',
    },
    headcount: visit.headcount,
    title: petition.title,
    matter: petition.matter,
    demand: petition.demand,
    decided: decision.kind === 'later' ? '' : decisionInWords(decision, office),
    leadUnit: unitName(office, petition.lead_unit),
    dueOn: petition.due_on,
    provisional: petition.due_provisional === 1,
    recordedBy: visit.received_by,
    followed: await followedBy(source, petition),
  }
  return { data, petition: petition.number, visit: talk.visit }
}
