import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { MeetingKind } from '../../../shared/domain/coordination.ts'
import type { PetitionNumber } from '../../../shared/domain/petition.ts'
import { MEET_EVERY_DAYS, meetingReminder } from '../../../shared/rules/coordination.ts'
import { type Desk, today } from '../desk.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { MeetingDecisionTable, MeetingTable } from '../store/schema.ts'
import { toDocumentLine } from './document-line.ts'
import { meetingHistory } from './meeting-history.ts'
import { LINE_COLUMNS, type PetitionLine, toLine } from './petition-line.ts'
import { lineContext } from './petition-view.ts'

export type MeetingView = Answer<'meetings.open'>
type MeetingList = Answer<'meetings.list'>

/** Years of meetings fit in a list; what is older is found in its minutes. */
const LISTED = 200

export async function findMeeting(desk: Desk, id: string): Promise<MeetingTable> {
  const row = await desk.store.reader.db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这次会议，请返回列表重新选择。')
  return row
}

export async function listMeetings(desk: Desk, listed: number = LISTED): Promise<MeetingList> {
  const { db } = desk.store.reader
  const rows = await db
    .selectFrom('meeting')
    .selectAll()
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(listed)
    .execute()
  const decisions = await db
    .selectFrom('meeting_decision')
    .selectAll()
    .where(
      'meeting',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  const matters = await db
    .selectFrom('meeting_matter')
    .select(['meeting', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('meeting')
    .execute()
  const titleOf = new Map(rows.map(({ id, title }) => [id, title]))
  return {
    meetings: rows.map((row) =>
      toMeetingLine(
        desk,
        row,
        matters.find(({ meeting }) => meeting === row.id)?.count ?? 0,
        decisions.filter(({ meeting }) => meeting === row.id),
      ),
    ),
    reminders: await remindersOf(desk, rows),
    open: decisions
      .filter(({ done_on }) => done_on === null)
      .sort((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0))
      .map((row) => ({
        ...toDecision(desk, row),
        meeting: row.meeting,
        meetingTitle: titleOf.get(row.meeting) ?? '',
      })),
  }
}

async function remindersOf(desk: Desk, rows: readonly MeetingTable[]): Promise<string[]> {
  const { count: waiting } = await desk.store.reader.db
    .selectFrom('collected')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('meeting', 'is', null)
    .executeTakeFirstOrThrow()
  const every = desk.ledger.office().settings.meetingEveryDays ?? MEET_EVERY_DAYS
  const remind = (kind: MeetingKind) =>
    meetingReminder(
      kind,
      {
        lastOn: rows.find((row) => row.kind === kind && row.state === 'held')?.on_day ?? null,
        // The list is newest first: the last planned one is the nearest.
        nextOn: rows.findLast((row) => row.kind === kind && row.state === 'planned')?.on_day ?? null,
        waiting,
      },
      today(desk),
      every,
    )
  return [remind('coordination'), remind('dispatch')].filter((sentence) => sentence !== null)
}

function toMeetingLine(
  desk: Desk,
  row: MeetingTable,
  matters: number,
  decisions: readonly MeetingDecisionTable[],
): MeetingList['meetings'][number] {
  const open = decisions.filter(({ done_on }) => done_on === null)
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    on: row.on_day,
    time: row.time,
    place: row.place,
    chair: row.chair,
    leadUnit: row.lead_unit,
    assistUnits: readStrings(row.assist_units),
    matters,
    decisions: decisions.length,
    openDecisions: open.length,
    lateDecisions: open.filter(({ due_on }) => due_on < today(desk)).length,
  }
}

function toDecision(desk: Desk, row: MeetingDecisionTable): MeetingView['decided'][number] {
  return {
    ordinal: row.ordinal,
    petition: row.petition,
    unit: row.unit,
    what: row.what,
    dueOn: row.due_on,
    level: row.level,
    doneOn: row.done_on,
    result: row.result,
    late: row.done_on === null && row.due_on < today(desk),
  }
}

export async function viewMeeting(desk: Desk, id: string): Promise<MeetingView> {
  const { db } = desk.store.reader
  const row = await findMeeting(desk, id)
  const matters = await db
    .selectFrom('meeting_matter')
    .selectAll()
    .where('meeting', '=', id)
    .orderBy('ordinal')
    .execute()
  const decisions = await db
    .selectFrom('meeting_decision')
    .selectAll()
    .where('meeting', '=', id)
    .orderBy('ordinal')
    .execute()
  const document =
    row.document === null
      ? undefined
      : await db.selectFrom('document').selectAll().where('id', '=', row.document).executeTakeFirst()
  const lines = await linesOf(
    desk,
    matters.map(({ petition }) => petition),
  )
  return {
    ...toMeetingLine(desk, row, matters.length, decisions),
    agenda: readStrings(row.agenda),
    attendees: row.attendees,
    absent: row.absent,
    minutes: row.minutes,
    reason: row.reason,
    items: matters.flatMap(({ petition, collected_as, reason }) => {
      const line = lines.get(petition)
      return line === undefined ? [] : [{ line, as: collected_as, reason }]
    }),
    decided: decisions.map((each) => toDecision(desk, each)),
    history: await meetingHistory(desk, id),
    document: document === undefined ? null : toDocumentLine(document, desk),
  }
}

/** Lines of these petitions by number, in as many statements as SQLite takes names at once. */
export async function linesOf(
  desk: Desk,
  numbers: readonly PetitionNumber[],
): Promise<ReadonlyMap<string, PetitionLine>> {
  const context = lineContext(desk)
  const lines = new Map<string, PetitionLine>()
  for (let from = 0; from < numbers.length; from += 500) {
    const rows = await desk.store.reader.db
      .selectFrom('petition')
      .select(LINE_COLUMNS)
      .where('number', 'in', numbers.slice(from, from + 500))
      .execute()
    for (const row of rows) lines.set(row.number, toLine(row, context))
  }
  return lines
}
