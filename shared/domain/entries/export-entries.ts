import { z } from 'zod'
import type { EntryTable } from './table.ts'

/** Lists that left the program. */
export const exportEntries = {
  /** A list was taken out as Excel: who, which, how many rows, and whether names stood in it whole. */
  'list.exported': {
    version: 1,
    label: '导出列表',
    body: z.object({
      /** Name of the list in the contract: petitions, chasing … */
      list: z.string(),
      /** Its title and filter in words; a text that was searched for is not written down again. */
      title: z.string(),
      filter: z.string(),
      rows: z.number().int().min(0),
      /** Full names of petitioners stood in it. */
      revealed: z.boolean(),
      /** Why they did; empty for a masked list. */
      reason: z.string(),
      sha256: z.string(),
    }),
  },
} as const satisfies EntryTable
