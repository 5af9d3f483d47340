import { createHash } from 'node:crypto'
import type { Received } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { type Day, dayNumber, dayOf } from '../../../shared/domain/day.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { RepeatAnswer, VisitForm } from '../../../shared/domain/visit.ts'
import { mappingProblem, type ReadRow, type RowProblem, readRow } from '../../../shared/rules/import-rows.ts'
import { type Desk, type Me, nowAt, today } from '../desk.ts'
import { appendVisit, checkVisit } from '../handlers/visit-handlers.ts'
import { RIDS_PER_DAY } from '../search/search-schema.ts'
import { one, type SqliteConnection } from '../store/connection.ts'
import type { Change } from '../store/ledger.ts'
import { type Duplicate, findDuplicate } from './duplicates.ts'
import type { OpenedFile } from './uploads.ts'

export type Mapping = Received<'imports.check'>['mapping']
export type Choice = Received<'imports.run'>['duplicates']

export type GoodRow = Extract<ReadRow, { ok: true }>

/** A row as the rule reads it and the office's own lists allow it. */
export function rowReader(
  desk: Desk,
  me: Me,
  file: OpenedFile,
  mapping: Mapping,
): (row: Parameters<typeof readRow>[0]) => ReadRow {
  const { headings } = file.table
  const problem = mappingProblem(mapping, headings)
  if (problem !== null) throw new DeskError('badRequest', problem)
  const { channels, categories } = desk.ledger.office()
  const now = nowAt(desk.surroundings.clock)
  const context = {
    mapping,
    headings,
    channels,
    categories,
    file: file.name,
    fingerprint: (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24),
    receivedBy: me.name,
    now,
  }
  return (row) => {
    const read = readRow(row, context)
    if (!read.ok) return read
    const refused = officeProblem(desk, read.visit)
    return refused === null ? read : { ok: false, row: read.row, problems: [refused] }
  }
}

function officeProblem(desk: Desk, visit: VisitForm): RowProblem | null {
  try {
    checkVisit(desk, visit)
    return null
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return { column: '', reason: error.message }
  }
}

export type Outcome =
  | { readonly kind: 'imported'; readonly number: PetitionNumber }
  | { readonly kind: 'skipped'; readonly of: PetitionNumber; readonly why: Duplicate['why'] }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem[] }

/** One good row, wholly in or not at all. What the open transaction has written already counts as being here. */
export async function importRow(
  change: Change,
  desk: Desk,
  me: Me,
  { visit, reference }: GoodRow,
  { choice, dispatch }: { readonly choice: Choice; readonly dispatch: boolean },
): Promise<Outcome> {
  const known = findDuplicate(change.tx.raw, visit, reference)
  if (known !== null && (known.why === 'number' || choice === 'skip')) {
    return { kind: 'skipped', of: known.of, why: known.why }
  }
  const receivedOn = dayOf(visit.startedAt)
  if (isFull(change.tx.raw, receivedOn)) {
    const reason = `${receivedOn} 这一天已登记满 ${RIDS_PER_DAY} 件，请核对反映时间`
    return { kind: 'refused', problems: [{ column: '', reason }] }
  }
  const body = await appendVisit(change, desk, judged(visit, known, choice), me.login, receivedOn)
  const [number] = body.numbers
  if (number === undefined) throw new Error('a work order got no number')
  if (dispatch) await goDirectly(change, desk, me, number, visit)
  return { kind: 'imported', number }
}

/** Without a unit of its own the category leaves the matter with the office. */
async function goDirectly(
  change: Change,
  desk: Desk,
  me: Me,
  number: PetitionNumber,
  visit: VisitForm,
): Promise<void> {
  const office = desk.ledger.office()
  const category = office.category(visit.petitions[0]?.category ?? '')
  const unit = office.unit(category?.defaultUnit ?? '')
  if (!unit?.active) return
  await change.append({
    kind: 'petition.routed',
    subject: number,
    actor: me.login,
    body: {
      route: 'transfer',
      on: today(desk),
      leadUnit: unit.code,
      assistUnits: [],
      remark: '按内容分类直达归口单位',
    },
  })
}

function judged(visit: VisitForm, known: Duplicate | null, choice: Choice): VisitForm {
  if (known === null) return visit
  const repeat: RepeatAnswer =
    choice === 'repeat' ? { answer: 'repeat', of: known.of } : { answer: 'not-repeat', offered: [known.of] }
  return { ...visit, petitions: visit.petitions.map((petition) => ({ ...petition, repeat })) }
}

function isFull(raw: SqliteConnection, day: Day): boolean {
  const first = dayNumber(day) * RIDS_PER_DAY
  const { rid } = one<{ rid: number | null }>(
    raw,
    'select max(rid) as rid from petition where rid >= cast(? as integer) and rid < cast(? as integer)',
    first,
    first + RIDS_PER_DAY,
  )
  return rid !== null && rid >= first + RIDS_PER_DAY - 1
}
