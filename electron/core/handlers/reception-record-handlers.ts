import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type Day, dayOf, yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Decision, Sitting } from '../../../shared/domain/reception.ts'
import type { VisitForm } from '../../../shared/domain/visit.ts'
import { decisionRefusal, type HeardMatter, unitsOf } from '../../../shared/rules/reception-decisions.ts'
import { concerns } from '../../../shared/rules/reception-queue.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { petitionRow } from '../issuing/gather.ts'
import { issueConversationPapers } from '../issuing/reception-papers.ts'
import type { Change } from '../store/ledger.ts'
import { readStrings } from '../store/petition-codec.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { findTalk } from '../views/conversation-view.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { eyesOf, findDay, findGuest } from '../views/reception-view.ts'
import { appendDecision } from './reception-decision-steps.ts'
import { appendVisit, checkVisit } from './visit-handlers.ts'

type RecordMethod = Extract<keyof Handlers, 'reception.record' | 'reception.decide'>

/** Channels of the two kinds of conversation (《办法》一（三）2、一（一）2). */
export const CHANNELS: Readonly<Record<Sitting['kind'], string>> = { day: 'JDR', shift: 'CZZX' }

/** 接待记录: what was said, and what the leader decided. */
export const recordHandlers: Pick<Handlers, RecordMethod> = {
  'reception.record': async (input, { desk, me }) => {
    const written = await desk.ledger.change(async (change) => {
      const talk = await recordTalk(change, desk, me, input)
      const documents = await issueConversationPapers(change, desk, me, talk.conversation)
      if (input.draft !== null) await change.tx.db.deleteFrom('draft').where('id', '=', input.draft).execute()
      return { ...talk, documents }
    })
    return {
      conversation: await findTalk(desk, written.conversation, null),
      documents: written.documents.map((row) => toDocumentLine(row, desk)),
    }
  },
  'reception.decide': async ({ conversation, decision }, { desk, me }) => {
    const eyes = eyesOf(desk, me)
    await desk.ledger.change(async (change) => {
      const talk = await findTalk(desk, conversation, eyes)
      if (talk.leader === null || (eyes !== null && talk.leader !== eyes.leader))
        throw new DeskError('notAllowed', '这次谈话由其他校领导接待，请由接待的校领导批示。')
      if (decision.kind === 'later' || talk.decision.kind !== 'later' || talk.state !== 'submitted')
        throw new DeskError('refused', '这件事项已经批示或改由其他方式办理，不能再作会后批示。')
      const petition = await petitionRow(change.tx, talk.petition)
      const matter = {
        purpose: petition.purpose,
        accusedNames: petition.accused_names,
        accusedUnits: readStrings(petition.accused_units),
      }
      checkDecision(desk, matter, decision, talk.leader)
      await appendDecision(change, desk, me, talk.petition, decision, talk.leader)
      await change.append({
        kind: 'reception.decided',
        subject: conversation,
        actor: me.login,
        body: { conversation, on: today(desk), leader: talk.leader, decision },
      })
    })
    return findTalk(desk, conversation, eyes)
  },
}

export type TalkInput = Pick<
  Received<'reception.record'>,
  'sitting' | 'guest' | 'companions' | 'visit' | 'decision'
>

/** Registers the matter and what was decided on it, in the caller's change. */
export async function recordTalk(
  change: Change,
  desk: Desk,
  me: Me,
  { sitting, guest, companions, visit: typed, decision }: TalkInput,
): Promise<{ conversation: string; petition: PetitionNumber; visit: string }> {
  const heard = await heardAt(change, desk, sitting)
  const conversation = nextConversation(change, desk)
  const visit: VisitForm = {
    ...typed,
    channel: CHANNELS[sitting.kind],
    origin: { kind: 'reception', conversation },
  }
  await checkRecord(change, desk, visit, heard, guest)
  const [form] = visit.petitions
  if (form === undefined) throw new Error('a visit without a petition passed the schema')
  checkDecision(desk, form, decision, heard.leader)
  const registered = await appendVisit(change, desk, visit, me.login)
  const [petition] = registered.numbers
  if (petition === undefined) throw new Error(`${registered.number} got no petition number`)
  await change.append({
    kind: 'reception.recorded',
    subject: sitting.id,
    actor: me.login,
    body: {
      conversation,
      sitting,
      guest,
      on: heard.day,
      startedAt: visit.startedAt,
      leader: heard.leader,
      companions,
      visit: registered.number,
      petition,
      decision,
    },
  })
  // What complains about the leader is handed on without them.
  const hearer = hearsAboutSelf(desk, form, heard.leader) ? null : heard.leader
  await appendDecision(change, desk, me, petition, decision, hearer)
  return { conversation, petition, visit: registered.number }
}

