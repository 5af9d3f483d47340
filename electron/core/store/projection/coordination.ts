import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import type { PetitionNumber } from '../../../../shared/domain/petition.ts'
import type { MeetingTable } from '../schema.ts'
import type { Fold, Folded } from './fold.ts'
import { useSerial } from './serials.ts'
import { serialOf, serialYear } from './visits.ts'

export type MeetingEntry = Extract<
  KnownEntry,
  { kind: `coordination.${string}` } | { kind: `meeting.${string}` }
>

/** What waits to be discussed, the meetings, and what they decided. */
export async function projectMeeting(fold: Fold, entry: MeetingEntry): Promise<void> {
  const { db } = fold.tx
  const id = entry.subject
  switch (entry.kind) {
    case 'coordination.collected': {
      const row = {
        collected_as: entry.body.as,
        reason: entry.body.reason,
        collected_on: entry.body.on,
        collected_by: entry.actor,
      }
      await db
        .insertInto('collected')
        .values({ petition: id as PetitionNumber, meeting: null, ...row })
        .onConflict((conflict) => conflict.column('petition').doUpdateSet(row))
        .execute()
      return
    }
    case 'coordination.released':
      await db
        .deleteFrom('collected')
        .where('petition', '=', id as PetitionNumber)
        .execute()
      return
    case 'meeting.planned':
      return planned(fold, entry)
    case 'meeting.held':
      return held(fold, entry)
    case 'meeting.amended':
      await db
        .updateTable('meeting')
        .set({ ...withoutReason(entry.body) })
        .where('id', '=', id)
        .execute()
      return
    case 'meeting.cancelled':
      await db
        .updateTable('meeting')
        .set({ state: 'cancelled', reason: entry.body.reason })
        .where('id', '=', id)
        .execute()
      // What it would have discussed waits again.
      await db.updateTable('collected').set({ meeting: null }).where('meeting', '=', id).execute()
      return
    case 'meeting.decision-settled':
      await db
        .updateTable('meeting_decision')
        .set({ done_on: entry.body.on, result: entry.body.result })
        .where('meeting', '=', id)
        .where('ordinal', '=', entry.body.decision)
        .execute()
      return
    case 'meeting.minuted':
      await db.updateTable('meeting').set({ document: entry.body.document }).where('id', '=', id).execute()
      return
  }
}

function withoutReason({ attendees, absent, minutes }: Folded<'meeting.amended'>['body']) {
  return { attendees, absent, minutes }
}

async function planned({ tx }: Fold, { subject: id, body }: Folded<'meeting.planned'>): Promise<void> {
  const plan = {
    kind: body.kind,
    title: body.title,
    on_day: body.on,
    time: body.time,
    place: body.place,
    chair: body.chair,
    lead_unit: body.leadUnit,
    assist_units: JSON.stringify(body.assistUnits),
    agenda: JSON.stringify(body.agenda),
  } satisfies Partial<MeetingTable>
  const fresh = {
    state: 'planned',
    attendees: '',
    absent: '',
    minutes: '',
    reason: '',
    document: null,
  } as const
  await tx.db
    .insertInto('meeting')
    .values({ id, ...plan, ...fresh })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(plan))
    .execute()
  useSerial(tx, `meeting/${serialYear(id)}`, serialOf(id))
  await tx.db.updateTable('collected').set({ meeting: null }).where('meeting', '=', id).execute()
  await tx.db.deleteFrom('meeting_matter').where('meeting', '=', id).execute()
  for (const [ordinal, petition] of body.petitions.entries()) {
    const waiting = await tx.db
      .selectFrom('collected')
      .select(['collected_as', 'reason'])
      .where('petition', '=', petition)
      .executeTakeFirst()
    await tx.db
      .insertInto('meeting_matter')
      .values({
        meeting: id,
        ordinal,
        petition,
        collected_as: waiting?.collected_as ?? 'difficult',
        reason: waiting?.reason ?? '',
      })
      .execute()
    await tx.db.updateTable('collected').set({ meeting: id }).where('petition', '=', petition).execute()
  }
}

async function held({ tx }: Fold, { subject: id, body }: Folded<'meeting.held'>): Promise<void> {
  await tx.db
    .updateTable('meeting')
    .set({
      state: 'held',
      on_day: body.on,
      attendees: body.attendees,
      absent: body.absent,
      minutes: body.minutes,
    })
    .where('id', '=', id)
    .execute()
  for (const [ordinal, decision] of body.decisions.entries()) {
    await tx.db
      .insertInto('meeting_decision')
      .values({
        meeting: id,
        ordinal,
        petition: decision.petition,
        unit: decision.unit,
        what: decision.what,
        due_on: decision.dueOn,
        level: decision.level,
        done_on: null,
        result: '',
      })
      .execute()
  }
  await tx.db.deleteFrom('collected').where('meeting', '=', id).execute()
}
