import type { receptionEntries } from '../../../../shared/domain/entries/reception-entries.ts'
import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import type { GuestKind, GuestState } from '../../../../shared/domain/reception.ts'
import { one } from '../connection.ts'
import { insertRow } from '../row-writer.ts'
import type { ReceptionDayTable, ReceptionGuestTable } from '../schema/reception-schema.ts'
import type { Fold, Folded } from './fold.ts'
import { useSerial } from './serials.ts'
import { serialOf, serialYear } from './visits.ts'

export type ReceptionEntry = Extract<KnownEntry, { kind: keyof typeof receptionEntries }>

export async function projectReception(fold: Fold, entry: ReceptionEntry): Promise<void> {
  switch (entry.kind) {
    case 'reception.schedule-saved': {
      const item = JSON.stringify(entry.body)
      await fold.tx.db
        .insertInto('reception_schedule')
        .values({ id: 1, item })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ item }))
        .execute()
      return
    }
    case 'reception.planned':
    case 'reception.swapped':
    case 'reception.moved':
    case 'reception.cancelled':
    case 'reception.closed':
    case 'reception.minutes-issued':
      return projectDay(fold, entry)
    case 'reception.booked':
    case 'reception.booking-told':
    case 'reception.booking-cancelled':
    case 'reception.arrived':
    case 'reception.called':
    case 'reception.absent':
    case 'reception.requeued':
    case 'reception.finished':
    case 'reception.left':
      return projectGuest(fold, entry)
    case 'reception.recorded':
      return projectConversation(fold, entry)
    case 'reception.decided': {
      const { conversation, decision, on } = entry.body
      await fold.tx.db
        .updateTable('reception_conversation')
        .set({ decision: JSON.stringify(decision), decided_on: on })
        .where('id', '=', conversation)
        .execute()
      return
    }
    case 'shift.planned':
    case 'shift.changed':
    case 'shift.cancelled':
    case 'shift.signed-on':
      return projectShift(fold, entry)
    case 'reception.revealed':
      return undefined
  }
}

type DayEntry = Extract<
  ReceptionEntry,
  {
    kind:
      | 'reception.planned'
      | 'reception.swapped'
      | 'reception.moved'
      | 'reception.cancelled'
      | 'reception.closed'
      | 'reception.minutes-issued'
  }
>

async function projectDay(fold: Fold, entry: DayEntry): Promise<void> {
  const change = (columns: Partial<ReceptionDayTable>) => changeDay(fold, entry.subject, columns)
  switch (entry.kind) {
    case 'reception.planned':
      insertRow(fold.tx, 'reception_day', plannedRow(entry.body))
      return
    case 'reception.swapped':
      for (const [ordinal, { id, from, to }] of entry.body.changes.entries()) {
        await changeDay(fold, id, { leader: to })
        insertRow(fold.tx, 'reception_swap', {
          seq: entry.seq,
          ordinal,
          reception_day: id,
          from_leader: from,
          to_leader: to,
          reason: entry.body.reason,
          at: entry.at,
          by: entry.actor,
        })
      }
      return
    case 'reception.moved': {
      const { to, start, end, place, cutOff, reason } = entry.body
      return change({
        day: to,
        start,
        end,
        place,
        cut_off_day: cutOff.day,
        cut_off_time: cutOff.time,
        reason,
      })
    }
    case 'reception.cancelled':
      return change({ state: 'cancelled', reason: entry.body.reason })
    case 'reception.closed':
      return change({ state: 'held', remark: entry.body.remark })
    case 'reception.minutes-issued':
      return change({ minutes: entry.body.document, note: entry.body.note })
  }
}

function plannedRow(body: Folded<'reception.planned'>['body']): ReceptionDayTable {
  return {
    id: body.id,
    day: body.day,
    start: body.start,
    end: body.end,
    place: body.place,
    leader: body.leader,
    companions: JSON.stringify(body.companions),
    cut_off_day: body.cutOff.day,
    cut_off_time: body.cutOff.time,
    group_cap: body.groupCap,
    places: body.places,
    department_first: body.departmentFirst ? 1 : 0,
    why: body.why,
    state: 'planned',
    reason: '',
    remark: '',
    minutes: null,
    note: '',
  }
}

async function changeDay(fold: Fold, id: string, columns: Partial<ReceptionDayTable>): Promise<void> {
  await fold.tx.db.updateTable('reception_day').set(columns).where('id', '=', id).execute()
}

type GuestEntry = Extract<
  ReceptionEntry,
  {
    kind:
      | 'reception.booked'
      | 'reception.booking-told'
      | 'reception.booking-cancelled'
      | 'reception.arrived'
      | 'reception.called'
      | 'reception.absent'
      | 'reception.requeued'
      | 'reception.finished'
      | 'reception.left'
  }
