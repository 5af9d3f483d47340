import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Day } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import type { Medium } from '../../../shared/domain/petition.ts'
import {
  groundRefusal,
  leaderRefusal,
  type SteppedPetition,
  unitRefusal,
} from '../../../shared/rules/petition-steps.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { findPetition, viewPetition } from '../views/petition-view.ts'
import { countPetitions, listPetitions } from './petition-list.ts'
import { todayOf } from './petition-today.ts'
import { findWithin, refuse, taken, takeStep } from './step-taking.ts'

type PetitionMethod =
  | 'petitions.today'
  | 'petitions.list'
  | 'petitions.count'
  | 'petitions.open'
  | 'petitions.reveal'
  | 'petitions.route'
  | 'petitions.answer'
  | 'petitions.close'
  | 'petitions.correct'
  | 'petitions.remark'
  | 'petitions.judgeRepeat'

/** Reading petitions, and every step but a leader's. Each: read, ask the rule, append. */
export const petitionHandlers: Pick<Handlers, PetitionMethod> = {
  'petitions.today': (_, { desk, me }) => todayOf(desk, me),
  'petitions.list': (input, { desk, me }) => listPetitions(desk, me, input),
  'petitions.count': (input, { desk, me }) => countPetitions(desk, me, input),
  'petitions.open': async ({ number }, { desk, me }) => {
    await findWithin(desk, me, number)
    return viewPetition(desk, number, false)
  },
  'petitions.reveal': async ({ number, why }, { desk, me }) => {
    await findWithin(desk, me, number)
    await desk.ledger.change(({ append }) =>
      append({ kind: 'petition.revealed', subject: number, actor: me.login, body: { why } }),
    )
    return viewPetition(desk, number, true)
  },
  'petitions.route': ({ number, to }, { desk, me }) =>
    takeStep(desk, me, number, to.route, 'petition.routed', ({ petition }) => {
      refuse(routeProblem(desk, petition, to))
      return routedBody(desk, to)
    }),
  'petitions.answer': async ({ number, medium, text, outcome, close, talk }, { desk, me }) => {
    const on = today(desk)
    await desk.ledger.change(async (change) => {
      await taken(desk, me, number, 'answer')
      const common = { subject: number, actor: me.login }
      if (talk)
        await change.append({ ...common, kind: 'petition.communicated', body: talkOf(me, on, medium, text) })
      await change.append({ ...common, kind: 'petition.answered', body: { on, medium, text, outcome } })
      if (!close) return
      await taken(desk, me, number, 'close', change)
      await change.append({ ...common, kind: 'petition.closed', body: { on, remark: '' } })
    })
    return viewPetition(desk, number, false)
  },
  'petitions.close': ({ number, remark }, { desk, me }) =>
    takeStep(desk, me, number, 'close', 'petition.closed', () => ({ on: today(desk), remark })),
  'petitions.correct': ({ number, reason, changes }, { desk, me }) =>
    takeStep(desk, me, number, 'correct', 'petition.corrected', ({ petition }) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      if (Object.keys(given).length === 0) throw new DeskError('refused', '没有改动任何内容，不需要更正。')
      if (changes.category !== undefined && !desk.ledger.office().category(changes.category)?.active) {
        const message = '所选内容分类不存在或已停用，请重新选择'
        throw new DeskError('badRequest', message, [{ path: 'changes.category', message }])
      }
      refuse(correctionProblem(desk, petition, changes))
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

/** An answer given face to face or by telephone that was the talk the rules ask for. */
function talkOf(me: Me, on: Day, medium: Medium, text: string): EntryBody<'petition.communicated'> {
  if (medium !== 'in-person' && medium !== 'phone') {
    const message = '书面和网络答复不能算作沟通，请另行电话或见面沟通（《接诉即办工作制度》三（一）2）。'
    throw new DeskError('badRequest', message, [{ path: 'talk', message }])
  }
  const means = medium === 'phone' ? 'phone' : 'meeting'
  return { on, means, by: me.name, place: means === 'meeting' ? '接待室' : '', text, attitude: '' }
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
  return to.route === 'decline' ? groundRefusal(petition, to.ground) : null
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
  changes: Received<'petitions.correct'>['changes'],
): string | null {
  const { leadUnit } = petition.course
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
