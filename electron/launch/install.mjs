import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LaunchError, root, run, say } from './machine.mjs'

/** Installs exactly what the lock file names, when something of it is missing. Silent otherwise. */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('正在安装所需的程序包，首次需要几分钟……')
  const code = await npmInstall()
  if (code !== 0 || !isInstalled()) {
    throw new LaunchError('程序包没有装全，请检查网络或 npm 镜像设置后重试（npm 的提示见上方）。')
  }
}

/**
 * Puts there what the lock file names and leaves the lock as it is. Not `npm ci`: it refuses a lock without the
 * optional packages of other systems, which not every registry offers. The versions are compared afterwards.
 */
function npmInstall() {
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  // The terminal's own output stays clean for programs that read it: npm talks on stderr.
  const options = { stdio: ['ignore', 2, 2] }
  const npm = process.env['npm_execpath']
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options)
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options)
}

/** npm keeps a lock of what it really put there; ours says what should be. Optional ones are for other machines. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (wanted === null) throw new LaunchError('缺少 package-lock.json 文件，请重新取得完整的程序后再试。')
  if (present === null) return false
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true
    const found = present[folder]
    if (found === undefined) return optional === true
    return found.version === version && existsSync(path.join(root, folder))
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}
