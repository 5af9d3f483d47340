import type { Answer } from '../../../../shared/contract/api.ts'
import {
  ACTIVITY_STATES,
  APPEAL_RESULTS,
  CONTACT_WAYS,
  LINK_KINDS,
  PROCEDURES,
} from '../../../../shared/domain/channel-work.ts'
import { OPEN_STATES } from '../../../../shared/domain/petition.ts'
import { activityHandlers, listActivities } from '../../handlers/activity-handlers.ts'
import { listAppeals } from '../../handlers/appeal-handlers.ts'
import { channelHandlers, channelsOf } from '../../handlers/channel-handlers.ts'
import { linkHandlers } from '../../handlers/link-handlers.ts'
import { unitName } from '../../issuing/gather.ts'
import { type Asked, type Gathered, type Gathering, namesOf, uncut } from '../gathering.ts'
import { day, listTable, long, text, whole } from '../list-table.ts'
import { stepped } from '../pages.ts'
import { petitionsByRid, petitionsOnPage } from './petitions.ts'

type Activity = Answer<'activities.list'>[number]
type Link = Answer<'links.list'>['links'][number]
type Contact = Answer<'links.open'>['history'][number] & { readonly link: Link }
type Appeal = Answer<'appeals.list'>[number]

/** Every channel with what came in by it, and how often it met. */
export async function channelList(_: Asked<'channels'>, { context, office }: Gathering): Promise<Gathered> {
  const { semester, channels } = await channelHandlers['channels.overview'](undefined, context)
  const { semesters, channels: met } = await activityHandlers['activities.frequency'](undefined, context)
  type Row = (typeof channels)[number]
  type Met = (typeof met)[number]
  const channelName = (code: string) => office.channel(code)?.name ?? code
  return {
    filter: semester,
    tables: [
      listTable(
        '沟通渠道',
        [
          text('渠道', ({ code }: Row) => channelName(code)),
          text('牵头单位', ({ code }: Row) => unitName(office, office.channel(code)?.leadUnit ?? null)),
          whole('本学期', (row: Row) => row.semester),
          whole('累计', ({ total }: Row) => total),
          day('最近活动', ({ lastHeldOn }: Row) => lastHeldOn),
          day('下次活动', ({ nextPlannedOn }: Row) => nextPlannedOn),
        ],
        channels,
      ),
      listTable(
        '召开次数',
        [
          text('渠道', ({ channel }: Met) => channelName(channel)),
          ...semesters.map((name, at) => whole(name, ({ counts }: Met) => counts[at] ?? 0)),
          day('最近召开', ({ lastHeldOn }: Met) => lastHeldOn),
          whole('距今天数', ({ since }: Met) => since),
          day('下次召开', ({ nextPlannedOn }: Met) => nextPlannedOn),
        ],
        met,
      ),
    ],
  }
}

export async function unitChannelList(
  { unit, closed }: Asked<'unit-channels'>,
  gathering: Gathering,
): Promise<Gathered> {
  return petitionsByRid(gathering, await ridsOfUnit(gathering, unit, closed), {
    unit,
    about: unitName(gathering.office, unit),
    filter: closed ? '包括已办结的' : '未办结的',
  })
}

