import type { Answer } from '../../../shared/contract/api.ts'
import { type Selection, selects } from '../../../shared/rules/reports/figures.ts'
import type { Period } from '../../../shared/rules/reports/periods.ts'
import type { Desk } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { LINE_COLUMNS, toLine } from '../views/petition-line.ts'
import { lineContext } from '../views/petition-view.ts'
import { countedAt, countedPetitions } from './counted.ts'

const SHOWN = 500

/** The petitions a figure counts, by the very question it was counted with; newest first, the first 500 with their lines. */
export async function linesOf(
  desk: Desk,
  period: Period,
  selection: Selection,
  running: RunningJob,
): Promise<Answer<'reports.lines'>> {
  const rids = await ridsOfFigure(desk, period, selection, running)
  const context = lineContext(desk)
  const newest = rids.slice(0, SHOWN)
  const rows = await desk.store.reader.db
    .selectFrom('petition')
    .select(LINE_COLUMNS)
    .where('rid', 'in', newest)
    .orderBy('rid', 'desc')
    .execute()
  return { lines: rows.map((row) => toLine(row, context)), total: rids.length }
}

/** Every petition the figure counts, the newest first. */
export async function ridsOfFigure(
  desk: Desk,
  period: Period,
  selection: Selection,
  running: RunningJob,
): Promise<number[]> {
  const at = countedAt(desk)
  const rids: number[] = []
  for await (const chunk of countedPetitions(desk, period, running, '正在查找')) {
    for (const petition of chunk) if (selects(selection, petition, at)) rids.push(petition.rid)
  }
  return rids.sort((a, b) => b - a)
}
