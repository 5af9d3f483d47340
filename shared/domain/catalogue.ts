import { z } from 'zod'
import { tableOf } from './names.ts'

/** What the administrator keeps: units, channels, categories, leaders and settings. Journal entries name them by code. */

export const codeSchema = z
  .string('请填写代码。')
  .regex(/^[A-Z0-9]{2,12}$/, '代码应是 2 到 12 位大写字母或数字。')

const nameSchema = z
  .string('请填写名称。')
  .trim()
  .min(1, '请填写名称。')
  .max(60, '名称请控制在 60 个字以内。')
const shortTextSchema = z.string('应是文字，可以留空。').trim().max(100, '请控制在 100 个字以内。')

/** Came later than the first desks: absent in what they stored. */
const optionalTextSchema = shortTextSchema.default('')

const item = {
  code: codeSchema,
  /** An item once used is switched off, never removed: old petitions still name it. */
  active: z.boolean('请选择启用或停用。'),
  /** Place in lists, smallest first. */
  order: z.int('排序应是整数。').min(0, '排序不能小于 0。'),
}

export const UNIT_KINDS = ['职能部门', '党群', '学院'] as const

export const unitSchema = z
  .object(
    {
      ...item,
      name: nameSchema,
      kind: z.enum(UNIT_KINDS, '单位类别应是职能部门、党群或学院。'),
      /** Person, phone and room the reception desk calls. */
      contact: shortTextSchema,
      phone: shortTextSchema,
      place: shortTextSchema,
      /** 主要负责人, whom the assessment names. */
      head: optionalTextSchema,
      /** 专人入驻: who sits with the reception office for the unit (《制度》三（二）1). */
      resident: optionalTextSchema,
      /** 副职 or others who stand in. */
      deputies: optionalTextSchema,
      /** Discipline inspection: the only unit that may be given a 检举控告. */
      takesAccusations: z.boolean('请选择是否受理检举控告。'),
    },
    '单位的信息不完整。',
  )
  .readonly()
export type Unit = z.infer<typeof unitSchema>

/** 《办法》 = 信息沟通实施办法 (2016), 《制度》 = 接诉即办工作制度 (2023). */
export const REGULATIONS = ['办法', '制度'] as const
export type Regulation = (typeof REGULATIONS)[number]

export const REGULATION_TITLES: Readonly<Record<Regulation, string>> = {
  办法: '《信息沟通实施办法》',
  制度: '《接诉即办工作制度》',
}

/** 《办法》 一（一）与学生、（二）与教职工、（三）综合; and the instant channels of 《制度》 二. */
export const CHANNEL_GROUPS = ['student', 'staff', 'general', 'instant'] as const
export const CHANNEL_GROUP_NAMES: Readonly<Record<(typeof CHANNEL_GROUPS)[number], string>> = {
  student: '与学生沟通的渠道',
  staff: '与教职工沟通的渠道',
  general: '综合沟通渠道',
  instant: '接诉即办平台',
}

/** Which form a petition of the channel is entered with: the full counter form, the reception day's, or the short one. */
export const CHANNEL_ENTRIES = ['counter', 'reception-day', 'short'] as const

export const channelSchema = z
  .object(
    {
      ...item,
      name: nameSchema,
      group: z.enum(CHANNEL_GROUPS, '请选择渠道类别。'),
      regulation: z.enum(REGULATIONS, '请选择适用《办法》还是《制度》。'),
      /** 牵头单位; null where the regulation names none. */
      leadUnit: codeSchema.nullable(),
      /** Further lead units where the regulation names several. */
      otherLeadUnits: z.array(codeSchema, '其他牵头单位应是一个列表。').readonly(),
      entry: z.enum(CHANNEL_ENTRIES, '请选择登记方式。'),
    },
    '渠道的信息不完整。',
  )
  .readonly()
export type Channel = z.infer<typeof channelSchema>

export const categorySchema = z
  .object(
    {
      ...item,
      name: nameSchema,
      /** Code of the first-level category; null for a first-level one. */
      parent: codeSchema.nullable(),
      /** 归口单位 offered when the category is chosen. */
      defaultUnit: codeSchema.nullable(),
      /** 具体责任人 it goes to directly, without a transfer (《制度》三（一）1). */
      responsible: optionalTextSchema,
    },
    '分类的信息不完整。',
  )
  .readonly()
