import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

export type Ended =
  | { readonly how: 'ended'; readonly code: number | null; readonly said: string }
  | { readonly how: 'notStarted' | 'tookTooLong' | 'stopped' }

type Options = {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd: string
  readonly longestMs: number
  readonly signal?: AbortSignal | undefined
}

/** Kept of what a program says; the rest is read and forgotten, so that it never waits for us. */
const MOST_SAID = 8_192
/** A program that was ended still holds its files for a moment; one that cannot be ended is not waited for. */
const GONE_MS = 5_000

/** Runs a program without a shell and ends it, with everything it has started, when it takes too long or is not wanted any more. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = {}, cwd, longestMs, signal }: Options,
): Promise<Ended> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve({ how: 'stopped' })
      return
    }
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // A group of its own: `soffice` is a script, and the program behind it must end with it.
      detached: process.platform !== 'win32',
    })
    let said = ''
    const hear = (piece: Buffer): void => {
      said = (said + piece.toString('utf8')).slice(-MOST_SAID)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    let ending: Ended | null = null
    const finish = (ended: Ended): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
      resolve(ended)
    }
    const stop = (): void => end('stopped')
    const end = (how: 'tookTooLong' | 'stopped'): void => {
      if (ending !== null) return
      ending = { how }
      endWithChildren(child)
      clearTimeout(timer)
      timer = setTimeout(() => finish({ how }), GONE_MS)
    }
    let timer = setTimeout(() => end('tookTooLong'), longestMs)
    signal?.addEventListener('abort', stop)
    child.once('error', () => finish({ how: 'notStarted' }))
    child.once('close', (code) => finish(ending ?? { how: 'ended', code, said }))
  })
}

function endWithChildren(child: ChildProcess): void {
  const { pid } = child
  if (pid === undefined) return
  if (process.platform === 'win32') {
    const taskkill = path.win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe')
    spawn(taskkill, ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).once(
      'error',
      () => child.kill('SIGKILL'),
    )
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
