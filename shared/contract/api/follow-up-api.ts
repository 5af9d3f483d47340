import { z } from 'zod'
import {
  chaseLevelSchema,
  chaseMediumSchema,
  informingSchema,
  mediumSchema,
  outcomeSchema,
  ratedWaySchema,
  ratingSchema,
  talkSchema,
} from '../../domain/petition.ts'
import { daySchema, petitionNumberSchema } from '../../domain/visit.ts'
import { chasingBoard, filedView } from '../views/follow-up-views.ts'
import { documentLine, petitionView } from '../views.ts'
import { type ApiTable, note, nothing, READERS, reason, WRITERS } from './table.ts'

const number = petitionNumberSchema
const name = (message: string) => z.string().trim().min(1, message).max(60, '请控制在 60 字以内')
const unit = z.string().min(1, '请选择承办单位')
const leader = z.string().min(1, '请选择校领导')

/** What is done about a petition between its route and the archive. */
export const followUpApi = {
  'petitions.acknowledge': {
    allowed: WRITERS,
    input: z.object({ number, medium: mediumSchema, text: note }),
    output: petitionView,
  },
  'petitions.return': {
    allowed: WRITERS,
    input: z.object({
      number,
      unit,
      reason: reason('请写明单位退回的理由'),
      suggestedUnit: z.string().min(1, '请写明单位建议由谁办理；实在没有的请选“无”').nullable(),
    }),
    output: petitionView,
  },
  'petitions.keep': {
    allowed: WRITERS,
    input: z.object({ number, reason: reason('请写明由首办单位继续办理的理由') }),
    output: petitionView,
  },
  'petitions.chase': {
    allowed: WRITERS,
    input: z.object({
      number,
      level: chaseLevelSchema.default('chase'),
      medium: chaseMediumSchema,
      counterpart: name('请填写联系到的人，没有联系上的写“未接通”'),
      answer: reason('请写明对方的答复'),
      requiredOn: daySchema.nullable().default(null),
      /** Also issue 催办通知 or 督办通知单. */
      notice: z.boolean().default(false),
    }),
    output: z.object({ petition: petitionView, document: documentLine.nullable() }),
  },
  'petitions.progress': {
    allowed: WRITERS,
    input: z.object({ number, text: reason('请写明办理进展') }),
    output: petitionView,
  },
  'petitions.unitReply': {
    allowed: WRITERS,
    input: z.object({
      number,
      unit,
      handler: name('请填写单位经办人'),
      findings: reason('请写明调查核实情况'),
      opinion: reason('请写明处理意见'),
      basis: note,
      settled: z.enum(['yes', 'partly', 'no', 'unknown']).default('unknown'),
      /** The unit has told the petitioner itself. */
      answered: z
        .object({
          medium: mediumSchema,
          outcome: outcomeSchema,
          /** 谁、何时、怎样答复 */
          text: reason('请写明单位如何答复反映人'),
        })
        .nullable()
        .default(null),
    }),
    output: petitionView,
  },
  'petitions.communicate': {
    allowed: WRITERS,
    input: z.object({
      number,
      means: talkSchema,
      by: name('请填写沟通人'),
      place: z.string().trim().max(60, '地点请控制在 60 字以内').default(''),
      text: reason('请写明沟通情况：原因和下一步计划'),
      attitude: z.string().trim().max(500, '请控制在 500 字以内').default(''),
    }),
    output: petitionView,
  },
  'petitions.plan': {
    allowed: WRITERS,
    input: z.object({
      number,
      stages: z
        .array(
          z.object({
            on: daySchema,
            what: z.string().trim().min(1, '请写明这一阶段要做到什么').max(500, '请控制在 500 字以内'),
          }),
        )
        .min(1, '请至少安排一个阶段')
        .max(24, '时间表最多 24 个阶段'),
    }),
    output: petitionView,
  },
  'petitions.extend': {
    allowed: WRITERS,
    input: z.object({
      number,
      to: daySchema,
      reason: reason('请写明延期原因'),
      approver: name('请填写批准人'),
    }),
    output: petitionView,
  },
  'petitions.inform': {
    allowed: WRITERS,
    input: z.object({
      number,
      kind: informingSchema,
      medium: mediumSchema,
      text: reason('请写明告知的内容'),
    }),
    output: petitionView,
  },
  'petitions.report': {
    allowed: WRITERS,
    input: z.object({
      number,
      leader,
      kind: z.enum(['progress', 'result']),
      medium: mediumSchema,
      text: reason('请写明反馈的内容'),
      remark: note,
    }),
    output: petitionView,
  },
  'petitions.rate': {
    allowed: WRITERS,
    input: z
      .object({
        number,
        how: ratedWaySchema,
        score: ratingSchema,
        office: ratingSchema.nullable().default(null),
        reason: note,
      })
      .refine(({ score, reason: why }) => score !== 'dissatisfied' || why !== '', {
        path: ['reason'],
        message: '请写明不满意的原因，重办时要用',
      }),
    output: petitionView,
  },
  'petitions.redo': {
    allowed: WRITERS,
    input: z.object({ number, unit, requirement: reason('请写明重办要求') }),
    output: petitionView,
  },
  /** 督办 as a leader decided it on paper; a leader at the desk uses 批示. */
  'petitions.supervise': {
    allowed: WRITERS,
    input: z.object({
      number,
      leader,
      unit,
      text: reason('请写明领导批示'),
      requirement: note,
      limitOn: daySchema.nullable().default(null),
    }),
    output: petitionView,
  },
  /** An instruction that came back on the paper 呈批笺. */
  'petitions.recordInstruction': {
    allowed: WRITERS,
    input: z.object({
      number,
      leader,
      text: reason('请写明批示内容'),
      leadUnit: z.string().min(1).nullable().default(null),
      assistUnits: z.array(z.string()).max(20, '协办单位最多 20 个').default([]),
      limitOn: daySchema.nullable().default(null),
    }),
    output: petitionView,
  },
  /** What its file has to hold, and the number it would get. */
  'petitions.filed': {
    allowed: WRITERS,
    input: z.object({ number }),
    output: filedView,
  },
  'petitions.archive': {
    allowed: WRITERS,
    input: z.object({
      number,
      /** 页数 of the whole file for the list of what is filed; null when nobody counted. */
      pages: z
        .int('页数应是整数。')
        .min(1, '页数不能少于 1。')
        .max(9999, '页数不能超过 9999。')
        .nullable()
        .default(null),
    }),
    output: petitionView,
  },
  /** 催办督办: everything that is due, most urgent first, whoever opens the program. */
  'chasing.board': { allowed: READERS, input: nothing, output: chasingBoard },
} as const satisfies ApiTable