export type Category = z.infer<typeof categorySchema>

export const leaderSchema = z
  .object(
    {
      ...item,
      post: z.string('请填写职务。').trim().min(1, '请填写职务。').max(30, '职务请控制在 30 个字以内。'),
      /** Empty until the office fills it in. */
      name: z.string('姓名应是文字，可以留空。').trim().max(30, '姓名请控制在 30 个字以内。'),
      /** 主要领导, as against 分管校领导: a submission goes to one or the other. */
      principal: z.boolean('请选择是否主要领导。'),
    },
    '校领导的信息不完整。',
  )
  .readonly()
export type Leader = z.infer<typeof leaderSchema>

/** Keys of the table in `shared/rules/deadlines.ts`; here because the settings name them. */
export const DEADLINE_KINDS = [
  'direct',
  'transfer',
  'submit',
  'instant',
  'sameDay',
  'complex',
  'acceptanceNotice',
  'extension',
  'settle',
  'redoOrder',
  'redo',
  'superviseOrder',
  'supervise',
  'appealFiling',
  'appeal',
  'reviewFiling',
  'review',
] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

export const COUNTS = ['working', 'calendar'] as const
export type Counts = (typeof COUNTS)[number]

const deadlineOverrideSchema = z
  .object(
    {
      days: z.int('天数应是整数。').min(0, '天数不能小于 0。').max(365, '天数不能超过 365。').optional(),
      counts: z.enum(COUNTS, '请选择按工作日或按自然日计算。').optional(),
    },
    '请填写天数或者计算方式。',
  )
  .readonly()
export const deadlineOverridesSchema = z
  .partialRecord(
    z.enum(DEADLINE_KINDS, '没有这一项期限。'),
    deadlineOverrideSchema,
    '期限设置只能按已有的期限逐项填写。',
  )
  .readonly()
export type DeadlineOverrides = z.infer<typeof deadlineOverridesSchema>

export const warningSettingsSchema = z
  .object(
    {
      /** Warn when half the working time is gone without progress. */
      halfGone: z.boolean('请选择时限过半是否提醒。'),
      /** Working days before the due day from which on a petition is called due soon. */
      daysBefore: z
        .int('提前提醒天数应是整数。')
        .min(0, '提前提醒天数不能小于 0。')
        .max(30, '提前提醒天数不能超过 30。'),
      /** More working days late than this is serious. */
      severeAfter: z
        .int('严重逾期天数应是整数。')
        .min(0, '严重逾期天数不能小于 0。')
        .max(365, '严重逾期天数不能超过 365。'),
    },
    '提醒设置不完整。',
  )
  .readonly()
export type WarningSettings = z.infer<typeof warningSettingsSchema>

/** Numbered notices; each has its own 机关代字 and its own yearly count. */
export const NOTICE_SERIES = [
  'transfer',
  'assign',
  'urge',
  'supervise',
  'accept',
  'decline',
  'extend',
  'reply',
  'result',
  'general',
  'report',
  'minutes',
] as const
export type NoticeSeries = (typeof NOTICE_SERIES)[number]

export const NOTICE_SERIES_NAMES: Readonly<Record<NoticeSeries, string>> = {
  transfer: '转办',
  assign: '交办',
  urge: '催办',
  supervise: '督办',
  accept: '受理告知',
  decline: '不予受理告知',
  extend: '延期告知',
  reply: '答复意见',
  result: '反馈告知',
  general: '通知（文件）',
  report: '报告',
  minutes: '纪要',
}

const organCodeSchema = z
  .string('请填写机关代字。')
  .trim()
  .min(1, '请填写机关代字。')
  .max(12, '机关代字请控制在 12 个字以内。')
  .regex(/^[^〔〕[\]0-9\s]+$/, '机关代字不含年份、括号、数字和空格。')

