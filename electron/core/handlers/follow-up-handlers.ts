import type { EntryBody } from '../../../shared/domain/entries.ts'
import { nextStage } from '../../../shared/rules/petition-course.ts'
import { leaderRefusal, resultRefusal, type SteppedPetition } from '../../../shared/rules/petition-steps.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { issuePaper } from '../issuing/notices.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { viewPetition } from '../views/petition-view.ts'
import { chasingBoard } from './chasing-board.ts'
import { checkedExtension } from './extensions.ts'
import { archivePetition, filedOf } from './filing.ts'
import { refuse, refuseField, refuseUnits, taken, takeStep, takeSteps } from './step-taking.ts'

type FollowUpMethod = keyof Pick<
  Handlers,
  | 'petitions.acknowledge'
  | 'petitions.return'
  | 'petitions.keep'
  | 'petitions.chase'
  | 'petitions.progress'
  | 'petitions.unitReply'
  | 'petitions.communicate'
  | 'petitions.plan'
  | 'petitions.extend'
  | 'petitions.inform'
  | 'petitions.report'
  | 'petitions.rate'
  | 'petitions.redo'
  | 'petitions.supervise'
  | 'petitions.recordInstruction'
  | 'petitions.filed'
  | 'petitions.archive'
  | 'chasing.board'
>

/** Everything between a route and the archive. Each: read, ask the rule, append. */
export const followUpHandlers: Pick<Handlers, FollowUpMethod> = {
  'petitions.acknowledge': ({ number, medium, text }, { desk, me }) =>
    takeStep(desk, me, number, 'acknowledge', 'petition.acknowledged', () => ({
      on: today(desk),
      medium,
      text,
    })),
  'petitions.return': ({ number, unit, reason, suggestedUnit }, { desk, me }) =>
    takeStep(desk, me, number, 'return', 'petition.returned', ({ petition }) => {
      refuseStranger(desk, petition, unit)
      if (suggestedUnit === unit) refuseField('suggestedUnit', '建议单位不能是退回的单位，请重新选择。')
      if (suggestedUnit !== null && !desk.ledger.office().unit(suggestedUnit)?.active)
        refuseField('suggestedUnit', '建议单位不存在或已停用，请重新选择。')
      return { on: today(desk), unit, reason, suggestedUnit }
    }),
  'petitions.keep': ({ number, reason }, { desk, me }) =>
    takeStep(desk, me, number, 'keep', 'petition.kept', () => ({ on: today(desk), reason })),
  'petitions.chase': async ({ number, notice, ...said }, { desk, me }) => {
    const on = today(desk)
    if (said.requiredOn !== null && said.requiredOn < on)
      refuseField('requiredOn', '要求反馈的日期不能早于今天，请重新选择。')
    const document = await desk.ledger.change(async (change) => {
      const { row } = await taken(desk, me, number, 'chase')
      const body = { ...said, on, unit: row.lead_unit }
      await change.append({ kind: 'petition.chased', subject: number, actor: me.login, body })
      if (!notice) return null
      const kind = said.level === 'chase' ? 'urge' : 'supervise'
      return issuePaper(change, desk, me, { petition: number, kind, unit: row.lead_unit })
    })
    return {
      petition: await viewPetition(desk, number, false),
      document: document === null ? null : toDocumentLine(document, desk),
    }
  },
  'petitions.progress': ({ number, text }, { desk, me }) =>
    takeStep(desk, me, number, 'progress', 'petition.progressed', ({ row }) => ({
      on: today(desk),
      unit: row.lead_unit,
      text,
    })),
  'petitions.unitReply': ({ number, answered, ...reply }, { desk, me }) =>
    takeSteps(desk, me, number, 'unitReply', async ({ append }, { petition }) => {
      refuseStranger(desk, petition, reply.unit)
      const common = { subject: number, actor: me.login }
      const on = today(desk)
      await append({ ...common, kind: 'petition.unit-replied', body: { ...reply, on } })
      if (answered !== null) await append({ ...common, kind: 'petition.answered', body: { ...answered, on } })
    }),
  'petitions.communicate': ({ number, ...talk }, { desk, me }) =>
    takeStep(desk, me, number, 'communicate', 'petition.communicated', () => {
      if (talk.means === 'meeting' && talk.place === '') refuseField('place', '请填写见面的地点。')
      return { ...talk, on: today(desk) }
    }),
  'petitions.plan': ({ number, stages }, { desk, me }) =>
    takeStep(desk, me, number, 'plan', 'petition.planned', () => {
      const on = today(desk)
      for (const [index, stage] of stages.entries()) {
        const before = stages[index - 1]?.on ?? on
        if (stage.on <= before)
          refuseField(`stages.${index}.on`, '各阶段的日期应在今天之后，并且一个比一个晚。')
      }
      return { on, stages }
    }),
  'petitions.extend': ({ number, to, reason, approver }, { desk, me }) =>
    takeStep(desk, me, number, 'extend', 'petition.extended', ({ petition }) => ({
      on: today(desk),
      ...checkedExtension(desk, petition, to),
      reason,
      approver,
    })),
  'petitions.inform': ({ number, ...told }, { desk, me }) =>
    takeStep(desk, me, number, 'inform', 'petition.informed', ({ petition }) => ({
      ...told,
      on: today(desk),
      stage: informedStage(petition, told.kind),
    })),
  'petitions.report': ({ number, leader, ...told }, { desk, me }) =>
    takeStep(desk, me, number, 'report', 'petition.reported', ({ petition }) => {
      if (told.kind === 'result') refuse(resultRefusal(petition))
      return { ...told, on: today(desk), leader: leaderName(desk, petition, leader) }
    }),
  'petitions.rate': ({ number, ...rating }, { desk, me }) =>
    takeStep(desk, me, number, 'rate', 'petition.rated', () => ({ ...rating, on: today(desk) })),
  'petitions.redo': ({ number, unit, requirement }, { desk, me }) =>
    takeStep(desk, me, number, 'redo', 'petition.redone', ({ petition }) => {
      refuseUnits(desk, petition, [unit])
      return { on: today(desk), unit, requirement }
    }),
  'petitions.supervise': ({ number, ...input }, { desk, me }) =>
    takeSteps(desk, me, number, 'supervise', async ({ append }, { petition }) => {
      refuseUnits(desk, petition, [input.unit])
      const { instructed, supervised } = supervision(desk, leaderName(desk, petition, input.leader), input)
      const common = { subject: number, actor: me.login }
      await append({ ...common, kind: 'petition.instructed', body: instructed })
      await append({ ...common, kind: 'petition.supervised', body: supervised })
    }),
  'petitions.recordInstruction': ({ number, leader, ...said }, { desk, me }) =>
    takeStep(desk, me, number, 'instruct', 'petition.instructed', ({ petition }) => {
      refuse(petition.state === 'to-supervise' ? '重办后仍不满意的事项请用“督办”登记校领导批示。' : null)
      return checkedInstruction(desk, petition, { ...said, leader: leaderName(desk, petition, leader) })
    }),
  'petitions.filed': ({ number }, { desk, me }) => filedOf(desk, me, number),
  'petitions.archive': ({ number, pages }, { desk, me }) => archivePetition(desk, me, number, pages),
  'chasing.board': (_, { desk, me }) => chasingBoard(desk, me),
}

