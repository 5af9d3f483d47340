import type { EntryBody } from '../../../../shared/domain/entries.ts'
import { prepared } from '../connection.ts'
import type { Fold, Folded } from './fold.ts'
import { seriesKey, useSerial } from './serials.ts'

/** The paper stays in the register; what was waiting for one of its kind may be issued again. */
export async function projectVoided({ tx }: Fold, entry: Folded<'document.voided'>): Promise<void> {
  const { id, on, reason, replacedBy } = entry.body
  await tx.db
    .updateTable('document')
    .set({ voided_on: on, voided_by: entry.actor, void_reason: reason, replaced_by: replacedBy })
    .where('id', '=', id)
    .execute()
  await tx.db.updateTable('meeting').set({ document: null }).where('document', '=', id).execute()
  await tx.db.updateTable('campaign').set({ document: null }).where('document', '=', id).execute()
  await tx.db.updateTable('reception_day').set({ minutes: null }).where('minutes', '=', id).execute()
}

/** The next paper of the same kind about the same matter to the same unit takes the place of the void one. */
export function replaceVoided(
  { tx }: Fold,
  { id, kind, petition, visit, unit }: EntryBody<'document.issued'>,
): void {
  if (petition === null && visit === null) return
  // By the index of the few that wait: every save of a visit comes by here twice.
  prepared(
    tx.raw,
    `update document indexed by document_void set replaced_by = @id
      where voided_on is not null and replaced_by is null
        and kind = @kind and petition is @petition and visit is @visit and unit is @unit`,
  ).run({ id, kind, petition, visit, unit })
}

export async function projectContinued({ tx }: Fold, entry: Folded<'series.continued'>): Promise<void> {
  const { series, year, from, next, on, reason } = entry.body
  await tx.db
    .insertInto('series_gap')
    .values({
      series,
      year,
      from_serial: from,
      to_serial: next - 1,
      reason,
      on_day: on,
      explained_by: entry.actor,
    })
    .execute()
  useSerial(tx, seriesKey(series, year), next - 1)
}
