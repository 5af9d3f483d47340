import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What follows a route is kept as one JSON text, because nearly every petition has little of it; what lists and
 * reports ask for is read from it by generated columns.
 */
const GENERATED: readonly (readonly [column: string, type: string, path: string])[] = [
  ['round', 'integer', '$.round'],
  ['outcome', 'text', '$.outcome'],
  ['returned_on', 'text', '$.returned.on'],
  ['returns', 'integer', '$.returns'],
  ['replied_on', 'text', '$.repliedOn'],
  ['progressed_on', 'text', '$.progressedOn'],
  ['chases', 'integer', '$.chases'],
  ['chased_on', 'text', '$.chasedOn'],
  ['extended_to', 'text', '$.extension.to'],
  ['extensions', 'integer', '$.extensions'],
  ['rating', 'text', '$.ratings[#-1].score'],
  ['rated_on', 'text', '$.ratings[#-1].on'],
  ['first_rating', 'text', '$.ratings[0].score'],
  ['first_answered_on', 'text', '$.first.answeredOn'],
  ['first_due_on', 'text', '$.first.dueOn'],
  ['reported_on', 'text', '$.reportedOn'],
  ['archived_on', 'text', '$.archive.on'],
  ['archive_number', 'text', '$.archive.number'],
]

const OPEN =
  "'registered', 'handling', 'transferred', 'submitted', 'assigned', 'dissatisfied', 'redoing', 'to-supervise', 'supervising'"

const COUNTS: readonly string[] = ['round', 'returns', 'chases', 'extensions']

const STATEMENTS = [
  'alter table petition add column leader text',
  'alter table petition add column follow_up text',
  ...GENERATED.map(
    ([column, type, path]) =>
      `alter table petition add column ${column} ${type} generated always as (${
        COUNTS.includes(column)
          ? `coalesce(json_extract(follow_up, '${path}'), 0)`
          : `json_extract(follow_up, '${path}')`
      }) virtual`,
  ),
  'drop index petition_due',
  `create index petition_due on petition (due_on, rid) where due_on is not null and state in (${OPEN})`,
  `create index petition_instructed on petition (due_on, rid) where instruction is not null and state in (${OPEN})`,
  `create index petition_urgent on petition (due_on, rid) where urgency <> 'normal' and state in (${OPEN})`,
  'create index petition_returned on petition (returned_on, rid) where returned_on is not null',
  'create index petition_leader on petition (leader, rid) where leader is not null',
  'create index petition_archive on petition (archive_number) where archive_number is not null',
  "alter table account add column unit text not null default ''",
  "alter table account add column leader text not null default ''",
]

export const followUp: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
