import { z } from 'zod'
import { accountSchema, loginSchema, passwordSchema, type Role, roleSchema } from '../domain/account.ts'
import {
  categorySchema,
  channelSchema,
  leaderSchema,
  settingsSchema,
  unitSchema,
} from '../domain/catalogue.ts'
import { calendarYearSchema, schoolDaySchema } from '../domain/office-calendar.ts'
import {
  declineGroundSchema,
  gradeSchema,
  mediumSchema,
  outcomeSchema,
  routeSchema,
  stateSchema,
} from '../domain/petition.ts'
import {
  correctionSchema,
  daySchema,
  instantSchema,
  petitionNumberSchema,
  repeatAnswerSchema,
  visitFormSchema,
} from '../domain/visit.ts'
import {
  batchLine,
  documentLine,
  dueExplanation,
  meView,
  petitionLine,
  petitionView,
  sessionView,
  statusView,
  suggestion,
  todayView,
} from './views.ts'

/** Who may call: somebody with one of the roles, anybody signed in, or anybody at all (before signing in). */
type Allowed = readonly Role[] | 'signedIn' | 'anyone'

const EVERY_DESK: readonly Role[] = ['receptionist', 'clerk', 'admin']
const WRITERS: readonly Role[] = ['receptionist', 'clerk']
const READERS: readonly Role[] = ['receptionist', 'leader', 'clerk', 'admin']

const nothing = z.undefined()
const done = z.object({ done: z.literal(true) })
/** Chosen by the window; progress and cancel refer to it. */
const job = z.string().min(1).max(64)

const reason = (message: string) =>
  z.string().trim().min(1, message).max(2000, '内容过长，请控制在 2000 字以内')
const note = z.string().trim().max(5000, '内容过长，请控制在 5000 字以内').default('')

export const petitionFilters = z.object({
  states: z.array(stateSchema).default([]),
  unit: z.string().nullable().default(null),
  channel: z.string().nullable().default(null),
  category: z.string().nullable().default(null),
  from: daySchema.nullable().default(null),
  to: daySchema.nullable().default(null),
})

const routeInput = z.discriminatedUnion('route', [
  z.object({ route: z.literal('direct') }),
  z.object({
    route: z.literal('transfer'),
    leadUnit: z.string().min(1, '请选择承办单位'),
    assistUnits: z.array(z.string()).max(20, '协办单位最多 20 个').default([]),
    remark: note,
  }),
  z.object({ route: z.literal('submit'), leader: z.string().min(1, '请选择呈报的校领导'), proposal: note }),
  z.object({
    route: z.literal('decline'),
    ground: declineGroundSchema,
    lawfulChannel: z.string().trim().min(1, '请写明应当通过的法定途径或应遵守的规定').max(500),
    explanation: reason('请写明对来访人的解释说明'),
  }),
])

/** A paper as it is drawn on the screen and written to Word; its shape is `shared/documents/paper.ts`. */
const paper = z.json()

const content = z.object({
  fileName: z.string(),
  /** Base64 of the .docx. */
  bytes: z.string(),
  sha256: z.string(),
})

