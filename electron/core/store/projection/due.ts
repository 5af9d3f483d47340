import { type DueFacts, dueOf } from '../../../../shared/rules/petition-due.ts'
import type { Office } from '../office-store.ts'
import { readInstruction } from '../petition-codec.ts'
import type { PetitionTable } from '../schema.ts'
import type { Fold } from './fold.ts'

type DueColumns = Pick<PetitionTable, 'due_on' | 'due_provisional'>

export function dueFactsOf(
  row: Pick<PetitionTable, 'received_on' | 'route' | 'routed_on' | 'grade' | 'channel' | 'instruction'>,
  office: Office | null,
): DueFacts {
  return {
    receivedOn: row.received_on,
    route: row.route,
    routedOn: row.routed_on,
    grade: row.grade,
    regulation: office?.channel(row.channel)?.regulation ?? '办法',
    instruction: readInstruction(row.instruction),
  }
}

export function dueColumns(fold: Fold, row: Parameters<typeof dueFactsOf>[0]): DueColumns {
  const office = fold.office()
  if (office === null) return { due_on: null, due_provisional: 0 }
  const due = dueOf(dueFactsOf(row, office), office.calendar, office.settings.deadlines)
  return { due_on: due?.dueOn ?? null, due_provisional: due?.provisional ? 1 : 0 }
}
