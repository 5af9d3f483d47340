import { z } from 'zod'
import { mediumSchema, purposeSchema, stateSchema } from '../../domain/petition.ts'
import {
  bookingMeansSchema,
  decisionSchema,
  guestFormSchema,
  plannedDaySchema,
  receptionScheduleSchema,
  shiftMemberSchema,
  sittingSchema,
  timeSchema,
} from '../../domain/reception.ts'
import { daySchema, instantSchema, petitionNumberSchema, visitFormSchema } from '../../domain/visit.ts'
import { documentLine, latenessView, previewedPaper } from '../views.ts'
import { type ApiTable, done, EVERY_DESK, note, nothing, reason, WRITERS } from './table.ts'

/** The office runs the day; a leader sees the days that are theirs. */
const SEEN_BY = ['receptionist', 'leader', 'clerk', 'admin'] as const
const id = z.string().min(1).max(40)
const appointedAt = timeSchema.or(z.literal('')).default('')

const scheduledView = z.object({
  regular: daySchema,
  day: daySchema.nullable(),
  kind: z.enum(['kept', 'moved', 'skipped', 'suspended']),
  why: z.string(),
  provisional: z.boolean(),
  start: z.string(),
  end: z.string(),
  leader: z.string().nullable(),
  cutOff: plannedDaySchema.shape.cutOff.nullable(),
  /** Already in the plan, or passed. */
  settled: z.enum(['planned', 'past']).nullable(),
})

export const receptionDayLine = z.object({
  id: z.string(),
  day: daySchema,
  start: z.string(),
  end: z.string(),
  place: z.string(),
  leader: z.string(),
  /** Post and name. */
  leaderName: z.string(),
  companions: z.array(z.string()),
  cutOff: plannedDaySchema.shape.cutOff,
  groupCap: z.number(),
  places: z.number(),
  departmentFirst: z.boolean(),
  state: z.enum(['planned', 'held', 'cancelled']),
  why: z.string(),
  reason: z.string(),
  booked: z.number(),
  waiting: z.number(),
  conversations: z.number(),
  /** What should be put right: a leader who left, a day that has become a holiday. */
  warning: z.string().nullable(),
  minutes: z.string().nullable(),
})

export const guestView = z.object({
  id: z.string(),
  kind: z.enum(['booked', 'walk-in']),
  state: z.enum(['waiting', 'called', 'absent', 'finished', 'left', 'cancelled']),
  appointedAt: z.string(),
  /** Masked. */
  name: z.string(),
  phone: z.string(),
  identity: z.string(),
  organisation: z.string(),
  headcount: z.number(),
  title: z.string(),
  matter: z.string(),
  demand: z.string(),
  materials: z.string(),
  department: z.string(),
  purpose: purposeSchema,
  means: z.string(),
  toldOn: daySchema.nullable(),
  calledAt: instantSchema.nullable(),
  petitions: z.array(petitionNumberSchema),
  reason: z.string(),
})

export const conversationView = z.object({
  id: z.string(),
  guest: z.string().nullable(),
  heldOn: daySchema,
  startedAt: instantSchema,
  leader: z.string().nullable(),
  leaderName: z.string(),
  petition: petitionNumberSchema,
  title: z.string(),
  matter: z.string(),
  demand: z.string(),
  /** Masked; 匿名 when no name was given. */
  petitioner: z.string(),
  /** Never answered directly, and kept out of the minutes. */
  accusation: z.boolean(),
  decision: decisionSchema,
  /** 批示交办后勤处，11月27日前办结：请尽快检修。 */
  decided: z.string(),
  state: stateSchema,
  leadUnit: z.string().nullable(),
  dueOn: daySchema.nullable(),
  lateness: latenessView,
  /** When the leader was told the result; null while that is owed. */
  reportedOn: daySchema.nullable(),
  recordedBy: z.string(),
})

const dayView = receptionDayLine.extend({
  today: z.boolean(),
  swaps: z.array(
    z.object({ from: z.string(), to: z.string(), reason: z.string(), at: instantSchema, by: z.string() }),
  ),
  guests: z.array(guestView),
  conversations: z.number(),
  talks: z.array(conversationView),
  remark: z.string(),
  note: z.string(),
  documents: z.array(documentLine),
})

const shiftView = z.object({
  id: z.string(),
  day: daySchema,
  start: z.string(),
  end: z.string(),
  place: z.string(),
  members: z.array(shiftMemberSchema),
  head: z.string().nullable(),
  headName: z.string(),
  state: z.enum(['planned', 'cancelled']),
  reason: z.string(),
  signedOn: z.array(z.object({ unit: z.string(), name: z.string(), asHead: z.boolean(), at: instantSchema })),
  talks: z.array(conversationView),
})

const dayInput = z.object({ id })
const guestInput = z.object({ guest: id })

