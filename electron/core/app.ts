import { randomInt } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Call, CoreEvent } from '../../shared/contract/call.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import { backupInTheEvening, backupOnClose } from './backup.ts'
import type { Surroundings } from './desk.ts'
import { createDispatch } from './dispatch.ts'
import { createHandlers } from './handlers/index.ts'
import { openLog } from './log.ts'
import { discardWork, sweepOpened } from './printing/left-papers.ts'
import { createSession, type Session } from './session.ts'
import { takeOwnerLock } from './store/owner-lock.ts'

export type AppOptions = {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly emit: (event: CoreEvent) => void
} & Partial<Pick<Surroundings, 'clock' | 'randomCode' | 'log' | 'passwordCost'>>

export type App = {
  readonly call: Call
  /** For programs that work on the same core without a window. */
  readonly session: Session
  close(): Promise<void>
}

const EVERY_TEN_MINUTES = 600_000

/** The whole application. Rejects with a DeskError when the data folder cannot be used. */
export async function createApp(options: AppOptions): Promise<App> {
  prepareFolder(options.dataDir)
  const lock = takeOwnerLock(options.dataDir)
  try {
    const surroundings: Surroundings = {
      clock: Date.now,
      randomCode,
      log: options.log ?? openLog(options.dataDir),
      passwordCost: 16,
      ...options,
    }
    const sweep = () => sweepOpened(options.dataDir, surroundings.clock())
    discardWork(options.dataDir)
    sweep()
    const session = createSession(surroundings)
    const evenings = setInterval(() => {
      sweep()
      void backupInTheEvening(session, surroundings)
    }, EVERY_TEN_MINUTES)
    evenings.unref()
    let closing: Promise<void> | null = null
    const closeOnce = async () => {
      clearInterval(evenings)
      try {
        await backupOnClose(session, surroundings)
        await session.close()
      } finally {
        lock.release()
      }
    }
    const call = createDispatch(createHandlers(), session, surroundings.log)
    return {
      call,
      session,
      close: () => {
        closing ??= closeOnce()
        return closing
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function prepareFolder(dataDir: string): void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK)
  } catch {
    throw new DeskError(
      'unavailable',
      `数据文件夹 ${dataDir} 不能建立或不可写，请检查路径、磁盘和权限后再打开。`,
      [],
    )
  }
}

/** One after the other: Node's own recursive way never comes back where nothing can be made, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder)
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

function randomCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
