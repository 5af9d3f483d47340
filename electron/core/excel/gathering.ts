import type { ListAsked, ListName } from '../../../shared/contract/api/exports-api.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Context } from '../dispatch.ts'
import type { RunningJob } from '../jobs.ts'
import { complainsAbout } from '../scope.ts'
import type { Office } from '../store/office-store.ts'
import type { ListTable } from './list-table.ts'

/** What is asked for of one list. */
export type Asked<L extends ListName> = Extract<ListAsked, { list: L }>

/** What a list is gathered with. */
export type Gathering = {
  readonly context: Context
  readonly running: RunningJob
  readonly office: Office
  /** Full names were asked for, and whoever asks may see them. */
  readonly revealed: boolean
}

export type Gathered = {
  /** What the list is filtered by, in words. */
  readonly filter: string
  /** Added to the title of the list: the name of the meeting, of the unit … */
  readonly about?: string
  readonly tables: readonly ListTable[]
  /** Matters left out because they complain about the unit the list is about. */
  readonly withheld?: number
}

/** What a person can use, and a computer of the office can hold. */
export const MOST_LISTED = 100_000

const AT_A_TIME = 500

export type NameOf = (petition: { readonly number: string; readonly petitioner: string }) => string

/**
 * How the petitioner of a petition is written in the list: masked as on the screen, or whole where that was asked for.
 * Who asked for confidence stays masked: what leaves the program may be handed on.
 */
export async function namesOf(
  { context: { desk }, running, revealed }: Gathering,
  numbers: readonly PetitionNumber[],
): Promise<NameOf> {
  if (!revealed) return ({ petitioner }) => petitioner
  const names = new Map<string, string>()
  for (let from = 0; from < numbers.length; from += AT_A_TIME) {
    const rows = await desk.store.reader.db
      .selectFrom('petition')
      .innerJoin('visit', 'visit.number', 'petition.visit')
      .innerJoin('petitioner', 'petitioner.visit', 'petition.visit')
      .select(['petition.number', 'petitioner.name'])
      .where('petition.number', 'in', numbers.slice(from, from + AT_A_TIME))
      .where('petitioner.ordinal', '=', 0)
      .where('visit.confidential', '=', 0)
      .where('visit.anonymous', '=', 0)
      .execute()
    for (const { number, name } of rows) names.set(number, name)
    await running.report('正在读取姓名', Math.min(from + AT_A_TIME, numbers.length), numbers.length)
  }
  return ({ number, petitioner }) => names.get(number) ?? petitioner
}

/** Which of them complain about the unit: a list of the unit's own matters is likely to be handed to it. */
export async function complaintsAbout(
  { context: { desk } }: Gathering,
  unit: string | null,
  numbers: readonly PetitionNumber[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if (unit === null) return found
  for (let from = 0; from < numbers.length; from += AT_A_TIME) {
    const rows = await desk.store.reader.db
      .selectFrom('petition')
      .select(['number', 'accused_names', 'accused_units'])
      .where('number', 'in', numbers.slice(from, from + AT_A_TIME))
      .where('accused_units', '<>', '[]')
      .execute()
    for (const row of rows) if (complainsAbout(row, '', unit)) found.add(row.number)
  }
  return found
}
