import type { Answer, Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { APPEAL_RESULTS, type AppealResult, type Procedure } from '../../../shared/domain/channel-work.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import type { Outcome, PetitionNumber } from '../../../shared/domain/petition.ts'
import {
  appealRefusal,
  filingDueOn,
  lateFiling,
  PROCEDURE_RULES,
  procedureOf,
} from '../../../shared/rules/appeals.ts'
import { deadlineFor } from '../../../shared/rules/deadlines.ts'
import { stepRefusal } from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { isWithin, scopeOf } from '../scope.ts'
import { dueFactsOf } from '../store/projection/due.ts'
import type { AppealTable } from '../store/schema/channel-schema.ts'
import { explainedDue, findPetition, lineContext, steppedOf } from '../views/petition-view.ts'
import { findWithin, refuse, refuseField } from './step-taking.ts'

type AppealMethod = Extract<keyof Handlers, `appeals.${string}`>
type AppealView = Answer<'appeals.list'>[number]

const LISTED = 300

/** 申诉 and 复核: what was decided, who decides again, and by when. */
export const appealHandlers: Pick<Handlers, AppealMethod> = {
  'appeals.list': (_, { desk, me }) => listAppeals(desk, me),
  'appeals.open': async ({ number }, { desk, me }) => {
    await findWithin(desk, me, number)
    const row = await findAppeal(desk, number)
    return row ? viewAppeal(desk, row) : null
  },
  'appeals.file': async ({ number, filing, filedOn }, { desk, me }) => {
    const petition = await findWithin(desk, me, number)
    const procedure = procedureOf(petition.channel)
    if (procedure === null) {
      throw new DeskError(
        'refused',
        '只有学生申诉、教职工复核渠道的事项才记录所不服的决定（《信息沟通实施办法》一）。',
      )
    }
    if (filedOn > today(desk)) refuseField('filedOn', '提出日期不能晚于今天，请核对。')
    const body = { procedure, ...filing, filedOn }
    await desk.ledger.change(({ append }) =>
      append({ kind: 'appeal.filed', subject: number, actor: me.login, body }),
    )
    return appealOf(desk, number)
  },
  'appeals.decide': async (input, { desk, me }) => {
    await decideAppeal(desk, me, input)
    return appealOf(desk, input.number)
  },
  'appeals.tell': async (input, { desk, me }) => {
    await tellAppeal(desk, me, input)
    return appealOf(desk, input.number)
  },
}

export async function decideAppeal(
  desk: Desk,
  me: Me,
  { number, ...body }: Received<'appeals.decide'>,
): Promise<void> {
  const { procedure } = await checkedAppeal(desk, me, number, 'decide', body.on)
  const petition = await steppedOf(desk, await findPetition(desk, number))
  await desk.ledger.change(async ({ append }) => {
    await append({ kind: 'appeal.decided', subject: number, actor: me.login, body })
    // The committee's conclusion is what the unit handling the petition replies.
    if (stepRefusal('unitReply', petition) !== null) return
    const reply = replyOf(desk, procedure, body)
    await append({ kind: 'petition.unit-replied', subject: number, actor: me.login, body: reply })
  })
}

export async function tellAppeal(
  desk: Desk,
  me: Me,
  { number, on, medium }: Received<'appeals.tell'>,
): Promise<void> {
  const { result, conclusion } = await checkedAppeal(desk, me, number, 'tell', on)
  const petition = await steppedOf(desk, await findPetition(desk, number))
  await desk.ledger.change(async ({ append }) => {
    await append({ kind: 'appeal.told', subject: number, actor: me.login, body: { on, medium } })
    // Telling the conclusion is the answer: nobody types it a second time.
    if (result === null || stepRefusal('answer', petition) !== null) return
    const body = { on, medium, text: conclusion, outcome: OUTCOME_OF[result] }
    await append({ kind: 'petition.answered', subject: number, actor: me.login, body })
  })
}

function replyOf(
  desk: Desk,
  procedure: Procedure,
  { on, result, text }: EntryBody<'appeal.decided'>,
): EntryBody<'petition.unit-replied'> {
  const { committee, deciding } = PROCEDURE_RULES[procedure]
  const { basis } = deadlineFor(deciding, desk.ledger.office().settings.deadlines)
  const findings = APPEAL_RESULTS[result]
  return { on, unit: committee, handler: '', findings, opinion: text, basis, settled: 'unknown' }
}

const OUTCOME_OF: Readonly<Record<AppealResult, Outcome>> = {
  upheld: 'not-supported',
  changed: 'partly-supported',
  revoked: 'supported',
  remade: 'supported',
  rejected: 'explained',
}

async function checkedAppeal(
  desk: Desk,
  me: Me,
  number: PetitionNumber,
  step: 'decide' | 'tell',
  on: AppealTable['filed_on'],
): Promise<AppealTable> {
  await findWithin(desk, me, number)
  const row = await findAppeal(desk, number)
  if (!row) throw new DeskError('refused', '这一事项还没有记录所不服的决定，请先补记再记录结论。')
  if (on > today(desk)) refuseField('on', '日期不能晚于今天，请核对。')
  refuse(
    appealRefusal(
      step,
      { filedOn: row.filed_on, concludedOn: row.concluded_on, result: row.result, toldOn: row.told_on },
      on,
    ),
  )
  return row
}

function findAppeal(desk: Desk, number: PetitionNumber): Promise<AppealTable | undefined> {
  return desk.store.reader.db
    .selectFrom('appeal')
    .selectAll()
    .where('petition', '=', number)
    .executeTakeFirst()
}

async function appealOf(desk: Desk, number: PetitionNumber): Promise<AppealView> {
  const row = await findAppeal(desk, number)
  if (!row) throw new DeskError('notFound', `没有 ${number} 的申诉（复核）记录。`)
  return viewAppeal(desk, row)
}

/** Undecided ones first, the longest waiting before the others. */
export async function listAppeals(
  desk: Desk,
  me: Me,
  listed: number = LISTED,
  /** Called after each of them. */
  between: () => Promise<void> = async () => {},
): Promise<AppealView[]> {
  const context = lineContext(desk)
  const scope = scopeOf(me)
  const rows = await desk.store.reader.db
    .selectFrom('appeal')
    .selectAll()
    .orderBy((row) => row('told_on', 'is not', null))
    .orderBy('filed_on')
    .limit(listed)
    .execute()
  const shown: AppealView[] = []
  for (const row of rows) {
    const petition = await findPetition(desk, row.petition)
    if (isWithin(scope, petition, context.office, context.today)) shown.push(await viewAppeal(desk, row))
    await between()
  }
  return shown
}

async function viewAppeal(desk: Desk, row: AppealTable): Promise<AppealView> {
  const context = lineContext(desk)
  const { office } = context
  const petition = await findPetition(desk, row.petition)
  const filing = { deliveredOn: row.delivered_on, filedOn: row.filed_on }
  const { calendar, settings } = office
  return {
    petition: row.petition,
    procedure: row.procedure,
    title: petition.title,
    petitioner: petition.petitioner,
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    deliveredOn: row.delivered_on,
    filedOn: row.filed_on,
    filingDueOn: filingDueOn(row.procedure, row.delivered_on, calendar, settings.deadlines),
    late: lateFiling(row.procedure, filing, calendar, settings.deadlines),
    committee: office.unit(PROCEDURE_RULES[row.procedure].committee)?.name ?? '',
    due: row.concluded_on === null ? explained(petition, context) : null,
    concludedOn: row.concluded_on,
    result: row.result,
    conclusion: row.conclusion,
    toldOn: row.told_on,
  }
}

function explained(
  petition: Awaited<ReturnType<typeof findPetition>>,
  context: ReturnType<typeof lineContext>,
): AppealView['due'] {
  const due = explainedDue(dueFactsOf(petition, context.office), context)
  return due === null ? null : { ...due, days: [...due.days] }
}
