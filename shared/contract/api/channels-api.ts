import { z } from 'zod'
import {
  activityFormSchema,
  appealConclusionSchema,
  appealFilingSchema,
  appealResultSchema,
  appealToldSchema,
  contactWaySchema,
  linkFormSchema,
  linkKindSchema,
} from '../../domain/channel-work.ts'
import { gradeSchema, purposeSchema, urgencySchema } from '../../domain/petition.ts'
import {
  daySchema,
  instantSchema,
  petitionNumberSchema,
  repeatAnswerSchema,
  visitFormSchema,
} from '../../domain/visit.ts'
import { dueExplanation, petitionLine } from '../views.ts'
import { type ApiTable, done, note, nothing, READERS, reason, WRITERS } from './table.ts'

const ANYBODY = [...READERS, 'unit'] as const

const { shape } = visitFormSchema
const person = shape.petitioners.element.shape

/** 简要登记: what somebody can type while the telephone is still in the hand. */
const shortRecordFields = z.object({
  channel: z.string().min(1, '请选择反映渠道'),
  /** When it was told or written; now where nothing is said. */
  startedAt: instantSchema.nullable().default(null),
  anonymous: z.boolean().default(false),
  confidential: z.boolean().default(false),
  name: person.name,
  phone: person.phone,
  identity: person.identity,
  studentNumber: person.studentNumber,
  organisation: person.organisation,
  title: z.string().trim().min(1, '请填写标题（事由）').max(100, '标题请控制在 100 字以内'),
  matter: z.string().trim().min(1, '请填写反映的内容').max(20_000, '内容请控制在 20000 字以内'),
  category: z.string().min(1, '请选择内容分类'),
  purpose: purposeSchema.default('request'),
  grade: gradeSchema.nullable().default(null),
  urgency: urgencySchema.default('normal'),
  accusedNames: z.string().trim().max(200, '被反映人请控制在 200 字以内').default(''),
  accusedUnits: z.array(z.string()).max(20).default([]),
  repeat: repeatAnswerSchema.default({ answer: 'first' }),
  /** Of an appeal or a review alone. */
  appeal: appealFilingSchema.nullable().default(null),
})

export const shortRecordSchema = shortRecordFields.superRefine(({ anonymous, name }, context) => {
  if (anonymous || name !== '') return
  const message = '请填写姓名；不愿留名的，请勾选“匿名”'
  context.addIssue({ code: 'custom', path: ['name'], message })
})

/** One matter of a meeting: who raised it, who seconds it, and what it is. */
export const raisedMatterSchema = z.object({
  proposer: z.string().trim().max(60, '提出人请控制在 60 字以内').default(''),
  organisation: z.string().trim().max(80, '所在单位请控制在 80 字以内').default(''),
  /** 附议人, apart by 、 or commas. */
  seconders: z.string().trim().max(500, '附议人请控制在 500 字以内').default(''),
  title: z.string().trim().min(1, '请填写标题（事由）').max(100, '标题请控制在 100 字以内'),
  matter: z.string().trim().max(20_000, '内容请控制在 20000 字以内').default(''),
  category: z.string().min(1, '请选择内容分类'),
  grade: gradeSchema.nullable().default(null),
})

const registered = z.object({ number: petitionNumberSchema, title: z.string(), sentence: z.string() })

const activityView = activityFormSchema.extend({
  id: z.string(),
  state: z.enum(['planned', 'held', 'cancelled']),
  reason: z.string(),
  /** Petitions it raised. */
  matters: z.number(),
})

const linkView = linkFormSchema.extend({
  id: z.string(),
  /** Post and name of the leader, from the catalogue where it is one of 校领导. */
  who: z.string(),
  /** Masked for a student in need. */
  partner: z.string(),
  contacts: z.number(),
  lastContactOn: daySchema.nullable(),
})

const appealView = z.object({
  petition: petitionNumberSchema,
  procedure: z.enum(['appeal', 'review']),
  title: z.string(),
  petitioner: z.string(),
  decision: z.string(),
  decidedBy: z.string().nullable(),
  decidedOn: daySchema.nullable(),
  deliveredOn: daySchema.nullable(),
  filedOn: daySchema,
  /** Last day to file, where the day of delivery is known. */
  filingDueOn: daySchema.nullable(),
  /** Said where it was filed late. */
  late: z.string().nullable(),
  committee: z.string(),
  due: dueExplanation.nullable(),
  concludedOn: daySchema.nullable(),
  result: appealResultSchema.nullable(),
  conclusion: z.string(),
  toldOn: daySchema.nullable(),
})

