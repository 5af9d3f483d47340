import type { Answer, Received } from '../../../shared/contract/api.ts'
import { type Day, type Instant, instantOf } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { type Origin, type VisitForm, visitFormSchema } from '../../../shared/domain/visit.ts'
import { type Desk, type Me, nowAt } from '../desk.ts'
import { appendVisit, checkVisit } from '../handlers/visit-handlers.ts'
import type { Change } from '../store/ledger.ts'
import { dueFactsOf } from '../store/projection/due.ts'
import { explainedDue, findPetition, lineContext, stateSentence } from '../views/petition-view.ts'

type ShortRecord = Received<'channels.register'>['record']
type Matter = Received<'activities.raise'>['matters'][number]

/** A short record as the visit it is kept as. */
export function shortVisit(desk: Desk, me: Me, record: ShortRecord): VisitForm {
  const { name, phone, identity, studentNumber, organisation } = record
  const { title, matter, category, purpose, grade, urgency, accusedNames, accusedUnits, repeat } = record
  return visitFormSchema.parse({
    channel: record.channel,
    origin: { kind: 'short' },
    startedAt: record.startedAt ?? nowAt(desk.surroundings.clock),
    place: placeOf(desk, record.channel),
    receivedBy: me.name,
    anonymous: record.anonymous,
    confidential: record.confidential,
    petitioners: [{ name, phone, identity, studentNumber, organisation }],
    petitions: [{ title, matter, category, purpose, grade, urgency, accusedNames, accusedUnits, repeat }],
  })
}

/** A short record has no room it was told in: the channel says where it came from. */
function placeOf(desk: Desk, channel: string): string {
  return desk.ledger.office().channel(channel)?.name.slice(0, 60) ?? channel
}

/** The hour of a meeting is nobody's concern, the day starts the clock; one of this morning was not at noon yet. */
export function noonOf(desk: Desk, day: Day): Instant {
  return instantOf(Math.min(Date.parse(`${day}T12:00:00+08:00`), desk.surroundings.clock()))
}

export type RaisedAt = {
  readonly channel: string
  readonly origin: Origin
  readonly at: Instant
  readonly place: string
  readonly identity: 'student' | 'staff' | 'retired' | 'outsider'
}

/** One matter of a meeting or of a talk: the proposer is the petitioner, seconders stand beside. */
export function raisedVisit(me: Me, matter: Matter, raised: RaisedAt): VisitForm {
  const proposer = { name: matter.proposer, organisation: matter.organisation, identity: raised.identity }
  const seconders = matter.seconders
    .split(/[、，,；;\s]+/u)
    .filter((name) => name !== '')
    .slice(0, 50)
  return visitFormSchema.parse({
    channel: raised.channel,
    origin: raised.origin,
    startedAt: raised.at,
    place: raised.place,
    receivedBy: me.name,
    anonymous: matter.proposer === '',
    petitioners: [proposer],
    // Seconders did not come: they are named, and counted among those it concerns.
    affected: 1 + seconders.length,
    remark: seconders.length > 0 ? `附议人：${seconders.join('、')}` : '',
    petitions: [
      {
        title: matter.title,
        matter: matter.matter || matter.title,
        category: matter.category,
        grade: matter.grade,
        purpose: 'suggestion',
      },
    ],
  })
}

/** Registers one visit of one petition inside an open change. */
export async function registerOne(
  change: Change,
  desk: Desk,
  me: Me,
  visit: VisitForm,
  receivedOn?: Day,
): Promise<EntryBody<'visit.registered'> & { readonly petition: PetitionNumber }> {
  checkVisit(desk, visit)
  const body = await appendVisit(change, desk, visit, me.login, receivedOn)
  const [petition] = body.numbers
  if (petition === undefined) throw new Error(`${body.number} has no petition`)
  return { ...body, petition }
}

export async function registeredLine(
  desk: Desk,
  number: PetitionNumber,
): Promise<Answer<'activities.raise'>[number]> {
  const context = lineContext(desk)
  const row = await findPetition(desk, number)
  const due = explainedDue(dueFactsOf(row, context.office), context)
  return { number, title: row.title, sentence: stateSentence(row, due, context) }
}
