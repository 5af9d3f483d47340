import { z } from 'zod'
import { type Day, type Instant, isDay } from './day.ts'
import { emailProblem, phoneProblem, residentIdProblem } from './identity-numbers.ts'
import { gradeSchema, type PetitionNumber, purposeSchema, urgencySchema } from './petition.ts'

export const daySchema = z
  .string()
  .refine(isDay, '日期不存在，应形如 2026-11-21')
  .transform((text): Day => text)
export const instantSchema = z.iso.datetime({ error: '时间格式不对' }).transform((text) => text as Instant)
export const petitionNumberSchema = z.string().transform((text) => text as PetitionNumber)

/** 身份类别 */
export const IDENTITIES = {
  student: '学生',
  staff: '教职工',
  retired: '离退休人员',
  alumnus: '校友',
  parent: '学生家长',
  outsider: '校外人员',
} as const
export type Identity = keyof typeof IDENTITIES

export const ID_TYPES = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-taiwan': '港澳台证件',
  other: '其他证件',
} as const

export const GENDERS = { male: '男', female: '女' } as const

export const MATERIAL_FORMS = { original: '原件', copy: '复印件' } as const

export const LEGAL_FLAGS = {
  court: '法院已受理',
  reconsideration: '已申请行政复议',
  arbitration: '仲裁已受理',
  reviewed: '已有复查复核意见',
} as const

/** Words of a stored flag. */
export function legalFlagWord(flag: string): string {
  return isLegalFlag(flag) ? LEGAL_FLAGS[flag] : flag
}

function isLegalFlag(flag: string): flag is keyof typeof LEGAL_FLAGS {
  return Object.hasOwn(LEGAL_FLAGS, flag)
}

/** Trimmed text of at most `max` characters, empty when nothing was typed. */
function text(label: string, max: number) {
  return z.string().trim().max(max, `${label}请控制在 ${max} 字以内`).default('')
}

function required(label: string, max: number) {
  return z.string().trim().min(1, `请填写${label}`).max(max, `${label}请控制在 ${max} 字以内`)
}

function checked(label: string, max: number, problemOf: (value: string) => string | null) {
  return text(label, max).superRefine((value, context) => {
    const problem = value === '' ? null : problemOf(value)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
}

/** 信访人. Nothing is required here: what an anonymous visitor owes differs from a named one. */
export const petitionerSchema = z
  .object({
    name: text('姓名', 60),
    gender: z.enum(['male', 'female']).nullable().default(null),
    bornOn: text('出生年月', 10),
    identity: z.enum(['student', 'staff', 'retired', 'alumnus', 'parent', 'outsider']).default('student'),
    studentNumber: text('学号/工号', 30),
    organisation: text('所在单位', 80),
    idType: z.enum(['resident-id', 'passport', 'hk-macao-taiwan', 'other']).default('resident-id'),
    idNumber: text('证件号码', 40),
    phone: checked('联系电话', 30, phoneProblem),
    address: text('通讯地址', 200),
    email: checked('电子邮箱', 100, emailProblem),
  })
  .superRefine((person, context) => {
    if (person.idType !== 'resident-id' || person.idNumber === '') return
    const problem = residentIdProblem(person.idNumber)
    if (problem) context.addIssue({ code: 'custom', path: ['idNumber'], message: problem })
  })
export type Petitioner = z.infer<typeof petitionerSchema>

/** 携带材料 */
export const materialSchema = z.object({
  name: required('材料名称', 100),
  pages: z.number().int().min(1, '页数至少为 1').max(9999, '页数过大，请核对').default(1),
  form: z.enum(['original', 'copy']).default('copy'),
  kept: z.boolean().default(true),
})
export type Material = z.infer<typeof materialSchema>

/** The receptionist's answer to "did this person bring this matter before?"; both answers are kept. */
export const repeatAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('first') }),
  z.object({ answer: z.literal('repeat'), of: petitionNumberSchema }),
  z.object({ answer: z.literal('not-repeat'), offered: z.array(petitionNumberSchema).min(1).max(20) }),
])
export type RepeatAnswer = z.infer<typeof repeatAnswerSchema>

/**
 * Where a matter came from. The counter and the reception day take down the whole form; letters, calls, meetings and
 * imported work orders a short one.
 */
export const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('counter') }),
  z.object({ kind: z.literal('short') }),
  /** A conversation of a 校领导接待日 or of a duty shift. */
  z.object({ kind: z.literal('reception'), conversation: z.string().min(1) }),
  /** A meeting, round of visits or congress that raised the matter. */
  z.object({ kind: z.literal('activity'), activity: z.string().min(1) }),
  /** A work order: the file and the number it had where it came from. */
  z.object({ kind: z.literal('import'), file: z.string().max(200), reference: z.string().max(100) }),
])
export type Origin = z.infer<typeof originSchema>

