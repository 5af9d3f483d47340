import { procedureOf } from '../../../../shared/rules/appeals.ts'
import { type DueFacts, dueOf } from '../../../../shared/rules/petition-due.ts'
import type { Office } from '../office-store.ts'
import { type CourseColumns, readCourse } from '../petition-codec.ts'
import type { PetitionTable } from '../schema.ts'
import type { Fold } from './fold.ts'

type DueColumns = Pick<PetitionTable, 'due_on' | 'due_provisional'>

/** The columns a due day rests on. */
export type DueRow = CourseColumns & Pick<PetitionTable, 'received_on' | 'grade' | 'channel'>

export function dueFactsOf(row: DueRow, office: Office | null): DueFacts {
  return {
    receivedOn: row.received_on,
    grade: row.grade,
    regulation: office?.channel(row.channel)?.regulation ?? '办法',
    procedure: procedureOf(row.channel),
    course: readCourse(row),
  }
}

export function dueColumns(fold: Fold, row: DueRow): DueColumns {
  const office = fold.office()
  if (office === null) return { due_on: null, due_provisional: 0 }
  const due = dueOf(dueFactsOf(row, office), office.calendar, office.settings.deadlines)
  return { due_on: due?.dueOn ?? null, due_provisional: due?.provisional ? 1 : 0 }
}
