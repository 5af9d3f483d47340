import type { BatchState } from '../../../shared/domain/batch.ts'
import type { Day, Instant } from '../../../shared/domain/day.ts'
import type {
  Grade,
  Outcome,
  PetitionNumber,
  PetitionState,
  Purpose,
  Rating,
  Route,
  Urgency,
} from '../../../shared/domain/petition.ts'

import { CHANNEL_DERIVED, type ChannelTables } from './schema/channel-schema.ts'
import { COORDINATION_TABLES, type CoordinationTables } from './schema/coordination-schema.ts'
import { PRINTING_TABLES, type PrintingTables } from './schema/printing-schema.ts'
import { RECEPTION_TABLES, type ReceptionTables } from './schema/reception-schema.ts'
import { REGISTER_TABLES, type RegisterColumns, type RegisterTables } from './schema/register-schema.ts'
import { REPORT_TABLES, type ReportTables } from './schema/report-schema.ts'
import { TEMPLATE_DERIVED, type TemplateColumns, type TemplateTables } from './schema/template-schema.ts'

export type * from './schema/coordination-schema.ts'

/** Row types, as they lie in SQLite: `0 | 1`, TEXT days, JSON as text. They never leave this folder's codecs. */

type Flag = 0 | 1

/** The one table where things happen; append-only, guarded by triggers. */
export type JournalTable = {
  station: string
  seq: number
  at: Instant
  tick: number
  actor: string
  subject: string
  kind: string
  version: number
  body: string
  prev_hash: string
  hash: string
}

export type VisitTable = {
  number: string
  query_code: string
  received_on: Day
  channel: string
  started_at: Instant
  ended_at: Instant | null
  place: string
  received_by: string
  receiving_unit: string
  anonymous: Flag
  confidential: Flag
  headcount: number
  affected: number
  is_group: Flag
  agent_name: string
  agent_authorised: Flag
  materials: string
  unusual: string
  remark: string
}

export type PetitionerTable = {
  visit: string
  ordinal: number
  name: string
  gender: string | null
  born_on: string
  identity: string
  student_number: string
  organisation: string
  id_type: string
  id_number: string
  phone: string
  address: string
  email: string
}

export type PetitionTable = {
  /** Day number times 65,536 plus the place within the day: newest first is `rid desc`, a date filter is a range. */
  rid: number
  number: PetitionNumber
  visit: string
  received_on: Day
  state: PetitionState
  route: Route | null
  grade: Grade | null
  channel: string
  category: string
  lead_unit: string | null
  assist_units: string
  urgency: Urgency
  purpose: Purpose
  title: string
  matter: string
  grounds: string
  demand: string
  /** Names, phones, ID and student numbers, one a line: what a search for a person looks at; never shown. */
  people_text: string
  /** Masked main petitioner, as lists show it. */
  petitioner: string
  accused_names: string
  accused_units: string
  happened_on: string
  happened_at: string
  previous_handling: string
  legal_flags: string
  opinion: string
  is_group: Flag
  /** The petition this one repeats, and the root of the family. */
  repeat_of: PetitionNumber | null
  root: PetitionNumber | null
  routed_on: Day | null
  due_on: Day | null
  due_provisional: Flag
  /** JSON of the latest instruction, or null. */
  instruction: string | null
  answered_on: Day | null
  closed_on: Day | null
  read_on: Day | null
  /** Own station's latest entry that changed it: says how far the archive must have got. */
  last_seq: number
  /** Code of the leader it was submitted to. */
  leader: string | null
  /** JSON of what followed the route (`shared/domain/course.ts`), null while there is nothing. */
  follow_up: string | null
}

/** What SQLite itself reads out of `follow_up`, for lists and reports. Never written. */
export type FollowUpColumns = {
  round: 0 | 1 | 2
  outcome: Outcome | null
  returned_on: Day | null
  returns: number
  replied_on: Day | null
  progressed_on: Day | null
  chases: number
  chased_on: Day | null
  extended_to: Day | null
  extensions: number
  rating: Rating | null
  rated_on: Day | null
  first_rating: Rating | null
  first_answered_on: Day | null
  first_due_on: Day | null
  reported_on: Day | null
  archived_on: Day | null
  archive_number: string | null
}

export type PetitionRow = PetitionTable & FollowUpColumns

/** Petitions per (dimension, month of the visit, key), kept in the same transaction. */
export type CounterTable = { dim: string; month: string; key: string; n: number }
/** Next free number of a series. */
export type SerialTable = { series: string; next: number }
export type DocumentTable = {
  id: string
  kind: string
  title: string
  petition: PetitionNumber | null
  visit: string | null
  unit: string | null
  number: string
  issued_on: Day
  issued_at: Instant
  issued_by: string
  sha256: string
  size: number
  taken: number
} & RegisterColumns &
  TemplateColumns
/** Not derived: the bytes as issued, and the paper they were laid out from. */
export type DocumentContentTable = { sha256: string; bytes: Buffer; paper: string }
export type BatchTable = {
  number: number
  from_seq: number
  to_seq: number
  entries: number
  documents: number
  manifest: string
  manifest_hash: string
  sealed_at: Instant
  state: BatchState
  archive: string
  received_at: Instant | null
  reason: string
}
export type AccountTable = {
  login: string
  name: string
  roles: string
  active: Flag
  /** Code of the unit a 单位负责人 belongs to, of the leader a 值班领导 is; empty for neither. */
  unit: string
  leader: string
}
export type SettingTable = { key: string; value: string }
export type CatalogueItemTable = { list: string; code: string; item: string }
export type CalendarYearTable = { year: number; item: string }
export type SchoolDayTable = { day: Day; kind: string; reason: string }
export type StationTable = { code: string; school: string; name: string; public_key: string }
export type DaySignOffTable = { day: Day; at: Instant; by: string; remark: string }
/** Not derived: what is being typed. */
export type DraftTable = { id: string; owner: string; title: string; form: string; saved_at: Instant }
/** Not derived: the station's private key, the archive's password. */
export type SecretTable = { name: string; value: string }

export type Tables = {
  journal: JournalTable
  visit: VisitTable
  petitioner: PetitionerTable
  petition: PetitionRow
  counter: CounterTable
  serial: SerialTable
  document: DocumentTable
  document_content: DocumentContentTable
  batch: BatchTable
  account: AccountTable
  setting: SettingTable
  catalogue_item: CatalogueItemTable
  calendar_year: CalendarYearTable
  school_day: SchoolDayTable
  station: StationTable
  day_sign_off: DaySignOffTable
  draft: DraftTable
  secret: SecretTable
} & ChannelTables &
  CoordinationTables &
  PrintingTables &
  ReceptionTables &
  RegisterTables &
  ReportTables &
  TemplateTables

/** What the journal alone gives back; `rebuild` empties and refills these. The search index goes with `petition`. */
export const DERIVED_TABLES = [
  'visit',
  'petitioner',
  'petition',
  'counter',
  'serial',
  'document',
  'batch',
  'account',
  'setting',
  'catalogue_item',
  'calendar_year',
  'school_day',
  'station',
  'day_sign_off',
  ...CHANNEL_DERIVED,
  ...COORDINATION_TABLES,
  ...PRINTING_TABLES,
  ...RECEPTION_TABLES,
  ...REGISTER_TABLES,
  ...REPORT_TABLES,
  ...TEMPLATE_DERIVED,
] as const satisfies readonly (keyof Tables)[]
