import type { Answer } from '../../../shared/contract/api.ts'
import { standInsInWords } from '../../../shared/documents/font-check.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import type { EntryBody } from '../../../shared/domain/entries.ts'
import type { Desk } from '../desk.ts'
import { all, one } from '../store/connection.ts'
import type { DocumentTable } from '../store/schema.ts'
import { takenForm } from '../views/taken-form.ts'

type TakenRow = { readonly at: Instant; readonly actor: string; readonly body: string }

/** Who took the paper out, as the journal remembers it. */
export function recordOf(desk: Desk, row: DocumentTable): Answer<'register.record'> {
  const { raw } = desk.store.reader
  const takings = all<TakenRow>(
    raw,
    `select at, actor, body from journal
      where subject = $subject and kind = 'document.reprinted' and json_extract(body, '$.id') = $id
      order by at desc, tick desc`,
    { subject: row.petition ?? row.visit ?? row.id, id: row.id },
  )
  const visit = one<{ confidential: 0 | 1 } | undefined>(
    raw,
    `select confidential from visit
      where number = coalesce($visit, (select visit from petition where number = $petition))`,
    { visit: row.visit, petition: row.petition },
  )
  return {
    confidential: visit?.confidential === 1,
    takings: takings.map(({ at, actor, body }) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed before it was appended, guarded by its hash
      const taken = JSON.parse(body) as EntryBody<'document.reprinted'>
      return {
        at,
        by: desk.nameOf(actor),
        how: taken.how,
        form: takenForm(taken),
        reason: taken.reason ?? '',
        standIns: standInsInWords(taken.standIns ?? []),
      }
    }),
  }
}
