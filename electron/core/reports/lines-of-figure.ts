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
  shown: number = SHOWN,
): Promise<Answer<'reports.lines'>> {
  const at = countedAt(desk)
  const rids: number[] = []
  for await (const chunk of countedPetitions(desk, period, running, '正在查找')) {
    for (const petition of chunk) if (selects(selection, petition, at)) rids.push(petition.rid)
  }
  const context = lineContext(desk)
  const lines: Answer<'reports.lines'>['lines'] = []
  const newest = rids.slice(-shown).toSorted((a, b) => b - a)
  // As many at a time as SQLite takes names in one statement.
  for (let from = 0; from < newest.length; from += SHOWN) {
    const rows = await desk.store.reader.db
      .selectFrom('petition')
      .select(LINE_COLUMNS)
      .where('rid', 'in', newest.slice(from, from + SHOWN))
      .orderBy('rid', 'desc')
      .execute()
    lines.push(...rows.map((row) => toLine(row, context)))
  }
  return { lines, total: rids.length }
}