/** In the order of the screen: what has a due day first, the one longest over before all others, then the newest. */
async function ridsOfUnit(gathering: Gathering, unit: string, closed: boolean): Promise<number[]> {
  const channels = channelsOf(gathering.office.channels, unit)
  type Found = { readonly rid: number; readonly dueOn: string | null; readonly open: 0 | 1 }
  const open = OPEN_STATES.map((state) => `'${state}'`).join(', ')
  const found = await stepped<Found>(
    gathering,
    `select rid, due_on as dueOn, state in (${open}) as open from petition
      where channel in (${channels.map(() => '?').join(', ')})`,
    channels,
    (row) => closed || row.open === 1,
  )
  const dueOf = ({ dueOn, open: isOpen }: Found) =>
    isOpen === 1 && dueOn !== null ? `1${dueOn}` : `2${dueOn ?? ''}`
  return found
    .map((row) => ({ rid: row.rid, due: dueOf(row) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : b.rid - a.rid))
    .map(({ rid }) => rid)
}

export async function activityList(
  { channel }: Asked<'activities'>,
  gathering: Gathering,
): Promise<Gathered> {
  const { context, office, limits } = gathering
  const activities = uncut(listActivities(context.desk, channel, limits.listed), gathering)
  const columns = [
    text('编号', ({ id }: Activity) => id),
    text('渠道', (activity: Activity) => office.channel(activity.channel)?.name ?? activity.channel),
    long('活动名称', ({ title }: Activity) => title),
    day('日期', ({ heldOn }: Activity) => heldOn),
    text('地点', ({ place }: Activity) => place),
    text('校领导或主持人', ({ host }: Activity) => host),
    whole('参加人数', ({ participants }: Activity) => participants),
    long('参加人员', ({ attendees }: Activity) => attendees),
    text('状态', ({ state }: Activity) => ACTIVITY_STATES[state]),
    whole('反映事项', ({ matters }: Activity) => matters),
    long('情况记录', ({ notes }: Activity) => notes),
    long('取消原因', ({ reason }: Activity) => reason),
  ]
  const filter = channel === null ? '全部渠道' : (office.channel(channel)?.name ?? channel)
  return { filter, tables: [listTable('沟通活动', columns, activities)] }
}

/** The matters one meeting of a channel raised. */
export async function oneActivity({ id }: Asked<'activity'>, gathering: Gathering): Promise<Gathered> {
  const { title, petitions, channel } = await activityHandlers['activities.open']({ id }, gathering.context)
  const filter = gathering.office.channel(channel)?.name ?? channel
  return petitionsOnPage(gathering, petitions, { unit: null, about: title, filter })
}

/** 联系 with every contact. A student in need stays masked, as on every screen. */
export async function linkList(_: Asked<'links'>, { context, pause }: Gathering): Promise<Gathered> {
  const { links, missing } = await linkHandlers['links.list'](undefined, context)
  const contacts: Contact[] = []
  for (const link of links) {
    const { history } = await linkHandlers['links.open']({ id: link.id }, context)
    contacts.push(...history.map((contact) => ({ ...contact, link })))
    await pause()
  }
  return {
    filter: '全部',
    tables: [
      listTable(
        '联系',
        [
          text('编号', ({ id }: Link) => id),
          text('类别', ({ kind }: Link) => LINK_KINDS[kind]),
          text('联系人', ({ who }: Link) => who),
          text('联系对象', ({ partner }: Link) => partner),
          text('所在单位', ({ unit }: Link) => unit),
          day('开始日期', ({ since }: Link) => since),
          whole('联系次数', (link: Link) => link.contacts),
          day('最近联系', ({ lastContactOn }: Link) => lastContactOn),
          text('状态', ({ active }: Link) => (active ? '联系中' : '已结束')),
          long('备注', ({ remark }: Link) => remark),
        ],
        links,
      ),
      listTable(
        '联系记录',
        [
          day('日期', ({ on }: Contact) => on),
          text('联系人', ({ link }: Contact) => link.who),
          text('联系对象', ({ link }: Contact) => link.partner),
          text('方式', ({ how }: Contact) => CONTACT_WAYS[how]),
          long('情况', (contact: Contact) => contact.text),
          text('登记事项', ({ petition }: Contact) => petition),
        ],
        contacts,
      ),
      listTable(
        '尚缺的联系',
        [
          text('校领导', ({ who }: (typeof missing)[number]) => who),
          text('类别', ({ kind }: (typeof missing)[number]) => LINK_KINDS[kind]),
          long('规定', ({ sentence }: (typeof missing)[number]) => sentence),
        ],
        missing,
      ),
    ],
  }
}

export async function appealList(_: Asked<'appeals'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const appeals = uncut(await listAppeals(desk, me, gathering.limits.listed, gathering.pause), gathering)
  const nameOf = await namesOf(
    gathering,
    appeals.map(({ petition }) => petition),
  )
  const columns = [
    text('信访编号', ({ petition }: Appeal) => petition),
    text('程序', ({ procedure }: Appeal) => PROCEDURES[procedure]),
    text('申诉人', ({ petition, petitioner }: Appeal) => nameOf({ number: petition, petitioner })),
    long('标题', ({ title }: Appeal) => title),
    long('所不服的决定', ({ decision }: Appeal) => decision),
    text('决定单位', ({ decidedBy }: Appeal) => unitName(gathering.office, decidedBy)),
    day('决定日期', ({ decidedOn }: Appeal) => decidedOn),
    day('送达日期', ({ deliveredOn }: Appeal) => deliveredOn),
    day('提出日期', ({ filedOn }: Appeal) => filedOn),
    day('提出期限', ({ filingDueOn }: Appeal) => filingDueOn),
    long('逾期提出', ({ late }: Appeal) => late),
    text('受理机构', ({ committee }: Appeal) => committee),
    day('办理期限', ({ due }: Appeal) => due?.dueOn ?? null),
    day('作出结论', ({ concludedOn }: Appeal) => concludedOn),
    text('结论', ({ result }: Appeal) => (result === null ? '' : APPEAL_RESULTS[result])),
    long('结论内容', ({ conclusion }: Appeal) => conclusion),
    day('告知日期', ({ toldOn }: Appeal) => toldOn),
  ]
  return { filter: '全部', tables: [listTable('申诉复核', columns, appeals)] }
}
