import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Campaign } from '../../../shared/domain/coordination.ts'
import { addDays, yearOf } from '../../../shared/domain/day.ts'
import type { EntryBody, EntryKind } from '../../../shared/domain/entries.ts'
import { coordinationNumber } from '../../../shared/rules/coordination.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import { issuePlan, previewPlan } from '../issuing/coordination-papers.ts'
import { previewed } from '../issuing/previewed.ts'
import { readStrings } from '../store/petition-codec.ts'
import { nextSerial } from '../store/projection/serials.ts'
import { type CampaignView, findCampaign, listCampaigns, viewCampaign } from '../views/campaign-view.ts'
import { toDocumentLine } from '../views/document-line.ts'
import { findGroup } from '../views/group-view.ts'
import { refuseField } from './step-taking.ts'

type CampaignMethod = Extract<keyof Handlers, `campaigns.${string}` | `research.${string}`>

/** 专项治理 from its plan to its result, and 调研督导. */
export const campaignHandlers: Pick<Handlers, CampaignMethod> = {
  'campaigns.list': (_, { desk }) => listCampaigns(desk),
  'campaigns.open': ({ id }, { desk }) => viewCampaign(desk, id),
  'campaigns.save': async ({ id, campaign }, { desk, me }) => {
    const saved = await desk.ledger.change(async (change) => {
      if (id !== null) refuseFinished((await findCampaign(desk, id)).finished_on)
      await checkCampaign(desk, campaign)
      const year = yearOf(today(desk))
      const subject =
        id ??
        coordinationNumber(desk.station.code, 'campaign', year, nextSerial(change.tx, `campaign/${year}`))
      await change.append({ kind: 'campaign.saved', subject, actor: me.login, body: campaign })
      return subject
    })
    return viewCampaign(desk, saved)
  },
  'campaigns.finishStep': ({ id, step, result }, { desk, me }) =>
    append(desk, me, id, 'campaign.step-done', ({ plan }) => {
      const found = plan[step]
      if (!found) throw new DeskError('notFound', '没有这个工作步骤，请重新打开专项治理。')
      if (found.doneOn !== null) throw new DeskError('refused', '这个工作步骤已经完成，不必再记录。')
      return { step, on: today(desk), result }
    }),
  'campaigns.progress': ({ id, text }, { desk, me }) =>
    append(desk, me, id, 'campaign.progressed', () => ({ on: today(desk), text })),
  'campaigns.finish': ({ id, result }, { desk, me }) =>
    append(desk, me, id, 'campaign.finished', ({ plan }) => {
      const left = plan.filter(({ doneOn }) => doneOn === null).length
      if (left > 0) throw new DeskError('refused', `还有 ${left} 个工作步骤没有完成，完成后再总结治理成效。`)
      return { on: today(desk), result }
    }),
  'campaigns.preview': async ({ id }, { desk }) => {
    const { paper, title } = previewPlan(desk, await viewCampaign(desk, id))
    return { ...(await previewed(desk, 'campaign-plan', paper)), title }
  },
  'campaigns.issue': async ({ id }, { desk, me }) => {
    const document = await desk.ledger.change(async (change) =>
      issuePlan(change, desk, me, await viewCampaign(desk, id)),
    )
    return toDocumentLine(document, desk)
  },

  'research.list': (_, { desk }) => listResearch(desk),
  'research.save': async ({ id, record }, { desk, me }) => {
    const saved = await desk.ledger.change(async (change) => {
      if (record.on > today(desk)) refuseField('record.on', '日期不能晚于今天，请核对。')
      if (record.units.some((code) => !desk.ledger.office().unit(code)))
        refuseField('record.units', '所选单位不存在，请重新选择。')
      if (record.group !== null) await findGroup(desk, record.group)
      const year = yearOf(today(desk))
      const subject =
        id ??
        coordinationNumber(desk.station.code, 'research', year, nextSerial(change.tx, `research/${year}`))
      await change.append({ kind: 'research.recorded', subject, actor: me.login, body: record })
      return subject
    })
    return { id: saved }
  },
}

function refuseFinished(finishedOn: string | null): void {
  if (finishedOn !== null) throw new DeskError('refused', '这项专项治理已经总结，不能再改动。')
}

type CampaignKind = Extract<EntryKind, `campaign.${string}`>

async function append<K extends CampaignKind>(
  desk: Desk,
  me: Me,
  id: string,
  kind: K,
  bodyOf: (campaign: CampaignView) => EntryBody<K>,
): Promise<CampaignView> {
  await desk.ledger.change(async (change) => {
    const campaign = await viewCampaign(desk, id)
    refuseFinished(campaign.finishedOn)
    await change.append({ kind, subject: id, actor: me.login, body: bodyOf(campaign) })
  })
  return viewCampaign(desk, id)
}

async function checkCampaign(desk: Desk, campaign: Campaign): Promise<void> {
  const office = desk.ledger.office()
  const message = '所选单位不存在或已停用，请重新选择。'
  if (!office.unit(campaign.leadUnit)?.active) refuseField('campaign.leadUnit', message)
  if (campaign.assistUnits.some((code) => !office.unit(code)?.active))
    refuseField('campaign.assistUnits', message)
  if (campaign.assistUnits.includes(campaign.leadUnit))
    refuseField('campaign.assistUnits', '同一单位不能既牵头又协办，请去掉重复的单位。')
  for (const [index, { unit }] of campaign.steps.entries())
    if (!office.unit(unit)?.active) refuseField(`campaign.steps.${index}.unit`, message)
  for (const group of campaign.groups) await findGroup(desk, group)
}

const LISTED = 300
const VISITED_WITHIN_DAYS = 365

export async function listResearch(desk: Desk, listed: number = LISTED): Promise<Answer<'research.list'>> {
  const { db } = desk.store.reader
  const rows = await db
    .selectFrom('research')
    .leftJoin('problem_group', 'problem_group.id', 'research.group_id')
    .selectAll('research')
    .select('problem_group.title as groupTitle')
    .orderBy('on_day', 'desc')
    .orderBy('research.id', 'desc')
    .limit(listed)
    .execute()
  const since = addDays(today(desk), -VISITED_WITHIN_DAYS)
  const visited = new Set(
    rows.filter(({ on_day }) => on_day >= since).flatMap(({ units }) => readStrings(units)),
  )
  return {
    records: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      on: row.on_day,
      units: readStrings(row.units),
      people: row.people,
      findings: row.findings,
      proposals: row.proposals,
      group: row.group_id,
      groupTitle: row.groupTitle,
    })),
    unvisited: desk.ledger
      .office()
      .units.filter(({ active, kind, code }) => active && kind === '职能部门' && !visited.has(code))
      .map(({ code }) => code),
  }
}
