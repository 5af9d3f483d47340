import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { DeskError } from '../../../shared/contract/errors.ts'
import { writeDurably } from './durable-file.ts'

export type OwnerLock = { release(): void }

/**
 * One process owns a data folder. The lock is an exclusive SQLite transaction on a file of its own: the operating
 * system lets go of it however the process ends, so it can never be left stale; the pid beside it is for the message.
 */
export function takeOwnerLock(dataDir: string): OwnerLock {
  const file = path.join(dataDir, 'desk.lock')
  const pidFile = path.join(dataDir, 'desk.pid')
  const lock = new Sqlite(file, { timeout: 0 })
  try {
    lock.pragma('locking_mode=EXCLUSIVE')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new DeskError(
      'unavailable',
      `这份数据已由另一个信访接待台窗口打开（进程 ${readOwner(pidFile)}），请先关闭那个窗口再打开。`,
    )
  }
  writeDurably(pidFile, String(process.pid))
  return {
    release: () => {
      rmSync(pidFile, { force: true })
      lock.exec('rollback')
      lock.close()
    },
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

function readOwner(pidFile: string): string {
  try {
    return readFileSync(pidFile, 'utf8').trim() || '未知'
  } catch {
    return '未知'
  }
}
