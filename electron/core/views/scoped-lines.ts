import { SCOPE_COLUMNS, type ScopedRow } from '../scope.ts'
import { LINE_COLUMNS, type LineRow } from './petition-line.ts'

/** What a list for somebody who may not see everything is read with: the line, and what decides about it. */
export type ScopedLineRow = LineRow & ScopedRow

export const SCOPED_LINE_COLUMNS: readonly string[] = [...new Set([...LINE_COLUMNS, ...SCOPE_COLUMNS])]
