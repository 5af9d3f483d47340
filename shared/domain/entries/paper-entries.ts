import { z } from 'zod'
import { daySchema, petitionNumberSchema } from '../visit.ts'
import type { EntryTable } from './table.ts'

/** Papers, the day's sign-off, and what went to the archive. */
export const paperEntries = {
  'day.signed-off': {
    version: 1,
    label: '当日审阅签收',
    body: z.object({ day: daySchema, remark: z.string(), petitions: z.number().int() }),
  },
  'document.issued': {
    version: 1,
    label: '印发文书',
    body: z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      petition: petitionNumberSchema.nullable(),
      visit: z.string().nullable(),
      unit: z.string().nullable(),
      /** Of numbered notices only: `series〔year〕serial号`. */
      number: z.object({ series: z.string(), year: z.number().int(), serial: z.number().int() }).nullable(),
      on: daySchema,
      sha256: z.string(),
      size: z.number().int(),
      /** The office's own template that laid it out; the system's layout when left out. */
      template: z.object({ version: z.number().int(), sha256: z.string() }).optional(),
      /** Why the chosen template was passed over, in a paper that had to be there at once. */
      templateUnfit: z.string().optional(),
    }),
  },
  'document.reprinted': {
    version: 1,
    label: '取用文书',
    body: z.object({
      id: z.string(),
      how: z.enum(['print', 'save', 'open', 'pdf']),
      /** Marked 副本: the original had left the office already. */
      copy: z.boolean(),
      /** 重取原件: why the bytes as issued were needed once more. */
      reason: z.string().optional(),
      /** A 遮盖件: for other readers, or for whom the matter complains about. */
      redaction: z.enum(['masked', 'accused']).optional(),
      /** Marked 作废件. */
      voided: z.literal(true).optional(),
      /** Fonts this PC lacked, and what drew their text. */
      standIns: z.array(z.object({ font: z.string(), by: z.string() })).optional(),
    }),
  },
  /** 作废: its number stays used and is never given again. */
  'document.voided': {
    version: 1,
    label: '作废文书',
    body: z.object({
      id: z.string(),
      on: daySchema,
      reason: z.string(),
      /** The paper that stands in its place, when there is one already. */
      replacedBy: z.string().nullable(),
    }),
  },
  /** Numbers up to the one before `next` were used outside the program, or are given up. */
  'series.continued': {
    version: 1,
    label: '续接文号',
    body: z.object({
      series: z.string(),
      year: z.number().int(),
      /** The first of the numbers that no paper of this program carries. */
      from: z.number().int(),
      next: z.number().int(),
      on: daySchema,
      reason: z.string(),
    }),
  },
  'batch.sealed': { version: 1, label: '封装批次', body: z.json() },
  'batch.answered': { version: 1, label: '归档回执', body: z.json() },
  'archive.set': {
    version: 1,
    label: '设置归档去向',
    body: z.object({ url: z.string() }),
  },
} as const satisfies EntryTable
