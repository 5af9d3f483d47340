import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { chineseDate } from '../../../shared/documents/wording.ts'
import { DECLINE_GROUNDS, OUTCOMES } from '../../../shared/domain/petition.ts'
import { DECISIONS, type Decision, decisionSchema } from '../../../shared/domain/reception.ts'
import { concerns } from '../../../shared/rules/reception-queue.ts'
import type { Desk } from '../desk.ts'
import type { Office } from '../store/office-store.ts'
import { LINE_COLUMNS, type LineContext, toLine } from './petition-line.ts'
import { lineContext } from './petition-view.ts'
import { type Eyes, leaderName, mayBeShown } from './reception-view.ts'

export type TalkView = Answer<'reception.day'>['talks'][number]

export type TalksWanted =
  | { readonly day: string }
  | { readonly shift: string }
  | { readonly conversation: string }
  | { readonly owed: true }

/** Conversations with where their petitions stand, in the order they were held. */
export async function talksOf(desk: Desk, wanted: TalksWanted, eyes: Eyes): Promise<TalkView[]> {
  const context = lineContext(desk)
  const rows = await talkRows(desk, wanted)
  return rows
    .filter((row) => mayBeShown(eyes, row.accused_names))
    .filter((row) => !('owed' in wanted) || !isAboutHearer(row, context.office))
    .map((row) => toTalk(row, context, desk))
}

export async function findTalk(desk: Desk, id: string, eyes: Eyes): Promise<TalkView> {
  const [talk] = await talksOf(desk, { conversation: id }, eyes)
  if (talk === undefined) throw new DeskError('notFound', '没有这条接待记录，请刷新后重试。')
  return talk
}

type TalkRow = Awaited<ReturnType<typeof talkRows>>[number]

function talkRows(desk: Desk, wanted: TalksWanted) {
  const query = desk.store.reader.db
    .selectFrom('reception_conversation as talk')
    .innerJoin('petition', 'petition.number', 'talk.petition')
    .select([
      'talk.id',
      'talk.guest',
      'talk.held_on',
      'talk.started_at',
      'talk.leader as heard_by',
      'talk.decision',
      'talk.decided_on',
      'talk.recorded_by',
      'petition.matter',
      'petition.demand',
      'petition.purpose',
      'petition.accused_names',
      'petition.reported_on',
      ...LINE_COLUMNS.map((column) => `petition.${column}` as const),
    ])
    .orderBy('talk.started_at')
    .orderBy('talk.id')
  if ('day' in wanted) return query.where('talk.reception_day', '=', wanted.day).execute()
  if ('shift' in wanted) return query.where('talk.shift', '=', wanted.shift).execute()
  if ('conversation' in wanted) return query.where('talk.id', '=', wanted.conversation).execute()
  return query
    .where('talk.leader', 'is not', null)
    .where('petition.reported_on', 'is', null)
    .where('petition.state', '<>', 'declined')
    .where('petition.state', '<>', 'archived')
    .execute()
}

/** Nobody is told what became of a complaint about themselves. */
function isAboutHearer({ accused_names: accused, heard_by: leader }: TalkRow, office: Office): boolean {
  return leader !== null && concerns(accused, office.leader(leader)?.name ?? '')
}

function toTalk(row: TalkRow, context: LineContext, desk: Desk): TalkView {
  const decision = readDecision(row.decision)
  const { petitioner, state, leadUnit, dueOn, lateness } = toLine(row, context)
  return {
    id: row.id,
    guest: row.guest,
    heldOn: row.held_on,
    startedAt: row.started_at,
    leader: row.heard_by,
    leaderName: leaderName(context.office, row.heard_by),
    petition: row.number,
    title: row.title,
    matter: row.matter,
    demand: row.demand,
    petitioner,
    accusation: row.purpose === 'accusation',
    decision,
    decided: decisionInWords(decision, context.office),
    state,
    leadUnit,
    dueOn,
    lateness,
    reportedOn: row.reported_on,
    recordedBy: desk.nameOf(row.recorded_by),
  }
}

export function readDecision(text: string): Decision {
  return decisionSchema.parse(JSON.parse(text))
}

/** 批示交办后勤处，2026年11月27日前办结：请尽快检修。 */
export function decisionInWords(decision: Decision, office: Office): string {
  const unit = (code: string) => office.unit(code)?.name ?? code
  switch (decision.kind) {
    case 'answer':
      return `${DECISIONS.answer}（${OUTCOMES[decision.outcome]}）：${decision.text}`
    case 'transfer':
    case 'assign': {
      const { kind, leadUnit, assistUnits, text } = decision
      const helped = assistUnits.length === 0 ? '' : `（${assistUnits.map(unit).join('、')}协办）`
      const limit =
        decision.kind === 'assign' && decision.limitOn !== null
          ? `，${chineseDate(decision.limitOn)}前办结`
          : ''
      const head = kind === 'assign' ? `批示交办${unit(leadUnit)}` : `转${unit(leadUnit)}办理`
      return `${head}${helped}${limit}${text === '' ? '' : `：${text}`}`
    }
    case 'decline':
      return `${DECISIONS.decline}（${DECLINE_GROUNDS[decision.ground]}）：${decision.lawfulChannel}`
    case 'later':
      return `${DECISIONS.later}，尚未批示`
  }
}

/** Whether the result of what was decided is still to be brought to the leader; what was settled face to face is not. */
export function owesReport({ decision }: Pick<TalkView, 'decision'>): boolean {
  return decision.kind === 'assign' || decision.kind === 'transfer'
}
