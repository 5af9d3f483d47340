// Runs on Node 20 and newer, before anything is installed: node:* only.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// Not import.meta.dirname: the first releases of Node 20 do not have it.
const here = path.dirname(fileURLToPath(import.meta.url))
export const root = path.resolve(here, '../..')

/** Thrown for what a person can mend; its message is one Chinese sentence. */
export class LaunchError extends Error {}

/** One line for the person at the terminal. On stderr: what a program reads from stdout stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Whether the file is the program being run, and not imported by another. */
export function isProgram(url) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url)
}

/** Runs a launch program: a LaunchError is its sentence on stderr, everything else is a bug and shows its stack. */
export async function launch(program) {
  try {
    process.exitCode = await program()
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

/** The Node that comes with the project, or null where there is no package of it for this machine. */
function pinnedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const found = path.join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', file)
  return existsSync(found) ? found : null
}

/** The Node that may load the store: older ones crash in its native part. */
export function projectNode() {
  const pinned = pinnedNode()
  if (pinned !== null) return pinned
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  throw new LaunchError(
    `本机（${process.platform}-${process.arch}）没有随项目提供的 Node，需要先安装 Node 22.12 或更高版本（当前为 ${process.versions.node}）。`,
  )
}

/** Node keeps what it compiled beside what was built: a program of a thousand small files starts in half the time. */
export function environment() {
  return { ...process.env, NODE_COMPILE_CACHE: path.join(root, '.build/compile-cache') }
}

/** SIGHUP is the terminal window being closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program to its end and answers its exit code; signals sent to us are passed on to it. */
export async function run(file, args, options = {}) {
  const child = spawn(file, args, { cwd: root, stdio: 'inherit', env: environment(), ...options })
  const passOn = (signal) => child.kill(signal)
  for (const signal of SIGNALS) process.on(signal, passOn)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)))
    })
  } finally {
    for (const signal of SIGNALS) process.off(signal, passOn)
  }
}
