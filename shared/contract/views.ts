import { z } from 'zod'
import { roleSchema } from '../domain/account.ts'
import { followUpSchema } from '../domain/course.ts'
import { gradeSchema, purposeSchema, routeSchema, stateSchema, urgencySchema } from '../domain/petition.ts'
import { daySchema, instantSchema, materialSchema, petitionNumberSchema } from '../domain/visit.ts'
import { STEPS } from '../rules/stepped-petition.ts'

/** What the window is shown. Names, numbers and addresses of petitioners are masked unless the view says otherwise. */

export const meView = z.object({
  login: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  unit: z.string(),
  leader: z.string(),
})

/** A petitioner as shown: masked texts need not be what the form would take. */
export const petitionerView = z.object({
  name: z.string(),
  gender: z.enum(['male', 'female']).nullable(),
  bornOn: z.string(),
  identity: z.enum(['student', 'staff', 'retired', 'alumnus', 'parent', 'outsider']),
  studentNumber: z.string(),
  organisation: z.string(),
  idType: z.enum(['resident-id', 'passport', 'hk-macao-taiwan', 'other']),
  idNumber: z.string(),
  phone: z.string(),
  address: z.string(),
  email: z.string(),
})

export const sessionView = z.object({
  phase: z.enum(['first-run', 'sign-in', 'open']),
  /** Today in Shanghai by the core's clock. */
  today: daySchema,
  /** Where the records are kept, shown on the first-run screen. */
  dataDir: z.string(),
  school: z.string(),
  station: z.object({ code: z.string(), name: z.string() }).nullable(),
  accounts: z.array(z.object({ login: z.string(), name: z.string() })),
  me: meView.nullable(),
  idleMinutes: z.number(),
})

/** How near the due day is. Working days. */
export const latenessView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('running'), daysLeft: z.number(), halfGone: z.boolean() }),
  z.object({ kind: z.literal('dueTomorrow') }),
  z.object({ kind: z.literal('dueToday') }),
  z.object({ kind: z.literal('overdue'), daysLate: z.number(), severe: z.boolean() }),
])

export const archiveStateSchema = z.enum(['unsealed', 'sealed', 'sent', 'acknowledged', 'refused'])

export const petitionLine = z.object({
  rid: z.number(),
  number: petitionNumberSchema,
  title: z.string(),
  /** Masked; 匿名 when no name was given. */
  petitioner: z.string(),
  state: stateSchema,
  route: routeSchema.nullable(),
  grade: gradeSchema.nullable(),
  channel: z.string(),
  category: z.string(),
  leadUnit: z.string().nullable(),
  urgency: urgencySchema,
  receivedOn: daySchema,
  dueOn: daySchema.nullable(),
  dueProvisional: z.boolean(),
  lateness: latenessView,
  group: z.boolean(),
  repeat: z.boolean(),
  instructed: z.boolean(),
  archive: archiveStateSchema,
})

export const dueExplanation = z.object({
  /** What has to be done by then: 转办事项 5 个工作日内答复. */
  label: z.string(),
  /** The clause it rests on. */
  basis: z.string(),
  from: daySchema,
  dueOn: daySchema,
  provisional: z.boolean(),
  /** 11月27日（周五）到期，还剩 3 个工作日 */
  sentence: z.string(),
  days: z.array(z.object({ day: daySchema, counted: z.boolean(), why: z.string(), source: z.string() })),
})

