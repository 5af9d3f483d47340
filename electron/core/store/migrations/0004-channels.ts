import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where petitions came from, meetings, standing links, appeals, and what was imported. */
const STATEMENTS = [
  `create table petition_source (
    petition text primary key, kind text not null, reference text not null, file text not null
  ) strict, without rowid`,
  `create index petition_source_reference on petition_source (kind, reference)`,

  `create table activity (
    id text primary key, channel text not null, state text not null, title text not null, held_on text not null,
    place text not null, host text not null, participants integer not null, attendees text not null,
    notes text not null, reason text not null
  ) strict`,
  `create index activity_channel on activity (channel, held_on)`,
  `create index activity_held on activity (held_on)`,

  `create table link (
    id text primary key, kind text not null, leader text, person text not null, post text not null,
    partner text not null, unit text not null, since text not null, remark text not null, active integer not null
  ) strict`,
  `create table link_contact (
    link text not null, seq integer not null, on_day text not null, how text not null, text text not null,
    petition text, primary key (link, seq)
  ) strict, without rowid`,

  `create table appeal (
    petition text primary key, procedure text not null, decision text not null, decided_by text, decided_on text,
    delivered_on text, filed_on text not null, concluded_on text, result text, conclusion text not null, told_on text
  ) strict`,

  `create table import_mapping (headings text primary key, mapping text not null) strict`,
  `create table import_run (
    id text primary key, file text not null, sha256 text not null, at text not null, by text not null,
    row_count integer not null, imported integer not null, skipped integer not null, refused integer not null,
    stopped_at integer
  ) strict`,
  `create table import_report (id text primary key, csv text not null) strict`,
]

export const channels: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
