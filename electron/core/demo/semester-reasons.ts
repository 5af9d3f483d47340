import { semesterOf } from '../../../shared/rules/semesters.ts'
import type { Desk, Me } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { semesterLines } from '../reports/semester-lines.ts'
import { semesterTable } from '../reports/semesters.ts'
import type { Semester } from './semesters.ts'

const UNSEEN: RunningJob = {
  signal: new AbortController().signal,
  report: () => Promise.resolve(),
}

/** The clerk has said why each unfinished matter is so, in both semesters: either summary can be handed in. */
export async function giveReasons(desk: Desk, semesters: readonly Semester[], clerk: Me): Promise<void> {
  const { saved, defaults } = await semesterTable(desk)
  for (const { to } of semesters) {
    const semester = semesterOf(to, saved, defaults).id
    const lines = await semesterLines(desk, { semester, unit: null, grouping: 'channel' }, UNSEEN)
    await desk.ledger.change(async ({ append }) => {
      for (const { number, finished, reason, suggestions } of lines) {
        if (finished) continue
        const body = { semester, reason: reason === '' ? (suggestions[0] ?? '') : reason }
        await append({ kind: 'petition.unfinished-explained', subject: number, actor: clerk.login, body })
      }
    })
  }
}
