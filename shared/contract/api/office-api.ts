import { z } from 'zod'
import {
  categorySchema,
  channelSchema,
  leaderSchema,
  settingsSchema,
  unitSchema,
} from '../../domain/catalogue.ts'
import { calendarYearSchema, schoolDaySchema } from '../../domain/office-calendar.ts'
import { daySchema, petitionNumberSchema } from '../../domain/visit.ts'
import { statusView } from '../views.ts'
import { type ApiTable, done, job, nothing } from './table.ts'

export const officeApi = {
  'desk.status': { allowed: 'signedIn', input: nothing, output: statusView },
  'desk.backup': { allowed: 'signedIn', input: nothing, output: z.object({ file: z.string() }) },
  'desk.verify': {
    allowed: ['admin'],
    input: z.object({ job }),
    output: z.object({ entries: z.number(), problems: z.array(z.string()) }),
  },
  'catalogue.read': {
    allowed: 'signedIn',
    input: nothing,
    output: z.object({
      units: z.array(unitSchema),
      channels: z.array(channelSchema),
      categories: z.array(categorySchema),
      leaders: z.array(leaderSchema),
      settings: settingsSchema,
    }),
  },
  'catalogue.save': {
    allowed: ['admin'],
    input: z.discriminatedUnion('list', [
      z.object({ list: z.literal('units'), item: unitSchema }),
      z.object({ list: z.literal('channels'), item: channelSchema }),
      z.object({ list: z.literal('categories'), item: categorySchema }),
      z.object({ list: z.literal('leaders'), item: leaderSchema }),
    ]),
    output: done,
  },
  'settings.save': { allowed: ['admin'], input: settingsSchema.partial(), output: done },
  'calendar.read': {
    allowed: 'signedIn',
    input: nothing,
    output: z.object({ years: z.array(calendarYearSchema), schoolDays: z.array(schoolDaySchema) }),
  },
  /** What would move if the year or the day were saved; nothing is changed. */
  'calendar.preview': {
    allowed: ['admin'],
    input: z.discriminatedUnion('change', [
      z.object({ change: z.literal('year'), year: calendarYearSchema }),
      z.object({
        change: z.literal('day'),
        day: daySchema,
        kind: z.enum(['rest', 'work', 'none']),
        reason: z.string(),
      }),
    ]),
    output: z.array(
      z.object({ number: petitionNumberSchema, title: z.string(), before: daySchema, after: daySchema }),
    ),
  },
  'calendar.saveYear': { allowed: ['admin'], input: calendarYearSchema, output: done },
  'calendar.saveDay': {
    allowed: ['admin'],
    input: z.object({
      day: daySchema,
      kind: z.enum(['rest', 'work', 'none']),
      reason: z.string().trim().min(1, '请填写原因，例如：校庆放假').max(60),
    }),
    output: done,
  },
} as const satisfies ApiTable