export const receptionApi = {
  'reception.schedule': {
    allowed: SEEN_BY,
    input: nothing,
    output: z.object({ schedule: receptionScheduleSchema.nullable() }),
  },
  'reception.saveSchedule': { allowed: ['admin'], input: receptionScheduleSchema, output: done },
  /** What the rule gives, with every date it does not give and why; nothing is planned yet. */
  'reception.preview': {
    allowed: EVERY_DESK,
    input: z.object({ from: daySchema, until: daySchema }),
    output: z.array(scheduledView),
  },
  /** Puts the days of the preview that are still free into the plan. */
  'reception.plan': {
    allowed: EVERY_DESK,
    input: z.object({ from: daySchema, until: daySchema }),
    output: z.object({ planned: z.number() }),
  },
  'reception.days': {
    allowed: SEEN_BY,
    input: z.object({ from: daySchema, until: daySchema }),
    output: z.array(receptionDayLine),
  },
  'reception.day': { allowed: SEEN_BY, input: dayInput, output: dayView },
  /** Another leader takes the day; with `withDay` the two days change places. */
  'reception.swap': {
    allowed: EVERY_DESK,
    input: z.object({
      id,
      leader: z.string().min(1, '请选择接访校领导。'),
      withDay: id.nullable().default(null),
      reason: reason('请填写调换原因。'),
    }),
    output: dayView,
  },
  'reception.move': {
    allowed: EVERY_DESK,
    input: z.object({
      id,
      to: daySchema,
      start: timeSchema,
      end: timeSchema,
      place: z.string().trim().min(1, '请填写接待地点。').max(60),
      reason: reason('请填写改期原因。'),
    }),
    output: dayView,
  },
  'reception.cancel': {
    allowed: EVERY_DESK,
    input: z.object({ id, reason: reason('请填写取消原因。') }),
    output: dayView,
  },
  'reception.book': {
    allowed: WRITERS,
    input: z.object({ id, means: bookingMeansSchema, appointedAt, form: guestFormSchema }),
    output: z.object({ guest: z.string(), day: dayView }),
  },
  /** The one who booked was told when to come. */
  'reception.tellBooking': {
    allowed: WRITERS,
    input: guestInput.extend({ medium: mediumSchema, appointedAt }),
    output: dayView,
  },
  'reception.cancelBooking': {
    allowed: WRITERS,
    input: guestInput.extend({ reason: reason('请填写取消预约的原因。') }),
    output: dayView,
  },
  /** Unmasked, to phone somebody or to fill in the record; remembered in the journal. */
  'reception.reveal': {
    allowed: WRITERS,
    input: guestInput,
    output: z.object({ form: guestFormSchema }),
  },
  'reception.arrive': {
    allowed: WRITERS,
    input: z.object({ id, form: guestFormSchema }),
    output: z.object({ guest: z.string(), day: dayView }),
  },
  /** The next in order; whoever is inside and has a record is finished first. */
  'reception.callNext': { allowed: WRITERS, input: dayInput, output: dayView },
  'reception.call': { allowed: WRITERS, input: guestInput, output: dayView },
  'reception.absent': { allowed: WRITERS, input: guestInput, output: dayView },
  'reception.requeue': { allowed: WRITERS, input: guestInput, output: dayView },
  'reception.finish': { allowed: WRITERS, input: guestInput, output: dayView },
  'reception.leave': {
    allowed: WRITERS,
    input: guestInput.extend({ reason: reason('请填写离开的原因。') }),
    output: dayView,
  },
  /** 接待记录: registers the matter and what was decided on it, in one go. */
  'reception.record': {
    allowed: WRITERS,
    input: z.object({
      sitting: sittingSchema,
      guest: id.nullable().default(null),
      companions: z.string().trim().max(200, '陪同人员请控制在 200 个字以内。').default(''),
      visit: visitFormSchema,
      decision: decisionSchema,
      draft: z.string().nullable().default(null),
    }),
    output: z.object({ conversation: conversationView, documents: z.array(documentLine) }),
  },
  /** The leader's decision on what was put off. */
  'reception.decide': {
    allowed: ['leader'],
    input: z.object({ conversation: id, decision: decisionSchema }),
    output: conversationView,
  },
  'reception.close': { allowed: WRITERS, input: z.object({ id, remark: note }), output: dayView },
  /** Conversations whose result the leader has not been told yet, the longest waiting first. */
  'reception.followUp': {
    allowed: SEEN_BY,
    input: nothing,
    output: z.object({ owed: z.array(conversationView), undecided: z.array(conversationView) }),
  },
  'reception.previewPaper': {
    allowed: EVERY_DESK,
    input: z.object({
      kind: z.string(),
      /** Day, guest or conversation the paper is about; the announcement is about all days planned from today. */
      about: z.string().default(''),
      note,
    }),
    output: previewedPaper.extend({ kindName: z.string(), title: z.string() }),
  },
  'reception.issuePaper': {
    allowed: WRITERS,
    input: z.object({ kind: z.string(), about: z.string().default(''), note }),
    output: documentLine,
  },
  'shifts.list': {
    allowed: SEEN_BY,
    input: z.object({ from: daySchema, until: daySchema }),
    output: z.array(shiftView),
  },
  /** Every Tuesday and Thursday that is worked, and every reception day, from one day to another. */
  'shifts.plan': {
    allowed: EVERY_DESK,
    input: z.object({
      from: daySchema,
      until: daySchema,
      weekdays: z.array(z.int().min(0).max(6)).min(1, '请选择星期几值班。').max(7),
      start: timeSchema,
      end: timeSchema,
      place: z.string().trim().min(1, '请填写值班地点。').max(60),
      members: z.array(shiftMemberSchema).min(1, '请至少填写一名值班人员。').max(20),
    }),
    output: z.object({
      planned: z.number(),
      left: z.array(z.object({ day: daySchema, why: z.string() })),
    }),
  },
  'shifts.change': {
    allowed: EVERY_DESK,
    input: z.object({
      id,
      members: z.array(shiftMemberSchema).min(1, '请至少填写一名值班人员。').max(20),
      head: z.string().nullable(),
      reason: reason('请填写调整原因。'),
    }),
    output: shiftView,
  },
  'shifts.cancel': {
    allowed: EVERY_DESK,
    input: z.object({ id, reason: reason('请填写取消原因。') }),
    output: shiftView,
  },
  'shifts.signOn': {
    allowed: WRITERS,
    input: z.object({
      id,
      unit: z.string(),
      name: z.string().trim().min(1, '请填写签到人。').max(30),
      asHead: z.boolean().default(false),
    }),
    output: shiftView,
  },
} as const satisfies ApiTable
