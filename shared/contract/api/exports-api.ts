import { z } from 'zod'
import type { Role } from '../../domain/account.ts'
import { daySchema } from '../../domain/visit.ts'
import { documentsApi } from './documents-api.ts'
import { petitionFilters } from './petitions-api.ts'
import { registerFilter } from './register-api.ts'
import { reportsApi } from './reports-api.ts'
import { type ApiTable, job, READERS, reason } from './table.ts'

const id = z.string().min(1)
const period = { from: daySchema, until: daySchema }
const figure = reportsApi['reports.lines'].input.shape

/** A list as it stands on a screen, with what it is filtered by there. */
export const listAsked = z.discriminatedUnion('list', [
  petitionFilters.extend({ list: z.literal('petitions'), query: z.string().max(200).default('') }),
  z.object({ list: z.literal('today') }),
  z.object({ list: z.literal('chasing') }),
  z.object({ list: z.literal('instructions'), ...period }),
  z.object({ list: z.literal('review'), day: daySchema }),
  registerFilter.extend({ list: z.literal('documents') }),
  z.object({ list: z.literal('volume'), ...documentsApi['volumes.preview'].input.shape }),
  z.object({ list: z.literal('reception-days'), ...period }),
  z.object({ list: z.literal('reception-day'), id }),
  z.object({ list: z.literal('reception-follow-up') }),
  z.object({ list: z.literal('shifts'), ...period }),
  z.object({ list: z.literal('basket') }),
  z.object({ list: z.literal('disputes'), settled: z.boolean().default(false) }),
  z.object({ list: z.literal('meetings') }),
  z.object({ list: z.literal('decisions') }),
  z.object({ list: z.literal('meeting'), id }),
  z.object({ list: z.literal('groups') }),
  z.object({ list: z.literal('group'), id }),
  z.object({ list: z.literal('campaigns') }),
  z.object({ list: z.literal('campaign'), id }),
  z.object({ list: z.literal('research') }),
  z.object({ list: z.literal('channels') }),
  z.object({
    list: z.literal('unit-channels'),
    unit: z.string().min(1),
    closed: z.boolean().default(false),
  }),
  z.object({ list: z.literal('activities'), channel: z.string().nullable().default(null) }),
  z.object({ list: z.literal('activity'), id }),
  z.object({ list: z.literal('links') }),
  z.object({ list: z.literal('appeals') }),
  z.object({ list: z.literal('import-runs') }),
  z.object({ list: z.literal('import-rows'), run: id }),
  z.object({
    list: z.literal('figure'),
    period: figure.period,
    measure: figure.measure,
    dimension: figure.dimension,
    key: figure.key,
  }),
  z.object({ list: z.literal('calendar') }),
  z.object({ list: z.literal('units') }),
  z.object({ list: z.literal('categories') }),
  z.object({ list: z.literal('batches') }),
])
export type ListAsked = z.output<typeof listAsked>
export type ListName = ListAsked['list']

/** Handing in and taking out is the office's; who keeps a day of reception or reads a day takes out that one too. */
const OFFICE: readonly Role[] = ['clerk', 'admin']
const DESK: readonly Role[] = ['receptionist', ...OFFICE]

type ListRule = {
  /** What its file and its first line are called. */
  readonly title: string
  readonly by: readonly Role[]
  /** The call that shows it on a screen: who may not look may not take out. */
  readonly follows: string
  /** Petitioners stand in it, so that it can be asked for with full names. */
  readonly people: boolean
}

