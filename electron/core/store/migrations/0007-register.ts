import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** 发文登记簿: numbers by their parts, papers declared void, and numbers used before the program. */
const STATEMENTS = [
  `alter table document add column series text not null default ''`,
  `alter table document add column series_year integer`,
  `alter table document add column serial integer`,
  `alter table document add column voided_on text`,
  `alter table document add column voided_by text`,
  `alter table document add column void_reason text not null default ''`,
  `alter table document add column replaced_by text`,
  // 办信转〔2026〕12号: a cast stops at the first character that is no digit.
  `update document set
     series = substr(number, 1, instr(number, '〔') - 1),
     series_year = cast(substr(number, instr(number, '〔') + 1) as integer),
     serial = cast(substr(number, instr(number, '〕') + 1) as integer)
   where number <> ''`,
  `create index document_series on document (series, series_year, serial) where serial is not null`,
  // The few papers that wait for the one that takes their place.
  `create index document_void on document (kind) where voided_on is not null and replaced_by is null`,
  `create table series_gap (
    series text not null, year integer not null, from_serial integer not null, to_serial integer not null,
    reason text not null, on_day text not null, explained_by text not null,
    primary key (series, year, from_serial)
  ) strict, without rowid`,
]

export const register: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