export const channelsApi = {
  /** Every channel with what came in by it. */
  'channels.overview': {
    allowed: ANYBODY,
    input: nothing,
    output: z.object({
      /** 2026—2027学年第一学期 */
      semester: z.string(),
      channels: z.array(
        z.object({
          code: z.string(),
          semester: z.number(),
          total: z.number(),
          /** Last and next meeting of the channel. */
          lastHeldOn: daySchema.nullable(),
          nextPlannedOn: daySchema.nullable(),
        }),
      ),
      units: z.array(
        z.object({ unit: z.string(), channels: z.number(), open: z.number(), overdue: z.number() }),
      ),
    }),
  },
  /** Everything a lead unit answers for: its channels and all that came in by them, the most urgent first. */
  'channels.ofUnit': {
    allowed: ANYBODY,
    input: z.object({ unit: z.string().min(1), closed: z.boolean().default(false) }),
    output: z.object({
      channels: z.array(z.string()),
      lines: z.array(petitionLine),
      more: z.boolean(),
      overdue: z.number(),
    }),
  },
  /** A short record; draft is the one it was typed in. */
  'channels.register': {
    allowed: WRITERS,
    input: z.object({ record: shortRecordSchema, draft: z.string().nullable().default(null) }),
    output: registered.extend({
      visit: z.string(),
      /** What the desk did by itself: to which committee an appeal went, that it was late. */
      remarks: z.array(z.string()),
    }),
  },

  'appeals.list': { allowed: READERS, input: nothing, output: z.array(appealView) },
  'appeals.open': {
    allowed: READERS,
    input: z.object({ number: petitionNumberSchema }),
    output: appealView.nullable(),
  },
  'appeals.file': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, filing: appealFilingSchema, filedOn: daySchema }),
    output: appealView,
  },
  'appeals.decide': {
    allowed: WRITERS,
    input: appealConclusionSchema.extend({ number: petitionNumberSchema }),
    output: appealView,
  },
  'appeals.tell': {
    allowed: WRITERS,
    input: appealToldSchema.extend({ number: petitionNumberSchema }),
    output: appealView,
  },

  'activities.list': {
    allowed: READERS,
    input: z.object({ channel: z.string().nullable().default(null) }),
    output: z.array(activityView),
  },
  'activities.open': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: activityView.extend({ petitions: z.array(petitionLine) }),
  },
  'activities.save': {
    allowed: WRITERS,
    input: z.object({
      /** Null for a new one. */
      id: z.string().nullable().default(null),
      /** Arranged for later, or over and written down. */
      held: z.boolean(),
      activity: activityFormSchema,
    }),
    output: activityView,
  },
  'activities.cancel': {
    allowed: WRITERS,
    input: z.object({ id: z.string(), reason: reason('请写明取消的原因') }),
    output: activityView,
  },
  /** Registers the matters of a meeting in one go, all or none. */
  'activities.raise': {
    allowed: WRITERS,
    input: z.object({
      id: z.string(),
      matters: z.array(raisedMatterSchema).min(1, '请至少写一个事项').max(60, '一次最多登记 60 个事项'),
    }),
    output: z.array(registered),
  },
  /** How often each channel met, semester by semester, the newest first. */
  'activities.frequency': {
    allowed: READERS,
    input: nothing,
    output: z.object({
      semesters: z.array(z.string()),
      channels: z.array(
        z.object({
          channel: z.string(),
          counts: z.array(z.number()),
          lastHeldOn: daySchema.nullable(),
          /** Days since. */
          since: z.number().nullable(),
          nextPlannedOn: daySchema.nullable(),
        }),
      ),
    }),
  },

  'links.list': {
    allowed: READERS,
    input: nothing,
    output: z.object({
      links: z.array(linkView),
      /** Who of the 校领导 and of the known leaders lacks a link that the regulation asks for. */
      missing: z.array(z.object({ who: z.string(), kind: linkKindSchema, sentence: z.string() })),
    }),
  },
  'links.open': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: linkView.extend({
      history: z.array(
        z.object({
          on: daySchema,
          how: contactWaySchema,
          text: z.string(),
          petition: petitionNumberSchema.nullable(),
        }),
      ),
    }),
  },
  'links.save': {
    allowed: WRITERS,
    input: z.object({ id: z.string().nullable().default(null), link: linkFormSchema }),
    output: done.extend({ id: z.string() }),
  },
  'links.contact': {
    allowed: WRITERS,
    input: z.object({
      id: z.string(),
      on: daySchema,
      how: contactWaySchema,
      text: note,
      /** Something to be handled: becomes a petition of the link's channel. */
      matter: raisedMatterSchema.nullable().default(null),
    }),
    output: z.object({ petition: petitionNumberSchema.nullable() }),
  },
} as const satisfies ApiTable
