import type { Day } from '../../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../../shared/domain/petition.ts'
import type { SemesterId } from '../../../../shared/domain/semester.ts'

/** Days a school set for a semester; semesters without a row have the usual days. */
export type SemesterRow = { id: SemesterId; from_on: Day; to_on: Day }
/** 未办结原因 of one petition in one semester's summary. */
export type UnfinishedReasonRow = { petition: PetitionNumber; semester: string; reason: string }
/** Which unit sent a petition back: its later unit must not answer for that. */
export type UnitReturnRow = { petition: PetitionNumber; seq: number; unit: string; on_day: Day }

export type ReportTables = {
  semester: SemesterRow
  unfinished_reason: UnfinishedReasonRow
  unit_return: UnitReturnRow
}

export const REPORT_TABLES = ['semester', 'unfinished_reason', 'unit_return'] as const
