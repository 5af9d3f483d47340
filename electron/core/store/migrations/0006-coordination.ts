import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Meetings, common problems, campaigns and research. */
const STATEMENTS = [
  `create table collected (
    petition text primary key, collected_as text not null, reason text not null, collected_on text not null,
    collected_by text not null, meeting text
  ) strict`,
  `create table meeting (
    id text primary key, kind text not null, state text not null, title text not null, on_day text not null,
    time text not null, place text not null, chair text not null, lead_unit text not null,
    assist_units text not null, agenda text not null, attendees text not null, absent text not null,
    minutes text not null, reason text not null, document text
  ) strict`,
  `create index meeting_kind on meeting (kind, state, on_day)`,
  `create table meeting_matter (
    meeting text not null, ordinal integer not null, petition text not null, collected_as text not null,
    reason text not null, primary key (meeting, ordinal)
  ) strict, without rowid`,
  `create index meeting_matter_petition on meeting_matter (petition)`,
  `create table meeting_decision (
    meeting text not null, ordinal integer not null, petition text, unit text not null, what text not null,
    due_on text not null, level text not null, done_on text, result text not null,
    primary key (meeting, ordinal)
  ) strict, without rowid`,
  `create index meeting_decision_open on meeting_decision (due_on) where done_on is null`,

  `create table problem_group (
    id text primary key, kind text not null, title text not null, category text, unit text, months text not null,
    note text not null, settled integer not null, saved_at text not null
  ) strict`,
  `create table problem_group_member (
    group_id text not null, petition text not null, answer text not null, how text not null,
    primary key (group_id, petition)
  ) strict, without rowid`,
  `create index problem_group_member_petition on problem_group_member (petition)`,

  `create table campaign (
    id text primary key, title text not null, background text not null, goal text not null,
    lead_unit text not null, assist_units text not null, from_on text not null, to_on text not null,
    groups text not null, finished_on text, result text not null, document text
  ) strict`,
  `create table campaign_step (
    campaign text not null, ordinal integer not null, what text not null, unit text not null,
    due_on text not null, done_on text, result text not null, primary key (campaign, ordinal)
  ) strict, without rowid`,
  `create table campaign_note (
    campaign text not null, ordinal integer not null, on_day text not null, written_by text not null,
    text text not null, primary key (campaign, ordinal)
  ) strict, without rowid`,

  `create table research (
    id text primary key, kind text not null, on_day text not null, units text not null, people text not null,
    findings text not null, proposals text not null, group_id text
  ) strict`,
]

export const coordination: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
