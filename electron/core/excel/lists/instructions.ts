import { chineseDate } from '../../../../shared/documents/wording.ts'
import { reviewDay } from '../../handlers/review-handlers.ts'
import { unitName } from '../../issuing/gather.ts'
import { isWithin, SCOPE_COLUMNS, scopeOf } from '../../scope.ts'
import { readInstruction } from '../../store/petition-codec.ts'
import { LINE_COLUMNS, toLine } from '../../views/petition-line.ts'
import type { PetitionView } from '../../views/petition-view.ts'
import { lineContext } from '../../views/petition-view.ts'
import { type Asked, type Gathered, type Gathering, MOST_LISTED, namesOf } from '../gathering.ts'
import { day, listTable, long, text } from '../list-table.ts'
import { periodWords, petitionColumns, yes } from './petition-columns.ts'
import { tooMany } from './petitions.ts'

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
  const { desk, me } = gathering.context
  const context = lineContext(desk)
  const scope = scopeOf(me)
  const found = await desk.store.reader.db
    .selectFrom('petition')
    .select([...new Set([...LINE_COLUMNS, ...SCOPE_COLUMNS])])
    .select(['answered_on', 'closed_on', 'reported_on'])
    .where('instruction', 'is not', null)
    .where('received_on', '>=', from)
    .where('received_on', '<=', until)
    .orderBy('rid', 'desc')
    .limit(MOST_LISTED + 1)
    .execute()
  if (found.length > MOST_LISTED) throw tooMany()
  const rows = found
    .filter((row) => isWithin(scope, row, context.office, context.today))
    .map((row) => ({
      ...toLine(row, context),
      instruction: readInstruction(row.instruction),
      answeredOn: row.answered_on,
      reportedOn: row.reported_on,
    }))
  type Row = (typeof rows)[number]
  const nameOf = await namesOf(
    gathering,
    rows.map(({ number }) => number),
  )
  const columns = [
    ...petitionColumns(gathering.office, nameOf, (row: Row) => row),
    ...instructionColumns<Row>((unit) => unitName(gathering.office, unit)),
    day('答复日期', ({ answeredOn }: Row) => answeredOn),
    day('向校领导反馈', ({ reportedOn }: Row) => reportedOn),
  ]
  return {
    filter: `${periodWords({ from, until })}登记`,
    tables: [listTable('领导批示件', columns, rows)],
  }
}

/** A duty leader's day as it was read. */
export async function reviewList({ day: on }: Asked<'review'>, gathering: Gathering): Promise<Gathered> {
  const { desk, me } = gathering.context
  const { petitions, read, signedOff } = await reviewDay(desk, me, on)
  const nameOf = await namesOf(
    gathering,
    petitions.map(({ number }) => number),
  )
  const columns = [
    ...petitionColumns(gathering.office, nameOf, (row: PetitionView) => row),
    long('反映内容', ({ matter }: PetitionView) => matter),
    text('已阅', ({ number }: PetitionView) => yes(read.includes(number))),
    ...instructionColumns<PetitionView>((unit) => unitName(gathering.office, unit)),
  ]
  const signed = signedOff === null ? '尚未签收' : `${signedOff.by}已签收`
  return { filter: `${chineseDate(on)}登记，${signed}`, tables: [listTable('领导批阅', columns, petitions)] }
}