export const LISTS = {
  petitions: { title: '信访事项', by: OFFICE, follows: 'petitions.list', people: true },
  today: { title: '今日工作', by: DESK, follows: 'petitions.today', people: true },
  chasing: { title: '催办督办台账', by: DESK, follows: 'chasing.board', people: true },
  instructions: { title: '领导批示件台账', by: OFFICE, follows: 'petitions.list', people: true },
  review: { title: '领导批阅单', by: ['leader'], follows: 'review.day', people: true },
  documents: { title: '发文登记簿', by: OFFICE, follows: 'register.list', people: false },
  volume: { title: '归档文件目录', by: OFFICE, follows: 'volumes.preview', people: false },
  'reception-days': {
    title: '校领导接待日安排',
    by: [...DESK, 'leader'],
    follows: 'reception.days',
    people: false,
  },
  'reception-day': {
    title: '校领导接待日台账',
    by: [...DESK, 'leader'],
    follows: 'reception.day',
    people: true,
  },
  'reception-follow-up': {
    title: '接待日督办台账',
    by: [...DESK, 'leader'],
    follows: 'reception.followUp',
    people: true,
  },
  shifts: { title: '值班安排', by: [...DESK, 'leader'], follows: 'shifts.list', people: false },
  basket: { title: '待会商事项', by: OFFICE, follows: 'basket.list', people: true },
  disputes: { title: '权属争议事项', by: OFFICE, follows: 'disputes.list', people: true },
  meetings: { title: '协调会、调度会台账', by: OFFICE, follows: 'meetings.list', people: false },
  decisions: { title: '议定事项督办台账', by: OFFICE, follows: 'meetings.list', people: false },
  meeting: { title: '会议事项', by: OFFICE, follows: 'meetings.open', people: true },
  groups: { title: '共性问题台账', by: OFFICE, follows: 'groups.list', people: false },
  group: { title: '共性问题所含事项', by: OFFICE, follows: 'groups.open', people: true },
  campaigns: { title: '专项治理台账', by: OFFICE, follows: 'campaigns.list', people: false },
  campaign: { title: '专项治理推进表', by: OFFICE, follows: 'campaigns.open', people: false },
  research: { title: '调研督导台账', by: OFFICE, follows: 'research.list', people: false },
  channels: { title: '沟通渠道台账', by: OFFICE, follows: 'channels.overview', people: false },
  'unit-channels': { title: '牵头渠道事项', by: OFFICE, follows: 'channels.ofUnit', people: true },
  activities: { title: '沟通活动台账', by: OFFICE, follows: 'activities.list', people: false },
  activity: { title: '沟通活动反映事项', by: OFFICE, follows: 'activities.open', people: true },
  links: { title: '常态化联系台账', by: OFFICE, follows: 'links.list', people: false },
  appeals: { title: '申诉复核台账', by: OFFICE, follows: 'appeals.list', people: true },
  'import-runs': { title: '工单导入台账', by: OFFICE, follows: 'imports.list', people: false },
  'import-rows': { title: '工单导入未成明细', by: OFFICE, follows: 'imports.report', people: false },
  figure: { title: '统计所列事项', by: OFFICE, follows: 'reports.lines', people: true },
  calendar: { title: '工作日历', by: OFFICE, follows: 'calendar.read', people: false },
  units: { title: '单位名录', by: OFFICE, follows: 'catalogue.read', people: false },
  categories: { title: '信访内容分类', by: OFFICE, follows: 'catalogue.read', people: false },
  batches: { title: '归档批次', by: OFFICE, follows: 'archive.state', people: false },
} as const satisfies Readonly<Record<ListName, ListRule>>

/** Who may take out a list with full names. */
export const REVEALERS: readonly Role[] = OFFICE

export const exportsApi = {
  /** 导出 Excel: every row of the list, in its order; recorded in the journal. */
  'lists.export': {
    allowed: READERS,
    input: z.object({
      asked: listAsked,
      /** Null leaves names masked. */
      reveal: z
        .object({ reason: reason('请写明导出完整姓名的原因') })
        .nullable()
        .default(null),
      job,
    }),
    output: z.object({
      fileName: z.string(),
      /** Base64 of the .xlsx. */
      bytes: z.string(),
      rows: z.number().int(),
      /** Matters left out because they complain about the very unit the list is about; told to the clerk alone. */
      withheld: z.number().int(),
    }),
  },
} as const satisfies ApiTable