function hearsAboutSelf(desk: Desk, { accusedNames }: HeardMatter, leader: string | null): boolean {
  return leader !== null && concerns(accusedNames, desk.ledger.office().leader(leader)?.name ?? '')
}

type Heard = { readonly day: Day; readonly leader: string | null }

async function heardAt(change: Change, desk: Desk, sitting: Sitting): Promise<Heard> {
  const heard =
    sitting.kind === 'day' ? await heardOnDay(change, sitting.id) : await heardInShift(change, sitting.id)
  if (heard.day > today(desk)) throw new DeskError('refused', '还没有到接待的日子，不能填写接待记录。')
  return heard
}

async function heardOnDay(change: Change, id: string): Promise<Heard> {
  const { day, leader, state } = await findDay(change.tx, id)
  if (state !== 'planned')
    throw new DeskError('refused', '这次接待日已经结束或取消，不能再补记；需要补充的请在事项页登记。')
  return { day, leader }
}

async function heardInShift(change: Change, id: string): Promise<Heard> {
  const shift = await change.tx.db
    .selectFrom('duty_shift')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!shift) throw new DeskError('notFound', '没有这次值班，请刷新后重试。')
  if (shift.state !== 'planned') throw new DeskError('refused', '这次值班已经取消，不能填写接待记录。')
  return { day: shift.day, leader: shift.head }
}

async function checkRecord(
  change: Change,
  desk: Desk,
  visit: VisitForm,
  { day }: Heard,
  guest: string | null,
): Promise<void> {
  const refuse = (path: string, message: string): never => {
    throw new DeskError('badRequest', message, [{ path, message }])
  }
  try {
    checkVisit(desk, visit)
  } catch (error) {
    // The form stands one level deeper here than at the counter.
    if (!(error instanceof DeskError)) throw error
    const fields = error.fields.map(({ path, message }) => ({ path: `visit.${path}`, message }))
    throw new DeskError(error.code, error.message, fields)
  }
  if (visit.petitions.length > 1)
    refuse('visit.petitions', '一条接待记录写一件事项；同一来访人的其他事项请另记一条。')
  if (dayOf(visit.startedAt) !== day) refuse('visit.startedAt', '谈话时间应在接待当天，请核对。')
  if (guest === null) return
  const { state } = await findGuest(change.tx, guest)
  if (state === 'waiting' || state === 'cancelled' || state === 'left') {
    throw new DeskError('refused', '来访人还没有叫号，或已离开、取消，不能填写接待记录。')
  }
}

function checkDecision(desk: Desk, matter: HeardMatter, decision: Decision, leader: string | null): void {
  const office = desk.ledger.office()
  if (decision.kind === 'assign' && decision.limitOn !== null && decision.limitOn < today(desk)) {
    const message = '办结时限不能早于今天，请重新选择。'
    throw new DeskError('badRequest', message, [{ path: 'decision.limitOn', message }])
  }
  const hearer = leader === null ? null : (office.leader(leader) ?? { post: '', name: leader })
  const units = unitsOf(decision).map((code) => office.unit(code))
  const problem = decisionRefusal(matter, decision, units, hearer)
  if (problem !== null) throw new DeskError('refused', problem)
}

function nextConversation(change: Change, desk: Desk): string {
  const year = yearOf(today(desk))
  const serial = nextSerial(change.tx, `conversation/${year}`)
  return `${desk.station.code}-${year}-J${String(serial).padStart(5, '0')}`
}
