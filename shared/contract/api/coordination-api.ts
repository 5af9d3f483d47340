import { z } from 'zod'
import {
  collectedAsSchema,
  decisionSchema,
  meetingHeldSchema,
  meetingKindSchema,
  meetingPlanSchema,
} from '../../domain/coordination.ts'
import { daySchema, petitionNumberSchema } from '../../domain/visit.ts'
import { documentLine, petitionLine, previewedPaper, timelineItem } from '../views.ts'
import { type ApiTable, done, nothing, reason, WRITERS } from './table.ts'

const CLERK = ['clerk'] as const
const id = z.string().min(1)

const decisionView = decisionSchema.extend({
  ordinal: z.number(),
  doneOn: daySchema.nullable(),
  result: z.string(),
  late: z.boolean(),
})

export const meetingLine = z.object({
  id: z.string(),
  kind: meetingKindSchema,
  state: z.enum(['planned', 'held', 'cancelled']),
  title: z.string(),
  on: daySchema,
  time: z.string(),
  place: z.string(),
  chair: z.string(),
  leadUnit: z.string(),
  assistUnits: z.array(z.string()),
  matters: z.number(),
  /** Decisions made, and those not yet carried out. */
  decisions: z.number(),
  openDecisions: z.number(),
  lateDecisions: z.number(),
})

const matter = z.object({ line: petitionLine, as: collectedAsSchema, reason: z.string() })

export const meetingView = meetingLine.extend({
  agenda: z.array(z.string()),
  attendees: z.string(),
  absent: z.string(),
  minutes: z.string(),
  /** Why it was cancelled. */
  reason: z.string(),
  items: z.array(matter),
  decided: z.array(decisionView),
  /** Every change of it, oldest first; of a corrected record what stood there before. */
  history: z.array(timelineItem),
  /** The minutes as issued last. */
  document: documentLine.nullable(),
})

const paper = previewedPaper.extend({ title: z.string() })

/** 协调会, 调度会, and what waits for them. */
export const coordinationApi = {
  'basket.list': {
    allowed: WRITERS,
    input: nothing,
    output: z.object({
      waiting: z.array(matter.extend({ on: daySchema, meeting: z.string().nullable() })),
      /** What the record says should be discussed, and why; never an accusation. */
      suggested: z.array(z.object({ line: petitionLine, why: z.array(z.string()) })),
    }),
  },
  /** What this petition has to do with meetings and common problems. */
  'basket.of': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema }),
    output: z.object({
      /** Waiting to be discussed, and why. */
      waiting: z.object({ as: collectedAsSchema, reason: z.string() }).nullable(),
      meetings: z.array(z.object({ id: z.string(), title: z.string(), on: daySchema })),
      groups: z.array(z.object({ id: z.string(), title: z.string() })),
      /** Why it cannot be put down for a meeting, or null. */
      refusal: z.string().nullable(),
    }),
  },
  'basket.add': {
    allowed: WRITERS,
    input: z.object({
      number: petitionNumberSchema,
      as: collectedAsSchema,
      reason: reason('请写明列入会商的原因'),
    }),
    output: done,
  },
  'basket.remove': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, reason: reason('请写明移出的原因') }),
    output: done,
  },
  'meetings.list': {
    allowed: WRITERS,
    input: nothing,
    output: z.object({
      meetings: z.array(meetingLine),
      /** 定期: sentences on what is overdue. */
      reminders: z.array(z.string()),
      /** Decisions not yet carried out, the earliest due first. */
      open: z.array(decisionView.extend({ meeting: z.string(), meetingTitle: z.string() })),
    }),
  },
  'meetings.open': { allowed: WRITERS, input: z.object({ id }), output: meetingView },
  'meetings.plan': {
    allowed: CLERK,
    /** `id` null arranges a new one. */
    input: z.object({ id: id.nullable(), plan: meetingPlanSchema }),
    output: meetingView,
  },
  'meetings.hold': {
    allowed: CLERK,
    input: z.object({ id, held: meetingHeldSchema }),
    output: meetingView,
  },
  'meetings.amend': {
    allowed: CLERK,
    input: z.object({
      id,
      reason: reason('请填写更正原因'),
      attendees: meetingHeldSchema.shape.attendees,
      absent: meetingHeldSchema.shape.absent,
      minutes: meetingHeldSchema.shape.minutes,
    }),
    output: meetingView,
  },
  'meetings.cancel': {
    allowed: CLERK,
    input: z.object({ id, reason: reason('请填写取消原因') }),
    output: meetingView,
  },
  'meetings.settle': {
    allowed: CLERK,
    input: z.object({ id, decision: z.int().min(0), result: reason('请写明落实情况') }),
    output: meetingView,
  },
  /** 协调会纪要 as it would be issued. */
  'meetings.preview': { allowed: WRITERS, input: z.object({ id }), output: paper },
  'meetings.issue': { allowed: CLERK, input: z.object({ id }), output: documentLine },

  /** 权属争议: returned by a unit and not yet given to another or kept, by category. */
  'disputes.list': {
    allowed: WRITERS,
    input: z.object({ settled: z.boolean().default(false) }),
    output: z.array(
      z.object({
        category: z.string(),
        disputes: z.array(
          z.object({
            line: petitionLine,
            /** 首办单位: the first that received it. */
            firstUnit: z.string().nullable(),
            settled: z.boolean(),
            returns: z.array(
              z.object({
                on: daySchema,
                unit: z.string(),
                reason: z.string(),
                suggestedUnit: z.string().nullable(),
              }),
            ),
            /** How it was settled, in words; empty while it is not. */
            outcome: z.string(),
          }),
        ),
      }),
    ),
  },
} as const satisfies ApiTable
