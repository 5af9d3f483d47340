import { z } from 'zod'
import { mediumSchema } from './petition.ts'
import { daySchema } from './visit.ts'

/** What the channels of 《办法》 ask for beside petitions: meetings, standing links, appeals, imported work orders. */

const short = (label: string, max = 60) =>
  z.string().trim().min(1, `请填写${label}`).max(max, `${label}请控制在 ${max} 字以内`)
const free = (label: string, max: number) =>
  z.string().trim().max(max, `${label}请控制在 ${max} 字以内`).default('')

export const ACTIVITY_STATES = { planned: '已安排', held: '已召开', cancelled: '已取消' } as const
export type ActivityState = keyof typeof ACTIVITY_STATES

/** 沟通活动: a lunch, a meeting face to face, a seminar, a round of visits, a congress, a talk. */
export const activityFormSchema = z.object({
  channel: z.string().min(1, '请选择沟通渠道'),
  title: short('活动名称', 100),
  heldOn: daySchema,
  place: free('地点', 60),
  /** Post or name of the leader who led it. */
  host: free('参加的校领导或主持人', 60),
  participants: z
    .int('参加人数应是整数')
    .min(0, '参加人数不能小于 0')
    .max(5000, '参加人数过大，请核对')
    .default(0),
  /** In words: which classes, parties, delegations. */
  attendees: free('参加人员', 500),
  notes: free('情况记录', 20_000),
})
export type ActivityForm = z.infer<typeof activityFormSchema>

export const LINK_KINDS = {
  class: '联系学生班级',
  expert: '联系专家',
  student: '联系困难学生',
} as const
export type LinkKind = keyof typeof LINK_KINDS
export const linkKindSchema = z.enum(['class', 'expert', 'student'])

/** The channel each kind of link belongs to; its petitions come in by it. */
export const LINK_CHANNELS: Readonly<Record<LinkKind, string>> = {
  class: 'LDBJ',
  expert: 'LXZJ',
  student: 'KNXS',
}

export const CONTACT_WAYS = {
  talk: '谈话',
  class: '进班听课',
  activity: '参加班级活动',
  counsellor: '与辅导员（班主任）交流',
  visit: '走访',
  phone: '电话',
  help: '帮扶慰问',
  network: '网络',
} as const
export type ContactWay = keyof typeof CONTACT_WAYS
export const contactWaySchema = z.enum(Object.keys(CONTACT_WAYS) as [ContactWay, ...ContactWay[]])

/** 联系: one leader and the class, expert or student in need this leader keeps in touch with. */
export const linkFormSchema = z.object({
  kind: linkKindSchema,
  /** Code of a 校领导, or null for another leader of 处级 or above, who is then named by `person` and `post`. */
  leader: z.string().nullable().default(null),
  person: free('领导干部姓名', 30),
  post: free('职务', 40),
  /** 班级、专家姓名 or 学生姓名. */
  partner: short('联系的班级、专家或学生'),
  unit: free('所在学院或单位', 60),
  since: daySchema,
  remark: free('备注', 500),
  active: z.boolean().default(true),
})
export type LinkForm = z.infer<typeof linkFormSchema>

/** 申诉 of students, 复核 of staff: each has its committee and its own time. */
export const PROCEDURES = { appeal: '学生申诉', review: '教职工复核' } as const
export type Procedure = keyof typeof PROCEDURES

export const APPEAL_RESULTS = {
  upheld: '维持原决定',
  changed: '变更原决定',
  revoked: '撤销原决定',
  remade: '责令重新作出决定',
  rejected: '不予受理',
} as const
export type AppealResult = keyof typeof APPEAL_RESULTS
export const appealResultSchema = z.enum(Object.keys(APPEAL_RESULTS) as [AppealResult, ...AppealResult[]])

export const appealFilingSchema = z.object({
  /** The 处分决定 or 处理意见 complained of, with its number. */
  decision: short('不服的处分决定或处理意见', 200),
  /** Code of the unit that made it. */
  decidedBy: z.string().nullable().default(null),
  decidedOn: daySchema.nullable().default(null),
  /** The day the decision reached the person; the time to appeal runs from it. */
  deliveredOn: daySchema.nullable().default(null),
})
export type AppealFiling = z.infer<typeof appealFilingSchema>

export const appealConclusionSchema = z.object({
  on: daySchema,
  result: appealResultSchema,
  text: short('复查（复核）结论', 5000),
})

export const appealToldSchema = z.object({ on: daySchema, medium: mediumSchema })

/** A work order's field, what its column is called where the program guesses, and whether a row needs it. */
export const IMPORT_FIELDS = {
  reference: { label: '工单编号', required: false },
  reportedAt: { label: '反映时间', required: false },
  channel: { label: '反映渠道', required: false },
  name: { label: '诉求人姓名', required: false },
  phone: { label: '联系电话', required: false },
  identity: { label: '身份', required: false },
  studentNumber: { label: '学号/工号', required: false },
  organisation: { label: '所在单位', required: false },
  title: { label: '标题', required: false },
  matter: { label: '诉求内容', required: true },
  demand: { label: '具体诉求', required: false },
  category: { label: '分类', required: false },
  grade: { label: '分级', required: false },
  urgency: { label: '紧急程度', required: false },
  happenedAt: { label: '发生地点', required: false },
} as const
export type ImportField = keyof typeof IMPORT_FIELDS
export const importFieldSchema = z.enum(Object.keys(IMPORT_FIELDS) as [ImportField, ...ImportField[]])

export const importMappingSchema = z.object({
  /** Field → the heading of its column. */
  columns: z.partialRecord(importFieldSchema, z.string().max(200)),
  /** For rows whose column is empty or which have none. */
  channel: z.string().min(1, '请选择工单来自哪个渠道'),
  category: z.string().nullable().default(null),
  /** 直达: each matter goes to the unit of its category at once (《制度》三（一）1). */
  dispatch: z.boolean().default(false),
})
export type ImportMapping = z.infer<typeof importMappingSchema>
