import type { ListAsked, ListName } from '../../../shared/contract/api/exports-api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Context } from '../dispatch.ts'
import type { RunningJob } from '../jobs.ts'
import { complainsAbout } from '../scope.ts'
import { all } from '../store/connection.ts'
import type { Office } from '../store/office-store.ts'
import type { ListTable } from './list-table.ts'
import { MOST_ROWS } from './sheet.ts'

/** What is asked for of one list. */
export type Asked<L extends ListName> = Extract<ListAsked, { list: L }>

/** What a list is gathered with. */
export type Gathering = {
  readonly context: Context
  readonly running: RunningJob
  readonly office: Office
  /** Full names were asked for, and whoever asks may see them. */
  readonly revealed: boolean
  readonly limits: Limits
  /** Lets other calls through; throws when the export was cancelled. */
  readonly pause: () => Promise<void>
}

export type Limits = {
  /** Rows of a list that is gathered whole. One that may be long is read page by page and has no limit. */
  readonly listed: number
  /** Rows read at a time: some milliseconds. */
  readonly page: number
  readonly rowsPerSheet: number
}

export const LIMITS: Limits = { listed: 100_000, page: 200, rowsPerSheet: MOST_ROWS }

export type Gathered = {
  /** What the list is filtered by, in words. */
  readonly filter: string
  /** Added to the title of the list: the name of the meeting, of the unit … */
  readonly about?: string
  readonly tables: readonly ListTable[]
  /** Rows of all tables together, where that is known before the last is read. */
  readonly expected?: number
  /** Matters left out because they complain about the unit the list is about; asked when every row is read. */
  readonly withheld?: () => number
}

/** The rows of a list that is gathered whole; a list is refused rather than cut without a word. */
export function uncut<Row>(rows: readonly Row[], { limits }: Gathering): readonly Row[] {
  if (rows.length < limits.listed) return rows
  throw new DeskError(
    'refused',
    `这个列表有 ${limits.listed} 条或者更多，一次导出不了，没有导出任何内容；请用日期、单位或其他条件缩小范围后再导出。`,
  )
}

export type NameOf = (petition: { readonly number: string; readonly petitioner: string }) => string

const NUMBERS_AT_A_TIME = 500

/**
 * How the petitioner of a petition is written in the list: masked as on the screen, or whole where that was asked for.
 * Who asked for confidence stays masked: what leaves the program may be handed on.
 */
export async function namesOf(
  { context: { desk }, pause, revealed }: Gathering,
  numbers: readonly PetitionNumber[],
): Promise<NameOf> {
  if (!revealed) return ({ petitioner }) => petitioner
  const names = new Map<string, string>()
  for (let from = 0; from < numbers.length; from += NUMBERS_AT_A_TIME) {
    const rows = all<{ number: string; name: string }>(
      desk.store.reader.raw,
      `select petition.number, petitioner.name from petition
         join visit on visit.number = petition.visit
         join petitioner on petitioner.visit = petition.visit and petitioner.ordinal = 0
        where petition.number in (select value from json_each(?))
          and visit.confidential = 0 and visit.anonymous = 0`,
      JSON.stringify(numbers.slice(from, from + NUMBERS_AT_A_TIME)),
    )
    for (const { number, name } of rows) names.set(number, name)
    if (numbers.length > NUMBERS_AT_A_TIME) await pause()
  }
  return ({ number, petitioner }) => names.get(number) ?? petitioner
}

type Complaint = { readonly number: string; readonly accused_names: string; readonly accused_units: string }

/** Which of them complain about the unit: a list of the unit's own matters is likely to be handed to it. */
export function complaintsAbout(
  { context: { desk } }: Gathering,
  unit: string | null,
  numbers: readonly PetitionNumber[],
): ReadonlySet<string> {
  if (unit === null || numbers.length === 0) return new Set()
  const rows = all<Complaint>(
    desk.store.reader.raw,
    `select number, accused_names, accused_units from petition
      where number in (select value from json_each(?)) and accused_units <> '[]'`,
    JSON.stringify(numbers),
  )
  return new Set(rows.filter((row) => complainsAbout(row, '', unit)).map(({ number }) => number))
}