/** Everything the window may ask of the application. Both shells serve exactly this list. */
export const api = {
  'session.state': { allowed: 'anyone', input: nothing, output: sessionView },
  'session.found': {
    allowed: 'anyone',
    input: z.object({
      school: z.string().trim().min(2, '请填写学校全称').max(60, '学校名称请控制在 60 字以内'),
      stationCode: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z][A-Z0-9]{1,3}$/, '接待点代码请用 2 至 4 位大写字母或数字，以字母开头，例如 ZX')
        // A folder archive keeps a folder of this name, and Windows has none such.
        .refine(
          (code) => !/^(?:CON|NUL|AUX|PRN|COM\d|LPT\d)$/.test(code),
          '这个代码是 Windows 的保留名，请换一个接待点代码',
        ),
      stationName: z.string().trim().min(1, '请填写接待点名称').max(40, '接待点名称请控制在 40 字以内'),
      login: loginSchema,
      name: z.string().trim().min(1, '请填写管理员姓名').max(40, '姓名请控制在 40 字以内'),
      password: passwordSchema,
    }),
    output: z.object({ recoveryCode: z.string() }),
  },
  'session.signIn': {
    allowed: 'anyone',
    input: z.object({ login: loginSchema, password: z.string().min(1, '请输入密码') }),
    output: meView,
  },
  'session.signOut': { allowed: 'anyone', input: nothing, output: done },
  'session.recover': {
    allowed: 'anyone',
    input: z.object({
      recoveryCode: z.string().trim().min(1, '请输入恢复码'),
      login: loginSchema,
      password: passwordSchema,
    }),
    output: meView,
  },
  'session.changePassword': {
    allowed: 'signedIn',
    input: z.object({ old: z.string().min(1, '请输入现在的密码'), password: passwordSchema }),
    output: done,
  },
  'session.cancel': { allowed: 'signedIn', input: z.object({ job }), output: done },

  'accounts.list': { allowed: ['admin'], input: nothing, output: z.array(accountSchema) },
  'accounts.save': {
    allowed: ['admin'],
    input: z.object({
      login: loginSchema,
      name: accountSchema.shape.name,
      roles: z.array(roleSchema).min(1, '请至少选择一个角色'),
      active: z.boolean(),
      /** Needed for a new account; for an existing one it sets a new password. */
      password: passwordSchema.nullable().default(null),
    }),
    output: done,
  },

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

  'petitions.today': { allowed: READERS, input: nothing, output: todayView },
  'petitions.list': {
    allowed: READERS,
    input: petitionFilters.extend({
      query: z.string().max(200).default(''),
      /** `rid` of the last line seen; null for the newest. */
      before: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({
      lines: z.array(petitionLine),
      /** False while older matches may exist that were not looked at for lack of time: ask again with `before`. */
      complete: z.boolean(),
      /** Where to go on, null at the end. */
      next: z.number().nullable(),
    }),
  },
  /** Counted separately and lazily: the list never waits for it. Stops at 1,000. */
  'petitions.count': {
    allowed: READERS,
    input: petitionFilters.extend({ query: z.string().max(200).default('') }),
    output: z.object({ count: z.number(), more: z.boolean() }),
  },
  'petitions.open': {
    allowed: READERS,
    input: z.object({ number: petitionNumberSchema }),
    output: petitionView,
  },
  /** The same with names and numbers in the clear; recorded in the journal. */
  'petitions.reveal': {
    allowed: READERS,
    input: z.object({ number: petitionNumberSchema, why: z.string().trim().max(200).default('') }),
    output: petitionView,
  },
  'petitions.route': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, to: routeInput }),
    output: petitionView,
  },
  'petitions.answer': {
    allowed: WRITERS,
    input: z.object({
      number: petitionNumberSchema,
      medium: mediumSchema,
      text: reason('请写明答复内容'),
      outcome: outcomeSchema,
      close: z.boolean().default(false),
    }),
    output: petitionView,
  },
  'petitions.close': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, remark: note }),
    output: petitionView,
  },
  'petitions.correct': {
    allowed: WRITERS,
    input: z.object({
      number: petitionNumberSchema,
      reason: reason('请填写更正原因'),
      changes: correctionSchema,
    }),
    output: petitionView,
  },
  'petitions.remark': {
    allowed: READERS,
    input: z.object({ number: petitionNumberSchema, text: reason('请填写备注内容') }),
    output: petitionView,
  },
  'petitions.judgeRepeat': {
    allowed: WRITERS,
    input: z.object({ number: petitionNumberSchema, repeat: repeatAnswerSchema }),
    output: petitionView,
  },

  /** The duty leader's day: each petition whole, so that the next one is there at once. */
  'review.day': {
    allowed: ['leader'],
    input: z.object({ day: daySchema }),
    output: z.object({
      petitions: z.array(petitionView),
      read: z.array(petitionNumberSchema),
      signedOff: z.object({ at: instantSchema, by: z.string(), remark: z.string() }).nullable(),
      /** Latest days that have petitions, newest first, with how many are unread. */
      days: z.array(
        z.object({ day: daySchema, petitions: z.number(), unread: z.number(), signedOff: z.boolean() }),
      ),
    }),
  },
  'review.instruct': {
    allowed: ['leader'],
    input: z.object({
      number: petitionNumberSchema,
      text: reason('请填写批示意见'),
      leadUnit: z.string().nullable().default(null),
      assistUnits: z.array(z.string()).max(20, '协办单位最多 20 个').default([]),
      limitOn: daySchema.nullable().default(null),
    }),
    output: petitionView,
  },
  'review.read': { allowed: ['leader'], input: z.object({ number: petitionNumberSchema }), output: done },
  'review.signOff': {
    allowed: ['leader'],
    input: z.object({ day: daySchema, remark: note }),
    output: done,
  },

  /** What the notice would look like; takes no number and leaves no trace. */
  'documents.preview': {
    allowed: EVERY_DESK,
    input: z.object({
      petition: petitionNumberSchema,
      kind: z.string(),
      unit: z.string().nullable().default(null),
    }),
    output: z.object({ paper, kindName: z.string(), title: z.string() }),
  },
  /** Takes the next number and keeps the bytes, in one transaction. */
  'documents.issue': {
    allowed: WRITERS,
    input: z.object({
      petition: petitionNumberSchema,
      kind: z.string(),
      unit: z.string().nullable().default(null),
    }),
    output: documentLine,
  },
  'documents.list': {
    allowed: READERS,
    input: z.object({
      kind: z.string().nullable().default(null),
      before: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ lines: z.array(documentLine), next: z.string().nullable() }),
  },
  /** The paper of an issued document, for the screen. */
  'documents.show': {
    allowed: READERS,
    input: z.object({ id: z.string() }),
    output: z.object({ line: documentLine, paper }),
  },
  /** The bytes as issued. Taking them out is recorded; after the first time they are a 副本. */
  'documents.take': {
    allowed: EVERY_DESK,
    input: z.object({ id: z.string(), how: z.enum(['print', 'save', 'open']) }),
    output: content.extend({
      copy: z.boolean(),
      /** Set when the core opened the file itself in Word or WPS. */
      opened: z.boolean(),
    }),
  },

  'archive.state': {
    allowed: READERS,
    input: nothing,
    output: z.object({
      /** Without its password. */
      url: z.string(),
      batches: z.array(batchLine),
      unsent: z.number(),
      oldestUnsentAt: instantSchema.nullable(),
    }),
  },
  'archive.set': {
    allowed: ['admin'],
    input: z.object({
      url: z.string().trim().min(1, '请填写归档去向'),
      password: z.string().nullable().default(null),
    }),
    output: done,
  },
  'archive.check': { allowed: EVERY_DESK, input: nothing, output: z.object({ message: z.string() }) },
  'archive.seal': {
    allowed: EVERY_DESK,
    input: nothing,
    output: z.object({ batch: batchLine.nullable() }),
  },
  /** Seals what is open and delivers every batch that has no receipt yet. */
  'archive.sync': {
    allowed: EVERY_DESK,
    input: z.object({ job }),
    output: z.object({
      batches: z.number(),
      entries: z.number(),
      receipts: z.number(),
      refused: z.array(z.string()),
    }),
  },
} as const satisfies Record<string, { allowed: Allowed; input: z.ZodType; output: z.ZodType }>

export type Method = keyof typeof api
/** What the window sends, before parsing. */
export type Sent<M extends Method> = z.input<(typeof api)[M]['input']>
/** What a handler gets, after parsing. */
export type Received<M extends Method> = z.output<(typeof api)[M]['input']>
export type Answer<M extends Method> = z.output<(typeof api)[M]['output']>

export function isMethod(name: string): name is Method {
  return Object.hasOwn(api, name)
}

/** May somebody with these roles call the method? `null` when nobody is signed in. */
export function mayCall(method: Method, roles: readonly Role[] | null): boolean {
  const { allowed } = api[method] as { allowed: Allowed }
  if (allowed === 'anyone') return true
  if (roles === null) return false
  return allowed === 'signedIn' || roles.some((role) => allowed.includes(role))
}
