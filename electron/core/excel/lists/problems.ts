import type { Answer } from '../../../../shared/contract/api.ts'
import { GROUP_KINDS, RESEARCH_KINDS } from '../../../../shared/domain/coordination.ts'
import { listResearch } from '../../handlers/campaign-handlers.ts'
import { categoryName, unitName } from '../../issuing/gather.ts'
import { type CampaignView, listCampaigns, viewCampaign } from '../../views/campaign-view.ts'
import { listGroups, viewGroup } from '../../views/group-view.ts'
import { type Asked, type Gathered, type Gathering, uncut } from '../gathering.ts'
import { day, listTable, long, percent, text, whole } from '../list-table.ts'
import { units } from './coordination.ts'
import { yes } from './petition-columns.ts'
import { petitionsOnPage } from './petitions.ts'

type Group = Answer<'groups.list'>['groups'][number]
type CampaignLine = Answer<'campaigns.list'>[number]
type ResearchLine = Answer<'research.list'>['records'][number]

export async function groupList(_: Asked<'groups'>, { context, office }: Gathering): Promise<Gathered> {
  const { groups } = await listGroups(context.desk)
  const columns = [
    text('编号', ({ id }: Group) => id),
    long('问题名称', ({ title }: Group) => title),
    text('类别', ({ kind }: Group) => GROUP_KINDS[kind]),
    text('内容分类', ({ category }: Group) => (category === null ? '' : categoryName(office, category))),
    text('涉及单位', ({ unit }: Group) => unitName(office, unit)),
    text('出现月份', ({ months }: Group) => months.map((month) => `${month}月`).join('、')),
    whole('所含事项', ({ members }: Group) => members),
    whole('未办结', ({ open }: Group) => open),
    text('已解决', ({ settled }: Group) => yes(settled)),
    long('研判意见', ({ note }: Group) => note),
    long('专项治理', ({ campaigns }: Group) => campaigns.map(({ title }) => title).join('、')),
  ]
  return { filter: '全部', tables: [listTable('共性问题', columns, groups)] }
}

export async function oneGroup({ id }: Asked<'group'>, gathering: Gathering): Promise<Gathered> {
  const { title, kind, lines, unit } = await viewGroup(gathering.context.desk, id)
  return petitionsOnPage(gathering, lines, { unit, about: title, filter: GROUP_KINDS[kind] })
}

export async function campaignList(_: Asked<'campaigns'>, { context, office }: Gathering): Promise<Gathered> {
  const campaigns = await listCampaigns(context.desk)
  const columns = [
    text('编号', ({ id }: CampaignLine) => id),
    long('专项治理名称', ({ title }: CampaignLine) => title),
    text('牵头单位', ({ leadUnit }: CampaignLine) => unitName(office, leadUnit)),
    day('开始', ({ fromOn }: CampaignLine) => fromOn),
    day('结束', ({ toOn }: CampaignLine) => toOn),
    whole('工作步骤', ({ steps }: CampaignLine) => steps),
    whole('已完成', ({ doneSteps }: CampaignLine) => doneSteps),
    whole('逾期', ({ lateSteps }: CampaignLine) => lateSteps),
    percent('完成率', ({ steps, doneSteps }: CampaignLine) => (steps === 0 ? null : doneSteps / steps)),
    whole('涉及事项', ({ petitions }: CampaignLine) => petitions),
    whole('已办结', ({ settledPetitions }: CampaignLine) => settledPetitions),
    day('总结日期', ({ finishedOn }: CampaignLine) => finishedOn),
  ]
  return { filter: '全部', tables: [listTable('专项治理', columns, campaigns)] }
}

/** The steps of one campaign, and how it went. */
export async function oneCampaign(
  { id }: Asked<'campaign'>,
  { context, office }: Gathering,
): Promise<Gathered> {
  const view = await viewCampaign(context.desk, id)
  type Step = CampaignView['plan'][number] & { readonly place: number }
  type Note = CampaignView['notes'][number]
  const plan = view.plan.map((step, at): Step => ({ ...step, place: at + 1 }))
  return {
    about: view.title,
    filter: `牵头单位：${unitName(office, view.leadUnit)}；协办单位：${units(office, view.assistUnits) || '无'}`,
    tables: [
      listTable(
        '工作步骤',
        [
          whole('序号', ({ place }: Step) => place),
          long('工作步骤', ({ what }: Step) => what),
          text('责任单位', ({ unit }: Step) => unitName(office, unit)),
          day('完成时限', ({ dueOn }: Step) => dueOn),
          day('完成日期', ({ doneOn }: Step) => doneOn),
          text('逾期', ({ late }: Step) => yes(late)),
          long('完成情况', ({ result }: Step) => result),
        ],
        plan,
      ),
      listTable(
        '进展',
        [
          day('日期', ({ on }: Note) => on),
          text('记录人', ({ by }: Note) => by),
          long('进展', (note: Note) => note.text),
        ],
        view.notes,
      ),
    ],
  }
}

export async function researchList(_: Asked<'research'>, gathering: Gathering): Promise<Gathered> {
  const { context, limits, office } = gathering
  const records = uncut((await listResearch(context.desk, limits.listed)).records, gathering)
  const columns = [
    text('编号', ({ id }: ResearchLine) => id),
    day('日期', ({ on }: ResearchLine) => on),
    text('类别', ({ kind }: ResearchLine) => RESEARCH_KINDS[kind]),
    long('走访单位', (record: ResearchLine) => units(office, record.units)),
    long('参加人员', ({ people }: ResearchLine) => people),
    long('了解的情况', ({ findings }: ResearchLine) => findings),
    long('方案和建议', ({ proposals }: ResearchLine) => proposals),
    long('共性问题', ({ groupTitle }: ResearchLine) => groupTitle),
  ]
  return { filter: '全部', tables: [listTable('调研督导', columns, records)] }
}