/** Came later than the first desks: a desk that stored none has these until its office sets its own. */
const seriesSchema = z
  .object(
    {
      ...tableOf(NOTICE_SERIES, () => organCodeSchema),
      general: organCodeSchema.default('校办字'),
      report: organCodeSchema.default('校办报'),
      minutes: organCodeSchema.default('校办纪'),
      result: organCodeSchema.optional(),
    },
    '机关代字应按文书种类逐项填写。',
  )
  .transform((series) => ({ ...series, result: series.result ?? resultCode(series.reply) }))
  .readonly()

/** 反馈告知书 was once counted with the replies: it takes their 机关代字 with 告 at the end, and counts from one. */
function resultCode(reply: string): string {
  return `${reply.replace(/[复答]$/u, '').slice(0, 11)}告`
}

/** 30年, 10年 or 永久 (DA/T 22-2015). */
export const retentionSchema = z.enum(['永久', '30年', '10年'], '保管期限应是永久、30年或10年。')
export type Retention = z.infer<typeof retentionSchema>

export const settingsSchema = z.object(
  {
    /** People from which on a visit is a 集体访. */
    groupVisitThreshold: z
      .int('集体访人数应是整数。')
      .min(2, '集体访人数不能少于 2。')
      .max(100, '集体访人数不能超过 100。'),
    /** 《信访工作条例》第二十条: never more than five. */
    maxRepresentatives: z
      .int('代表人数应是整数。')
      .min(1, '代表人数不能少于 1。')
      .max(5, '代表人数不能超过 5 人。'),
    idleMinutes: z
      .int('锁定分钟数应是整数。')
      .min(1, '锁定分钟数不能少于 1。')
      .max(240, '锁定分钟数不能超过 240。'),
    warnings: warningSettingsSchema,
    /** Days after which a new 协调会 or 调度会 is called for; 30 when the school has not said. */
    meetingEveryDays: z
      .int('会议间隔应是整数。')
      .min(7, '会议间隔不能少于 7 天。')
      .max(366, '会议间隔不能超过 366 天。')
      .optional(),
    /** What this school settled differently from the table of deadlines. */
    deadlines: deadlineOverridesSchema,
    /** Channel the counter form starts with. */
    defaultChannel: codeSchema,
    receptionPlace: z
      .string('请填写接待地点。')
      .trim()
      .min(1, '请填写接待地点。')
      .max(60, '接待地点请控制在 60 个字以内。'),
    /** In whose name notices go out: an inner office may not issue official documents itself (公文处理工作条例). */
    issuingOrgan: z
      .string('请填写发文机关。')
      .trim()
      .min(1, '请填写发文机关。')
      .max(40, '发文机关请控制在 40 个字以内。'),
    noticeKind: z.enum(['函', '通知'], '文种应是函或通知。'),
    series: seriesSchema,
    /** Printed under notices and on receipts. */
    contact: z
      .object({ person: shortTextSchema, phone: shortTextSchema, place: shortTextSchema }, '联系方式不完整。')
      .readonly(),
    /** 档号: by piece (DA/T 22-2015) or by the classes of university archives. */
    archive: z
      .object(
        {
          scheme: z.enum(['piece', 'class'], '档号方案应是按件或按类。'),
          /** 全宗号 */
          fonds: z
            .string('请填写全宗号。')
            .trim()
            .regex(/^[A-Z0-9]{1,8}$/, '全宗号应是 1 到 8 位大写字母或数字。'),
          /** 机构（问题）代码 */
          organ: codeSchema,
          /** 分类号, `XZ11` 行政综合. */
          classNumber: codeSchema,
        },
        '档号设置不完整。',
      )
      .readonly()
      .default({ scheme: 'piece', fonds: '0110', organ: 'BGS', classNumber: 'XZ11' }),
    retention: z
      .object(
        {
          /** With a leader's instruction, or a group visit. */
          leaderOrGroup: retentionSchema,
          withOutcome: retentionSchema,
          other: retentionSchema,
        },
        '保管期限设置不完整。',
      )
      .readonly(),
  },
  '设置不完整。',
)
export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** Everything a fresh desk starts with. */
export type Catalogue = {
  readonly units: readonly Unit[]
  readonly channels: readonly Channel[]
  readonly categories: readonly Category[]
  readonly leaders: readonly Leader[]
  readonly settings: Settings
}
