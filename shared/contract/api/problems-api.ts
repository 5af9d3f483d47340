import { z } from 'zod'
import {
  campaignSchema,
  campaignStepSchema,
  problemGroupSchema,
  researchSchema,
} from '../../domain/coordination.ts'
import { daySchema, instantSchema, petitionNumberSchema } from '../../domain/visit.ts'
import { documentLine, petitionLine, previewedPaper } from '../views.ts'
import { type ApiTable, nothing, reason, WRITERS } from './table.ts'

const CLERK = ['clerk'] as const
const id = z.string().min(1)
const numbers = z.array(petitionNumberSchema).min(1, '请至少选择一件信访事项').max(500)

const groupLine = problemGroupSchema.extend({
  id: z.string(),
  members: z.number(),
  open: z.number(),
  savedAt: instantSchema,
  /** Campaigns against it. */
  campaigns: z.array(z.object({ id: z.string(), title: z.string() })),
})

const groupView = groupLine.extend({
  lines: z.array(petitionLine),
  /** What may belong to it too, and why. */
  suggested: z.array(z.object({ line: petitionLine, why: z.array(z.string()) })),
})

export const campaignLine = z.object({
  id: z.string(),
  title: z.string(),
  leadUnit: z.string(),
  fromOn: daySchema,
  toOn: daySchema,
  steps: z.number(),
  doneSteps: z.number(),
  lateSteps: z.number(),
  /** Petitions of its groups, and those answered or closed. */
  petitions: z.number(),
  settledPetitions: z.number(),
  finishedOn: daySchema.nullable(),
})

export const campaignView = campaignLine.extend({
  background: z.string(),
  goal: z.string(),
  assistUnits: z.array(z.string()),
  groups: z.array(z.object({ id: z.string(), title: z.string(), petitions: z.number() })),
  plan: z.array(
    campaignStepSchema.extend({ doneOn: daySchema.nullable(), result: z.string(), late: z.boolean() }),
  ),
  notes: z.array(z.object({ on: daySchema, by: z.string(), text: z.string() })),
  result: z.string(),
  document: documentLine.nullable(),
})

/** 共性问题、专项治理、调研督导. */
export const problemsApi = {
  'groups.list': {
    allowed: WRITERS,
    input: nothing,
    output: z.object({
      groups: z.array(groupLine),
      /** Petitions of the last months that look alike and are in no group. */
      clusters: z.array(
        z.object({
          category: z.string(),
          unit: z.string().nullable(),
          title: z.string(),
          lines: z.array(petitionLine),
        }),
      ),
      /** Categories that rise in this month of the year. */
      seasons: z.array(
        z.object({
          category: z.string(),
          month: z.number(),
          years: z.array(z.object({ year: z.number(), count: z.number(), usual: z.number() })),
        }),
      ),
    }),
  },
  'groups.open': { allowed: WRITERS, input: z.object({ id }), output: groupView },
  'groups.save': {
    allowed: CLERK,
    /** `id` null begins a new one, with these petitions in it. */
    input: z.object({
      id: id.nullable(),
      group: problemGroupSchema,
      petitions: z.array(petitionNumberSchema).max(500).default([]),
    }),
    output: groupView,
  },
  'groups.add': {
    allowed: CLERK,
    input: z.object({ id, petitions: numbers, how: z.enum(['suggested', 'chosen']).default('chosen') }),
    output: groupView,
  },
  /** 不是: said once, not offered again. */
  'groups.refuse': { allowed: CLERK, input: z.object({ id, petitions: numbers }), output: groupView },
  'groups.remove': {
    allowed: CLERK,
    input: z.object({ id, number: petitionNumberSchema, reason: reason('请写明移出的原因') }),
    output: groupView,
  },

  'campaigns.list': { allowed: WRITERS, input: nothing, output: z.array(campaignLine) },
  'campaigns.open': { allowed: WRITERS, input: z.object({ id }), output: campaignView },
  'campaigns.save': {
    allowed: CLERK,
    input: z.object({ id: id.nullable(), campaign: campaignSchema }),
    output: campaignView,
  },
  'campaigns.finishStep': {
    allowed: CLERK,
    input: z.object({ id, step: z.int().min(0), result: reason('请写明完成情况') }),
    output: campaignView,
  },
  'campaigns.progress': {
    allowed: CLERK,
    input: z.object({ id, text: reason('请写明进展情况') }),
    output: campaignView,
  },
  'campaigns.finish': {
    allowed: CLERK,
    input: z.object({ id, result: reason('请写明治理成效') }),
    output: campaignView,
  },
  /** 专项治理方案 as it would be issued. */
  'campaigns.preview': {
    allowed: WRITERS,
    input: z.object({ id }),
    output: previewedPaper.extend({ title: z.string() }),
  },
  'campaigns.issue': { allowed: CLERK, input: z.object({ id }), output: documentLine },

  'research.list': {
    allowed: WRITERS,
    input: nothing,
    output: z.object({
      records: z.array(researchSchema.extend({ id: z.string(), groupTitle: z.string().nullable() })),
      /** 职能部门 nobody visited in the last year. */
      unvisited: z.array(z.string()),
    }),
  },
  'research.save': {
    allowed: CLERK,
    input: z.object({ id: id.nullable(), record: researchSchema }),
    output: z.object({ id: z.string() }),
  },
} as const satisfies ApiTable
