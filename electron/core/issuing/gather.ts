import { DeskError } from '../../../shared/contract/errors.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { Petitioner } from '../../../shared/domain/visit.ts'
import { type Material, materialSchema } from '../../../shared/domain/visit.ts'
import { type Reader, readable, type Writer } from '../store/database.ts'
import type { Office } from '../store/office-store.ts'
import type { PetitionTable, VisitTable } from '../store/schema.ts'
import { toPetitioner } from '../views/petition-view.ts'

/** Everything a paper about a visit may say, as it stands in the transaction it is issued in. */
export type Gathered = {
  readonly visit: VisitTable
  readonly people: readonly Petitioner[]
  readonly petitions: readonly PetitionTable[]
  readonly materials: readonly Material[]
  readonly registered: { readonly at: VisitTable['started_at']; readonly by: string }
}

export async function gatherVisit(source: Reader | Writer, number: string): Promise<Gathered> {
  const db = readable(source)
  const visit = await db.selectFrom('visit').selectAll().where('number', '=', number).executeTakeFirst()
  if (!visit) throw new DeskError('notFound', `没有登记编号为 ${number} 的来访，请核对。`)
  const people = await db
    .selectFrom('petitioner')
    .selectAll()
    .where('visit', '=', number)
    .orderBy('ordinal')
    .execute()
  const petitions = await db
    .selectFrom('petition')
    .selectAll()
    .where('visit', '=', number)
    .orderBy('number')
    .execute()
  const entry = await db
    .selectFrom('journal')
    .select(['at', 'actor'])
    .where('subject', '=', number)
    .where('kind', '=', 'visit.registered')
    .executeTakeFirstOrThrow()
  return {
    visit,
    people: people.map(toPetitioner),
    petitions,
    materials: materialSchema.array().parse(JSON.parse(visit.materials)),
    registered: { at: entry.at, by: entry.actor },
  }
}

export async function petitionRow(source: Reader | Writer, number: PetitionNumber): Promise<PetitionTable> {
  const row = await readable(source)
    .selectFrom('petition')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', `没有编号为 ${number} 的信访事项，请核对编号。`)
  return row
}

export function unitName(office: Office, code: string | null): string {
  return code === null ? '' : (office.unit(code)?.name ?? code)
}

/** `教育教学 / 考试与成绩` */
export function categoryName(office: Office, code: string): string {
  const category = office.category(code)
  if (!category) return code
  const parent = category.parent === null ? undefined : office.category(category.parent)
  return parent ? `${parent.name} / ${category.name}` : category.name
}
