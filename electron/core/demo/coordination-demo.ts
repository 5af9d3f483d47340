import type { Decision } from '../../../shared/domain/coordination.ts'
import { addDays, type Day } from '../../../shared/domain/day.ts'
import { chaseFor } from '../handlers/decision-chases.ts'
import { issueMinutes, issuePlan } from '../issuing/coordination-papers.ts'
import { viewCampaign } from '../views/campaign-view.ts'
import { listGroups } from '../views/group-view.ts'
import { viewMeeting } from '../views/meeting-view.ts'
import { change, MEETING, openMatters, type Stage, waitingMatters } from './coordination-stage.ts'
import { atMinute } from './hours.ts'

type Plan = (at: number, run: () => Promise<void>) => void

/** Working days before the end on which each happens; a store of fewer days has none of it. */
const DISPATCHED = 22
const COLLECTED = 16
const MET = 14
const GROUPED = 12
const RESEARCHED = 10
const CARRIED_OUT = 6
const PREPARED = 2

/** Two meetings held and one arranged, a common problem with its campaign, and two rounds of visits. */
export function planCoordination(stage: Stage, plan: Plan): void {
  const at = (before: number, minute: number, run: (day: Day) => Promise<void>) => {
    const day = stage.workDays.days.at(-before)
    if (day !== undefined) plan(atMinute(day, minute), () => run(day))
  }
  at(DISPATCHED, 10 * 60, (day) => dispatch(stage, day))
  at(COLLECTED, 11 * 60, (day) => collect(stage, day, 2))
  at(MET, 15 * 60, (day) => meet(stage, day))
  at(GROUPED, 16 * 60, (day) => group(stage, day))
  at(RESEARCHED, 16 * 60, (day) => research(stage, day))
  at(CARRIED_OUT, 10 * 60, (day) => carryOut(stage, day))
  at(PREPARED, 11 * 60, (day) => prepare(stage, day))
}

async function dispatch(stage: Stage, day: Day): Promise<void> {
  await change(stage, async (step) => {
    const id = step.number('meeting')
    const common = { subject: id, actor: stage.staff.clerk.login }
    await step.append({
      kind: 'meeting.planned',
      ...common,
      body: { ...MEETING, kind: 'dispatch', title: '接诉即办工作调度会', on: day, petitions: [] },
    })
    const decision = {
      petition: null,
      unit: 'HQC',
      what: '公布食堂、宿舍、浴室的报修电话和响应时间',
      dueOn: addDays(day, 10),
      level: 'chase',
    } as const
    await step.append({
      kind: 'meeting.held',
      ...common,
      body: {
        on: day,
        attendees: '办公室、后勤处、教务处、学生工作处负责人',
        absent: '',
        minutes: '通报了近期受理和办理情况，研究了临近期限和逾期的事项。',
        decisions: [decision],
      },
    })
    const body = { decision: 0, on: day, result: '已在公众号和宿舍楼公布。' }
    await step.append({ kind: 'meeting.decision-settled', ...common, body })
  })
}

async function collect(stage: Stage, day: Day, count: number): Promise<void> {
  await change(stage, async (step) => {
    for (const { number } of openMatters(stage, count)) {
      await step.append({
        kind: 'coordination.collected',
        subject: number,
        actor: stage.staff.clerk.login,
        body: { on: day, as: 'difficult', reason: '涉及两个以上单位，办理意见不一致' },
      })
    }
  })
}

async function meet(stage: Stage, day: Day): Promise<void> {
  const { desk, staff } = stage
  const matters = waitingMatters(stage)
  const meeting = await change(stage, async (step) => {
    const id = step.number('meeting')
    const common = { subject: id, actor: staff.clerk.login }
    const petitions = matters.map(({ number }) => number)
    await step.append({
      kind: 'meeting.planned',
      ...common,
      body: { ...MEETING, kind: 'coordination', title: '疑难事项协调会', on: day, petitions },
    })
    const decisions = matters.map(
      ({ number, unit }): Decision => ({
        petition: number,
        unit: unit ?? 'HQC',
        what: '会同有关单位提出处理方案，答复反映人',
        dueOn: addDays(day, 14),
        level: 'chase',
      }),
    )
    const attendees = '分管校领导、办公室及各有关单位负责人'
    const minutes = '会议听取了承办单位的情况说明，明确了牵头单位和完成日期。'
    const body = { on: day, attendees, absent: '', minutes, decisions }
    await step.append({ kind: 'meeting.held', ...common, body })
    for (const decision of decisions) {
      if (decision.petition === null) continue
      const chased = await chaseFor(desk, decision.petition, '疑难事项协调会', day, decision)
      if (chased === null) continue
      const about = { subject: decision.petition, actor: staff.clerk.login }
      await step.append({ kind: 'petition.chased', ...about, body: chased })
    }
    return id
  })
  // Its minutes say what is committed.
  const held = await viewMeeting(desk, meeting)
  await change(stage, async (step) => void (await issueMinutes(step, desk, staff.clerk, held)))
}

