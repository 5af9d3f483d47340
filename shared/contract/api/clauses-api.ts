import { z } from 'zod'
import { clauseSchema, clauseTableSchema } from '../../domain/clause.ts'
import { type ApiTable, nothing } from './table.ts'

export const clausesApi = {
  /** 条款对照表, and the regulations it is about. */
  'clauses.list': {
    allowed: 'signedIn',
    input: nothing,
    output: z.object({
      clauses: z.array(clauseSchema),
      without: clauseTableSchema.shape.without,
      regulations: z.array(z.object({ name: z.enum(['办法', '制度']), title: z.string(), text: z.string() })),
    }),
  },
} as const satisfies ApiTable
