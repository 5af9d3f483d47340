import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from '../../../shared/contract/api.ts'
import { addDays, instantOf, yearOf } from '../../../shared/domain/day.ts'
import { backUp, lastBackupAt } from '../backup.ts'
import { type Desk, type Me, today } from '../desk.ts'
import type { Handlers } from '../dispatch.ts'
import type { RunningJob } from '../jobs.ts'
import { one } from '../store/connection.ts'
import { openStore } from '../store/database.ts'
import { chainProblems, differences, rebuild } from '../store/rebuild.ts'
import { receptionWaiting } from '../views/reception-waiting.ts'
import { seriesProblems } from '../views/series-view.ts'
import { chasingCount } from './chasing-board.ts'
import { acknowledgedTo, unsentEntries } from './petition-today.ts'
import { countsOf } from './review-handlers.ts'

type DeskMethod = Extract<keyof Handlers, `desk.${string}`>

/** A month before the year ends is late enough to warn that the next one is missing. */
const WARN_DAYS_AHEAD = 40
const BACKUP_LATE_MS = 2 * 86_400_000

/** The state of the desk itself: what the status bar says, backup, and the check of everything. */
export const deskHandlers: Pick<Handlers, DeskMethod> = {
  'desk.status': (_, { desk, me }) => statusOf(desk, me),
  'desk.backup': (_, { desk }) => ({ file: backUp(desk) }),
  'desk.verify': ({ job }, { desk }) => desk.jobs.run(job, (running) => verifyDesk(desk, running)),
}

function statusOf(desk: Desk, me: Me): Answer<'desk.status'> {
  const { clock, dataDir } = desk.surroundings
  const unsent = unsentEntries(desk)
  const { raw } = desk.store.reader
  const archive = raw.prepare("select value from secret where name = 'archive-url'").get()
  const refused = one<{ reason: string } | undefined>(
    raw,
    "select reason from batch where state = 'refused' order by number limit 1",
  )
  const lastBackup = lastBackupAt(dataDir)
  const day = today(desk)
  const years = desk.ledger
    .office()
    .calendar.years.filter((year) => !year.provisional)
    .map((year) => year.year)
  const needed = yearOf(addDays(day, WARN_DAYS_AHEAD))
  return {
    waiting: {
      today: dueToday(desk),
      review: countsOf(desk, day, me.name).unread,
      chase: chasingCount(desk, me),
      reception: receptionWaiting(desk, me),
      archive: unsent.count,
    },
    backup: {
      lastAt: lastBackup === null ? null : instantOf(lastBackup),
      problem:
        lastBackup === null
          ? '还没有备份，请点击立即备份'
          : clock() - lastBackup > BACKUP_LATE_MS
            ? '备份已超过两天，请点击立即备份'
            : null,
    },
    archive: {
      lastAcknowledged: lastAcknowledged(desk),
      unsent: unsent.count,
      oldestUnsentAt: unsent.oldestAt === null ? null : instantOf(Date.parse(unsent.oldestAt)),
      configured: archive !== undefined,
      problem: refused
        ? refused.reason
        : archive === undefined
          ? '还没有设置归档去向，请在“归档同步”中设置'
          : null,
    },
    calendar: { knownYears: years, missingYear: years.includes(needed) ? null : needed },
  }
}

function dueToday({ store, surroundings: { clock } }: Desk): number {
  const day = new Date(clock() + 8 * 3_600_000).toISOString().slice(0, 10)
  const row = one<{ n: number }>(
    store.reader.raw,
    `select count(*) as n from (select 1 from petition where due_on is not null and due_on <= ?
       and state in ('registered', 'handling', 'transferred', 'submitted', 'assigned') limit 1000)`,
    day,
  )
  return row.n
}

function lastAcknowledged(desk: Desk): number | null {
  const row = one<{ n: number | null }>(
    desk.store.reader.raw,
    'select max(number) as n from batch where to_seq <= cast(? as integer)',
    acknowledgedTo(desk),
  )
  return row.n
}

/** Trusts nothing: recomputes the whole chain, then folds a copy anew and compares every row with the rows in use. */
export async function verifyDesk(
  desk: Desk,
  running: RunningJob,
): Promise<{ entries: number; problems: string[] }> {
  const count = one<{ n: number }>(desk.store.reader.raw, 'select count(*) as n from journal')
  await running.report('核对日志的哈希链', 0, count.n)
  const problems = chainProblems(desk.store)
  if (problems.length > 0) return { entries: count.n, problems }
  const folder = mkdtempSync(path.join(desk.surroundings.dataDir, 'verify-'))
  try {
    await running.report('复制数据', 0, null)
    const file = path.join(folder, 'copy.db')
    desk.store.copyTo(file)
    await running.report('按日志重建', 0, count.n)
    const copy = await openStore(file, desk.key)
    try {
      await rebuild(copy)
    } finally {
      await copy.close()
    }
    await running.report('逐表比对', count.n, count.n)
    problems.push(...differences(desk.store, { file, key: desk.key }), ...seriesProblems(desk))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { entries: count.n, problems }
}
