import type {
  CollectedAs,
  DecisionLevel,
  GroupKind,
  MeetingKind,
  MeetingState,
  ResearchKind,
} from '../../../../shared/domain/coordination.ts'
import type { Day, Instant } from '../../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../../shared/domain/petition.ts'

/** What waits to be discussed; gone once a meeting has discussed it. */
export type CollectedTable = {
  petition: PetitionNumber
  collected_as: CollectedAs
  reason: string
  collected_on: Day
  collected_by: string
  /** The planned meeting it is on the list of. */
  meeting: string | null
}
export type MeetingTable = {
  id: string
  kind: MeetingKind
  state: MeetingState
  title: string
  on_day: Day
  time: string
  place: string
  chair: string
  lead_unit: string
  assist_units: string
  agenda: string
  attendees: string
  absent: string
  minutes: string
  /** Why it was cancelled. */
  reason: string
  /** The minutes as issued. */
  document: string | null
}
export type MeetingMatterTable = {
  meeting: string
  ordinal: number
  petition: PetitionNumber
  collected_as: CollectedAs
  reason: string
}
export type MeetingDecisionTable = {
  meeting: string
  ordinal: number
  petition: PetitionNumber | null
  unit: string
  what: string
  due_on: Day
  level: DecisionLevel
  done_on: Day | null
  result: string
}
export type ProblemGroupTable = {
  id: string
  kind: GroupKind
  title: string
  category: string | null
  unit: string | null
  months: string
  note: string
  settled: 0 | 1
  saved_at: Instant
}
export type ProblemGroupMemberTable = {
  group_id: string
  petition: PetitionNumber
  answer: 'in' | 'refused'
  how: 'suggested' | 'chosen'
}
export type CampaignTable = {
  id: string
  title: string
  background: string
  goal: string
  lead_unit: string
  assist_units: string
  from_on: Day
  to_on: Day
  groups: string
  finished_on: Day | null
  result: string
  document: string | null
}
export type CampaignStepTable = {
  campaign: string
  ordinal: number
  what: string
  unit: string
  due_on: Day
  done_on: Day | null
  result: string
}
export type CampaignNoteTable = {
  campaign: string
  ordinal: number
  on_day: Day
  written_by: string
  text: string
}
export type ResearchTable = {
  id: string
  kind: ResearchKind
  on_day: Day
  units: string
  people: string
  findings: string
  proposals: string
  group_id: string | null
}

export type CoordinationTables = {
  collected: CollectedTable
  meeting: MeetingTable
  meeting_matter: MeetingMatterTable
  meeting_decision: MeetingDecisionTable
  problem_group: ProblemGroupTable
  problem_group_member: ProblemGroupMemberTable
  campaign: CampaignTable
  campaign_step: CampaignStepTable
  campaign_note: CampaignNoteTable
  research: ResearchTable
}

export const COORDINATION_TABLES = [
  'collected',
  'meeting',
  'meeting_matter',
  'meeting_decision',
  'problem_group',
  'problem_group_member',
  'campaign',
  'campaign_step',
  'campaign_note',
  'research',
] as const satisfies readonly (keyof CoordinationTables)[]
