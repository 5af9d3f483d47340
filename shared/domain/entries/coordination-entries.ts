import { z } from 'zod'
import {
  campaignSchema,
  collectedAsSchema,
  meetingHeldSchema,
  meetingPlanSchema,
  problemGroupSchema,
  researchSchema,
} from '../coordination.ts'
import { daySchema, petitionNumberSchema } from '../visit.ts'
import type { EntryTable } from './table.ts'

const numbers = z.array(petitionNumberSchema).min(1).max(500)

/** Meetings, common problems, campaigns and research. The subject is the thing's own number, or the petition's. */
export const coordinationEntries = {
  'coordination.collected': {
    version: 1,
    label: '列入会商',
    body: z.object({ on: daySchema, as: collectedAsSchema, reason: z.string() }),
  },
  'coordination.released': { version: 1, label: '移出会商', body: z.object({ reason: z.string() }) },

  'meeting.planned': { version: 1, label: '安排会议', body: meetingPlanSchema },
  'meeting.held': { version: 1, label: '召开会议', body: meetingHeldSchema },
  'meeting.amended': {
    version: 1,
    label: '更正会议记录',
    body: z.object({ reason: z.string(), attendees: z.string(), absent: z.string(), minutes: z.string() }),
  },
  'meeting.cancelled': { version: 1, label: '取消会议', body: z.object({ reason: z.string() }) },
  /** 议定事项落实: `decision` is its place in the meeting's list. */
  'meeting.decision-settled': {
    version: 1,
    label: '议定事项落实',
    body: z.object({ decision: z.int().min(0), on: daySchema, result: z.string() }),
  },
  'meeting.minuted': { version: 1, label: '印发会议纪要', body: z.object({ document: z.string() }) },

  'group.saved': { version: 1, label: '共性问题', body: problemGroupSchema },
  'group.members-added': {
    version: 1,
    label: '归入共性问题',
    /** `how`: offered by the program, or chosen by hand. */
    body: z.object({ petitions: numbers, how: z.enum(['suggested', 'chosen']) }),
  },
  'group.members-refused': { version: 1, label: '不归入共性问题', body: z.object({ petitions: numbers }) },
  'group.member-removed': {
    version: 1,
    label: '移出共性问题',
    body: z.object({ petition: petitionNumberSchema, reason: z.string() }),
  },

  'campaign.saved': { version: 1, label: '专项治理方案', body: campaignSchema },
  'campaign.step-done': {
    version: 1,
    label: '专项治理步骤完成',
    body: z.object({ step: z.int().min(0), on: daySchema, result: z.string() }),
  },
  'campaign.progressed': {
    version: 1,
    label: '专项治理进展',
    body: z.object({ on: daySchema, text: z.string() }),
  },
  'campaign.finished': {
    version: 1,
    label: '专项治理总结',
    body: z.object({ on: daySchema, result: z.string() }),
  },
  'campaign.papered': { version: 1, label: '印发专项治理方案', body: z.object({ document: z.string() }) },

  'research.recorded': { version: 1, label: '调研督导', body: researchSchema },
} as const satisfies EntryTable
