import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { projectMeeting } from './coordination.ts'
import { projectChannel, projectSource } from './channels.ts'
import type { Fold } from './fold.ts'
import { projectOffice } from './office.ts'
import { projectPaper } from './papers.ts'
import { projectPetition } from './petitions.ts'
import { projectProblem } from './problems.ts'
import { projectSemester } from './reports.ts'
import { projectVisit } from './visits.ts'

/** Brings the current-state rows to where they are after this entry. The only way a derived row ever changes. */
export async function project(fold: Fold, entry: KnownEntry): Promise<void> {
  switch (entry.kind) {
    case 'station.founded':
    case 'account.saved':
    case 'setting.saved':
    case 'catalogue.saved':
    case 'calendar.year-saved':
    case 'calendar.day-saved':
      return projectOffice(fold, entry)
    case 'visit.registered':
      await projectVisit(fold, entry)
      return projectSource(fold, entry)
    case 'petition.corrected':
    case 'petition.repeat-judged':
    case 'petition.routed':
    case 'petition.instructed':
    case 'petition.read':
    case 'petition.answered':
    case 'petition.closed':
    case 'petition.remarked':
      return projectPetition(fold, entry)
    case 'document.issued':
    case 'document.reprinted':
    case 'batch.sealed':
    case 'batch.answered':
    case 'day.signed-off':
      return projectPaper(fold, entry)
    case 'coordination.collected':
    case 'coordination.released':
    case 'meeting.planned':
    case 'meeting.held':
    case 'meeting.amended':
    case 'meeting.cancelled':
    case 'meeting.decision-settled':
    case 'meeting.minuted':
      return projectMeeting(fold, entry)
    case 'activity.planned':
    case 'activity.recorded':
    case 'activity.cancelled':
    case 'link.saved':
    case 'link.contacted':
    case 'appeal.filed':
    case 'appeal.decided':
    case 'appeal.told':
    case 'import.mapped':
    case 'import.finished':
      return projectChannel(fold, entry)
    case 'group.saved':
    case 'group.members-added':
    case 'group.members-refused':
    case 'group.member-removed':
    case 'campaign.saved':
    case 'campaign.step-done':
    case 'campaign.progressed':
    case 'campaign.finished':
    case 'campaign.papered':
    case 'research.recorded':
      return projectProblem(fold, entry)
    case 'semester.saved':
      return projectSemester(fold, entry)
    // Facts of the audit trail alone: they change no row.
    case 'report.exported':
    case 'account.signed-in':
    case 'account.password-set':
    case 'petition.revealed':
    case 'archive.set':
      return undefined
  }
}
