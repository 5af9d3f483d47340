import { z } from 'zod'
import { mediumSchema } from '../petition.ts'
import {
  bookingMeansSchema,
  decisionSchema,
  guestFormSchema,
  plannedDaySchema,
  receptionScheduleSchema,
  shiftMemberSchema,
  shiftSchema,
  sittingSchema,
  timeSchema,
} from '../reception.ts'
import { daySchema, instantSchema, petitionNumberSchema } from '../visit.ts'
import type { EntryTable } from './table.ts'

const reason = z.string().min(1)

/** 校领导接待日: its dates, who comes, what is said and decided; and the duty shifts of the growth centre. */
export const receptionEntries = {
  'reception.schedule-saved': { version: 1, label: '接待日规则', body: receptionScheduleSchema },
  'reception.planned': { version: 1, label: '排定接待日', body: plannedDaySchema },
  /** 调换: the leader of the day, and of the other day when two change places. */
  'reception.swapped': {
    version: 1,
    label: '调换接访校领导',
    body: z.object({
      reason,
      changes: z
        .array(z.object({ id: z.string(), from: z.string(), to: z.string() }))
        .min(1)
        .max(2),
    }),
  },
  'reception.moved': {
    version: 1,
    label: '接待日改期',
    body: z.object({
      from: daySchema,
      to: daySchema,
      start: timeSchema,
      end: timeSchema,
      place: z.string(),
      cutOff: plannedDaySchema.shape.cutOff,
      reason,
    }),
  },
  'reception.cancelled': { version: 1, label: '取消接待日', body: z.object({ reason }) },
  'reception.booked': {
    version: 1,
    label: '接待日预约',
    body: z.object({
      guest: z.string(),
      means: bookingMeansSchema,
      appointedAt: timeSchema.or(z.literal('')),
      form: guestFormSchema,
    }),
  },
  'reception.booking-told': {
    version: 1,
    label: '告知预约安排',
    body: z.object({
      guest: z.string(),
      on: daySchema,
      medium: mediumSchema,
      appointedAt: timeSchema.or(z.literal('')),
    }),
  },
  'reception.booking-cancelled': {
    version: 1,
    label: '取消预约',
    body: z.object({ guest: z.string(), reason }),
  },
  'reception.arrived': {
    version: 1,
    label: '现场登记排队',
    body: z.object({ guest: z.string(), form: guestFormSchema }),
  },
  'reception.called': { version: 1, label: '叫号', body: z.object({ guest: z.string() }) },
  'reception.absent': { version: 1, label: '叫号未到', body: z.object({ guest: z.string() }) },
  'reception.requeued': { version: 1, label: '重新排队', body: z.object({ guest: z.string() }) },
  'reception.finished': { version: 1, label: '结束接待', body: z.object({ guest: z.string() }) },
  'reception.left': { version: 1, label: '未谈离开', body: z.object({ guest: z.string(), reason }) },
  'reception.revealed': { version: 1, label: '查看预约人信息', body: z.object({ guest: z.string() }) },
  /** One conversation; its petition is in an entry of its own, and so is what was decided on it. */
  'reception.recorded': {
    version: 1,
    label: '接待记录',
    body: z.object({
      conversation: z.string(),
      sitting: sittingSchema,
      guest: z.string().nullable(),
      on: daySchema,
      startedAt: instantSchema,
      /** Code of the leader who received; null when a shift has none. */
      leader: z.string().nullable(),
      companions: z.string(),
      visit: z.string(),
      petition: petitionNumberSchema,
      decision: decisionSchema,
    }),
  },
  /** A decision that was put off. */
  'reception.decided': {
    version: 1,
    label: '会后批示',
    body: z.object({ conversation: z.string(), on: daySchema, leader: z.string(), decision: decisionSchema }),
  },
  'reception.closed': { version: 1, label: '接待日结束', body: z.object({ remark: z.string() }) },
  'reception.minutes-issued': {
    version: 1,
    label: '印发接待日纪要',
    body: z.object({ document: z.string(), note: z.string() }),
  },
  'shift.planned': { version: 1, label: '排定值班', body: shiftSchema },
  'shift.changed': {
    version: 1,
    label: '调整值班',
    body: z.object({ members: z.array(shiftMemberSchema), head: z.string().nullable(), reason }),
  },
  'shift.cancelled': { version: 1, label: '取消值班', body: z.object({ reason }) },
  'shift.signed-on': {
    version: 1,
    label: '值班签到',
    body: z.object({ unit: z.string(), name: z.string(), asHead: z.boolean(), on: daySchema }),
  },
} as const satisfies EntryTable
