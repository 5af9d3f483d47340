import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** An office's own Word templates: their versions, which of them is used, and which one laid a paper out. */
const STATEMENTS = [
  `alter table document add column template_version integer`,
  `create table template (
    kind text not null, version integer not null, name text not null, sha256 text not null, size integer not null,
    note text not null, saved_at text not null, saved_by text not null,
    primary key (kind, version)
  ) strict, without rowid`,
  `create table template_choice (
    kind text primary key, version integer not null, chosen_at text not null, chosen_by text not null
  ) strict, without rowid`,
  // The bytes as uploaded, as document_content keeps those of papers.
  `create table template_content (sha256 text primary key, bytes blob not null) strict`,
]

export const templates: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
