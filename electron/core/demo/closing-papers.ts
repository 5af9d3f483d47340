import { DeskError } from '../../../shared/contract/errors.ts'
import { type Day, yearOf } from '../../../shared/domain/day.ts'
import { type PeriodKind, periodOf } from '../../../shared/rules/reports/periods.ts'
import type { Desk, Me } from '../desk.ts'
import { issueVolume } from '../issuing/archive-list-paper.ts'
import type { RunningJob } from '../jobs.ts'
import { issueReport } from '../reports/issue-report.ts'
import type { ReportAsked } from '../reports/make-report.ts'
import { semesterTable } from '../reports/semesters.ts'
import { all } from '../store/connection.ts'

const UNSEEN: RunningJob = {
  signal: new AbortController().signal,
  report: () => Promise.resolve(),
}

const REPORTS: readonly (readonly [report: ReportAsked['report'], period: PeriodKind])[] = [
  ['semester-summary', 'semester'],
  ['operation-report', 'semester'],
  ['period-summary', 'week'],
  ['dispatch-list', 'week'],
  ['bulletin', 'week'],
  ['assessment', 'month'],
]

/** One of every report, and the list of what was archived, as the clerk hands them in at the end. */
export async function issueClosingPapers(desk: Desk, until: Day, clerk: Me): Promise<void> {
  const semesters = await semesterTable(desk)
  for (const [report, kind] of REPORTS) {
    const period = periodOf(kind, until, semesters).id
    const asked = { report, period, unit: null, grouping: 'channel', opening: null, closing: null } as const
    try {
      await issueReport(desk, clerk, asked, UNSEEN)
    } catch (error) {
      // A very large store has reports that are too long for Word; they are made as Excel.
      if (!(error instanceof DeskError)) throw error
    }
  }
  const archived = all<{ retention: '永久' | '30年' | '10年'; on: Day }>(
    desk.store.reader.raw,
    `select json_extract(follow_up, '$.archive.retention') as retention, archived_on as "on" from petition
      where archived_on is not null order by archived_on desc limit 1`,
  )
  for (const { retention, on } of archived) {
    await desk.ledger.change((change) => issueVolume(change, desk, clerk, { year: yearOf(on), retention }))
  }
}
