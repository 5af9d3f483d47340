import { z } from 'zod'
import {
  activityFormSchema,
  appealConclusionSchema,
  appealFilingSchema,
  appealToldSchema,
  contactWaySchema,
  importMappingSchema,
  linkFormSchema,
} from '../channel-work.ts'
import { daySchema, petitionNumberSchema } from '../visit.ts'
import type { EntryTable } from './table.ts'

/** Meetings, standing links, appeals and imports: what the channels do beside their petitions. */
export const channelEntries = {
  /** Subject: the activity. A later entry of the same activity replaces what it says. */
  'activity.planned': { version: 1, label: '安排沟通活动', body: activityFormSchema },
  'activity.recorded': { version: 1, label: '记录沟通活动', body: activityFormSchema },
  'activity.cancelled': { version: 1, label: '取消沟通活动', body: z.object({ reason: z.string() }) },
  /** Subject: the link. */
  'link.saved': { version: 1, label: '联系对象', body: linkFormSchema },
  'link.contacted': {
    version: 1,
    label: '联系记录',
    body: z.object({
      on: daySchema,
      how: contactWaySchema,
      text: z.string(),
      /** The matter it raised. */
      petition: petitionNumberSchema.nullable(),
    }),
  },
  /** Subject: the petition. */
  'appeal.filed': {
    version: 1,
    label: '提出申诉（复核）',
    body: appealFilingSchema.extend({ procedure: z.enum(['appeal', 'review']), filedOn: daySchema }),
  },
  'appeal.decided': { version: 1, label: '复查（复核）结论', body: appealConclusionSchema },
  'appeal.told': { version: 1, label: '告知申诉（复核）结论', body: appealToldSchema },
  /** Subject: the headings, so that the same file is known again. */
  'import.mapped': {
    version: 1,
    label: '记住导入对应关系',
    body: z.object({ headings: z.array(z.string()), mapping: importMappingSchema }),
  },
  /** Subject: the run. What became of a file; the matters are registered by entries of their own. */
  'import.finished': {
    version: 1,
    label: '导入工单',
    body: z.object({
      file: z.string(),
      sha256: z.string(),
      rows: z.number().int(),
      imported: z.number().int(),
      skipped: z.number().int(),
      refused: z.number().int(),
      /** The last row looked at when it was stopped before the end. */
      stoppedAt: z.number().int().nullable(),
    }),
  },
} as const satisfies EntryTable