export const documentLine = z.object({
  id: z.string(),
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  /** 发文字号, or empty for forms. */
  number: z.string(),
  /** As people call it: 转办函 校办信转〔2026〕12号; a form by its moment of issue. */
  name: z.string(),
  petition: petitionNumberSchema.nullable(),
  unit: z.string().nullable(),
  issuedOn: daySchema,
  issuedAt: instantSchema,
  issuedBy: z.string(),
  /** 本单位模板第2版; null when the system laid it out. */
  template: z.string().nullable(),
  /** How often it was printed, saved or opened since. */
  taken: z.number(),
  /** 已作废 */
  voided: z
    .object({
      on: daySchema,
      by: z.string(),
      reason: z.string(),
      /** The paper that was issued in its place: its 文号, or the internal number of a form. */
      replacedBy: z
        .object({ id: z.string(), number: z.string(), name: z.string(), voided: z.boolean() })
        .nullable(),
    })
    .nullable(),
  /** Void papers it stands in for. */
  replaces: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** A paper before it is issued. */
export const previewedPaper = z.object({
  /** As it is drawn on the screen; its shape is `shared/documents/paper.ts`. */
  paper: z.json(),
  /** 本单位模板第2版, which lays it out instead of the system. */
  template: z.string().nullable(),
  /** Its look and its words, or the words alone that the template makes of it. */
  drawn: z.enum(['whole', 'words']),
  /** Why the template cannot be filled, and what to do. */
  problem: z.string().nullable(),
})

export const timelineItem = z.object({
  seq: z.number(),
  at: instantSchema,
  /** Name of the person, or 系统. */
  who: z.string(),
  label: z.string(),
  /** Whole sentences or short facts, each its own line. */
  lines: z.array(z.string()),
  /** Corrections: what stood there before, shown struck through. */
  struck: z.array(z.string()),
})

/** A step the program can take next with a petition; `refusal` says why it cannot be taken now. */
export const stepView = z.object({
  step: z.enum(STEPS),
  main: z.boolean(),
  refusal: z.string().nullable(),
})

export const petitionView = petitionLine.extend({
  /** The state as one sentence: 已转学生工作处，11月27日（周五）到期，还剩 3 个工作日. */
  sentence: z.string(),
  matter: z.string(),
  grounds: z.string(),
  demand: z.string(),
  purpose: purposeSchema,
  accusedNames: z.string(),
  accusedUnits: z.array(z.string()),
  happenedOn: z.string(),
  happenedAt: z.string(),
  previousHandling: z.string(),
  legalFlags: z.array(z.string()),
  opinion: z.string(),
  assistUnits: z.array(z.string()),
  /** Code of the leader it was submitted to. */
  leader: z.string().nullable(),
  /** What follows its route, as the page shows and the steps look at it. */
  followUp: followUpSchema,
  instruction: z
    .object({
      leader: z.string(),
      text: z.string(),
      on: daySchema,
      leadUnit: z.string().nullable(),
      assistUnits: z.array(z.string()),
      limitOn: daySchema.nullable(),
    })
    .nullable(),
  visit: z.object({
    number: z.string(),
    queryCode: z.string(),
    startedAt: instantSchema,
    endedAt: instantSchema.nullable(),
    place: z.string(),
    receivedBy: z.string(),
    receivingUnit: z.string(),
    headcount: z.number(),
    affected: z.number(),
    anonymous: z.boolean(),
    confidential: z.boolean(),
    /** Masked unless `revealed`. */
    petitioners: z.array(petitionerView),
    materials: z.array(materialSchema),
    unusual: z.string(),
    remark: z.string(),
  }),
  revealed: z.boolean(),
  due: dueExplanation.nullable(),
  timeline: z.array(timelineItem),
  documents: z.array(documentLine),
  steps: z.array(stepView),
  /** Other petitions of the same visit, and the ones this repeats or that repeat this. */
  related: z.array(z.object({ line: petitionLine, why: z.string() })),
  /** Archive state in words: 第 37 批已签收（2026年11月21日 12:01）. */
  archiveSentence: z.string(),
})

/** An earlier petition that may be the same person or the same matter. */
export const suggestion = z.object({
  line: petitionLine,
  /** 同一电话, 同一学号, 姓名相同, 内容相似. */
  why: z.string(),
  /** To fill the form with, only when person and not merely matter matched. Unmasked: the person stands at the counter. */
  petitioner: petitionerView.nullable(),
})

export const statusView = z.object({
  /** Work waiting in each place, for whoever may do it. */
  waiting: z.object({
    today: z.number(),
    review: z.number(),
    chase: z.number(),
    /** People in today's queue; for a leader, decisions put off. */
    reception: z.number(),
    archive: z.number(),
  }),
  backup: z.object({ lastAt: instantSchema.nullable(), problem: z.string().nullable() }),
  archive: z.object({
    /** Last acknowledged batch. */
    lastAcknowledged: z.number().nullable(),
    unsent: z.number(),
    oldestUnsentAt: instantSchema.nullable(),
    configured: z.boolean(),
    problem: z.string().nullable(),
  }),
  calendar: z.object({ knownYears: z.array(z.number()), missingYear: z.number().nullable() }),
})

export const todayView = z.object({
  today: daySchema,
  due: z.array(petitionLine),
  dueTotal: z.number(),
  registered: z.array(petitionLine),
  registeredTotal: z.number(),
  /** Not routed yet, or waiting for a leader's instruction. */
  waiting: z.array(petitionLine),
  waitingTotal: z.number(),
  /** Petitions with entries not yet acknowledged by the archive. */
  unarchived: z.array(petitionLine),
  unarchivedTotal: z.number(),
  /** Open petitions per state, from counters. */
  states: z.array(z.object({ state: stateSchema, count: z.number() })),
})

export const batchLine = z.object({
  number: z.number(),
  fromSeq: z.number(),
  toSeq: z.number(),
  entries: z.number(),
  documents: z.number(),
  sealedAt: instantSchema,
  state: archiveStateSchema,
  archive: z.string(),
  receivedAt: instantSchema.nullable(),
  /** What the archive said when it refused or held the batch. */
  reason: z.string(),
})
