import type { Answer } from '../../../shared/contract/api.ts'
import { DeskError } from '../../../shared/contract/errors.ts'
import { OPEN_STATES } from '../../../shared/domain/petition.ts'
import { type Desk, today } from '../desk.ts'
import { readStrings } from '../store/petition-codec.ts'
import type { CampaignStepTable, CampaignTable } from '../store/schema.ts'
import { toDocumentLine } from './document-line.ts'

export type CampaignView = Answer<'campaigns.open'>
type CampaignLine = Answer<'campaigns.list'>[number]

export async function findCampaign(desk: Desk, id: string): Promise<CampaignTable> {
  const row = await desk.store.reader.db
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DeskError('notFound', '没有这项专项治理，请返回列表重新选择。')
  return row
}

export async function listCampaigns(desk: Desk): Promise<CampaignLine[]> {
  const { db } = desk.store.reader
  const rows = await db.selectFrom('campaign').selectAll().orderBy('from_on', 'desc').orderBy('id').execute()
  const steps = await db.selectFrom('campaign_step').selectAll().execute()
  const lines: CampaignLine[] = []
  for (const row of rows) {
    const own = steps.filter(({ campaign }) => campaign === row.id)
    lines.push(await toCampaignLine(desk, row, own))
  }
  // What still runs comes first.
  return lines.sort((a, b) => Number(a.finishedOn !== null) - Number(b.finishedOn !== null))
}

async function toCampaignLine(
  desk: Desk,
  row: CampaignTable,
  steps: readonly CampaignStepTable[],
): Promise<CampaignLine> {
  const states = await memberStates(desk, readStrings(row.groups))
  return {
    id: row.id,
    title: row.title,
    leadUnit: row.lead_unit,
    fromOn: row.from_on,
    toOn: row.to_on,
    steps: steps.length,
    doneSteps: steps.filter(({ done_on }) => done_on !== null).length,
    lateSteps: row.finished_on === null ? steps.filter((step) => isLate(desk, step)).length : 0,
    petitions: states.length,
    settledPetitions: states.filter((state) => !OPEN_STATES.includes(state)).length,
    finishedOn: row.finished_on,
  }
}

function isLate(desk: Desk, { done_on, due_on }: CampaignStepTable): boolean {
  return done_on === null && due_on < today(desk)
}

/** A petition in two of its groups counts once. */
async function memberStates(desk: Desk, groups: readonly string[]) {
  if (groups.length === 0) return []
  const rows = await desk.store.reader.db
    .selectFrom('problem_group_member')
    .innerJoin('petition', 'petition.number', 'problem_group_member.petition')
    .select(['petition.number', 'petition.state'])
    .distinct()
    .where('group_id', 'in', groups)
    .where('answer', '=', 'in')
    .execute()
  return rows.map(({ state }) => state)
}

export async function viewCampaign(desk: Desk, id: string): Promise<CampaignView> {
  const { db } = desk.store.reader
  const row = await findCampaign(desk, id)
  const steps = await db
    .selectFrom('campaign_step')
    .selectAll()
    .where('campaign', '=', id)
    .orderBy('ordinal')
    .execute()
  const notes = await db
    .selectFrom('campaign_note')
    .selectAll()
    .where('campaign', '=', id)
    .orderBy('ordinal')
    .execute()
  const document =
    row.document === null
      ? undefined
      : await db.selectFrom('document').selectAll().where('id', '=', row.document).executeTakeFirst()
  return {
    ...(await toCampaignLine(desk, row, steps)),
    background: row.background,
    goal: row.goal,
    assistUnits: readStrings(row.assist_units),
    groups: await groupsOf(desk, readStrings(row.groups)),
    plan: steps.map((step) => ({
      what: step.what,
      unit: step.unit,
      dueOn: step.due_on,
      doneOn: step.done_on,
      result: step.result,
      late: isLate(desk, step),
    })),
    notes: notes.map((note) => ({ on: note.on_day, by: desk.nameOf(note.written_by), text: note.text })),
    result: row.result,
    document: document === undefined ? null : toDocumentLine(document, desk),
  }
}

async function groupsOf(desk: Desk, ids: readonly string[]): Promise<CampaignView['groups']> {
  if (ids.length === 0) return []
  const rows = await desk.store.reader.db
    .selectFrom('problem_group')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .execute()
  const groups: CampaignView['groups'] = []
  for (const { id, title } of rows)
    groups.push({ id, title, petitions: (await memberStates(desk, [id])).length })
  return groups
}
