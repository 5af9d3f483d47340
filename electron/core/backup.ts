import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../../shared/contract/errors.ts'
import {
  addDays,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  type Instant,
  instantOf,
  isDay,
  timeOf,
  weekday,
} from '../../shared/domain/day.ts'
import type { Desk, Surroundings } from './desk.ts'
import type { Session } from './session.ts'
import { all, one, openConnection, type SqliteConnection } from './store/connection.ts'

const NAME = /^desk-(\d{4}-\d{2}-\d{2})\.db$/

/** A verified, still encrypted copy, one a day: today's is replaced. Returns its path. */
export function backUp(desk: Desk): string {
  const { dataDir, clock } = desk.surroundings
  const folder = path.join(dataDir, 'backup')
  mkdirSync(folder, { recursive: true })
  const day = dayOf(instantOf(clock()))
  const file = path.join(folder, `desk-${day}.db`)
  const fresh = `${file}.new`
  rmSync(fresh, { force: true })
  desk.store.copyTo(fresh)
  verifyCopy(fresh, desk)
  renameSync(fresh, file)
  discardOld(folder, day)
  return file
}

function verifyCopy(file: string, desk: Desk): void {
  const copy = openConnection(file, desk.key, { readonly: true })
  try {
    const sound = copy.pragma('quick_check', { simple: true }) === 'ok'
    const count = 'select count(*) as n from journal'
    const same = one<{ n: number }>(copy, count).n <= one<{ n: number }>(desk.store.reader.raw, count).n
    if (!sound || !same) throw new DeskError('unavailable', '备份后的复查没有通过，请检查磁盘后重新备份。')
  } finally {
    copy.close()
  }
}

/** Keeps seven days, four weeks (Sundays' last) and twelve months. */
function discardOld(folder: string, today: Day): void {
  const days = backupDays(folder)
  const kept = new Set(days.slice(0, 7))
  const keepOnePer = (limit: number, period: (day: Day) => string) => {
    const seen = new Set<string>()
    for (const day of days) {
      const key = period(day)
      if (seen.has(key)) continue
      seen.add(key)
      if (seen.size > limit) return
      kept.add(day)
    }
  }
  keepOnePer(4, (day) => String(dayFromNumber(dayNumber(day) - weekday(day))))
  keepOnePer(12, (day) => day.slice(0, 7))
  kept.add(today)
  for (const day of days) if (!kept.has(day)) rmSync(path.join(folder, `desk-${day}.db`), { force: true })
}

function backupDays(folder: string): Day[] {
  return readdirSync(folder)
    .map((name) => NAME.exec(name)?.[1] ?? '')
    .filter(isDay)
    .sort((a, b) => (a < b ? 1 : -1))
}

/** When the newest copy was made; null when there is none. */
export function lastBackupAt(dataDir: string): number | null {
  const folder = path.join(dataDir, 'backup')
  try {
    const [newest] = backupDays(folder)
    return newest === undefined ? null : statSync(path.join(folder, `desk-${newest}.db`)).mtimeMs
  } catch {
    return null
  }
}

type Head = { readonly seq: number; readonly hash: string }

/**
 * Whether today's copy holds all there is already. Somebody's signing in is no reason for another: every terminal
 * command does, and each would copy the whole store.
 */
export function isInTodaysBackup(desk: Desk): boolean {
  const { dataDir, clock } = desk.surroundings
  const file = path.join(dataDir, 'backup', `desk-${dayOf(instantOf(clock()))}.db`)
  if (!existsSync(file)) return false
  const { raw } = desk.store.reader
  const { code } = desk.station
  let copy: SqliteConnection | undefined
  try {
    copy = openConnection(file, desk.key, { readonly: true })
    const last = 'select seq, hash from journal where station = ? order by seq desc limit 1'
    const head = one<Head | undefined>(copy, last, code)
    const same = 'select 1 from journal where station = ? and seq = cast(? as integer) and hash = ?'
    const since = `select 1 from journal where station = ? and seq > cast(? as integer) and kind <> 'account.signed-in'`
    // A store put back from an older copy has fewer entries than today's, or others.
    return (
      head !== undefined &&
      one(raw, same, code, head.seq, head.hash) !== undefined &&
      one(raw, since, code, head.seq) === undefined &&
      draftsOf(raw) === draftsOf(copy)
    )
  } catch {
    // A copy that cannot be read is none.
    return false
  } finally {
    copy?.close()
  }
}

/** What is typed but not saved is in no journal. */
function draftsOf(db: SqliteConnection): string {
  return JSON.stringify(all(db, 'select id, saved_at from draft order by id'))
}

/** Closing must never hang on a full disk: what went wrong is logged and shown at the next start by its age. */
export async function backupOnClose(session: Session, { log }: Surroundings): Promise<void> {
  try {
    const desk = session.desk()
    if (!isInTodaysBackup(desk)) backUp(desk)
  } catch (error) {
    if (!(error instanceof DeskError)) log('backup failed', error)
  }
}

const EVENING = '18:00'

/** Is the day's work over and not backed up yet? A desk that is never closed must not go without. */
export function eveningBackupDue(now: Instant, lastBackup: Instant | null, lastEntry: Instant): boolean {
  const evening = timeOf(now) >= EVENING ? dayOf(now) : addDays(dayOf(now), -1)
  const covered = (at: Instant) => dayOf(at) > evening || (dayOf(at) === evening && timeOf(at) >= EVENING)
  if (lastBackup !== null && covered(lastBackup)) return false
  return lastBackup === null || lastEntry > lastBackup
}

/** Looked at every few minutes while the program runs. */
export async function backupInTheEvening(session: Session, surroundings: Surroundings): Promise<void> {
  try {
    const desk = session.desk()
    const last = lastBackupAt(surroundings.dataDir)
    const entry = one<{ at: Instant }>(desk.store.reader.raw, 'select max(at) as at from journal')
    if (eveningBackupDue(instantOf(surroundings.clock()), last === null ? null : instantOf(last), entry.at)) {
      backUp(desk)
    }
  } catch (error) {
    if (!(error instanceof DeskError)) surroundings.log('evening backup failed', error)
  }
}
