import { z } from 'zod'
import { codeSchema } from './catalogue.ts'
import { declineGroundSchema, outcomeSchema, purposeSchema } from './petition.ts'
import { daySchema, petitionerSchema } from './visit.ts'

/** 校领导接待日 and the duty shifts of the growth centre. A reception day is named by the day it was first planned for. */

export const timeSchema = z
  .string('请填写时间。')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间应写成 14:30 这样的形式。')

/** `MM-DD`, for what comes again every year. */
export const monthDaySchema = z
  .string('请填写月日。')
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '月日应写成 05-01 这样的形式。')

/** Monday to Sunday as `Day` counts them: 0 is Sunday. */
const weekdaySchema = z.int('请选择星期几。').min(0, '请选择星期几。').max(6, '请选择星期几。')

/** The last one of a month, whichever number it has. */
export const LAST_WEEK = 5

export const frequencySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), weekday: weekdaySchema }),
  /** Every second week, counted from the week the rule begins in. */
  z.object({ kind: z.literal('fortnightly'), weekday: weekdaySchema }),
  z.object({
    kind: z.literal('monthly'),
    weekday: weekdaySchema,
    weeks: z
      .array(z.int().min(1).max(LAST_WEEK), '请选择每月第几周。')
      .min(1, '请选择每月第几周。')
      .max(LAST_WEEK),
  }),
  z.object({
    kind: z.literal('dates'),
    dates: z.array(daySchema).min(1, '请至少列出一个日期。').max(100, '日期最多列 100 个。'),
  }),
])
export type Frequency = z.infer<typeof frequencySchema>

export const FREQUENCIES = {
  weekly: '每周一次',
  fortnightly: '隔周一次',
  monthly: '每月第几周',
  dates: '指定日期',
} as const

/** What becomes of a reception day that falls on a day off. */
export const HOLIDAY_POLICIES = { skip: '取消一次', before: '提前', after: '顺延' } as const
export type HolidayPolicy = keyof typeof HOLIDAY_POLICIES

const hoursSchema = z
  .object({ start: timeSchema, end: timeSchema })
  .refine(({ start, end }) => start < end, { message: '结束时间应晚于开始时间。', path: ['end'] })

export const vacationSchema = z
  .object({
    name: z.string().trim().min(1, '请填写假期名称，例如：寒假。').max(20, '假期名称请控制在 20 个字以内。'),
    from: daySchema,
    until: daySchema,
  })
  .refine(({ from, until }) => from <= until, { message: '假期结束不能早于开始。', path: ['until'] })

/** When reception days are; everything the dates follow from. */
export const receptionRuleSchema = z
  .object({
    frequency: frequencySchema,
    /** The rule holds from and until. */
    from: daySchema,
    until: daySchema.nullable(),
    winter: hoursSchema,
    /** Null where the hours are the same all year. */
    summer: z.object({ from: monthDaySchema, until: monthDaySchema, hours: hoursSchema }).nullable(),
    holiday: z.enum(['skip', 'before', 'after'], '请选择遇放假怎么办。'),
    vacations: z.array(vacationSchema).max(20, '假期最多列 20 个。'),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    message: '截止日期不能早于开始日期。',
    path: ['until'],
  })
export type ReceptionRule = z.infer<typeof receptionRuleSchema>

const shortText = (label: string, max: number) =>
  z.string().trim().max(max, `${label}请控制在 ${max} 个字以内。`)

/** The rule with everything the announcement says about bookings. */
export const receptionScheduleSchema = z.object({
  rule: receptionRuleSchema,
  place: shortText('接待地点', 60).min(1, '请填写接待地点。'),
  /** Codes of the leaders in the order of their turns. */
  leaders: z.array(codeSchema).min(1, '请至少选择一位轮值校领导。').max(30),
  /** 陪同部门 */
  companions: z.array(codeSchema).max(10, '陪同部门最多 10 个。'),
  cutOff: z.object({
    workingDays: z.int('请填写整数。').min(0, '不能小于 0。').max(10, '预约最多提前 10 个工作日截止。'),
    time: timeSchema,
  }),
  /** Most people of one group; schools allow one to five (《信访工作条例》第二十条: 五人). */
  groupCap: z
    .int('人数应是整数。')
    .min(1, '人数不能少于 1。')
    .max(5, '代表不超过 5 人（《信访工作条例》第二十条）。'),
  /** Bookings of one day. */
  places: z.int('预约数应是整数。').min(1, '每次至少接受 1 个预约。').max(50, '每次最多接受 50 个预约。'),
  /** Whether one must have gone to the department first. */
  departmentFirst: z.boolean(),
  contact: shortText('预约方式', 100),
})
export type ReceptionSchedule = z.infer<typeof receptionScheduleSchema>

export const DAY_STATES = { planned: '待接待', held: '已结束', cancelled: '已取消' } as const
export type ReceptionDayState = keyof typeof DAY_STATES

