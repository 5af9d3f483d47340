import { z } from 'zod'
import { daySchema, petitionNumberSchema } from './visit.ts'

/** 协调会 of 《办法》 三2, 调度会 of 《制度》 三（三）. */
export const MEETING_KINDS = { coordination: '协调会', dispatch: '调度会' } as const
export type MeetingKind = keyof typeof MEETING_KINDS
export const meetingKindSchema = z.enum(['coordination', 'dispatch'])

export const MEETING_STATES = { planned: '待召开', held: '已召开', cancelled: '已取消' } as const
export type MeetingState = keyof typeof MEETING_STATES

/** Why a matter is collected for a meeting: 《办法》 三2 names 重点, 难点 and 热点. */
export const COLLECTED_AS = { key: '重点', difficult: '难点', hot: '热点' } as const
export type CollectedAs = keyof typeof COLLECTED_AS
export const collectedAsSchema = z.enum(['key', 'difficult', 'hot'])

export const DECISION_LEVELS = { chase: '催办', supervise: '督办' } as const
export type DecisionLevel = keyof typeof DECISION_LEVELS

const line = (label: string, max: number) =>
  z.string().trim().max(max, `${label}请控制在 ${max} 字以内`).default('')
const owed = (label: string, max: number) =>
  z.string().trim().min(1, `请填写${label}`).max(max, `${label}请控制在 ${max} 字以内`)
/** A form that has no day yet sends an empty text. */
const owedDay = z.string().min(1, '请选择日期').pipe(daySchema)
const unitCode = z.string().min(1, '请选择单位')
const manyUnits = z.array(z.string()).max(40, '单位最多选 40 个').default([])

/** What is settled before a meeting; planning it anew replaces the whole plan. */
export const meetingPlanSchema = z.object({
  kind: meetingKindSchema,
  title: owed('会议名称', 60),
  on: owedDay,
  /** `14:30` */
  time: z
    .string()
    .regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, '时间应形如 14:30')
    .default(''),
  place: owed('会议地点', 60),
  /** 主持人 */
  chair: owed('主持人', 40),
  leadUnit: unitCode,
  assistUnits: manyUnits,
  /** Items beside the petitions. */
  agenda: z.array(owed('议题', 200)).max(30, '议题最多 30 项').default([]),
  petitions: z.array(petitionNumberSchema).max(60, '一次会议最多研究 60 件事项').default([]),
})
export type MeetingPlan = z.infer<typeof meetingPlanSchema>

/** 议定事项: what a unit has to do by when; about one petition, or a matter of its own. */
export const decisionSchema = z.object({
  petition: petitionNumberSchema.nullable().default(null),
  unit: unitCode,
  what: owed('议定事项', 1000),
  dueOn: owedDay,
  level: z.enum(['chase', 'supervise']).default('chase'),
})
export type Decision = z.infer<typeof decisionSchema>

export const meetingHeldSchema = z.object({
  on: owedDay,
  attendees: owed('出席人员', 1000),
  absent: line('请假人员', 500),
  minutes: owed('会议情况', 10_000),
  decisions: z.array(decisionSchema).max(60, '议定事项最多 60 项').default([]),
})
export type MeetingHeld = z.infer<typeof meetingHeldSchema>

/** 共性问题, 季节性问题: 《制度》 三（二）2. */
export const GROUP_KINDS = { common: '共性问题', seasonal: '季节性问题' } as const
export type GroupKind = keyof typeof GROUP_KINDS

export const problemGroupSchema = z.object({
  title: owed('问题名称', 60),
  kind: z.enum(['common', 'seasonal']),
  category: z.string().nullable().default(null),
  unit: z.string().nullable().default(null),
  /** Months of the year it comes in; of seasonal ones. */
  months: z.array(z.int().min(1).max(12)).max(12).default([]),
  note: line('研判意见', 2000),
  /** 已解决: kept, but no longer suggested for. */
  settled: z.boolean().default(false),
})
export type ProblemGroup = z.infer<typeof problemGroupSchema>

/** 专项治理 */
export const campaignStepSchema = z.object({
  what: owed('工作步骤', 500),
  unit: unitCode,
  dueOn: owedDay,
})
export const campaignSchema = z
  .object({
    title: owed('专项治理名称', 60),
    background: line('问题与成因', 3000),
    goal: owed('治理目标', 1000),
    leadUnit: unitCode,
    assistUnits: manyUnits,
    fromOn: owedDay,
    toOn: owedDay,
    groups: z.array(z.string()).max(20, '最多关联 20 个共性问题').default([]),
    steps: z.array(campaignStepSchema).min(1, '请至少写一个工作步骤').max(30, '工作步骤最多 30 步'),
  })
  .superRefine(({ fromOn, toOn, steps }, context) => {
    if (toOn < fromOn)
      context.addIssue({ code: 'custom', path: ['toOn'], message: '结束日期不能早于开始日期' })
    for (const [index, step] of steps.entries()) {
      if (step.dueOn >= fromOn && step.dueOn <= toOn) continue
      const message = '完成日期应在治理起止日期之内'
      context.addIssue({ code: 'custom', path: ['steps', index, 'dueOn'], message })
    }
  })
export type Campaign = z.infer<typeof campaignSchema>

/** 调研督导: 《制度》 三（二）1 and 三（四）. */
export const RESEARCH_KINDS = { visit: '走访调研', supervision: '督导落实', topic: '重点调研' } as const
export type ResearchKind = keyof typeof RESEARCH_KINDS

export const researchSchema = z.object({
  kind: z.enum(['visit', 'supervision', 'topic']),
  on: owedDay,
  units: z.array(z.string()).min(1, '请选择走访的单位').max(40, '单位最多选 40 个'),
  people: owed('参加人员', 300),
  findings: owed('了解的情况', 5000),
  proposals: line('解决方案和建议', 5000),
  /** The 共性问题 it is about, if any. */
  group: z.string().nullable().default(null),
})
export type Research = z.infer<typeof researchSchema>
