import { spawn } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { projectNode, root, say } from './machine.mjs'

const packageFolder = path.join(root, 'node_modules/electron')
const failedFile = path.join(root, '.build/electron-not-available.json')

/** A slow line may take its time, a dead one may not. */
const STALLED_MS = 8_000
const LONGEST_MS = 10 * 60_000
const TRY_AGAIN_AFTER_MS = 24 * 3_600_000

/** Electron's program file: the one that is here, or after a bounded try to download it; else null. */
export async function electronProgram() {
  const here = installedProgram()
  if (here !== null) return here
  if (failedLately() || !isWritable(packageFolder)) return null
  say('正在下载 Electron（约 120 MB，下载不动时自动改用浏览器）……')
  await download()
  const fresh = installedProgram()
  if (fresh === null) rememberFailure()
  return fresh
}

/** The package's own file names, as its index.js reads them; importing that would start a download. */
function installedProgram() {
  const named = readText(path.join(packageFolder, 'path.txt'))
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return existing(path.join(override, named ?? 'electron'))
  const version = readText(path.join(packageFolder, 'dist/version'))?.trim().replace(/^v/, '')
  if (named === null || version !== electronVersion()) return null
  return existing(path.join(packageFolder, 'dist', named))
}

/** Ends when the package's own downloader does, or when nothing has arrived for a while. */
function download() {
  const folder = path.join(root, '.build/electron-download')
  mkdirSync(folder, { recursive: true })
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, ELECTRON_GET_NO_PROGRESS: '1' }
  const child = spawn(projectNode(), [path.join(packageFolder, 'install.js')], { env, stdio: 'ignore' })
  const startedAt = Date.now()
  let seen = { bytes: 0, at: startedAt }

  const watch = setInterval(() => {
    const bytes = bytesUnder(folder)
    if (bytes !== seen.bytes) seen = { bytes, at: Date.now() }
    const unpacking = existsSync(path.join(packageFolder, 'dist'))
    const stalled = Date.now() - seen.at > STALLED_MS && !unpacking
    if (stalled || Date.now() - startedAt > LONGEST_MS) child.kill()
  }, 500)

  return new Promise((resolve) => {
    child.once('error', resolve)
    child.once('close', resolve)
  }).finally(() => {
    clearInterval(watch)
    rmSync(folder, { recursive: true, force: true })
  })
}

function bytesUnder(folder) {
  try {
    return readdirSync(folder, { recursive: true }).reduce(
      (sum, name) => sum + statSync(path.join(folder, name)).size,
      0,
    )
  } catch {
    // A file that was moved away while we looked: it counts at the next look.
    return -1
  }
}

function failedLately() {
  const failed = JSON.parse(readText(failedFile) ?? 'null')
  return failed?.version === electronVersion() && Date.now() - failed.at < TRY_AGAIN_AFTER_MS
}

function rememberFailure() {
  mkdirSync(path.dirname(failedFile), { recursive: true })
  writeFileSync(failedFile, JSON.stringify({ version: electronVersion(), at: Date.now() }))
}

function electronVersion() {
  return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function existing(file) {
  return existsSync(file) ? file : null
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
