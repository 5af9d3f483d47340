import { type SpawnSyncOptions, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type LaunchOptions } from 'playwright'
import { underLock } from './lock.ts'

type Program = { readonly file: string; readonly env: Readonly<Record<string, string>> }

const root = path.resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0

const SYSTEM_PROGRAMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
]

/** Nothing of this leaves the machine; a closed network is asked for nothing. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium for a test: the one from npm, the system's, or one that is fetched now. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const { file, env } = await chromiumProgram()
  return chromium.launch({
    ...options,
    executablePath: file,
    args: [...ARGUMENTS, ...(isRoot ? ['--no-sandbox'] : []), ...(options.args ?? [])],
    // Without a UTF-8 locale Chromium calls every Chinese file `download`.
    env: { ...definedEnvironment(), LC_ALL: 'C.UTF-8', ...env },
  })
}

let chosen: Promise<Program> | null = null

/** The program to start, chosen once per process and got by one process at a time. */
export function chromiumProgram(): Promise<Program> {
  chosen ??= underLock('chromium', () => {
    const program = fromNpm() ?? fromSystem() ?? fetched()
    if (program === null) {
      throw new Error(
        '没有可用的 Chromium：请安装系统的 chromium（Debian：apt-get install chromium），或运行 npx playwright install chromium。',
      )
    }
    needChineseFonts()
    return program
  })
  return chosen
}

/** The package unpacks into the temporary folder; giving it one of our own keeps half of it from being used. */
function fromNpm(): Program | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const folder = path.join(root, '.build/chromium')
  const file = path.join(folder, 'chromium')
  if (!existsSync(file)) {
    const fresh = `${folder}.new`
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { recursive: true })
    const unpack = `import('@sparticuz/chromium').then((each) => each.default.executablePath())`
    // VERCEL makes it unpack the libraries that bare machines lack, too.
    const env = { ...process.env, TMPDIR: fresh, VERCEL: '1' }
    if (spawnSync(process.execPath, ['-e', unpack], { cwd: root, env, stdio: 'ignore' }).status !== 0)
      return null
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
  }
  return working(file) ?? working(file, { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') })
}

function fromSystem(): Program | null {
  for (const file of [...SYSTEM_PROGRAMS, chromium.executablePath()]) {
    const found = existsSync(file) ? working(file) : null
    if (found !== null) return found
  }
  return null
}

function fetched(): Program | null {
  if (isRoot && aptInstall('chromium')) return fromSystem()
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])
  return fromSystem()
}

function working(file: string, env: Readonly<Record<string, string>> = {}): Program | null {
  const { status } = spawnSync(file, ['--version'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: 20_000,
  })
  return status === 0 ? { file, env } : null
}

/** Without them every Chinese character in a picture is an empty box; nothing else depends on it. */
function needChineseFonts(): void {
  if (process.platform !== 'linux') return
  const { stdout, status } = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' })
  if (status === 0 && stdout.trim() !== '') return
  if (isRoot && aptInstall('fonts-noto-cjk')) return
  process.stderr.write('注意：本机没有中文字体，截图中的汉字会是空框；可安装 fonts-noto-cjk。\n')
}

function aptInstall(name: string): boolean {
  const install = () => run('apt-get', ['install', '--yes', '--no-install-recommends', name])
  return install() || (run('apt-get', ['update']) && install())
}

function run(file: string, args: readonly string[], options: SpawnSyncOptions = {}): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync(file, args, { cwd: root, env, stdio: 'ignore', timeout: 300_000, ...options })
  return status === 0
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
