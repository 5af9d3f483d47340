import { DeskError } from '../../../shared/contract/errors.ts'
import type { Decision, MeetingHeld, MeetingPlan } from '../../../shared/domain/coordination.ts'
import { yearOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import {
  coordinationNumber,
  decisionRefusal,
  type MeetingStep,
  meetingRefusal,
} from '../../../shared/rules/coordination.ts'
import { type Desk, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { issueMinutes, previewMinutes } from '../issuing/coordination-papers.ts'
import { previewed } from '../issuing/previewed.ts'
import type { Change } from '../store/ledger.ts'
import { nextSerial } from '../store/projection/serials.ts'
import type { MeetingTable } from '../store/schema.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { findMeeting, listMeetings, viewMeeting } from '../views/meeting-view.ts'
import { findPetition } from '../views/petition-view.ts'
import { chaseFor, discussionRefusal } from './decision-chases.ts'
import { refuse, refuseField } from './step-taking.ts'

type MeetingMethod = Extract<keyof Handlers, `meetings.${string}`>

/** 协调会 and 调度会: arranged, held with decisions that become chases, and followed until each is carried out. */
export const meetingHandlers: Pick<Handlers, MeetingMethod> = {
  'meetings.list': (_, { desk }) => listMeetings(desk),
  'meetings.open': ({ id }, { desk }) => viewMeeting(desk, id),
  'meetings.plan': async ({ id, plan }, { desk, me }) => {
    const meeting = await desk.ledger.change(async (change) => {
      if (id !== null) await stepped(desk, id, 'plan')
      await checkPlan(desk, plan)
      const year = yearOf(today(desk))
      const subject =
        id ?? coordinationNumber(desk.station.code, 'meeting', year, nextSerial(change.tx, `meeting/${year}`))
      await change.append({ kind: 'meeting.planned', subject, actor: me.login, body: plan })
      return subject
    })
    return viewMeeting(desk, meeting)
  },
  'meetings.hold': async ({ id, held }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      const meeting = await stepped(desk, id, 'hold')
      if (held.on > today(desk)) refuseField('held.on', '会议日期不能晚于今天，请核对。')
      const petitions = await mattersOf(desk, id)
      for (const [index, decision] of held.decisions.entries()) {
        const problem = decisionRefusal(decision, { on: held.on, petitions })
        if (problem !== null) refuseField(`held.decisions.${index}.dueOn`, problem)
        await checkDecision(desk, meeting, decision, index)
      }
      await change.append({ kind: 'meeting.held', subject: id, actor: me.login, body: held })
      await appendChases(change, desk, me.login, meeting.title, held)
    })
    return viewMeeting(desk, id)
  },
  'meetings.amend': async ({ id, ...body }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      await stepped(desk, id, 'amend')
      await change.append({ kind: 'meeting.amended', subject: id, actor: me.login, body })
    })
    return viewMeeting(desk, id)
  },
  'meetings.cancel': async ({ id, reason }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      await stepped(desk, id, 'cancel')
      await change.append({ kind: 'meeting.cancelled', subject: id, actor: me.login, body: { reason } })
    })
    return viewMeeting(desk, id)
  },
  'meetings.settle': async ({ id, decision, result }, { desk, me }) => {
    await desk.ledger.change(async (change) => {
      await stepped(desk, id, 'settle')
      const { decided } = await viewMeeting(desk, id)
      const found = decided.find(({ ordinal }) => ordinal === decision)
      if (!found) throw new DeskError('notFound', '没有这一项议定事项，请重新打开会议。')
      if (found.doneOn !== null) throw new DeskError('refused', '这一项议定事项已经落实，不必再记录。')
      const body = { decision, on: today(desk), result }
      await change.append({ kind: 'meeting.decision-settled', subject: id, actor: me.login, body })
    })
    return viewMeeting(desk, id)
  },
  'meetings.preview': async ({ id }, { desk }) => {
    const { paper, title } = await previewMinutes(desk, await viewMeeting(desk, id))
    return { ...(await previewed(desk, 'meeting-minutes', paper)), title }
  },
  'meetings.issue': async ({ id }, { desk, me }) => {
    const document = await desk.ledger.change(async (change) => {
      await stepped(desk, id, 'issue')
      return issueMinutes(change, desk, me, await viewMeeting(desk, id))
    })
    return toDocumentLine(document, desk)
  },
}

async function stepped(desk: Desk, id: string, step: MeetingStep): Promise<MeetingTable> {
  const meeting = await findMeeting(desk, id)
  refuse(meetingRefusal(step, meeting.kind, meeting.state))
  return meeting
}

/** Whoever sits in the meeting hears of every matter on its list, so each must be allowed to. */
async function checkPlan(desk: Desk, plan: MeetingPlan): Promise<void> {
  const office = desk.ledger.office()
  const units = [plan.leadUnit, ...plan.assistUnits]
  const found = units.map((code) => office.unit(code))
  if (found.some((unit) => !unit?.active))
    refuseField('plan.leadUnit', '所选单位不存在或已停用，请重新选择。')
  if (new Set(units).size < units.length)
    refuseField('plan.assistUnits', '同一单位不能既牵头又协办，请去掉重复的单位。')
  if (new Set(plan.petitions).size < plan.petitions.length)
    refuseField('plan.petitions', '同一件信访事项不能列入两次，请去掉重复的一件。')
  for (const [index, number] of plan.petitions.entries()) {
    const problem = discussionRefusal(await findPetition(desk, number), plan.chair, found)
    if (problem !== null) refuseField(`plan.petitions.${index}`, problem)
  }
}

async function checkDecision(
  desk: Desk,
  meeting: MeetingTable,
  { petition, unit }: Decision,
  index: number,
): Promise<void> {
  const found = desk.ledger.office().unit(unit)
  const path = `held.decisions.${index}.unit`
  if (!found?.active) refuseField(path, '所选单位不存在或已停用，请重新选择。')
  if (petition === null) return
  const problem = discussionRefusal(await findPetition(desk, petition), meeting.chair, [found])
  if (problem !== null) refuseField(path, problem)
}

async function appendChases(
  change: Change,
  desk: Desk,
  actor: string,
  meeting: string,
  { on, decisions }: MeetingHeld,
): Promise<void> {
  for (const decision of decisions) {
    if (decision.petition === null) continue
    const body = await chaseFor(desk, decision.petition, meeting, on, decision)
    if (body !== null)
      await change.append({ kind: 'petition.chased', subject: decision.petition, actor, body })
  }
}

async function mattersOf(desk: Desk, meeting: string): Promise<readonly PetitionNumber[]> {
  const rows = await desk.store.reader.db
    .selectFrom('meeting_matter')
    .select('petition')
    .where('meeting', '=', meeting)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ petition }) => petition)
}
