import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

const MAX_BYTES = 1_000_000

/**
 * Bugs, for the administrator. Never a message of an error that may quote what was typed: only its kind, code and the
 * places of our own code it passed.
 */
export function openLog(dataDir: string): (event: string, error?: unknown) => void {
  const file = path.join(dataDir, 'log', 'desk.log')
  return (event, error) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true })
      rotate(file)
      appendFileSync(
        file,
        `${new Date().toISOString()} ${event}${error === undefined ? '' : ` ${describe(error)}`}\n`,
      )
    } catch {
      // A full or read-only disk must not turn a logged bug into a second one.
    }
  }
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(file, `${file}.1`)
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return `${error.name}${code}${frames
    .slice(0, 12)
    .map((line) => line.trim().replace(/\(.*[\\/]((?:electron|shared)[\\/])/, '($1'))
    .join(' | ')}`
}