/** One 信访事项 as it is told at the counter. */
export const petitionFormSchema = z.object({
  title: required('标题（事由）', 100),
  matter: required('反映问题概况', 20_000),
  grounds: text('事实与理由', 20_000),
  /** Owed at the counter only. */
  demand: text('具体诉求', 5_000),
  purpose: purposeSchema.default('request'),
  category: z.string().min(1, '请选择内容分类'),
  /** 被反映人; never printed for the person or unit named here. */
  accusedNames: text('被反映人', 200),
  /** Codes of 被反映单位. */
  accusedUnits: z.array(z.string()).max(20).default([]),
  happenedOn: text('问题发生时间', 40),
  happenedAt: text('问题发生地点', 100),
  repeat: repeatAnswerSchema.default({ answer: 'first' }),
  previousHandling: text('曾反映单位及处理情况', 2_000),
  legalFlags: z.array(z.enum(['court', 'reconsideration', 'arbitration', 'reviewed'])).default([]),
  urgency: urgencySchema.default('normal'),
  grade: gradeSchema.nullable().default(null),
  opinion: text('答复或处理意见', 5_000),
})
export type PetitionForm = z.infer<typeof petitionFormSchema>

const { shape } = petitionFormSchema

/** 更正: only what is given is changed, so no field may have a default here. */
export const correctionSchema = z.object({
  title: shape.title.optional(),
  matter: shape.matter.optional(),
  grounds: shape.grounds.unwrap().optional(),
  demand: shape.demand.unwrap().min(1, '请填写具体诉求').optional(),
  purpose: shape.purpose.unwrap().optional(),
  category: shape.category.optional(),
  accusedNames: shape.accusedNames.unwrap().optional(),
  accusedUnits: shape.accusedUnits.unwrap().optional(),
  urgency: shape.urgency.unwrap().optional(),
  grade: shape.grade.unwrap().optional(),
})
export type Correction = z.infer<typeof correctionSchema>

const WHOLE_FORM: readonly Origin['kind'][] = ['counter', 'reception']

/** 来访登记表, domain facts §4.1. */
export const visitFormSchema = z
  .object({
    channel: z.string().min(1, '请选择反映渠道'),
    origin: originSchema.default({ kind: 'counter' }),
    startedAt: instantSchema,
    endedAt: instantSchema.nullable().default(null),
    place: required('接待地点', 60),
    receivedBy: required('接谈人', 40),
    receivingUnit: text('接谈部门', 60),
    anonymous: z.boolean().default(false),
    confidential: z.boolean().default(false),
    /** 来访人数 */
    headcount: z.number().int().min(1, '来访人数至少为 1').max(5000, '来访人数过大，请核对').default(1),
    /** 涉及人数 */
    affected: z.number().int().min(1, '涉及人数至少为 1').max(1_000_000, '涉及人数过大，请核对').default(1),
    /** The first is the main petitioner; for a group these are the representatives. */
    petitioners: z.array(petitionerSchema).min(1, '请至少登记一名信访人').max(200),
    agentName: text('代理人', 60),
    agentAuthorised: z.boolean().default(false),
    materials: z.array(materialSchema).max(50, '材料最多登记 50 项').default([]),
    unusual: text('异常情况', 2_000),
    remark: text('备注', 2_000),
    petitions: z
      .array(petitionFormSchema)
      .min(1, '请至少登记一个信访事项')
      .max(10, '一次来访最多登记 10 个事项'),
  })
  .superRefine((visit, context) => {
    const main = visit.petitioners[0]
    const short = !WHOLE_FORM.includes(visit.origin.kind)
    for (const [index, { demand }] of short ? [] : visit.petitions.entries()) {
      if (demand !== '') continue
      context.addIssue({ code: 'custom', path: ['petitions', index, 'demand'], message: '请填写具体诉求' })
    }
    if (visit.anonymous || !main) return
    if (main.name === '') {
      const message = '请填写姓名；不愿留名的，请勾选“匿名”'
      context.addIssue({ code: 'custom', path: ['petitioners', 0, 'name'], message })
    }
    if (short) return
    const missing: readonly [keyof Petitioner, string][] = [
      ['phone', '请填写联系电话；不愿留电话的，请勾选“匿名”'],
      ['organisation', '请填写所在单位（院系、部门或工作单位）'],
    ]
    for (const [field, message] of missing) {
      if (main[field] === '') context.addIssue({ code: 'custom', path: ['petitioners', 0, field], message })
    }
    if (['student', 'staff'].includes(main.identity) && main.studentNumber === '') {
      context.addIssue({
        code: 'custom',
        path: ['petitioners', 0, 'studentNumber'],
        message: main.identity === 'student' ? '请填写学号' : '请填写工号',
      })
    }
  })
export type VisitForm = z.infer<typeof visitFormSchema>
/** What the window sends: everything with a default may be left out. */
export type VisitFormInput = z.input<typeof visitFormSchema>
