import { z } from 'zod'
import { accountSchema } from '../account.ts'
import { daySchema } from '../visit.ts'
import type { EntryTable } from './table.ts'

/** The station, its accounts, settings, catalogue and calendar. */
export const officeEntries = {
  'station.founded': {
    version: 1,
    label: '启用接待点',
    body: z.object({ school: z.string(), code: z.string(), name: z.string(), publicKey: z.string() }),
  },
  'account.saved': { version: 2, label: '账户变更', body: accountSchema },
  'account.signed-in': {
    version: 1,
    label: '登录',
    body: z.object({ failedBefore: z.number().int().min(0), recovered: z.boolean().default(false) }),
  },
  'account.password-set': { version: 1, label: '设置密码', body: z.object({ login: z.string() }) },
  'setting.saved': { version: 1, label: '设置变更', body: z.object({ key: z.string(), value: z.json() }) },
  'catalogue.saved': {
    version: 1,
    label: '字典变更',
    body: z.object({ list: z.enum(['units', 'channels', 'categories', 'leaders']), item: z.json() }),
  },
  'calendar.year-saved': { version: 1, label: '导入年度日历', body: z.json() },
  'calendar.day-saved': {
    version: 1,
    label: '学校日历变更',
    body: z.object({ day: daySchema, kind: z.enum(['rest', 'work', 'none']), reason: z.string() }),
  },
} as const satisfies EntryTable
