import type { Day, Instant } from '../../../../shared/domain/day.ts'
import type { Medium, PetitionNumber } from '../../../../shared/domain/petition.ts'
import type { GuestKind, GuestState, ReceptionDayState } from '../../../../shared/domain/reception.ts'

/** The rule as JSON, in its one row. */
export type ReceptionScheduleTable = { id: number; item: string }

export type ReceptionDayTable = {
  /** The day it was first planned for, whatever became of that. */
  id: string
  day: Day
  start: string
  end: string
  place: string
  leader: string
  companions: string
  cut_off_day: Day
  cut_off_time: string
  group_cap: number
  places: number
  department_first: 0 | 1
  why: string
  state: ReceptionDayState
  /** Why it was moved or cancelled. */
  reason: string
  /** What was said when the day was closed. */
  remark: string
  /** The minutes as issued, and the clerk's note in them. */
  minutes: string | null
  note: string
}

export type ReceptionSwapTable = {
  seq: number
  ordinal: number
  reception_day: string
  from_leader: string
  to_leader: string
  reason: string
  at: Instant
  by: string
}

export type ReceptionGuestTable = {
  id: string
  reception_day: string
  kind: GuestKind
  state: GuestState
  place: number
  appointed_at: string
  means: string
  form: string
  registered_at: Instant
  registered_by: string
  told_on: Day | null
  told_medium: Medium | null
  called_at: Instant | null
  finished_at: Instant | null
  reason: string
}

export type ReceptionConversationTable = {
  id: string
  reception_day: string | null
  shift: string | null
  guest: string | null
  held_on: Day
  started_at: Instant
  leader: string | null
  companions: string
  visit: string
  petition: PetitionNumber
  decision: string
  /** Null while the leader has put the decision off. */
  decided_on: Day | null
  recorded_by: string
  seq: number
}

export type DutyShiftTable = {
  id: string
  day: Day
  start: string
  end: string
  place: string
  members: string
  head: string | null
  state: 'planned' | 'cancelled'
  reason: string
}

export type DutySignOnTable = {
  shift: string
  seq: number
  unit: string
  name: string
  as_head: 0 | 1
  at: Instant
  by: string
}

export type ReceptionTables = {
  reception_schedule: ReceptionScheduleTable
  reception_day: ReceptionDayTable
  reception_swap: ReceptionSwapTable
  reception_guest: ReceptionGuestTable
  reception_conversation: ReceptionConversationTable
  duty_shift: DutyShiftTable
  duty_sign_on: DutySignOnTable
}

export const RECEPTION_TABLES = [
  'reception_schedule',
  'reception_day',
  'reception_swap',
  'reception_guest',
  'reception_conversation',
  'duty_shift',
  'duty_sign_on',
] as const satisfies readonly (keyof ReceptionTables)[]
