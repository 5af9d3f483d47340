import { DeskError } from '../../../shared/contract/errors.ts'
import type { KindData } from '../../../shared/documents/kinds/index.ts'
import { IDENTITIES } from '../../../shared/domain/visit.ts'
import { hiddenPetitioner, hidePeople, maskName } from '../../../shared/rules/masks.ts'
import { type Desk, today } from '../desk.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { ReceptionConversationTable } from '../store/schema/reception-schema.ts'
import { decisionInWords, readDecision } from '../views/conversation-view.ts'
import { findDay, leaderName } from '../views/reception-view.ts'
import { gatherVisit, unitName } from './gather.ts'
import { issuingOrgan } from './paper-data.ts'

/** What the minutes of a day say, from its conversations. */
export async function minutesData(
  desk: Desk,
  source: Reader | Writer,
  id: string,
  { note, number }: { readonly note: string; readonly number: string },
): Promise<KindData['reception-minutes']> {
  const day = await findDay(source, id)
  if (day.state !== 'held') throw new DeskError('refused', '接待日还没有结束，请先结束接待日，再印发纪要。')
  const talks = await readable(source)
    .selectFrom('reception_conversation')
    .select(['id', 'visit', 'decision'])
    .where('reception_day', '=', id)
    .orderBy('started_at')
    .orderBy('id')
    .execute()
  const told = await Promise.all(talks.map((talk) => minutedTalk(desk, source, talk)))
  const office = desk.ledger.office()
  return {
    organ: issuingOrgan(desk),
    number,
    school: desk.station.school,
    day: day.day,
    start: day.start,
    end: day.end,
    place: day.place,
    leader: leaderName(office, day.leader),
    companions: readStrings(day.companions).map((code) => unitName(office, code)),
    note: hidePeople(
      note,
      told.flatMap(({ whoCame }) => whoCame),
    ),
    talks: told.filter(({ accusation }) => !accusation).map(({ minuted }) => minuted),
    accusations: told.filter(({ accusation }) => accusation).length,
    people: told.reduce((sum, { people }) => sum + people, 0),
    issuedOn: today(desk),
  }
}

/** Minutes go round: names are masked, and whoever asked for confidence is not named at all. */
async function minutedTalk(
  desk: Desk,
  source: Reader | Writer,
  talk: Pick<ReceptionConversationTable, 'visit' | 'decision'>,
) {
  const { visit, people, petitions } = await gatherVisit(source, talk.visit)
  const [petition] = petitions
  const [main] = people
  if (petition === undefined) throw new Error(`${talk.visit} has no petition`)
  const office = desk.ledger.office()
  const identity = main === undefined ? '' : IDENTITIES[main.identity]
  const decision = readDecision(talk.decision)
  const given = decision.kind === 'transfer' || decision.kind === 'assign'
  const hidden = visit.anonymous === 1 || visit.confidential === 1
  const whoCame = [
    ...people.map((person) => ({
      name: person.name,
      secrets: [person.phone, person.idNumber, person.studentNumber, person.email],
    })),
    { name: visit.agent_name, secrets: [] },
  ]
  const hide = (text: string) => hidePeople(text, whoCame)
  const who = hidden
    ? hiddenPetitioner(identity, visit.headcount)
    : `${maskName(main?.name ?? '')}（${[identity, main?.organisation ?? ''].filter(Boolean).join('，')}）`
  return {
    accusation:
      petition.purpose === 'accusation' ||
      petition.accused_names !== '' ||
      readStrings(petition.accused_units).length > 0,
    people: visit.headcount,
    whoCame,
    minuted: {
      petition: petition.number,
      who,
      title: hide(petition.title),
      matter: hide(petition.matter),
      decided: hide(decisionInWords(decision, office)),
      leadUnit: given ? unitName(office, petition.lead_unit) : '',
      dueOn: given ? petition.due_on : null,
    },
  }
}
