import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Reception days with their guests and conversations, and the duty shifts. */
const STATEMENTS = [
  `create table reception_schedule (id integer primary key check (id = 1), item text not null) strict`,
  `create table reception_day (
    id text primary key, day text not null, start text not null, end text not null, place text not null,
    leader text not null, companions text not null, cut_off_day text not null, cut_off_time text not null,
    group_cap integer not null, places integer not null, department_first integer not null, why text not null,
    state text not null, reason text not null, remark text not null, minutes text, note text not null
  ) strict`,
  `create index reception_day_day on reception_day (day)`,
  `create table reception_swap (
    seq integer not null, ordinal integer not null, reception_day text not null, from_leader text not null,
    to_leader text not null, reason text not null, at text not null, by text not null,
    primary key (seq, ordinal)
  ) strict, without rowid`,
  `create index reception_swap_day on reception_swap (reception_day)`,
  `create table reception_guest (
    id text primary key, reception_day text not null, kind text not null, state text not null, place integer not null,
    appointed_at text not null, means text not null, form text not null, registered_at text not null,
    registered_by text not null, told_on text, told_medium text, called_at text, finished_at text, reason text not null
  ) strict`,
  `create index reception_guest_day on reception_guest (reception_day)`,
  `create table reception_conversation (
    id text primary key, reception_day text, shift text, guest text, held_on text not null, started_at text not null,
    leader text, companions text not null, visit text not null, petition text not null, decision text not null,
    decided_on text, recorded_by text not null, seq integer not null
  ) strict`,
  `create index reception_conversation_day on reception_conversation (reception_day)`,
  `create index reception_conversation_shift on reception_conversation (shift)`,
  `create index reception_conversation_petition on reception_conversation (petition)`,
  `create table duty_shift (
    id text primary key, day text not null, start text not null, end text not null, place text not null,
    members text not null, head text, state text not null, reason text not null
  ) strict`,
  `create index duty_shift_day on duty_shift (day)`,
  `create table duty_sign_on (
    shift text not null, seq integer not null, unit text not null, name text not null, as_head integer not null,
    at text not null, by text not null, primary key (shift, seq)
  ) strict, without rowid`,
]

export const receptionTables: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
