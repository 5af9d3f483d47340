import type { Day } from '../../../../shared/domain/day.ts'

/** The parts of a 发文字号, and that the paper was declared void. */
export type RegisterColumns = {
  /** 机关代字, empty for a paper without a number. */
  series: string
  series_year: number | null
  serial: number | null
  voided_on: Day | null
  voided_by: string | null
  void_reason: string
  /** The paper that was issued in its place. */
  replaced_by: string | null
}

/** Numbers of a series that no paper of this program carries, with the reason. */
export type SeriesGapTable = {
  series: string
  year: number
  from_serial: number
  to_serial: number
  reason: string
  on_day: Day
  explained_by: string
}

export type RegisterTables = { series_gap: SeriesGapTable }

export const REGISTER_TABLES = ['series_gap'] as const
