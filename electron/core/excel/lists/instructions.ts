import { chineseDate } from '../../../../shared/documents/wording.ts'
import { addDays, type Day } from '../../../../shared/domain/day.ts'
import { unitName } from '../../issuing/gather.ts'
import { complainsAbout } from '../../scope.ts'
import { firstRidOf } from '../../search/search-schema.ts'
import { one } from '../../store/connection.ts'
import { readInstruction } from '../../store/petition-codec.ts'
import type { PetitionRow } from '../../store/schema.ts'
import type { PetitionLine } from '../../views/petition-line.ts'
import type { PetitionView } from '../../views/petition-view.ts'
import type { Asked, Gathered, Gathering } from '../gathering.ts'
import { day, long, pagedTable, text } from '../list-table.ts'
import { petitionPages, ridsOf, stepped } from '../pages.ts'
import { periodWords, petitionColumns, yes } from './petition-columns.ts'

type Instructed = { readonly instruction: PetitionView['instruction'] }

/** What a leader wrote on it, to whom it went and until when. */
function instructionColumns<Row extends Instructed>(nameOf: (unit: string | null) => string) {
  return [
    text('批示人', ({ instruction }: Row) => instruction?.leader ?? ''),
    day('批示日期', ({ instruction }: Row) => instruction?.on ?? null),
    long('批示内容', ({ instruction }: Row) => instruction?.text ?? ''),
    text('批示承办', ({ instruction }: Row) => nameOf(instruction?.leadUnit ?? null)),
    text('批示协办', ({ instruction }: Row) => (instruction?.assistUnits ?? []).map(nameOf).join('、')),
    day('批示时限', ({ instruction }: Row) => instruction?.limitOn ?? null),
  ]
}

/** 领导批示件: of every petition registered in the period the latest instruction. */
export async function instructionList(
  { from, until }: Asked<'instructions'>,
  gathering: Gathering,
): Promise<Gathered> {
  type Found = { readonly rid: number; readonly hit: 0 | 1 }
  const found = await stepped<Found>(
    gathering,
    `select rid, instruction is not null and received_on >= ? and received_on <= ? as hit
       from petition order by rid desc`,
    [from, until],
    ({ hit }) => hit === 1,
  )
  const rids = found.map(({ rid }) => rid)
  type Extra = Pick<PetitionRow, 'instruction' | 'answered_on' | 'reported_on'>
  type Beside = Instructed & { readonly answeredOn: Day | null; readonly reportedOn: Day | null }
  const pages = petitionPages<Extra, Beside>(
    gathering,
    rids,
    ['instruction', 'answered_on', 'reported_on'],
    (row) => ({
      instruction: readInstruction(row.instruction),
      answeredOn: row.answered_on,
      reportedOn: row.reported_on,
    }),
  )
  type Row = PetitionLine & Beside
  const columns = [
    ...petitionColumns(gathering.office, (row: Row) => row),
    ...instructionColumns<Row>((unit) => unitName(gathering.office, unit)),
    day('答复日期', ({ answeredOn }: Row) => answeredOn),
    day('向校领导反馈', ({ reportedOn }: Row) => reportedOn),
  ]
  return {
    filter: `${periodWords({ from, until })}登记`,
    tables: [await pagedTable('领导批示件', columns, pages)],
    expected: rids.length,
  }
}

/** A duty leader's day as it was read: without what complains about whoever reads, which is left to the other leaders. */
export async function reviewList({ day: on }: Asked<'review'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const rids = await ridsOf(
    gathering,
    'select rid from petition where rid >= cast(? as integer) and rid < cast(? as integer) order by rid',
    firstRidOf(on),
    firstRidOf(addDays(on, 1)),
  )
  type Extra = Pick<PetitionRow, 'matter' | 'read_on' | 'instruction'>
  type Beside = Instructed & { readonly matter: string; readonly read: boolean }
  const pages = petitionPages<Extra, Beside>(
    gathering,
    rids,
    ['matter', 'read_on', 'instruction'],
    (row) => ({
      matter: row.matter,
      read: row.read_on !== null,
      instruction: readInstruction(row.instruction),
    }),
    (row) => !complainsAbout(row, me.name, null),
  )
  type Row = PetitionLine & Beside
  const columns = [
    ...petitionColumns(gathering.office, (row: Row) => row),
    long('反映内容', ({ matter }: Row) => matter),
    text('已阅', ({ read }: Row) => yes(read)),
    ...instructionColumns<Row>((unit) => unitName(gathering.office, unit)),
  ]
  const signedOff = one<{ by: string } | undefined>(
    desk.store.reader.raw,
    'select by from day_sign_off where day = ?',
    on,
  )
  const signed = signedOff === undefined ? '尚未签收' : `${desk.nameOf(signedOff.by)}已签收`
  return {
    filter: `${chineseDate(on)}登记，${signed}`,
    tables: [await pagedTable('领导批阅', columns, pages)],
  }
}
