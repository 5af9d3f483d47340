import type { Answer } from '../../../../shared/contract/api.ts'
import {
  COLLECTED_AS,
  DECISION_LEVELS,
  MEETING_KINDS,
  MEETING_STATES,
} from '../../../../shared/domain/coordination.ts'
import { basketHandlers } from '../../handlers/basket-handlers.ts'
import { listDisputes } from '../../handlers/dispute-handlers.ts'
import { unitName } from '../../issuing/gather.ts'
import type { Office } from '../../store/office-store.ts'
import { listMeetings, type MeetingView, viewMeeting } from '../../views/meeting-view.ts'
import { type Asked, type Gathered, type Gathering, uncut } from '../gathering.ts'
import { day, listTable, long, text, whole } from '../list-table.ts'
import { withNames } from '../pages.ts'
import { petitionColumns, yes } from './petition-columns.ts'

type MeetingLine = Answer<'meetings.list'>['meetings'][number]
type Decided = MeetingView['decided'][number]

/** What waits for the next meeting, and what the record says should. */
export async function basketList(_: Asked<'basket'>, gathering: Gathering): Promise<Gathered> {
  const { waiting, suggested } = await basketHandlers['basket.list'](undefined, gathering.context)
  type Waiting = (typeof waiting)[number]
  type Suggested = (typeof suggested)[number]
  const { office } = gathering
  return {
    filter: '已列入和建议列入',
    tables: [
      listTable(
        '已列入会商',
        [
          ...petitionColumns(office, ({ line }: Waiting) => line),
          text('列为', ({ as }: Waiting) => COLLECTED_AS[as]),
          long('列入原因', ({ reason }: Waiting) => reason),
          day('列入日期', ({ on }: Waiting) => on),
          text('已列入会议', ({ meeting }: Waiting) => meeting),
        ],
        await withNames(gathering, waiting),
      ),
      listTable(
        '建议列入',
        [
          ...petitionColumns(office, ({ line }: Suggested) => line),
          long('建议的理由', ({ why }: Suggested) => why.join('；')),
        ],
        await withNames(gathering, suggested),
      ),
    ],
  }
}

export async function disputeList({ settled }: Asked<'disputes'>, gathering: Gathering): Promise<Gathered> {
  const { context, limits, pause } = gathering
  const groups = await listDisputes(context.desk, settled, limits.listed, pause)
  const rows = uncut(
    groups.flatMap(({ disputes }) => disputes),
    gathering,
  )
  type Row = (typeof rows)[number]
  const { office } = gathering
  const columns = [
    ...petitionColumns(office, ({ line }: Row) => line),
    text('首办单位', ({ firstUnit }: Row) => unitName(office, firstUnit)),
    whole('退回次数', ({ returns }: Row) => returns.length),
    day('最近退回', ({ returns }: Row) => returns.at(-1)?.on ?? null),
    long('退回理由', ({ returns }: Row) =>
      returns.map(({ unit, reason }) => `${unitName(office, unit)}：${reason}`).join('\n'),
    ),
    text('建议单位', ({ returns }: Row) => unitName(office, returns.at(-1)?.suggestedUnit ?? null)),
    text('已认定', (row: Row) => yes(row.settled)),
    long('认定结果', ({ outcome }: Row) => outcome),
  ]
  return {
    filter: settled ? '包括已认定的' : '尚未认定的',
    tables: [listTable('权属争议', columns, await withNames(gathering, rows))],
  }
}

export async function meetingList(_: Asked<'meetings'>, gathering: Gathering): Promise<Gathered> {
  const { office } = gathering
  const meetings = await allMeetings(gathering)
  const columns = [
    text('会议编号', ({ id }: MeetingLine) => id),
    text('类别', ({ kind }: MeetingLine) => MEETING_KINDS[kind]),
    long('会议名称', ({ title }: MeetingLine) => title),
    day('日期', ({ on }: MeetingLine) => on),
    text('时间', ({ time }: MeetingLine) => time),
    text('地点', ({ place }: MeetingLine) => place),
    text('主持人', ({ chair }: MeetingLine) => chair),
    text('牵头单位', ({ leadUnit }: MeetingLine) => unitName(office, leadUnit)),
    long('参加单位', ({ assistUnits }: MeetingLine) => units(office, assistUnits)),
    text('状态', ({ state }: MeetingLine) => MEETING_STATES[state]),
    whole('研究事项', ({ matters }: MeetingLine) => matters),
    whole('议定事项', ({ decisions }: MeetingLine) => decisions),
    whole('未落实', ({ openDecisions }: MeetingLine) => openDecisions),
    whole('逾期', ({ lateDecisions }: MeetingLine) => lateDecisions),
  ]
  return { filter: '全部会议', tables: [listTable('会议', columns, meetings)] }
}

/** 督办事项: what every meeting decided, carried out or not, the earliest due first. */
export async function decisionList(_: Asked<'decisions'>, gathering: Gathering): Promise<Gathered> {
  const { desk } = gathering.context
  const meetings = await allMeetings(gathering)
  const rows = []
  for (const { id, title, on, decisions } of meetings) {
    if (decisions === 0) continue
    const { decided } = await viewMeeting(desk, id)
    rows.push(...decided.map((decision) => ({ ...decision, meeting: title, heldOn: on })))
    await gathering.pause()
  }
  type Row = (typeof rows)[number]
  const columns = [
    text('会议', ({ meeting }: Row) => meeting, 40),
    day('会议日期', ({ heldOn }: Row) => heldOn),
    ...decisionColumns(gathering.office),
  ]
  const ordered = rows.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return { filter: '全部议定事项', tables: [listTable('议定事项督办', columns, ordered)] }
}

async function allMeetings(gathering: Gathering): Promise<readonly MeetingLine[]> {
  const { meetings } = await listMeetings(gathering.context.desk, gathering.limits.listed)
  return uncut(meetings, gathering)
}

function decisionColumns<Row extends Decided>(office: Office) {
  return [
    whole('序号', ({ ordinal }: Row) => ordinal + 1),
    text('信访编号', ({ petition }: Row) => petition),
    long('议定事项', ({ what }: Row) => what),
    text('责任单位', ({ unit }: Row) => unitName(office, unit)),
    text('方式', ({ level }: Row) => DECISION_LEVELS[level]),
    day('完成时限', ({ dueOn }: Row) => dueOn),
    day('完成日期', ({ doneOn }: Row) => doneOn),
    text('逾期', ({ late }: Row) => yes(late)),
    long('落实情况', ({ result }: Row) => result),
  ]
}

/** The matters of one meeting, and what was decided. */
export async function oneMeeting({ id }: Asked<'meeting'>, gathering: Gathering): Promise<Gathered> {
  const view = await viewMeeting(gathering.context.desk, id)
  type Item = (typeof view.items)[number]
  return {
    about: view.title,
    filter: `${MEETING_KINDS[view.kind]}，${MEETING_STATES[view.state]}`,
    tables: [
      listTable(
        '研究事项',
        [
          ...petitionColumns(gathering.office, ({ line }: Item) => line),
          text('列为', ({ as }: Item) => COLLECTED_AS[as]),
          long('列入原因', ({ reason }: Item) => reason),
        ],
        await withNames(gathering, view.items),
      ),
      listTable('议定事项', decisionColumns<Decided>(gathering.office), view.decided),
    ],
  }
}

export function units(office: Office, codes: readonly string[]): string {
  return codes.map((code) => unitName(office, code)).join('、')
}
