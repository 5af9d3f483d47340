import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import type { Fold, Folded } from './fold.ts'
import { useSerial } from './serials.ts'
import { serialOf, serialYear } from './visits.ts'

export type ProblemEntry = Extract<
  KnownEntry,
  { kind: `group.${string}` } | { kind: `campaign.${string}` } | { kind: `research.${string}` }
>

/** Common problems, the campaigns against them, and what was found on the spot. */
export async function projectProblem(fold: Fold, entry: ProblemEntry): Promise<void> {
  const { db } = fold.tx
  const id = entry.subject
  switch (entry.kind) {
    case 'group.saved':
      return groupSaved(fold, entry)
    case 'group.members-added':
      for (const petition of entry.body.petitions) {
        const row = { answer: 'in', how: entry.body.how } as const
        await db
          .insertInto('problem_group_member')
          .values({ group_id: id, petition, ...row })
          .onConflict((conflict) => conflict.columns(['group_id', 'petition']).doUpdateSet(row))
          .execute()
      }
      return
    case 'group.members-refused':
      for (const petition of entry.body.petitions) await refused(fold, id, petition)
      return
    case 'group.member-removed':
      return refused(fold, id, entry.body.petition)
    case 'campaign.saved':
      return campaignSaved(fold, entry)
    case 'campaign.step-done':
      await db
        .updateTable('campaign_step')
        .set({ done_on: entry.body.on, result: entry.body.result })
        .where('campaign', '=', id)
        .where('ordinal', '=', entry.body.step)
        .execute()
      return
    case 'campaign.progressed':
      return progressed(fold, entry)
    case 'campaign.finished':
      await db
        .updateTable('campaign')
        .set({ finished_on: entry.body.on, result: entry.body.result })
        .where('id', '=', id)
        .execute()
      return
    case 'campaign.papered':
      await db.updateTable('campaign').set({ document: entry.body.document }).where('id', '=', id).execute()
      return
    case 'research.recorded':
      return researched(fold, entry)
  }
}

async function groupSaved({ tx }: Fold, { subject: id, body, at }: Folded<'group.saved'>): Promise<void> {
  const row = {
    kind: body.kind,
    title: body.title,
    category: body.category,
    unit: body.unit,
    months: JSON.stringify(body.months),
    note: body.note,
    settled: body.settled ? (1 as const) : (0 as const),
    saved_at: at,
  }
  await tx.db
    .insertInto('problem_group')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  useSerial(tx, `group/${serialYear(id)}`, serialOf(id))
}

/** Kept as a refusal, so that it is not offered again. */
async function refused(
  { tx }: Fold,
  id: string,
  petition: Folded<'group.member-removed'>['body']['petition'],
): Promise<void> {
  const row = { answer: 'refused', how: 'chosen' } as const
  await tx.db
    .insertInto('problem_group_member')
    .values({ group_id: id, petition, ...row })
    .onConflict((conflict) => conflict.columns(['group_id', 'petition']).doUpdateSet(row))
    .execute()
}

async function campaignSaved({ tx }: Fold, { subject: id, body }: Folded<'campaign.saved'>): Promise<void> {
  const row = {
    title: body.title,
    background: body.background,
    goal: body.goal,
    lead_unit: body.leadUnit,
    assist_units: JSON.stringify(body.assistUnits),
    from_on: body.fromOn,
    to_on: body.toOn,
    groups: JSON.stringify(body.groups),
  }
  await tx.db
    .insertInto('campaign')
    .values({ id, ...row, finished_on: null, result: '', document: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  useSerial(tx, `campaign/${serialYear(id)}`, serialOf(id))
  const before = await tx.db.selectFrom('campaign_step').selectAll().where('campaign', '=', id).execute()
  await tx.db.deleteFrom('campaign_step').where('campaign', '=', id).execute()
  for (const [ordinal, step] of body.steps.entries()) {
    // A step that was done stays done when the plan around it changes.
    const done = before.find(({ what, unit }) => what === step.what && unit === step.unit)
    await tx.db
      .insertInto('campaign_step')
      .values({
        campaign: id,
        ordinal,
        what: step.what,
        unit: step.unit,
        due_on: step.dueOn,
        done_on: done?.done_on ?? null,
        result: done?.result ?? '',
      })
      .execute()
  }
}

async function progressed({ tx }: Fold, entry: Folded<'campaign.progressed'>): Promise<void> {
  const { count } = await tx.db
    .selectFrom('campaign_note')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaign', '=', entry.subject)
    .executeTakeFirstOrThrow()
  const { on, text } = entry.body
  await tx.db
    .insertInto('campaign_note')
    .values({ campaign: entry.subject, ordinal: count, on_day: on, written_by: entry.actor, text })
    .execute()
}

async function researched({ tx }: Fold, { subject: id, body }: Folded<'research.recorded'>): Promise<void> {
  const row = {
    kind: body.kind,
    on_day: body.on,
    units: JSON.stringify(body.units),
    people: body.people,
    findings: body.findings,
    proposals: body.proposals,
    group_id: body.group,
  }
  await tx.db
    .insertInto('research')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
  useSerial(tx, `research/${serialYear(id)}`, serialOf(id))
}