export const plannedDaySchema = z.object({
  id: z.string().min(1),
  day: daySchema,
  start: timeSchema,
  end: timeSchema,
  place: z.string(),
  /** Code of the leader whose turn it is. */
  leader: z.string().min(1),
  companions: z.array(z.string()),
  /** Bookings are taken until then, in Shanghai. */
  cutOff: z.object({ day: daySchema, time: timeSchema }),
  groupCap: z.int(),
  places: z.int(),
  departmentFirst: z.boolean(),
  /** Why it is on this day. */
  why: z.string(),
})
export type PlannedDay = z.infer<typeof plannedDaySchema>

export const BOOKING_MEANS = { phone: '电话', email: '邮箱', 'in-person': '上门', network: '网络' } as const
export type BookingMeans = keyof typeof BOOKING_MEANS
export const bookingMeansSchema = z.enum(['phone', 'email', 'in-person', 'network'])

/** Somebody who wants to be heard: what a booking and a walk-in have in common. */
export const guestFormSchema = z.object({
  person: petitionerSchema,
  headcount: z.int('人数应是整数。').min(1, '人数不能少于 1。').max(500, '人数过大，请核对。').default(1),
  /** Names of those who come along, as given. */
  companions: shortText('随行人员', 300).default(''),
  title: shortText('反映事项', 100).min(1, '请简要填写反映事项。'),
  matter: shortText('情况说明', 5000).default(''),
  demand: shortText('诉求', 2000).default(''),
  /** What they bring or sent along, as they name it. */
  materials: shortText('材料', 500).default(''),
  purpose: purposeSchema.default('request'),
  /** 被反映人 and 被反映单位: such a guest is never put before them. */
  accusedNames: shortText('被反映人', 200).default(''),
  accusedUnits: z.array(z.string()).max(20).default([]),
  /** 是否已向职能部门反映及结果 */
  department: shortText('向职能部门反映的结果', 1000).default(''),
})
export type GuestForm = z.infer<typeof guestFormSchema>

export const GUEST_STATES = {
  waiting: '等候',
  called: '正在接待',
  absent: '叫号未到',
  finished: '已接待',
  left: '未谈离开',
  cancelled: '已取消',
} as const
export type GuestState = keyof typeof GUEST_STATES

export const GUEST_KINDS = { booked: '预约', 'walk-in': '现场' } as const
export type GuestKind = keyof typeof GUEST_KINDS

const decisionText = z
  .string()
  .trim()
  .min(1, '请填写校领导的意见。')
  .max(2000, '内容过长，请控制在 2000 字以内。')
const assisting = z.array(z.string()).max(20, '协办单位最多 20 个').default([])

/** What the leader decided on a conversation. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), text: decisionText, outcome: outcomeSchema }),
  z.object({
    kind: z.literal('transfer'),
    text: z.string().trim().max(2000, '内容过长，请控制在 2000 字以内。').default(''),
    leadUnit: z.string().min(1, '请选择承办单位。'),
    assistUnits: assisting,
  }),
  z.object({
    kind: z.literal('assign'),
    text: decisionText,
    leadUnit: z.string().min(1, '请选择承办单位。'),
    assistUnits: assisting,
    limitOn: daySchema.nullable().default(null),
  }),
  z.object({
    kind: z.literal('decline'),
    ground: declineGroundSchema,
    lawfulChannel: z.string().trim().min(1, '请写明应当通过的法定途径或应遵守的规定。').max(500),
    explanation: decisionText,
  }),
  /** 会后批示: put before the leader as a submission. */
  z.object({ kind: z.literal('later') }),
])
export type Decision = z.infer<typeof decisionSchema>
export type DecisionKind = Decision['kind']

export const DECISIONS: Readonly<Record<DecisionKind, string>> = {
  answer: '当场答复',
  transfer: '转单位办理',
  assign: '批示交办',
  decline: '不予受理',
  later: '会后批示',
}

/** A conversation takes place on a reception day or during a duty shift. */
export const sittingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), id: z.string().min(1) }),
  z.object({ kind: z.literal('shift'), id: z.string().min(1) }),
])
export type Sitting = z.infer<typeof sittingSchema>

export const shiftMemberSchema = z.object({
  unit: z.string().min(1, '请选择单位。'),
  name: z.string().trim().min(1, '请填写值班人员姓名。').max(30, '姓名请控制在 30 个字以内。'),
})
export type ShiftMember = z.infer<typeof shiftMemberSchema>

export const shiftSchema = z.object({
  id: z.string().min(1),
  day: daySchema,
  start: timeSchema,
  end: timeSchema,
  place: z.string(),
  members: z.array(shiftMemberSchema),
  /** 带班校领导, on a reception day. */
  head: z.string().nullable(),
})
export type Shift = z.infer<typeof shiftSchema>
