import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { OPEN_STATES, type PetitionNumber } from '../../../../shared/domain/petition.ts'
import { stateOf } from '../../../../shared/rules/petition-state.ts'
import { SEARCHABLE_COLUMNS } from '../../search/search-schema.ts'
import { prepared } from '../connection.ts'
import type { Writer } from '../database.ts'
import { readInstruction, writeInstruction } from '../petition-codec.ts'
import { updatePetition } from '../row-writer.ts'
import type { PetitionTable } from '../schema.ts'
import { recount } from './counters.ts'
import { dueColumns } from './due.ts'
import type { Fold } from './fold.ts'
import { rootOf } from './visits.ts'

type PetitionEntry = Extract<
  KnownEntry,
  {
    kind:
      | 'petition.corrected'
      | 'petition.repeat-judged'
      | 'petition.routed'
      | 'petition.instructed'
      | 'petition.read'
      | 'petition.answered'
      | 'petition.closed'
      | 'petition.remarked'
  }
>

/** Facts first; state, due day, counters and search follow from them. */
export async function projectPetition(fold: Fold, entry: PetitionEntry): Promise<void> {
  const before = findRow(fold.tx, entry.subject as PetitionNumber)
  const facts = { ...before, ...(await changesOf(fold.tx, before, entry)), last_seq: entry.seq }
  const state = stateOf({
    route: facts.route,
    instruction: readInstruction(facts.instruction),
    answeredOn: facts.answered_on,
    closedOn: facts.closed_on,
  })
  const running = OPEN_STATES.includes(state)
  const after: PetitionTable = { ...facts, state, ...(running ? dueColumns(fold, facts) : {}) }
  saveRow(fold, before, after)
}

export function findRow(tx: Writer, number: PetitionNumber): PetitionTable {
  const row = prepared(tx.raw, 'select * from petition where number = ?').get(number)
  if (row === undefined) throw new Error(`there is no petition ${number}`)
  return row as PetitionTable
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
    case 'petition.routed':
      return routedColumns(entry.body)
    case 'petition.instructed': {
      const { leadUnit, assistUnits } = entry.body
      const units =
        leadUnit === null ? {} : { lead_unit: leadUnit, assist_units: JSON.stringify(assistUnits) }
      return { instruction: writeInstruction(entry.body), read_on: entry.body.on, ...units }
    }
    case 'petition.read':
      return { read_on: entry.body.on }
    case 'petition.answered':
      return { answered_on: entry.body.on }
    case 'petition.closed':
      return { closed_on: entry.body.on }
    case 'petition.remarked':
      return {}
  }
}

function routedColumns(
  body: Extract<PetitionEntry, { kind: 'petition.routed' }>['body'],
): Partial<PetitionTable> {
  const routed = { route: body.route, routed_on: body.on }
  switch (body.route) {
    case 'direct':
      return { ...routed, lead_unit: body.unit, assist_units: '[]' }
    case 'transfer':
      return { ...routed, lead_unit: body.leadUnit, assist_units: JSON.stringify(body.assistUnits) }
    case 'submit':
    case 'decline':
      return { ...routed, lead_unit: null, assist_units: '[]' }
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
