import { z } from 'zod'
import { declineGroundSchema, mediumSchema, outcomeSchema } from '../petition.ts'
import {
  correctionSchema,
  daySchema,
  petitionNumberSchema,
  repeatAnswerSchema,
  visitFormSchema,
} from '../visit.ts'
import type { EntryTable } from './table.ts'

const unitCode = z.string().min(1)

/** A visit with its petitions, and what becomes of each up to its answer. */
export const petitionEntries = {
  'visit.registered': {
    version: 2,
    label: '登记来访',
    body: z.object({
      number: z.string(),
      /** 查询码, printed on the receipt. */
      queryCode: z.string(),
      receivedOn: daySchema,
      group: z.boolean(),
      visit: visitFormSchema,
      /** Numbers in the order of `visit.petitions`. */
      numbers: z.array(petitionNumberSchema),
    }),
  },
  'petition.corrected': {
    version: 1,
    label: '更正',
    body: z.object({
      reason: z.string().trim().min(1, '请填写更正原因'),
      changes: correctionSchema,
    }),
  },
  'petition.repeat-judged': { version: 1, label: '重复件认定', body: repeatAnswerSchema },
  'petition.routed': {
    version: 1,
    label: '确定办理方式',
    body: z.discriminatedUnion('route', [
      z.object({ route: z.literal('direct'), on: daySchema, unit: unitCode }),
      z.object({
        route: z.literal('transfer'),
        on: daySchema,
        leadUnit: unitCode,
        assistUnits: z.array(unitCode).max(20, '协办单位最多 20 个'),
        remark: z.string(),
      }),
      z.object({ route: z.literal('submit'), on: daySchema, leader: z.string(), proposal: z.string() }),
      z.object({
        route: z.literal('decline'),
        on: daySchema,
        ground: declineGroundSchema,
        lawfulChannel: z.string(),
        explanation: z.string(),
      }),
    ]),
  },
  /** 批示 */
  'petition.instructed': {
    version: 1,
    label: '领导批示',
    body: z.object({
      on: daySchema,
      leader: z.string(),
      text: z.string(),
      leadUnit: unitCode.nullable(),
      assistUnits: z.array(unitCode).max(20, '协办单位最多 20 个'),
      /** 办结时限: a stated day replaces the seven working days. */
      limitOn: daySchema.nullable(),
    }),
  },
  'petition.read': { version: 1, label: '领导已阅', body: z.object({ on: daySchema }) },
  'petition.answered': {
    version: 1,
    label: '答复反映人',
    body: z.object({ on: daySchema, medium: mediumSchema, text: z.string(), outcome: outcomeSchema }),
  },
  'petition.closed': { version: 1, label: '办结', body: z.object({ on: daySchema, remark: z.string() }) },
  'petition.remarked': { version: 1, label: '备注', body: z.object({ text: z.string() }) },
  'petition.revealed': { version: 1, label: '查看个人信息', body: z.object({ why: z.string() }) },
} as const satisfies EntryTable
