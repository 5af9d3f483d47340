import { z } from 'zod'
import { retentionSchema } from '../catalogue.ts'
import {
  chaseLevelSchema,
  chaseMediumSchema,
  informingSchema,
  mediumSchema,
  ratedWaySchema,
  ratingSchema,
  talkSchema,
} from '../petition.ts'
import { daySchema } from '../visit.ts'
import type { EntryTable } from './table.ts'

const unitCode = z.string().min(1)

/** What is done about a petition between its route and the archive; the subject is its number. */
export const followUpEntries = {
  /** 受理告知: the petitioner was told that the matter is accepted. */
  'petition.acknowledged': {
    version: 1,
    label: '告知受理',
    body: z.object({ on: daySchema, medium: mediumSchema, text: z.string() }),
  },
  /** 退回: the unit says that the matter is not its own. The clock goes on. */
  'petition.returned': {
    version: 1,
    label: '单位退回',
    body: z.object({
      on: daySchema,
      unit: unitCode,
      reason: z.string(),
      suggestedUnit: unitCode.nullable(),
    }),
  },
  /** 首办负责: a returned matter stays with the first receiver. */
  'petition.kept': {
    version: 1,
    label: '由首办单位继续办理',
    body: z.object({ on: daySchema, reason: z.string() }),
  },
  'petition.chased': {
    version: 1,
    label: '催办督办',
    body: z.object({
      on: daySchema,
      level: chaseLevelSchema,
      medium: chaseMediumSchema,
      /** Null when the leader's office is asked for the instruction. */
      unit: unitCode.nullable(),
      /** Who was reached. */
      counterpart: z.string(),
      answer: z.string(),
      /** The day by which the unit was asked to answer. */
      requiredOn: daySchema.nullable(),
    }),
  },
  'petition.progressed': {
    version: 1,
    label: '办理进展',
    body: z.object({ on: daySchema, unit: unitCode.nullable(), text: z.string() }),
  },
  /** 办理情况反馈表: what the unit found and did. */
  'petition.unit-replied': {
    version: 1,
    label: '承办单位反馈',
    body: z.object({
      on: daySchema,
      unit: unitCode,
      handler: z.string(),
      findings: z.string(),
      opinion: z.string(),
      /** Laws, rules or policy the opinion rests on. */
      basis: z.string(),
      /** 息诉: does the petitioner accept it? */
      settled: z.enum(['yes', 'partly', 'no', 'unknown']),
    }),
  },
  'petition.informed': {
    version: 1,
    label: '告知反映人',
    body: z.object({
      on: daySchema,
      kind: informingSchema,
      medium: mediumSchema,
      text: z.string(),
      /** Place of the stage in the timetable, from 0. */
      stage: z.number().int().min(0).nullable(),
    }),
  },
  /** 向校领导反馈, apart from what the petitioner is told (《办法》二（四）). */
  'petition.reported': {
    version: 1,
    label: '向校领导反馈',
    body: z.object({
      on: daySchema,
      leader: z.string(),
      kind: z.enum(['progress', 'result']),
      medium: mediumSchema,
      text: z.string(),
      /** What the leader said to it. */
      remark: z.string(),
    }),
  },
  'petition.extended': {
    version: 1,
    label: '延期',
    body: z.object({
      on: daySchema,
      from: daySchema,
      to: daySchema,
      reason: z.string(),
      approver: z.string(),
    }),
  },
  /** 电话沟通、见面沟通 (《制度》三（一）2). */
  'petition.communicated': {
    version: 1,
    label: '沟通记录',
    body: z.object({
      on: daySchema,
      means: talkSchema,
      /** Who spoke for the school. */
      by: z.string(),
      place: z.string(),
      /** Why it takes long or cannot be granted, and what happens next. */
      text: z.string(),
      attitude: z.string(),
    }),
  },
  /** 时间表 of a long-term matter (《制度》三（一）3). */
  'petition.planned': {
    version: 1,
    label: '制定时间表',
    body: z.object({
      on: daySchema,
      stages: z.array(z.object({ on: daySchema, what: z.string() })).min(1),
    }),
  },
  'petition.rated': {
    version: 1,
    label: '满意度评价',
    body: z.object({
      on: daySchema,
      how: ratedWaySchema,
      /** Of the handling unit: this one decides about 重办. */
      score: ratingSchema,
      /** Of the reception office. */
      office: ratingSchema.nullable(),
      reason: z.string(),
    }),
  },
  /** 重办, sent out anew by the office (《制度》三（一）5). */
  'petition.redone': {
    version: 1,
    label: '发回重办',
    body: z.object({
      on: daySchema,
      unit: unitCode,
      requirement: z.string(),
    }),
  },
  /** 纳入督办, by a leader's instruction (《制度》三（一）5). */
  'petition.supervised': {
    version: 1,
    label: '纳入督办',
    body: z.object({
      on: daySchema,
      leader: z.string(),
      unit: unitCode,
      requirement: z.string(),
      limitOn: daySchema.nullable(),
    }),
  },
  /** 原因 of 未办结 in a semester's summary (annex of 《办法》). */
  'petition.unfinished-explained': {
    version: 1,
    label: '说明未办结原因',
    body: z.object({ semester: z.string(), reason: z.string() }),
  },
  'petition.archived': {
    version: 1,
    label: '归档',
    body: z.object({
      on: daySchema,
      year: z.number().int(),
      retention: retentionSchema,
      /** 档号, and the count it was taken from. */
      number: z.string(),
      series: z.string(),
      serial: z.number().int(),
      items: z.array(z.object({ title: z.string(), pages: z.number().int().nullable() })),
      /** 页数 of the whole file, where somebody counted them. */
      pages: z.number().int().optional(),
    }),
  },
} as const satisfies EntryTable
