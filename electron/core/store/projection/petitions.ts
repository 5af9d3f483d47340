import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { OPEN_STATES, type PetitionNumber } from '../../../../shared/domain/petition.ts'
import { type CourseStep, courseAfter } from '../../../../shared/rules/petition-course.ts'
import { stateOf } from '../../../../shared/rules/petition-state.ts'
import { SEARCHABLE_COLUMNS } from '../../search/search-schema.ts'
import { prepared } from '../connection.ts'
import type { Writer } from '../database.ts'
import { readCourse, writeCourse } from '../petition-codec.ts'
import { updatePetition } from '../row-writer.ts'
import type { PetitionRow, PetitionTable } from '../schema.ts'
import { recount } from './counters.ts'
import { dueColumns } from './due.ts'
import type { Fold } from './fold.ts'
import { rootOf } from './visits.ts'

/** Kinds that say something about a petition without moving it on. */
type AsideKind =
  | 'petition.corrected'
  | 'petition.repeat-judged'
  | 'petition.remarked'
  | 'petition.unfinished-explained'

type PetitionEntry = Extract<KnownEntry, { kind: AsideKind | CourseStep['kind'] }>

/** Facts first; state, due day, counters and search follow from them. */
export async function projectPetition(fold: Fold, entry: PetitionEntry): Promise<void> {
  const before = findRow(fold.tx, entry.subject as PetitionNumber)
  const facts = { ...before, ...(await changesOf(fold.tx, before, entry)), last_seq: entry.seq }
  const state = stateOf(readCourse(facts))
  const running = OPEN_STATES.includes(state)
  const after = { ...facts, state, ...(running ? dueColumns(fold, facts) : {}) }
  saveRow(fold, before, after)
}

export function findRow(tx: Writer, number: PetitionNumber): PetitionRow {
  const row = prepared(tx.raw, 'select * from petition where number = ?').get(number)
  if (row === undefined) throw new Error(`there is no petition ${number}`)
  return row as PetitionRow
}

const INDEXED = SEARCHABLE_COLUMNS.split(', ')

function saveRow(fold: Fold, before: PetitionTable, after: PetitionTable): void {
  const changed = Object.fromEntries(
    Object.entries(after).filter(([column, value]) => value !== before[column as keyof PetitionTable]),
  ) as Partial<PetitionTable>
  updatePetition(fold.tx, before.rid, changed)
  if (INDEXED.some((column) => Object.hasOwn(changed, column))) fold.later.index(before.rid, after)
  recount(fold, before, after)
}

async function changesOf(
  tx: Writer,
  before: PetitionTable,
  entry: PetitionEntry,
): Promise<Partial<PetitionTable>> {
  switch (entry.kind) {
    case 'petition.corrected':
      return correctedColumns(entry.body.changes)
    case 'petition.repeat-judged': {
      const of = entry.body.answer === 'repeat' ? entry.body.of : null
      return { repeat_of: of, root: of === null ? null : await rootOf(tx, of) }
    }
    case 'petition.remarked':
    case 'petition.unfinished-explained':
      return {}
    default:
      return writeCourse(courseAfter(readCourse(before), entry, before.due_on))
  }
}

function correctedColumns(
  changes: Extract<PetitionEntry, { kind: 'petition.corrected' }>['body']['changes'],
): Partial<PetitionTable> {
  const columns: Partial<Record<keyof PetitionTable, unknown>> = {
    title: changes.title,
    matter: changes.matter,
    grounds: changes.grounds,
    demand: changes.demand,
    purpose: changes.purpose,
    category: changes.category,
    accused_names: changes.accusedNames,
    accused_units: changes.accusedUnits && JSON.stringify(changes.accusedUnits),
    urgency: changes.urgency,
    grade: changes.grade,
  }
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as Partial<PetitionTable>
}

/** The calendar or a rule changed: every due day that still runs is worked out anew. */
export async function redateOpenPetitions(fold: Fold): Promise<void> {
  const rows = await fold.tx.db.selectFrom('petition').selectAll().where('state', 'in', OPEN_STATES).execute()
  for (const row of rows) {
    const due = dueColumns(fold, row)
    if (due.due_on === row.due_on && due.due_provisional === row.due_provisional) continue
    await fold.tx.db.updateTable('petition').set(due).where('rid', '=', row.rid).execute()
  }
}
