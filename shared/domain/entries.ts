import { z } from 'zod'
import { accountSchema } from './account.ts'
import type { Entry } from './entry.ts'
import { declineGroundSchema, mediumSchema, outcomeSchema } from './petition.ts'
import {
  correctionSchema,
  daySchema,
  petitionNumberSchema,
  repeatAnswerSchema,
  visitFormSchema,
} from './visit.ts'

const unitCode = z.string().min(1)

/**
 * Every kind of journal entry with the schema of its newest version. A body is parsed with it before it is
 * appended; an older version is lifted by its upcaster first and stays readable for ever.
 */
export const ENTRY_KINDS = {
  'station.founded': {
    version: 1,
    label: '启用接待点',
    body: z.object({ school: z.string(), code: z.string(), name: z.string(), publicKey: z.string() }),
  },
  'account.saved': { version: 1, label: '账户变更', body: accountSchema },
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
  'visit.registered': {
    version: 1,
    label: '登记来访',
    body: z.object({
      number: z.string(),
      /** 查询码, printed on the receipt. */
      queryCode: z.string(),
      receivedOn: daySchema,
      group: z.boolean(),
      visit: visitFormSchema,
      /** Numbers in the order of `visit.petitions`. */
      numbers: z.array(petitionNumberSchema),
    }),
  },
  'petition.corrected': {
    version: 1,
    label: '更正',
    body: z.object({
      reason: z.string().trim().min(1, '请填写更正原因'),
      changes: correctionSchema,
    }),
  },
  'petition.repeat-judged': { version: 1, label: '重复件认定', body: repeatAnswerSchema },
  'petition.routed': {
    version: 1,
    label: '确定办理方式',
    body: z.discriminatedUnion('route', [
      z.object({ route: z.literal('direct'), on: daySchema, unit: unitCode }),
      z.object({
        route: z.literal('transfer'),
        on: daySchema,
        leadUnit: unitCode,
        assistUnits: z.array(unitCode).max(20, '协办单位最多 20 个'),
        remark: z.string(),
      }),
      z.object({ route: z.literal('submit'), on: daySchema, leader: z.string(), proposal: z.string() }),
      z.object({
        route: z.literal('decline'),
        on: daySchema,
        ground: declineGroundSchema,
        lawfulChannel: z.string(),
        explanation: z.string(),
      }),
    ]),
  },
  /** 批示 */
  'petition.instructed': {
    version: 1,
    label: '领导批示',
    body: z.object({
      on: daySchema,
      leader: z.string(),
      text: z.string(),
      leadUnit: unitCode.nullable(),
      assistUnits: z.array(unitCode).max(20, '协办单位最多 20 个'),
      /** 办结时限: a stated day replaces the seven working days. */
      limitOn: daySchema.nullable(),
    }),
  },
  'petition.read': { version: 1, label: '领导已阅', body: z.object({ on: daySchema }) },
  'petition.answered': {
    version: 1,
    label: '答复反映人',
    body: z.object({ on: daySchema, medium: mediumSchema, text: z.string(), outcome: outcomeSchema }),
  },
  'petition.closed': { version: 1, label: '办结', body: z.object({ on: daySchema, remark: z.string() }) },
  'petition.remarked': { version: 1, label: '备注', body: z.object({ text: z.string() }) },
  'petition.revealed': { version: 1, label: '查看个人信息', body: z.object({ why: z.string() }) },
  'day.signed-off': {
    version: 1,
    label: '当日审阅签收',
    body: z.object({ day: daySchema, remark: z.string(), petitions: z.number().int() }),
  },
  'document.issued': {
    version: 1,
    label: '印发文书',
    body: z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      petition: petitionNumberSchema.nullable(),
      visit: z.string().nullable(),
      unit: z.string().nullable(),
      /** Of numbered notices only: `series〔year〕serial号`. */
      number: z.object({ series: z.string(), year: z.number().int(), serial: z.number().int() }).nullable(),
      on: daySchema,
      sha256: z.string(),
      size: z.number().int(),
    }),
  },
  'document.reprinted': {
    version: 1,
    label: '取用文书',
    body: z.object({
      id: z.string(),
      how: z.enum(['print', 'save', 'open']),
      /** Marked 副本: the original had left the office already. */
      copy: z.boolean(),
    }),
  },
  'batch.sealed': { version: 1, label: '封装批次', body: z.json() },
  'batch.answered': { version: 1, label: '归档回执', body: z.json() },
  'archive.set': {
    version: 1,
    label: '设置归档去向',
    body: z.object({ url: z.string() }),
  },
} as const satisfies Record<string, { version: number; label: string; body: z.ZodType }>

export type EntryKind = keyof typeof ENTRY_KINDS
export type EntryBody<K extends EntryKind> = z.output<(typeof ENTRY_KINDS)[K]['body']>
/** An entry whose body has been read with the schema of its kind. */
export type KnownEntry = {
  [K in EntryKind]: Omit<Entry, 'kind' | 'body'> & { readonly kind: K; readonly body: EntryBody<K> }
}[EntryKind]

/** Lifts a body from the version it was written in to the next. Frozen once released. */
type Upcaster = (body: unknown) => unknown
const UPCASTERS: Partial<Record<EntryKind, Readonly<Record<number, Upcaster>>>> = {}

export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry'
}

/** Reads any entry ever written, of any version up to ours. Throws UnreadableEntry for what a newer program wrote. */
export function readEntry(entry: Entry): KnownEntry {
  if (!isEntryKind(entry.kind))
    throw new UnreadableEntry(`unknown kind ${entry.kind} at ${entry.station}#${entry.seq}`)
  const { version, body: schema } = ENTRY_KINDS[entry.kind]
  if (entry.version > version)
    throw new UnreadableEntry(`${entry.kind} v${entry.version} is newer than this program`)
  // A body of today's version was parsed before it was appended and is guarded by its hash; parsing it again with
  // checks that may have become stricter would make old entries unreadable.
  if (entry.version === version) return entry as KnownEntry
  let body = entry.body
  for (let from = entry.version; from < version; from += 1) {
    const lift = UPCASTERS[entry.kind]?.[from]
    if (!lift) throw new UnreadableEntry(`no upcaster for ${entry.kind} v${from}`)
    body = lift(body)
  }
  return { ...entry, kind: entry.kind, body: schema.parse(body) } as KnownEntry
}

export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_KINDS, kind)
}

/** Bookkeeping of the sync itself: such entries alone are no reason for another batch. */
export function isBookkeeping(kind: string): boolean {
  return kind.startsWith('batch.') || kind === 'account.signed-in'
}