/** Whatever the program itself finds to be alike becomes the first common problem. */
async function group(stage: Stage, day: Day): Promise<void> {
  const [cluster] = (await listGroups(stage.desk)).clusters
  if (cluster === undefined) return
  const actor = stage.staff.clerk.login
  const { title, category, unit } = cluster
  const campaign = await change(stage, async (step) => {
    const id = step.number('group')
    const begun = step.number('campaign')
    await step.append({
      kind: 'group.saved',
      subject: id,
      actor,
      body: {
        title,
        kind: 'common',
        category,
        unit,
        months: [],
        note: '近期反映集中，需要统筹解决。',
        settled: false,
      },
    })
    await step.append({
      kind: 'group.members-added',
      subject: id,
      actor,
      body: { petitions: cluster.lines.map(({ number }) => number), how: 'suggested' },
    })
    const leadUnit = unit ?? 'HQC'
    await step.append({
      kind: 'campaign.saved',
      subject: begun,
      actor,
      body: {
        title,
        background: '同类问题多次反映，逐件处理不能从根本上解决。',
        goal: '一个月内解决反映集中的问题，同类反映明显减少。',
        leadUnit,
        assistUnits: [],
        fromOn: day,
        toOn: addDays(day, 40),
        groups: [id],
        steps: [
          { what: '摸清底数，列出问题清单', unit: leadUnit, dueOn: addDays(day, 10) },
          { what: '逐项整改并公示', unit: leadUnit, dueOn: addDays(day, 30) },
          { what: '回访反映人', unit: leadUnit, dueOn: addDays(day, 40) },
        ],
      },
    })
    return begun
  })
  const { desk, staff } = stage
  const plan = await viewCampaign(desk, campaign)
  await change(stage, async (step) => void (await issuePlan(step, desk, staff.clerk, plan)))
}

async function research(stage: Stage, day: Day): Promise<void> {
  const common = { people: stage.staff.clerk.name, group: null }
  await change(stage, async (step) => {
    for (const record of [
      {
        kind: 'visit',
        units: ['HQC'],
        findings: '报修多集中在晚间，值班人手不足。',
        proposals: '晚间增加一名值班维修人员。',
      },
      {
        kind: 'supervision',
        units: ['JWC'],
        findings: '抽查了到期事项的答复记录，均已按期答复。',
        proposals: '',
      },
    ] as const) {
      const subject = step.number('research')
      const body = { ...common, ...record, units: [...record.units], on: day }
      await step.append({ kind: 'research.recorded', subject, actor: stage.staff.clerk.login, body })
    }
  })
}

/** One decision and the first step of the campaign are done. */
async function carryOut({ desk, staff }: Stage, day: Day): Promise<void> {
  const { db } = desk.store.reader
  const meeting = await db
    .selectFrom('meeting')
    .innerJoin('meeting_decision', 'meeting_decision.meeting', 'meeting.id')
    .select(['meeting.id', 'meeting_decision.ordinal'])
    .where('kind', '=', 'coordination')
    .where('done_on', 'is', null)
    .orderBy('meeting.id')
    .orderBy('ordinal')
    .executeTakeFirst()
  const campaign = await db.selectFrom('campaign').select('id').orderBy('id').executeTakeFirst()
  const actor = staff.clerk.login
  await desk.ledger.change(async ({ append }) => {
    if (meeting !== undefined) {
      const body = { decision: meeting.ordinal, on: day, result: '方案已经提出并告知反映人。' }
      await append({ kind: 'meeting.decision-settled', subject: meeting.id, actor, body })
    }
    if (campaign === undefined) return
    const subject = campaign.id
    await append({
      kind: 'campaign.step-done',
      subject,
      actor,
      body: { step: 0, on: day, result: '问题清单已经列出。' },
    })
    await append({
      kind: 'campaign.progressed',
      subject,
      actor,
      body: { on: day, text: '整改所需的经费已经落实。' },
    })
  })
}

/** What waits at the end, and the next meeting for it. */
async function prepare(stage: Stage, day: Day): Promise<void> {
  await collect(stage, day, 2)
  const [first] = waitingMatters(stage)
  await change(stage, async (step) => {
    const on = stage.workDays.after(stage.until, 3)
    const petitions = first === undefined ? [] : [first.number]
    await step.append({
      kind: 'meeting.planned',
      subject: step.number('meeting'),
      actor: stage.staff.clerk.login,
      body: { ...MEETING, kind: 'coordination', title: '下一次疑难事项协调会', on, petitions },
    })
  })
}