>

async function projectGuest(fold: Fold, entry: GuestEntry): Promise<void> {
  const { guest } = entry.body
  const change = (columns: Partial<ReceptionGuestTable>) => changeGuest(fold, guest, columns)
  switch (entry.kind) {
    case 'reception.booked':
      return addGuest(fold, entry, 'booked', entry.body.appointedAt, entry.body.means)
    case 'reception.arrived':
      return addGuest(fold, entry, 'walk-in', '', '')
    case 'reception.booking-told': {
      const { on, medium, appointedAt } = entry.body
      return change({ told_on: on, told_medium: medium, appointed_at: appointedAt })
    }
    case 'reception.booking-cancelled':
      return change({ state: 'cancelled', reason: entry.body.reason })
    case 'reception.called':
      return change({ state: 'called', called_at: entry.at })
    case 'reception.absent':
      return change({ state: 'absent' })
    case 'reception.requeued':
      // Whoever missed the call waits behind those who were there.
      return change({ state: 'waiting', kind: 'walk-in', place: nextPlace(fold, entry.subject) })
    case 'reception.finished':
      return change({ state: 'finished', finished_at: entry.at })
    case 'reception.left':
      return change({ state: 'left', finished_at: entry.at, reason: entry.body.reason })
  }
}

function addGuest(
  fold: Fold,
  entry: Folded<'reception.booked'> | Folded<'reception.arrived'>,
  kind: GuestKind,
  appointedAt: string,
  means: string,
): void {
  const { guest, form } = entry.body
  insertRow(fold.tx, 'reception_guest', {
    id: guest,
    reception_day: entry.subject,
    kind,
    state: 'waiting' satisfies GuestState,
    place: nextPlace(fold, entry.subject),
    appointed_at: appointedAt,
    means,
    form: JSON.stringify(form),
    registered_at: entry.at,
    registered_by: entry.actor,
    told_on: null,
    told_medium: null,
    called_at: null,
    finished_at: null,
    reason: '',
  })
  useSerial(fold.tx, `guest/${serialYear(guest)}`, serialOf(guest))
}

function nextPlace(fold: Fold, day: string): number {
  const { last } = one<{ last: number | null }>(
    fold.tx.raw,
    'select max(place) as last from reception_guest where reception_day = ?',
    day,
  )
  return (last ?? 0) + 1
}

async function changeGuest(fold: Fold, id: string, columns: Partial<ReceptionGuestTable>): Promise<void> {
  await fold.tx.db.updateTable('reception_guest').set(columns).where('id', '=', id).execute()
}

function projectConversation(fold: Fold, entry: Folded<'reception.recorded'>): void {
  const { body } = entry
  const { sitting, decision } = body
  insertRow(fold.tx, 'reception_conversation', {
    id: body.conversation,
    reception_day: sitting.kind === 'day' ? sitting.id : null,
    shift: sitting.kind === 'shift' ? sitting.id : null,
    guest: body.guest,
    held_on: body.on,
    started_at: body.startedAt,
    leader: body.leader,
    companions: body.companions,
    visit: body.visit,
    petition: body.petition,
    decision: JSON.stringify(decision),
    decided_on: decision.kind === 'later' ? null : body.on,
    recorded_by: entry.actor,
    seq: entry.seq,
  })
  useSerial(fold.tx, `conversation/${serialYear(body.conversation)}`, serialOf(body.conversation))
}

type ShiftEntry = Extract<
  ReceptionEntry,
  { kind: 'shift.planned' | 'shift.changed' | 'shift.cancelled' | 'shift.signed-on' }
>

async function projectShift(fold: Fold, entry: ShiftEntry): Promise<void> {
  const { db } = fold.tx
  switch (entry.kind) {
    case 'shift.planned': {
      const { members, ...shift } = entry.body
      const row = { ...shift, members: JSON.stringify(members), state: 'planned', reason: '' } as const
      await db
        .insertInto('duty_shift')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
      return
    }
    case 'shift.changed': {
      const { members, head, reason } = entry.body
      await db
        .updateTable('duty_shift')
        .set({ members: JSON.stringify(members), head, reason })
        .where('id', '=', entry.subject)
        .execute()
      return
    }
    case 'shift.cancelled':
      await db
        .updateTable('duty_shift')
        .set({ state: 'cancelled', reason: entry.body.reason })
        .where('id', '=', entry.subject)
        .execute()
      return
    case 'shift.signed-on': {
      const { unit, name, asHead } = entry.body
      insertRow(fold.tx, 'duty_sign_on', {
        shift: entry.subject,
        seq: entry.seq,
        unit,
        name,
        as_head: asHead ? 1 : 0,
        at: entry.at,
        by: entry.actor,
      })
      return
    }
  }
}
