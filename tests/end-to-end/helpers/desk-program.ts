import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { builtProgram } from '../../helpers/built.ts'

const root = path.resolve(import.meta.dirname, '../../..')

export type DeskProgram = {
  readonly dataDir: string
  /** The address it printed; it serves once. */
  readonly url: string
  /** Ends the core with SIGKILL, as a crash would; the shell stays. Linux only. */
  readonly killCore: () => void
  readonly stop: () => Promise<void>
}

/** The browser shell as `npm start` would run it, on a store of its own. */
export async function startDesk(
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-day-')),
): Promise<DeskProgram> {
  await builtProgram()
  const shell = spawn(process.execPath, ['electron/loopback-main.ts', '--data', dataDir, '--no-open'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(shell)
  return {
    dataDir,
    url,
    killCore() {
      for (const pid of childrenOf(shell)) process.kill(pid, 'SIGKILL')
    },
    async stop() {
      const ended = new Promise((resolve) => shell.once('exit', resolve))
      shell.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function addressOf(shell: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (data: unknown) => {
      said += String(data)
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    shell.stdout?.on('data', hear)
    shell.stderr?.on('data', hear)
    shell.once('exit', () => reject(new Error(`the desk did not start: ${said}`)))
  })
}

function childrenOf({ pid }: ChildProcess): readonly number[] {
  if (pid === undefined) return []
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(/\s+/).map(Number)
}
