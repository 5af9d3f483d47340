// The browser shell as a program: the core in a child process, the window in the system's browser.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { forkCore } from './core-fork.ts'
import { CoreProcess } from './core-process.ts'
import { defaultDataFolder } from './data-folder.ts'
import { programBeside, programFolder } from './layout.ts'
import { Loopback } from './loopback.ts'

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
}

const root = programFolder(import.meta.url)
const { data, open } = readArguments()

const core = new CoreProcess({
  start: () =>
    forkCore(programBeside(import.meta.url, 'core-main'), [
      '--data',
      data,
      '--resources',
      path.join(root, 'resources'),
    ]),
  onEvent: (event) => loopback.emit(event),
})
const loopback = new Loopback(core.call, path.join(root, '.build/renderer'))

let stopping = false

void serve()

async function serve(): Promise<void> {
  const [problem] = await Promise.all([core.started, loopback.open()])
  if (problem === null) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
    showAddress()
    return
  }
  process.stderr.write(`${problem.message}\n`)
  process.exitCode = 1
  stop()
}

function readArguments(): { readonly data: string; readonly open: boolean } {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, 'no-open': { type: 'boolean' } } })
    return {
      data: path.resolve(values.data ?? defaultDataFolder(process.platform, process.env)),
      open: values['no-open'] !== true && hasDisplay(),
    }
  } catch {
    process.stderr.write('参数有误：可以使用的参数是 --data 数据文件夹 和 --no-open。\n')
    return process.exit(1)
  }
}

function showAddress(): void {
  const url = loopback.launchUrl()
  const again = process.stdin.isTTY ? '；关闭后要再次打开，请在这里按回车键' : ''
  process.stdout.write(`信访接待台已启动，请在本机的浏览器中打开下面的地址（只能用一次${again}）：\n${url}\n`)
  if (open) openBrowser(url)
  // The address serves once, so closing the browser would otherwise mean starting again.
  if (!process.stdin.isTTY) return
  createInterface({ input: process.stdin }).on('line', () => {
    const fresh = loopback.launchUrl()
    process.stdout.write(`${fresh}\n`)
    if (open) openBrowser(fresh)
  })
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

function openBrowser(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const opener = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  opener.once('error', () => process.stderr.write('没有找到系统的浏览器，请自行打开上面的地址。\n'))
  opener.unref()
}

/** Ctrl-C may reach us twice: from the terminal, and from the program that started us. */
function stop(): void {
  if (stopping) return
  stopping = true
  void Promise.all([loopback.close(), core.close()]).then(() => process.exit())
}
