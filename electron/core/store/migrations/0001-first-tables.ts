import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The journal and everything folded from it, the issued bytes, the drafts and the secrets. */
const STATEMENTS = [
  `create table journal (
    station text not null, seq integer not null, at text not null, tick integer not null, actor text not null,
    subject text not null, kind text not null, version integer not null, body text not null,
    prev_hash text not null, hash text not null,
    primary key (station, seq)
  ) strict`,
  `create index journal_subject on journal (subject)`,
  `create trigger journal_no_update before update on journal begin select raise(abort, 'the journal is append-only'); end`,
  `create trigger journal_no_delete before delete on journal begin select raise(abort, 'the journal is append-only'); end`,

  `create table visit (
    number text primary key, query_code text not null, received_on text not null, channel text not null,
    started_at text not null, ended_at text, place text not null, received_by text not null,
    receiving_unit text not null, anonymous integer not null, confidential integer not null,
    headcount integer not null, affected integer not null, is_group integer not null, agent_name text not null,
    agent_authorised integer not null, materials text not null, unusual text not null, remark text not null
  ) strict`,
  `create table petitioner (
    visit text not null, ordinal integer not null, name text not null, gender text, born_on text not null,
    identity text not null, student_number text not null, organisation text not null, id_type text not null,
    id_number text not null, phone text not null, address text not null, email text not null,
    primary key (visit, ordinal)
  ) strict, without rowid`,
  `create index petitioner_name on petitioner (name) where name <> ''`,
  `create index petitioner_phone on petitioner (phone) where phone <> ''`,
  `create index petitioner_student on petitioner (student_number) where student_number <> ''`,
  `create index petitioner_id on petitioner (id_number) where id_number <> ''`,

  `create table petition (
    rid integer primary key, number text not null unique, visit text not null, received_on text not null,
    state text not null, route text, grade text, channel text not null, category text not null, lead_unit text,
    assist_units text not null, urgency text not null, purpose text not null, title text not null,
    matter text not null, grounds text not null, demand text not null, people_text text not null,
    petitioner text not null, accused_names text not null, accused_units text not null,
    happened_on text not null, happened_at text not null, previous_handling text not null, legal_flags text not null,
    opinion text not null, is_group integer not null, repeat_of text, root text, routed_on text, due_on text,
    due_provisional integer not null, instruction text, answered_on text, closed_on text, read_on text,
    last_seq integer not null
  ) strict`,
  `create index petition_visit on petition (visit)`,
  `create index petition_state on petition (state, rid)`,
  `create index petition_unit on petition (lead_unit, rid)`,
  `create index petition_channel on petition (channel, rid)`,
  `create index petition_category on petition (category, rid)`,
  `create index petition_due on petition (due_on, rid)
    where due_on is not null and state in ('registered', 'handling', 'transferred', 'submitted', 'assigned')`,
  `create index petition_root on petition (root) where root is not null`,
  `create index petition_last_seq on petition (last_seq)`,
  `create virtual table petition_fts using fts5(grams, content='', contentless_delete=1, tokenize='ascii', detail=none)`,
  `create virtual table petition_fts_vocab using fts5vocab(petition_fts, row)`,

  `create table counter (
    dim text not null, month text not null, key text not null, n integer not null, primary key (dim, month, key)
  ) strict, without rowid`,
  `create table serial (series text primary key, next integer not null) strict, without rowid`,

  `create table document (
    id text primary key, kind text not null, title text not null, petition text, visit text, unit text,
    number text not null, issued_on text not null, issued_at text not null, issued_by text not null,
    sha256 text not null, size integer not null, taken integer not null
  ) strict`,
  `create index document_petition on document (petition) where petition is not null`,
  `create index document_visit on document (visit) where visit is not null`,
  `create index document_kind on document (kind, id)`,
  `create table document_content (sha256 text primary key, bytes blob not null, paper text not null) strict`,

  `create table batch (
    number integer primary key, from_seq integer not null, to_seq integer not null, entries integer not null,
    documents integer not null, manifest text not null, manifest_hash text not null, sealed_at text not null,
    state text not null, archive text not null, received_at text, reason text not null
  ) strict`,

  `create table account (login text primary key, name text not null, roles text not null, active integer not null) strict`,
  `create table setting (key text primary key, value text not null) strict`,
  `create table catalogue_item (
    list text not null, code text not null, item text not null, primary key (list, code)
  ) strict, without rowid`,
  `create table calendar_year (year integer primary key, item text not null) strict`,
  `create table school_day (day text primary key, kind text not null, reason text not null) strict`,
  `create table station (code text primary key, school text not null, name text not null, public_key text not null) strict`,
  `create table day_sign_off (day text primary key, at text not null, by text not null, remark text not null) strict`,

  `create table draft (
    id text primary key, owner text not null, title text not null, form text not null, saved_at text not null
  ) strict`,
  `create table secret (name text primary key, value text not null) strict`,
]

export const firstTables: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
