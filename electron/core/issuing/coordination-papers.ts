import { buildPaper } from '../../../shared/documents/kinds/index.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { DECISION_LEVELS, MEETING_KINDS } from '../../../shared/domain/coordination.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { atOneMoment, type Desk, type Me, today } from '../desk.ts'
import { withoutPeople } from '../reports/semester-lines.ts'
import type { Change } from '../store/ledger.ts'
import type { DocumentTable } from '../store/schema.ts'
import type { CampaignView } from '../views/campaign-view.ts'
import type { MeetingView } from '../views/meeting-view.ts'
import { unitName } from './gather.ts'
import { keepPaper, nextDocumentId } from './issue.ts'
import { numberInWords, numberToCome, type TakenNumber, takeNumber } from './notice-number.ts'
import { issuingOrgan } from './paper-data.ts'

type Composed = { readonly paper: Paper; readonly title: string }

/** 协调会纪要 as it would be issued; whoever brought a matter is taken out of whatever was typed. */
export function previewMinutes(desk: Desk, meeting: MeetingView): Promise<Composed> {
  return composeMinutes(desk, meeting, numberToCome(desk, 'meeting-minutes'))
}

async function composeMinutes(desk: Desk, meeting: MeetingView, number: string): Promise<Composed> {
  const office = desk.ledger.office()
  const people = await peopleOf(
    desk,
    meeting.items.map(({ line }) => line.number),
  )
  const hide = (text: string) => withoutPeople(text, people)
  const unit = (code: string) => unitName(office, code)
  const paper = buildPaper('meeting-minutes', {
    organ: issuingOrgan(desk),
    number,
    kind: MEETING_KINDS[meeting.kind],
    title: hide(meeting.title),
    on: meeting.on,
    time: meeting.time,
    place: meeting.place,
    chair: meeting.chair,
    leadUnit: unit(meeting.leadUnit),
    assistUnits: meeting.assistUnits.map(unit),
    attendees: meeting.attendees,
    absent: meeting.absent,
    agenda: meeting.agenda.map(hide),
    matters: meeting.items.map(({ line, reason }) => ({
      number: line.number,
      title: hide(line.title),
      reason: hide(reason),
    })),
    minutes: hide(meeting.minutes),
    decisions: meeting.decided.map((decision) => ({
      what: hide(decision.what),
      unit: unit(decision.unit),
      dueOn: decision.dueOn,
      petition: decision.petition,
      level: DECISION_LEVELS[decision.level],
    })),
    issuedOn: today(desk),
  })
  return { paper, title: `${MEETING_KINDS[meeting.kind]}纪要：${hide(meeting.title)}` }
}

export async function issueMinutes(
  change: Change,
  issuing: Desk,
  me: Me,
  meeting: MeetingView,
): Promise<DocumentTable> {
  const desk = atOneMoment(issuing)
  const number = takeNumber(change, desk, 'meeting-minutes')
  const composed = await composeMinutes(desk, meeting, numberInWords(number))
  const document = await keep(change, desk, me, { kind: 'meeting-minutes', number, ...composed })
  const body = { document: document.id }
  await change.append({ kind: 'meeting.minuted', subject: meeting.id, actor: me.login, body })
  return document
}

/** Names, phones and numbers of the petitioners, one a line. */
async function peopleOf(desk: Desk, numbers: readonly PetitionNumber[]): Promise<string> {
  if (numbers.length === 0) return ''
  const rows = await desk.store.reader.db
    .selectFrom('petition')
    .select('people_text')
    .where('number', 'in', numbers)
    .execute()
  return rows.map(({ people_text }) => people_text).join('\n')
}

/** 专项治理方案 as it would be issued. */
export function previewPlan(desk: Desk, campaign: CampaignView): Composed {
  return composePlan(desk, campaign, numberToCome(desk, 'campaign-plan'))
}

function composePlan(desk: Desk, campaign: CampaignView, number: string): Composed {
  const office = desk.ledger.office()
  const unit = (code: string) => unitName(office, code)
  const paper = buildPaper('campaign-plan', {
    organ: issuingOrgan(desk),
    number,
    title: campaign.title,
    background: campaign.background,
    problems: campaign.groups.map(({ title, petitions }) => ({ title, petitions })),
    goal: campaign.goal,
    leadUnit: unit(campaign.leadUnit),
    assistUnits: campaign.assistUnits.map(unit),
    fromOn: campaign.fromOn,
    toOn: campaign.toOn,
    steps: campaign.plan.map((step) => ({ ...step, unit: unit(step.unit) })),
    issuedOn: today(desk),
  })
  return { paper, title: `${campaign.title}专项治理方案` }
}

export async function issuePlan(
  change: Change,
  issuing: Desk,
  me: Me,
  campaign: CampaignView,
): Promise<DocumentTable> {
  const desk = atOneMoment(issuing)
  const number = takeNumber(change, desk, 'campaign-plan')
  const composed = composePlan(desk, campaign, numberInWords(number))
  const document = await keep(change, desk, me, { kind: 'campaign-plan', number, ...composed })
  const body = { document: document.id }
  await change.append({ kind: 'campaign.papered', subject: campaign.id, actor: me.login, body })
  return document
}

async function keep(
  change: Change,
  desk: Desk,
  me: Me,
  {
    kind,
    number,
    paper,
    title,
  }: Composed & {
    readonly kind: 'meeting-minutes' | 'campaign-plan'
    readonly number: TakenNumber | null
  },
): Promise<DocumentTable> {
  const id = await nextDocumentId(change, desk)
  return keepPaper(change, desk, me, id, paper, {
    kind,
    title,
    petition: null,
    visit: null,
    unit: null,
    number,
  })
}
