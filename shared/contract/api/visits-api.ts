import { z } from 'zod'
import { gradeSchema, routeSchema } from '../../domain/petition.ts'
import { daySchema, instantSchema, petitionNumberSchema, visitFormSchema } from '../../domain/visit.ts'
import { documentLine, dueExplanation, suggestion } from '../views.ts'
import { type ApiTable, done, nothing, READERS, WRITERS } from './table.ts'

export const visitsApi = {
  'visits.register': {
    allowed: WRITERS,
    input: z.object({ visit: visitFormSchema, draft: z.string().nullable().default(null) }),
    output: z.object({
      visit: z.string(),
      petitions: z.array(
        z.object({
          number: petitionNumberSchema,
          title: z.string(),
          dueOn: daySchema.nullable(),
          sentence: z.string(),
        }),
      ),
      /** 来访登记表 and 来访回执. */
      documents: z.array(documentLine),
    }),
  },
  /** Called at every pause of typing; answers from indexes only. */
  'visits.suggest': {
    allowed: WRITERS,
    input: z.object({
      name: z.string().default(''),
      phone: z.string().default(''),
      studentNumber: z.string().default(''),
      idNumber: z.string().default(''),
      title: z.string().default(''),
    }),
    output: z.array(suggestion),
  },
  /** The due day a matter would get, with its counted days. */
  'visits.due': {
    allowed: READERS,
    input: z.object({
      route: routeSchema.nullable(),
      grade: gradeSchema.nullable(),
      channel: z.string(),
      from: daySchema,
    }),
    output: dueExplanation.nullable(),
  },
  'drafts.save': {
    allowed: WRITERS,
    input: z.object({ id: z.string().min(1).max(64), title: z.string().max(200), form: z.json() }),
    output: z.object({ savedAt: instantSchema }),
  },
  'drafts.list': {
    allowed: WRITERS,
    input: nothing,
    output: z.array(z.object({ id: z.string(), title: z.string(), savedAt: instantSchema, form: z.json() })),
  },
  'drafts.discard': { allowed: WRITERS, input: z.object({ id: z.string() }), output: done },
} as const satisfies ApiTable
