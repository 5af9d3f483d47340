import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run } from '../../../electron/cli/run.ts'
import { openTerminal } from '../../../electron/cli/terminal.ts'

const MAIN = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))
export const PASSWORD = 'a-terminal-password'

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** The terminal program as a process of its own, without a terminal. */
export function desk(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { env = {}, input = '' } = options
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, DESK_PASSWORD: PASSWORD, ...env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    stdio: 'pipe',
  })
  child.stdin.end(input)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
}

/** The same without the cost of a process. */
export function deskHere(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return run(args, openTerminal({ DESK_PASSWORD: PASSWORD, ...env }))
}

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly cwd?: string
}

/** What it printed for a program; fails with what it said when it failed. */
export async function answerOf<T>(
  args: readonly string[],
  runIt: (args: readonly string[]) => Promise<Ran> = deskHere,
): Promise<T> {
  const ran = await runIt([...args, '--json'])
  if (ran.code !== 0) throw new Error(`${args[0]} ended with ${ran.code}: ${ran.stderr}`)
  return JSON.parse(ran.stdout) as T
}
