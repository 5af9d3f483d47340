import { z } from 'zod'
import { semesterSchema } from '../semester.ts'
import type { EntryTable } from './table.ts'

/** Semesters, and what left the program as a table. */
export const reportEntries = {
  'semester.saved': { version: 1, label: '学期变更', body: semesterSchema },
  /** A table of petitions was taken out of the program as Excel: who, what and how many. */
  'report.exported': {
    version: 1,
    label: '导出 Excel',
    body: z.object({
      /** Name of the table: 问题办理情况汇总表, 信访事项列表 … */
      what: z.string(),
      /** Period, unit, filters: in words. */
      about: z.string(),
      rows: z.number().int().min(0),
      sha256: z.string(),
    }),
  },
} as const satisfies EntryTable
