import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { EntryBody, EntryKind } from '../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import {
  leaderRefusal,
  type Step,
  type SteppedPetition,
  stepRefusal,
  unitRefusal,
} from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { findPetition, steppedOf, viewPetition } from '../views/petition-view.ts'
import { countPetitions, listPetitions } from './petition-list.ts'
import { todayOf } from './petition-today.ts'

type PetitionMethod = Extract<keyof Handlers, `petitions.${string}`>

/** Reading petitions, and every step but a leader's. Each: read, ask the rule, append. */
export const petitionHandlers: Pick<Handlers, PetitionMethod> = {
  'petitions.today': (_, { desk }) => todayOf(desk),
  'petitions.list': (input, { desk }) => listPetitions(desk, input),
  'petitions.count': (input, { desk }) => countPetitions(desk, input),
  'petitions.open': ({ number }, { desk }) => viewPetition(desk, number, false),
  'petitions.reveal': async ({ number, why }, { desk, me }) => {
    await findPetition(desk, number)
    await desk.ledger.change(({ append }) =>
      append({ kind: 'petition.revealed', subject: number, actor: me.login, body: { why } }),
    )
    return viewPetition(desk, number, true)
  },
  'petitions.route': ({ number, to }, { desk, me }) =>
    takeStep(desk, me, number, to.route, 'petition.routed', (petition) => {
      refuse(routeProblem(desk, petition, to))
      return routedBody(desk, to)
    }),
  'petitions.answer': async ({ number, medium, text, outcome, close }, { desk, me }) => {
    const on = today(desk)
    await desk.ledger.change(async (change) => {
      await stepped(desk, number, 'answer')
      const common = { subject: number, actor: me.login }
      await change.append({ ...common, kind: 'petition.answered', body: { on, medium, text, outcome } })
      if (close) await change.append({ ...common, kind: 'petition.closed', body: { on, remark: '' } })
    })
    return viewPetition(desk, number, false)
  },
  'petitions.close': ({ number, remark }, { desk, me }) =>
    takeStep(desk, me, number, 'close', 'petition.closed', () => ({ on: today(desk), remark })),
  'petitions.correct': ({ number, reason, changes }, { desk, me }) =>
    takeStep(desk, me, number, 'correct', 'petition.corrected', (petition, leadUnit) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      if (Object.keys(given).length === 0) throw new DeskError('refused', '没有改动任何内容，不需要更正。')
      if (changes.category !== undefined && !desk.ledger.office().category(changes.category)?.active) {
        const message = '所选内容分类不存在或已停用，请重新选择'
        throw new DeskError('badRequest', message, [{ path: 'changes.category', message }])
      }
      refuse(correctionProblem(desk, petition, leadUnit, changes))
      return { reason, changes: given }
    }),
  'petitions.remark': ({ number, text }, { desk, me }) =>
    takeStep(desk, me, number, 'remark', 'petition.remarked', () => ({ text })),
  'petitions.judgeRepeat': ({ number, repeat }, { desk, me }) =>
    takeStep(desk, me, number, 'remark', 'petition.repeat-judged', async () => {
      if (repeat.answer === 'repeat') {
        if (repeat.of === number) throw new DeskError('refused', '事项不能是自己的重复件，请选择另一件。')
        const of = await findPetition(desk, repeat.of)
        if (of.root === number || of.repeat_of === number) {
          throw new DeskError('refused', '所选事项已被认定为本件的重复件，不能互为前件。')
        }
      }
      return repeat
    }),
}

type PetitionKind = Extract<EntryKind, `petition.${string}`>

/** Changes come one at a time, so what the rule was asked about cannot change before the entry is written. */
export async function takeStep<K extends PetitionKind>(
  desk: Desk,
  me: Me,
  number: PetitionNumber,
  step: Step,
  kind: K,
  bodyOf: (petition: SteppedPetition, leadUnit: string | null) => EntryBody<K> | Promise<EntryBody<K>>,
) {
  await desk.ledger.change(async (change) => {
    const { petition, leadUnit } = await stepped(desk, number, step)
    await change.append({ kind, subject: number, actor: me.login, body: await bodyOf(petition, leadUnit) })
  })
  return viewPetition(desk, number, false)
}

/** The petition as the rules see it, when they allow the step. */
async function stepped(
  desk: Desk,
  number: PetitionNumber,
  step: Step,
): Promise<{ petition: SteppedPetition; leadUnit: string | null }> {
  const row = await findPetition(desk, number)
  const visit = await desk.store.reader.db
    .selectFrom('visit')
    .select('anonymous')
    .where('number', '=', row.visit)
    .executeTakeFirstOrThrow()
  const petition = steppedOf(row, visit.anonymous === 1)
  refuse(stepRefusal(step, petition))
  return { petition, leadUnit: row.lead_unit }
}

export function refuse(problem: string | null): void {
  if (problem !== null) throw new DeskError('refused', problem)
}

type RouteInput = Received<'petitions.route'>['to']

function routeProblem(desk: Desk, petition: SteppedPetition, to: RouteInput): string | null {
  const office = desk.ledger.office()
  if (to.route === 'transfer') {
    return unitRefusal(
      petition,
      [to.leadUnit, ...to.assistUnits].map((code) => office.unit(code)),
    )
  }
  if (to.route === 'submit') {
    const leader = office.leader(to.leader)
    if (!leader?.active) return '所选校领导不存在或已停用，请重新选择。'
    return leaderRefusal(petition, leader)
  }
  return null
}

function routedBody(desk: Desk, to: RouteInput): EntryBody<'petition.routed'> {
  const on = today(desk)
  switch (to.route) {
    case 'direct':
      return { route: 'direct', on, unit: ownUnit(desk) }
    case 'transfer':
      return { ...to, on }
    case 'submit':
      return { ...to, on }
    case 'decline':
      return { ...to, on }
  }
}

/** 直接办理 is done by the unit that leads the reception channel (《信息沟通实施办法》一（三）3). */
function ownUnit(desk: Desk): string {
  const office = desk.ledger.office()
  return office.channel(office.settings.defaultChannel)?.leadUnit ?? office.units[0]?.code ?? ''
}

/** A correction must not bring about what a route could not have: an accusation lying with the accused. */
function correctionProblem(
  desk: Desk,
  petition: SteppedPetition,
  leadUnit: string | null,
  changes: Received<'petitions.correct'>['changes'],
): string | null {
  if (leadUnit === null) return null
  const after = {
    ...petition,
    purpose: changes.purpose ?? petition.purpose,
    accusedUnits: changes.accusedUnits ?? petition.accusedUnits,
  }
  if (after.purpose === petition.purpose && after.accusedUnits === petition.accusedUnits) return null
  const problem = unitRefusal(after, [desk.ledger.office().unit(leadUnit)])
  return problem === null ? null : `${problem}请先改变办理方式，再作更正。`
}
