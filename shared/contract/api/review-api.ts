import { z } from 'zod'
import { daySchema, instantSchema, petitionNumberSchema } from '../../domain/visit.ts'
import { petitionLine, petitionView } from '../views.ts'
import { type ApiTable, done, note, reason } from './table.ts'

export const reviewApi = {
  /** The duty leader's day: each petition whole, so that the next one is there at once. */
  'review.day': {
    allowed: ['leader'],
    input: z.object({ day: daySchema }),
    output: z.object({
      petitions: z.array(petitionView),
      read: z.array(petitionNumberSchema),
      signedOff: z.object({ at: instantSchema, by: z.string(), remark: z.string() }).nullable(),
      /** Of any day: waiting for this leader's instruction. */
      waiting: z.array(petitionLine),
      /** Latest days that have petitions, newest first, with how many are unread. */
      days: z.array(
        z.object({ day: daySchema, petitions: z.number(), unread: z.number(), signedOff: z.boolean() }),
      ),
    }),
  },
  'review.instruct': {
    allowed: ['leader'],
    input: z.object({
      number: petitionNumberSchema,
      text: reason('请填写批示意见'),
      leadUnit: z.string().nullable().default(null),
      assistUnits: z.array(z.string()).max(20, '协办单位最多 20 个').default([]),
      limitOn: daySchema.nullable().default(null),
    }),
    output: petitionView,
  },
  'review.read': { allowed: ['leader'], input: z.object({ number: petitionNumberSchema }), output: done },
  'review.signOff': {
    allowed: ['leader'],
    input: z.object({ day: daySchema, remark: note }),
    output: done,
  },
} as const satisfies ApiTable
