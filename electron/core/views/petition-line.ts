import type { z } from 'zod'
import type { latenessView, petitionLine } from '../../../shared/contract/views.ts'
import { type Day, daysBetween } from '../../../shared/domain/day.ts'
import { OPEN_STATES } from '../../../shared/domain/petition.ts'
import { deadlineState } from '../../../shared/rules/deadline-state.ts'
import type { Office } from '../store/office-store.ts'
import type { PetitionRow } from '../store/schema.ts'
import type { ArchiveReach } from './archive-reach.ts'

export type PetitionLine = z.output<typeof petitionLine>
type Lateness = z.output<typeof latenessView>

/** What a list needs to turn rows into lines; gathered once per list. */
export type LineContext = { readonly office: Office; readonly today: Day; readonly reach: ArchiveReach }

/** The columns a line is made of: lists of a million rows never read the narratives. */
export const LINE_COLUMNS = [
  'rid',
  'number',
  'title',
  'petitioner',
  'state',
  'route',
  'grade',
  'channel',
  'category',
  'lead_unit',
  'urgency',
  'received_on',
  'routed_on',
  'due_on',
  'due_provisional',
  'is_group',
  'repeat_of',
  'instruction',
  'answered_on',
  'progressed_on',
  'last_seq',
] as const satisfies readonly (keyof PetitionRow)[]

export type LineRow = Pick<PetitionRow, (typeof LINE_COLUMNS)[number]>

export function toLine(row: LineRow, context: LineContext): PetitionLine {
  return {
    rid: row.rid,
    number: row.number,
    title: row.title,
    petitioner: row.petitioner,
    state: row.state,
    route: row.route,
    grade: row.grade,
    channel: row.channel,
    category: row.category,
    leadUnit: row.lead_unit,
    urgency: row.urgency,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    dueProvisional: row.due_provisional === 1,
    lateness: latenessOf(row, context),
    group: row.is_group === 1,
    repeat: row.repeat_of !== null,
    instructed: row.instruction !== null,
    archive: context.reach.stateOf(row.last_seq),
  }
}

function latenessOf(row: LineRow, { office, today }: LineContext): Lateness {
  if (row.due_on === null || !OPEN_STATES.includes(row.state)) return { kind: 'none' }
  // Within a day or two of receipt half of any time cannot be gone unnoticed; the reckoning is worth it later only.
  const startedOn = row.routed_on ?? row.received_on
  const state = deadlineState(
    row.due_on,
    today,
    office.calendar,
    { startedOn, progressed: row.progressed_on !== null || daysBetween(startedOn, today) < 1 },
    office.settings.warnings,
  )
  switch (state.kind) {
    case 'running':
      return { kind: 'running', daysLeft: state.workingDaysLeft, halfGone: state.halfGone }
    case 'dueTomorrow':
    case 'dueToday':
      return { kind: state.kind }
    case 'overdue':
      return { kind: 'overdue', daysLate: state.workingDaysLate, severe: state.severe }
  }
}
