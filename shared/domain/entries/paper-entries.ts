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
    }),
  },
  'document.reprinted': {
    version: 1,
    label: '取用文书',
    body: z.object({
      id: z.string(),
      how: z.enum(['print', 'save', 'open']),
      /** Marked 副本: the original had left the office already. */
      copy: z.boolean(),
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
