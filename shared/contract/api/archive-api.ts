import { z } from 'zod'
import { instantSchema } from '../../domain/visit.ts'
import { batchLine } from '../views.ts'
import { type ApiTable, done, EVERY_DESK, job, nothing, READERS } from './table.ts'

export const archiveApi = {
  'archive.state': {
    allowed: READERS,
    input: nothing,
    output: z.object({
      /** Without its password. */
      url: z.string(),
      batches: z.array(batchLine),
      unsent: z.number(),
      oldestUnsentAt: instantSchema.nullable(),
    }),
  },
  'archive.set': {
    allowed: ['admin'],
    input: z.object({
      url: z.string().trim().min(1, '请填写归档去向'),
      password: z.string().nullable().default(null),
    }),
    output: done,
  },
  'archive.check': { allowed: EVERY_DESK, input: nothing, output: z.object({ message: z.string() }) },
  'archive.seal': {
    allowed: EVERY_DESK,
    input: nothing,
    output: z.object({ batch: batchLine.nullable() }),
  },
  /** Seals what is open and delivers every batch that has no receipt yet. */
  'archive.sync': {
    allowed: EVERY_DESK,
    input: z.object({ job }),
    output: z.object({
      batches: z.number(),
      entries: z.number(),
      receipts: z.number(),
      refused: z.array(z.string()),
    }),
  },
} as const satisfies ApiTable