/** Only whoever has the matter can give it back or account for it. */
function refuseStranger(desk: Desk, { course }: SteppedPetition, unit: string): void {
  if (course.leadUnit === unit || course.assistUnits.includes(unit)) return
  const name = desk.ledger.office().unit(unit)?.name ?? unit
  refuseField('unit', `${name}不是本事项的承办或协办单位，请核对。`)
}

/** Post and name of a leader who may be put before the matter. */
export function leaderName(desk: Desk, petition: SteppedPetition, code: string): string {
  const leader = desk.ledger.office().leader(code)
  if (!leader?.active) return refuseField('leader', '所选校领导不存在或已停用，请重新选择。')
  refuse(leaderRefusal(petition, leader))
  return leader.name === '' ? leader.post : leader.name
}

type SaidInstruction = Omit<EntryBody<'petition.instructed'>, 'on'>

export function checkedInstruction(
  desk: Desk,
  petition: SteppedPetition,
  said: SaidInstruction,
): EntryBody<'petition.instructed'> {
  const on = today(desk)
  const { leadUnit, assistUnits, limitOn } = said
  if (leadUnit === null && assistUnits.length > 0) refuseField('leadUnit', '请先选择承办单位，再选协办单位。')
  if (leadUnit !== null) refuseUnits(desk, petition, [leadUnit, ...assistUnits])
  if (limitOn !== null && limitOn < on) refuseField('limitOn', '办结时限不能早于今天，请重新选择。')
  return { ...said, on }
}

type SaidSupervision = {
  readonly unit: string
  readonly text: string
  readonly requirement: string
  readonly limitOn: EntryBody<'petition.supervised'>['limitOn']
}

/** 督办 is an instruction and a new round in one. */
export function supervision(
  desk: Desk,
  leader: string,
  { unit, text, requirement, limitOn }: SaidSupervision,
): { instructed: EntryBody<'petition.instructed'>; supervised: EntryBody<'petition.supervised'> } {
  const on = today(desk)
  if (limitOn !== null && limitOn < on) refuseField('limitOn', '办结时限不能早于今天，请重新选择。')
  return {
    instructed: { on, leader, text, leadUnit: unit, assistUnits: [], limitOn },
    supervised: { on, leader, unit, requirement: requirement === '' ? text : requirement, limitOn },
  }
}

function informedStage(
  { course }: SteppedPetition,
  kind: EntryBody<'petition.informed'>['kind'],
): number | null {
  const { followUp } = course
  if (kind === 'extension' && followUp.extension === null)
    refuse('没有批准过延期，不能作延期告知；请先办理延期（《信访工作条例》第三十四条）。')
  if (kind !== 'stage') return null
  const stage = nextStage(followUp)
  if (stage === null) refuse('没有待反馈的阶段，请先制定时间表（《接诉即办工作制度》三（一）3）。')
  return followUp.stages.findIndex(({ toldOn }) => toldOn === null)
}
