import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import type { VisitForm } from '../../../shared/domain/visit.ts'
import { one, type SqliteConnection } from '../store/connection.ts'

export type Duplicate = { readonly why: 'number' | 'person'; readonly of: PetitionNumber }

/** A petition that is here already under the row's number, or from the same telephone under the same title. */
export function findDuplicate(raw: SqliteConnection, visit: VisitForm, reference: string): Duplicate | null {
  const numbered = one<{ petition: PetitionNumber } | undefined>(
    raw,
    `select petition from petition_source where kind = 'import' and reference = ? limit 1`,
    reference,
  )
  if (numbered) return { why: 'number', of: numbered.petition }
  const phone = visit.petitioners[0]?.phone ?? ''
  const title = visit.petitions[0]?.title ?? ''
  if (phone === '') return null
  const same = one<{ number: PetitionNumber } | undefined>(
    raw,
    `select p.number from petitioner as who join petition as p on p.visit = who.visit
      where who.phone = ? and who.phone <> '' and p.title = ? order by p.rid desc limit 1`,
    phone,
    title,
  )
  return same ? { why: 'person', of: same.number } : null
}
