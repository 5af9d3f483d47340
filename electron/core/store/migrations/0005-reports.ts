import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Semesters, reasons of what is unfinished, returns by unit, and the way to what was closed on a day. */
const STATEMENTS = [
  `create table semester (id text primary key, from_on text not null, to_on text not null) strict, without rowid`,
  `create table unfinished_reason (
    petition text not null, semester text not null, reason text not null, primary key (petition, semester)
  ) strict, without rowid`,
  `create table unit_return (
    petition text not null, seq integer not null, unit text not null, on_day text not null,
    primary key (petition, seq)
  ) strict, without rowid`,
  `create index petition_closed on petition (closed_on) where closed_on is not null`,
]

export const reports: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
