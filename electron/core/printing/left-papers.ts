import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** Papers lie here unencrypted while LibreOffice works on them. */
export function workFolder(dataDir: string): string {
  return path.join(dataDir, 'temp')
}

/** And here while Word or WPS has them open. */
export function openedFolder(dataDir: string): string {
  return path.join(dataDir, 'opened')
}

/** At the start of a core nothing of an earlier one is needed any more. */
export function discardWork(dataDir: string): void {
  discard(workFolder(dataDir))
}

const KEPT_MS = 24 * 60 * 60 * 1000

/** Those opened a day ago go, unless their program still holds them. */
export function sweepOpened(dataDir: string, now: number): void {
  for (const name of namesIn(openedFolder(dataDir))) {
    const old = path.join(openedFolder(dataDir), name)
    if (now - changedAt(old, now) > KEPT_MS) discard(old)
  }
}

function changedAt(place: string, now: number): number {
  try {
    return statSync(place).mtimeMs
  } catch {
    // Gone, or not ours to look at.
    return now
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Nothing was ever opened.
    return []
  }
}

/** What a program still holds stays, until the next time. */
export function discard(place: string): void {
  try {
    rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    // The next start, or the next look, tries again.
  }
}
