import { z } from 'zod'
import { retentionSchema } from './catalogue.ts'
import type { Day } from './day.ts'
import type { Rating, Route } from './petition.ts'
import { outcomeSchema, ratingSchema } from './petition.ts'
import { daySchema } from './visit.ts'

const day = daySchema.nullable()

/**
 * What happened to a petition after its route, as far as rules look at it. `round` is 0 for the first handling, 1 for
 * the redo (重办) after a dissatisfied rating, 2 for the supervision (督办) after a second one.
 */
export const followUpSchema = z.object({
  round: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** When the redo or the supervision was given out, and the day a leader set for it. */
  roundOn: day,
  roundLimitOn: day,
  outcome: outcomeSchema.nullable(),
  acknowledgedOn: day,
  /** The return that nobody has decided on yet. */
  returned: z
    .object({
      on: daySchema,
      unit: z.string(),
      reason: z.string(),
      suggestedUnit: z.string().nullable(),
    })
    .nullable(),
  returns: z.number(),
  repliedOn: day,
  progressedOn: day,
  informedOn: day,
  chases: z.number(),
  chasedOn: day,
  /** `from` is the limit before the first extension of this round. */
  extension: z.object({ from: daySchema, to: daySchema, told: z.boolean() }).nullable(),
  extensions: z.number(),
  stages: z.array(z.object({ on: daySchema, what: z.string(), toldOn: day })),
  plannedOn: day,
  phonedOn: day,
  metOn: day,
  ratings: z.array(z.object({ on: daySchema, score: ratingSchema, round: z.number() })),
  /** Result reported to the leader. */
  reportedOn: day,
  /** The first answer and the day it was due: what came later does not make it timely or late. */
  first: z.object({ answeredOn: daySchema, dueOn: day }).nullable(),
  archive: z.object({ on: daySchema, number: z.string(), retention: retentionSchema }).nullable(),
})
export type FollowUp = z.infer<typeof followUpSchema>

export const NO_FOLLOW_UP: FollowUp = {
  round: 0,
  roundOn: null,
  roundLimitOn: null,
  outcome: null,
  acknowledgedOn: null,
  returned: null,
  returns: 0,
  repliedOn: null,
  progressedOn: null,
  informedOn: null,
  chases: 0,
  chasedOn: null,
  extension: null,
  extensions: 0,
  stages: [],
  plannedOn: null,
  phonedOn: null,
  metOn: null,
  ratings: [],
  reportedOn: null,
  first: null,
  archive: null,
}

export type Instruction = {
  readonly leader: string
  readonly text: string
  readonly on: Day
  readonly leadUnit: string | null
  readonly assistUnits: readonly string[]
  readonly limitOn: Day | null
}

/** Everything that happened to a petition, as far as rules look at it. */
export type Course = {
  readonly route: Route | null
  readonly routedOn: Day | null
  readonly leadUnit: string | null
  readonly assistUnits: readonly string[]
  /** Code of the leader it was submitted to. */
  readonly leader: string | null
  readonly instruction: Instruction | null
  readonly answeredOn: Day | null
  readonly closedOn: Day | null
  readonly readOn: Day | null
  readonly followUp: FollowUp
}

export const NEW_COURSE: Course = {
  route: null,
  routedOn: null,
  leadUnit: null,
  assistUnits: [],
  leader: null,
  instruction: null,
  answeredOn: null,
  closedOn: null,
  readOn: null,
  followUp: NO_FOLLOW_UP,
}

/** The rating of the round that is going on, or null. */
export function ratingOf({ ratings, round }: FollowUp): Rating | null {
  const last = ratings.at(-1)
  return last !== undefined && last.round === round ? last.score : null
}
