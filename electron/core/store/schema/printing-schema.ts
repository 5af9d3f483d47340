import type { Instant } from '../../../../shared/domain/day.ts'

/** A font that another one stood in for when the paper was printed. */
export type PrintedStandInTable = { document: string; font: string; drawn_by: string; last_at: Instant }

export type PrintingTables = { printed_stand_in: PrintedStandInTable }

export const PRINTING_TABLES = ['printed_stand_in'] as const
