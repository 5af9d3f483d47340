import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Desk } from '../desk.ts'
import { openedFolder, sweepOpened } from '../printing/left-papers.ts'

/** What opens a file with the program the system has for it: Word, WPS or LibreOffice. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  win32: ['cmd', '/c', 'start', ''],
  darwin: ['open'],
  linux: ['xdg-open'],
}

/**
 * Writes the paper where Word can read it and opens it. False when there is nothing to open it with, as on a machine
 * without a desktop: the window then offers it as a download instead.
 */
export async function openInWord(desk: Desk, fileName: string, bytes: Uint8Array): Promise<boolean> {
  const opener = OPENERS[process.platform]
  if (!opener || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']))
    return false
  const { dataDir, clock } = desk.surroundings
  const folder = openedFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  sweepOpened(dataDir, clock())
  // A folder of its own: a file of that name may still be open in Word, which lets nobody else write it.
  const file = path.join(mkdtempSync(path.join(folder, 'paper-')), fileName)
  writeFileSync(file, bytes, { mode: 0o600 })
  const [command, ...options] = opener
  return new Promise((resolve) => {
    const child = spawn(command, [...options, file], { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
