import type { ActivityForm } from '../../../../shared/domain/channel-work.ts'
import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { insertRow } from '../row-writer.ts'
import type { Fold, Folded } from './fold.ts'
import { useSerial } from './serials.ts'
import { serialOf, serialYear } from './visits.ts'

type ChannelEntry = Extract<
  KnownEntry,
  { kind: `activity.${string}` | `link.${string}` | `appeal.${string}` | `import.${string}` }
>

export async function projectChannel(fold: Fold, entry: ChannelEntry): Promise<void> {
  switch (entry.kind) {
    case 'activity.planned':
      return saveActivity(fold, entry.subject, 'planned', entry.body)
    case 'activity.recorded':
      return saveActivity(fold, entry.subject, 'held', entry.body)
    case 'activity.cancelled':
      await fold.tx.db
        .updateTable('activity')
        .set({ state: 'cancelled', reason: entry.body.reason })
        .where('id', '=', entry.subject)
        .execute()
      return
    case 'link.saved':
    case 'link.contacted':
      return projectLink(fold, entry)
    case 'appeal.filed':
    case 'appeal.decided':
    case 'appeal.told':
      return projectAppeal(fold, entry)
    case 'import.mapped':
    case 'import.finished':
      return projectImport(fold, entry)
  }
}

/** Petitions raised elsewhere than at the counter, so that a meeting finds its matters and an import its work orders. */
export function projectSource(fold: Fold, { body }: Folded<'visit.registered'>): void {
  const { origin } = body.visit
  if (origin.kind === 'counter' || origin.kind === 'short') return
  const [reference, file] =
    origin.kind === 'import'
      ? [origin.reference, origin.file]
      : [origin.kind === 'activity' ? origin.activity : origin.conversation, '']
  for (const petition of body.numbers) {
    insertRow(fold.tx, 'petition_source', { petition, kind: origin.kind, reference, file })
  }
}

async function saveActivity(
  fold: Fold,
  id: string,
  state: 'planned' | 'held',
  { heldOn, ...form }: ActivityForm,
): Promise<void> {
  const row = { ...form, held_on: heldOn, state, reason: '' }
  useSerial(fold.tx, `activity/${serialYear(id)}`, serialOf(id))
  await fold.tx.db
    .insertInto('activity')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function projectLink(
  fold: Fold,
  entry: Extract<ChannelEntry, { kind: `link.${string}` }>,
): Promise<void> {
  const { db } = fold.tx
  if (entry.kind === 'link.contacted') {
    const { on, ...contact } = entry.body
    await db
      .insertInto('link_contact')
      .values({ link: entry.subject, seq: entry.seq, on_day: on, ...contact })
      .execute()
    return
  }
  const row = { ...entry.body, active: entry.body.active ? (1 as const) : (0 as const) }
  useSerial(fold.tx, `link/${serialYear(entry.subject)}`, serialOf(entry.subject))
  await db
    .insertInto('link')
    .values({ id: entry.subject, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function projectAppeal(
  fold: Fold,
  entry: Extract<ChannelEntry, { kind: `appeal.${string}` }>,
): Promise<void> {
  const { db } = fold.tx
  const petition = entry.subject as Folded<'visit.registered'>['body']['numbers'][number]
  if (entry.kind === 'appeal.filed') {
    const { procedure, decision, decidedBy, decidedOn, deliveredOn, filedOn } = entry.body
    const row = {
      procedure,
      decision,
      decided_by: decidedBy,
      decided_on: decidedOn,
      delivered_on: deliveredOn,
      filed_on: filedOn,
    }
    await db
      .insertInto('appeal')
      .values({ petition, ...row, concluded_on: null, result: null, conclusion: '', told_on: null })
      .onConflict((conflict) => conflict.column('petition').doUpdateSet(row))
      .execute()
    return
  }
  const changed =
    entry.kind === 'appeal.told'
      ? { told_on: entry.body.on }
      : { concluded_on: entry.body.on, result: entry.body.result, conclusion: entry.body.text }
  await db.updateTable('appeal').set(changed).where('petition', '=', petition).execute()
}

async function projectImport(
  fold: Fold,
  entry: Extract<ChannelEntry, { kind: `import.${string}` }>,
): Promise<void> {
  const { db } = fold.tx
  if (entry.kind === 'import.mapped') {
    const mapping = JSON.stringify(entry.body.mapping)
    await db
      .insertInto('import_mapping')
      .values({ headings: entry.subject, mapping })
      .onConflict((conflict) => conflict.column('headings').doUpdateSet({ mapping }))
      .execute()
    return
  }
  const { rows, stoppedAt, ...counts } = entry.body
  await db
    .insertInto('import_run')
    .values({
      id: entry.subject,
      at: entry.at,
      by: entry.actor,
      row_count: rows,
      stopped_at: stoppedAt,
      ...counts,
    })
    .execute()
}
