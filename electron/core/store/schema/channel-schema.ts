import type {
  ActivityState,
  AppealResult,
  ContactWay,
  LinkKind,
  Procedure,
} from '../../../../shared/domain/channel-work.ts'
import type { Day, Instant } from '../../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../../shared/domain/petition.ts'

/** Where a petition came from when that was neither the counter nor a short record. */
export type PetitionSourceTable = {
  petition: PetitionNumber
  kind: 'reception' | 'activity' | 'import'
  reference: string
  file: string
}
export type ActivityTable = {
  id: string
  channel: string
  state: ActivityState
  title: string
  held_on: Day
  place: string
  host: string
  participants: number
  attendees: string
  notes: string
  /** Why it was cancelled. */
  reason: string
}
export type LinkTable = {
  id: string
  kind: LinkKind
  leader: string | null
  person: string
  post: string
  partner: string
  unit: string
  since: Day
  remark: string
  active: 0 | 1
}
export type LinkContactTable = {
  link: string
  seq: number
  on_day: Day
  how: ContactWay
  text: string
  petition: PetitionNumber | null
}
export type AppealTable = {
  petition: PetitionNumber
  procedure: Procedure
  decision: string
  decided_by: string | null
  decided_on: Day | null
  delivered_on: Day | null
  filed_on: Day
  concluded_on: Day | null
  result: AppealResult | null
  conclusion: string
  told_on: Day | null
}
export type ImportMappingTable = { headings: string; mapping: string }
export type ImportRunTable = {
  id: string
  file: string
  sha256: string
  at: Instant
  by: string
  row_count: number
  imported: number
  skipped: number
  refused: number
  stopped_at: number | null
}
/** Not derived: which rows were refused or skipped, and why, as CSV. */
export type ImportReportTable = { id: string; csv: string }

export type ChannelTables = {
  petition_source: PetitionSourceTable
  activity: ActivityTable
  link: LinkTable
  link_contact: LinkContactTable
  appeal: AppealTable
  import_mapping: ImportMappingTable
  import_run: ImportRunTable
  import_report: ImportReportTable
}

export const CHANNEL_DERIVED = [
  'petition_source',
  'activity',
  'link',
  'link_contact',
  'appeal',
  'import_mapping',
  'import_run',
] as const satisfies readonly (keyof ChannelTables)[]
