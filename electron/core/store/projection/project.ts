import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { projectChannel, projectSource } from './channels.ts'
import { projectMeeting } from './coordination.ts'
import type { Fold } from './fold.ts'
import { projectOffice } from './office.ts'
import { projectPaper } from './papers.ts'
import { projectPetition } from './petitions.ts'
import { projectProblem } from './problems.ts'
import { projectReception } from './reception.ts'
import { projectReturn, projectSemester, projectUnfinishedReason } from './reports.ts'
import { useSerial } from './serials.ts'
import { projectTemplate } from './templates.ts'
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
    case 'petition.acknowledged':
    case 'petition.kept':
    case 'petition.chased':
    case 'petition.progressed':
    case 'petition.unit-replied':
    case 'petition.informed':
    case 'petition.reported':
    case 'petition.extended':
    case 'petition.communicated':
    case 'petition.planned':
    case 'petition.rated':
    case 'petition.redone':
    case 'petition.supervised':
      return projectPetition(fold, entry)
    case 'petition.archived':
      await projectPetition(fold, entry)
      return useSerial(fold.tx, `archive/${entry.body.series}`, entry.body.serial)
    case 'petition.returned':
      await projectPetition(fold, entry)
      return projectReturn(fold, entry)
    case 'petition.unfinished-explained':
      await projectPetition(fold, entry)
      return projectUnfinishedReason(fold, entry)
    case 'document.issued':
    case 'document.reprinted':
    case 'document.voided':
    case 'series.continued':
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
    case 'reception.schedule-saved':
    case 'reception.planned':
    case 'reception.swapped':
    case 'reception.moved':
    case 'reception.cancelled':
    case 'reception.booked':
    case 'reception.booking-told':
    case 'reception.booking-cancelled':
    case 'reception.arrived':
    case 'reception.called':
    case 'reception.absent':
    case 'reception.requeued':
    case 'reception.finished':
    case 'reception.left':
    case 'reception.recorded':
    case 'reception.decided':
    case 'reception.closed':
    case 'reception.minutes-issued':
    case 'shift.planned':
    case 'shift.changed':
    case 'shift.cancelled':
    case 'shift.signed-on':
      return projectReception(fold, entry)
    case 'semester.saved':
      return projectSemester(fold, entry)
    case 'template.saved':
    case 'template.chosen':
      return projectTemplate(fold, entry)
    // Facts of the audit trail alone: they change no row.
    case 'report.exported':
    case 'list.exported':
    case 'account.signed-in':
    case 'account.password-set':
    case 'petition.revealed':
    case 'reception.revealed':
    case 'archive.set':
      return undefined
  }
}
