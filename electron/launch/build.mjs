// `npm run build`: the window and the shells, into .build; does nothing when nothing has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { isProgram, LaunchError, launch, projectNode, root, run, say } from './machine.mjs'

const stampFile = path.join(root, '.build/stamp.json')

/** What each half is made of. `made` is the file whose absence means that it was never built. */
const halves = {
  renderer: { from: ['renderer', 'shared', 'resources/icons/window'], made: 'renderer/index.html' },
  electron: { from: ['electron', 'shared'], made: 'electron/main.cjs' },
}

/** Builds what has changed since the last time. */
export async function ensureBuilt() {
  const stamp = readStamp()
  const now = { renderer: fingerprint(halves.renderer.from), electron: fingerprint(halves.electron.from) }
  const stale = Object.keys(halves).filter(
    (half) => stamp[half] !== now[half] || !existsSync(path.join(root, '.build', halves[half].made)),
  )
  if (stale.length === 0) return

  say('正在构建程序……')
  const code = await run(projectNode(), ['electron/launch/bundle.mjs', ...stale], {
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0) throw new LaunchError('程序构建失败，原因见上方；改正后重试。')
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify(now))
}

function fingerprint(folders) {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'package.json', ...folders.flatMap(filesUnder)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

if (isProgram(import.meta.url)) {
  await launch(async () => {
    await ensureInstalled()
    await ensureBuilt()
    return 0
  })
}
