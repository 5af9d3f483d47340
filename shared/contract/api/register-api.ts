import { z } from 'zod'
import type { Role } from '../../domain/account.ts'
import { daySchema, instantSchema, petitionNumberSchema } from '../../domain/visit.ts'
import { documentLine } from '../views.ts'
import { type ApiTable, done, EVERY_DESK, READERS, reason } from './table.ts'

/** What cannot be taken back is for the office alone. */
const OFFICE: readonly Role[] = ['clerk', 'admin']

const paper = z.json()
const how = z.enum(['print', 'save', 'open'])
const level = z.enum(['masked', 'accused'])

const taken = z.object({
  fileName: z.string(),
  /** Base64 of the .docx. */
  bytes: z.string(),
  sha256: z.string(),
  copy: z.boolean(),
  stamp: z.string().nullable(),
  opened: z.boolean(),
})

const gap = z.object({ from: z.number(), to: z.number(), reason: z.string() })

/** What the register is asked for; every filter narrows it. */
export const registerFilter = z.object({
  kind: z.string().nullable().default(null),
  /** 机关代字 */
  series: z.string().nullable().default(null),
  /** Of issue. */
  year: z.number().int().min(1900).max(2999).nullable().default(null),
  state: z.enum(['valid', 'void']).nullable().default(null),
  /** Code of the unit it went to. */
  unit: z.string().nullable().default(null),
  /** In the number, the title or the petition's number; every word has to be there. */
  words: z.string().max(100, '查找的内容过长，请控制在 100 个字以内。').default(''),
})

/** 发文登记簿: what was issued, how each series of numbers runs, and what became of each paper. */
export const registerApi = {
  'register.list': {
    allowed: READERS,
    input: registerFilter.extend({
      before: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ lines: z.array(documentLine), next: z.string().nullable() }),
  },
  /** Every series of numbers with what accounts for each of them, newest year and most urgent first. */
  'register.series': {
    allowed: EVERY_DESK,
    input: z.undefined(),
    output: z.object({
      series: z.array(
        z.object({
          series: z.string(),
          year: z.number().int(),
          /** Names of the kinds that carry it. */
          kinds: z.array(z.string()),
          /** By today's settings; an earlier 机关代字 gives no more numbers. */
          current: z.boolean(),
          next: z.number().int(),
          issued: z.number().int(),
          voided: z.array(
            z.object({
              serial: z.number(),
              document: z.string(),
              reason: z.string(),
              /** What stands in its place, as it is called. */
              replacedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
            }),
          ),
          gaps: z.array(gap.extend({ on: daySchema, by: z.string() })),
          verdict: z.string(),
          sound: z.boolean(),
        }),
      ),
    }),
  },
  /** 续接文号: numbers before `next` were used outside the program. */
  'register.continue': {
    allowed: OFFICE,
    input: z.object({
      series: z.string(),
      year: z.number().int(),
      next: z.number('请填写下一个号。').int('下一个号应是整数。').min(1, '下一个号应是正整数。'),
      reason: reason('请说明前面的号用在了哪里。'),
    }),
    output: done,
  },
  /** 作废. `number` is what the window showed to be read: the 文号, or the internal number of a form. */
  'register.void': {
    allowed: OFFICE,
    input: z.object({
      id: z.string(),
      number: z.string(),
      reason: reason('请填写作废原因。'),
      /** A valid paper of the same matter that stands in its place; the next of its kind when left out. */
      replacedBy: z.string().nullable().default(null),
    }),
    output: documentLine,
  },
  /** Papers that may be named in the place of this one when it is declared void; those of its kind first. */
  'register.replacements': {
    allowed: OFFICE,
    input: z.object({ id: z.string() }),
    output: z.object({ papers: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  /** Who took the paper, when, how and in which form; newest first. */
  'register.record': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: z.object({
      /** The petitioner asked for confidence: the accused's copy is offered first. */
      confidential: z.boolean(),
      takings: z.array(
        z.object({
          at: instantSchema,
          by: z.string(),
          how: z.enum(['print', 'save', 'open', 'pdf']),
          /** 原件, 副本, 作废件, 遮盖件 … */
          form: z.string(),
          reason: z.string(),
          /** Fonts that were missing then; empty when all were there. */
          standIns: z.string(),
        }),
      ),
    }),
  },
  /** 重取原件: the bytes as issued, once more and without a mark. */
  'register.takeOriginal': {
    allowed: OFFICE,
    input: z.object({ id: z.string(), how, reason: reason('请填写重取原件的原因。') }),
    output: taken,
  },
  /** The 遮盖件 as it would be; leaves no trace. */
  'register.previewRedacted': {
    allowed: EVERY_DESK,
    input: z.object({ id: z.string(), level }),
    output: z.object({ paper }),
  },
  'register.takeRedacted': {
    allowed: EVERY_DESK,
    input: z.object({ id: z.string(), level, how, reason: reason('请填写遮盖件给谁、作什么用。') }),
    output: taken,
  },
  /** What a scanned or typed code means: which paper, of which petition, and what is to be known of it. */
  'register.scan': {
    allowed: READERS,
    input: z.object({ text: z.string().max(200) }),
    output: z.object({
      petition: petitionNumberSchema.nullable(),
      document: z.string().nullable(),
      /** One sentence. */
      says: z.string(),
    }),
  },
} as const satisfies ApiTable
