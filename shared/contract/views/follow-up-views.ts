import { z } from 'zod'
import { daySchema } from '../../domain/visit.ts'
import { petitionLine } from '../views.ts'

/** The file of one petition before it is archived. */
export const filedView = z.object({
  papers: z.array(z.object({ name: z.string(), there: z.boolean() })),
  retention: z.string(),
  /** Why it cannot be archived now, or null. */
  refusal: z.string().nullable(),
})

export const chasingLine = petitionLine.extend({
  chases: z.number(),
  chasedOn: daySchema.nullable(),
  /** Nothing heard of it and half its time is gone, or it was given back, or an urgent one nobody asked about today. */
  notes: z.array(z.string()),
})

export const CHASING_GROUPS = [
  'overdue',
  'today',
  'tomorrow',
  'soon',
  'instructed',
  'returned',
  'urgent',
] as const
export const CHASING_GROUP_NAMES: Readonly<Record<(typeof CHASING_GROUPS)[number], string>> = {
  overdue: '逾期',
  today: '今天到期',
  tomorrow: '明天到期',
  soon: '三日内到期',
  instructed: '领导批示件',
  returned: '单位退回待定',
  urgent: '紧急事项每日跟踪',
}

export const chasingBoard = z.object({
  groups: z.array(
    z.object({
      group: z.enum(CHASING_GROUPS),
      lines: z.array(chasingLine),
      /** All there are; `lines` stops at 200. */
      total: z.number(),
    }),
  ),
})
