import { z } from 'zod'
import { declineGroundSchema, mediumSchema, outcomeSchema, stateSchema } from '../../domain/petition.ts'
import { correctionSchema, daySchema, petitionNumberSchema, repeatAnswerSchema } from '../../domain/visit.ts'
import { petitionLine, petitionView, todayView } from '../views.ts'
import { type ApiTable, note, nothing, ONLOOKERS, READERS, reason, WRITERS } from './table.ts'

export const petitionFilters = z.object({
  states: z.array(stateSchema).default([]),
  unit: z.string().nullable().default(null),
  channel: z.string().nullable().default(null),
  category: z.string().nullable().default(null),
  from: daySchema.nullable().default(null),
  to: daySchema.nullable().default(null),
})

const routeInput = z.discriminatedUnion('route', [
  z.object({ route: z.literal('direct') }),
  z.object({
    route: z.literal('transfer'),
    leadUnit: z.string().min(1, '请选择承办单位'),
    assistUnits: z.array(z.string()).max(20, '协办单位最多 20 个').default([]),
    remark: note,
  }),
  z.object({ route: z.literal('submit'), leader: z.string().min(1, '请选择呈报的校领导'), proposal: note }),
  z.object({
    route: z.literal('decline'),
    ground: declineGroundSchema,
    lawfulChannel: z.string().trim().min(1, '请写明应当通过的法定途径或应遵守的规定').max(500),
    explanation: reason('请写明对来访人的解释说明'),
  }),
])

export const petitionsApi = {
  'petitions.today': { allowed: ONLOOKERS, input: nothing, output: todayView },
  'petitions.list': {
    allowed: ONLOOKERS,
    input: petitionFilters.extend({
      query: z.string().max(200).default(''),
      /** `rid` of the last line seen; null for the newest. */
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      lines: z.array(petitionLine),
      /** False while older matches may exist that were not looked at for lack of time: ask again with `before`. */
      complete: z.boolean(),
      /** Where to go on, null at the end. */
      next: z.number().nullable(),
    }),
  },
  /** Counted separately and lazily: the list never waits for it. Stops at 1,000. */
  'petitions.count': {
    allowed: ONLOOKERS,
    input: petitionFilters.extend({ query: z.string().max(200).default('') }),
    output: z.object({ count: z.number(), more: z.boolean() }),
  },
  'petitions.open': {
    allowed: ONLOOKERS,
    input: z.object({ number: petitionNumberSchema }),
    output: petitionView,
  },
  /** The same with names and numbers in the clear; recorded in the journal. */
  'petitions.reveal': {
    allowed: READERS,
    input: z.object({ number: petitionNumberSchema, why: z.string().trim().max(200).default('') }),
    output: petitionView,
  },
  'petitions.route': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, to: routeInput }),
    output: petitionView,
  },
  'petitions.answer': {
    allowed: WRITERS,
    input: z.object({
      number: petitionNumberSchema,
      medium: mediumSchema,
      text: reason('请写明答复内容'),
      outcome: outcomeSchema,
      close: z.boolean().default(false),
      /** The answer was itself the talk the rules ask for: face to face, or by telephone. */
      talk: z.boolean().default(false),
    }),
    output: petitionView,
  },
  'petitions.close': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, remark: note }),
    output: petitionView,
  },
  'petitions.correct': {
    allowed: WRITERS,
    input: z.object({
      number: petitionNumberSchema,
      reason: reason('请填写更正原因'),
      changes: correctionSchema,
    }),
    output: petitionView,
  },
  'petitions.remark': {
    allowed: READERS,
    input: z.object({ number: petitionNumberSchema, text: reason('请填写备注内容') }),
    output: petitionView,
  },
  'petitions.judgeRepeat': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, repeat: repeatAnswerSchema }),
    output: petitionView,
  },
} as const satisfies ApiTable
