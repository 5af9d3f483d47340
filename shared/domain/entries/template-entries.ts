import { z } from 'zod'
import type { EntryTable } from './table.ts'

/** An office's own Word templates: their versions, and which of them is used. */
export const templateEntries = {
  'template.saved': {
    version: 1,
    label: '上传文书模板',
    body: z.object({
      /** The kind of paper it lays out. */
      of: z.string(),
      /** From 1 on, of this kind. */
      version: z.number().int().min(1),
      /** The file's own name. */
      name: z.string(),
      sha256: z.string(),
      size: z.number().int(),
      note: z.string(),
    }),
  },
  'template.chosen': {
    version: 1,
    label: '选用文书版式',
    body: z.object({
      of: z.string(),
      /** Null is the system's own layout. */
      version: z.number().int().min(1).nullable(),
    }),
  },
} as const satisfies EntryTable
