import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Wire } from '../../renderer/bridge/wire.ts'
import { builtProgram } from '../helpers/built.ts'
import { launchChromium } from '../helpers/chromium.ts'
import { bootMain } from './stand-in/boot-main.ts'
import type { StandIn, StandInSession } from './stand-in/electron.ts'

declare global {
  interface Window {
    readonly desk?: Wire
  }
}

const HOME = 'app://desk/'
const PERMISSIONS = [
  'media',
  'geolocation',
  'notifications',
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'midiSysex',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'hid',
  'serial',
  'usb',
  'fileSystem',
  'storage-access',
  'one that Electron has yet to invent',
]

let built: string
let browser: Browser
let context: BrowserContext
let data: string
let shell: StandIn
let shells: StandIn[]

beforeAll(async () => {
  built = await builtProgram()
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'electron-shell-'))
  context = await browser.newContext()
  // Watches for anything the page does against its own policy.
  await context.addInitScript(() => {
    const seen: string[] = []
    Reflect.set(window, 'violations', seen)
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      seen.push(effectiveDirective),
    )
  })
  shells = []
  shell = boot()
})

afterEach(async () => {
  for (const { app, windows } of shells) {
    await Promise.all(windows.map((each) => each.page))
    app.quit()
    await app.exited.promise
  }
  await context.close()
  rmSync(data, { recursive: true, force: true })
})

test('the built page is shown without breaking its own content policy', async () => {
  const page = await open()
  expect(await page.title()).toBe('信访接待台')
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  expect(await violations(page)).toEqual([])
})

test('a call of the page goes through preload, main and the utility process to the core and back', async () => {
  const page = await open()
  const reply = await page.evaluate(() => window.desk?.call('no.such.method', { 姓名: '张三' }))
  expect(reply).toMatchObject({ ok: false, error: { code: 'badRequest' } })
})

test('the page is told when the core was killed and came back, until it listens no more', async () => {
  const page = await open()
  await page.evaluate(() => {
    const heard: unknown[] = []
    Reflect.set(window, 'heard', heard)
    Reflect.set(
      window,
      'stop',
      window.desk?.onEvent((event) => heard.push(event)),
    )
  })
  // A core that dies before it was ever up is simply started again; nothing has to be told.
  await callNothing(page)
  const heard = () => page.evaluate((): unknown => Reflect.get(window, 'heard'))
  await crashCore()
  await vi.waitFor(async () => expect(await heard()).toEqual([{ type: 'restarted' }]), { timeout: 20_000 })

  await page.evaluate(() => Reflect.get(window, 'stop')())
  await crashCore()
  // What the shell sends the page arrives in order: after this answer, an event would be there.
  await callNothing(page)
  expect(await heard()).toEqual([{ type: 'restarted' }])
})

test('quitting closes the core before the program ends', async () => {
  await open()
  const { child } = lastCore()
  shell.app.quit()
  expect(await shell.app.exited.promise).toBe(0)
  expect(child.exitCode).toBe(0)
})

test('a second start shows the first window instead of opening the store again', async () => {
  await open()
  const focused = vi.fn()
  shell.window.once('focused-by-shell', focused)
  const second = boot({ isFirst: false })
  expect(await second.app.exited.promise).toBe(0)
  expect(second.windows).toEqual([])
  shell.app.emit('second-instance')
  expect(focused).toHaveBeenCalledOnce()
})

test('a data folder that cannot be made is named in one sentence, and nothing is opened', async () => {
  const file = path.join(data, 'a-file')
  writeFileSync(file, '')
  const refused = boot({ data: path.join(file, 'data') })
  expect(await refused.app.exited.promise).toBe(1)
  expect(refused.errorBoxes).toEqual([expect.stringContaining('不能写入')])
  expect(refused.windows).toEqual([])
})

test('a core that refuses to start ends the program with its sentence', async () => {
  await open()
  // The store is held by the first; the stand-in does not share the single-instance lock with the second.
  const second = boot()
  expect(await second.app.exited.promise).toBe(1)
  expect(second.errorBoxes).toHaveLength(1)
  expect(second.errorBoxes[0]).toMatch(/\p{Script=Han}/u)
})

// Electron's own check list, point by point: https://www.electronjs.org/docs/latest/tutorial/security

test('1 · nothing is loaded but the page under its own scheme, and no other address is let out', async () => {
  const page = await open()
  expect(shell.window.loaded).toEqual([HOME])
  for (const url of [
    'http://a.example',
    'https://a.example',
    'ws://a.example',
    'wss://a.example',
    'ftp://a.example',
  ]) {
    expect(session().lets(url), url).toBe(false)
  }
  expect(session().lets('app://other/')).toBe(false)
  expect(session().lets(`${HOME}assets/main.js`)).toBe(true)
  await page.evaluate(async () => {
    await fetch('https://a.example/').catch(() => null)
    new Image().src = 'https://a.example/pixel.png'
    navigator.sendBeacon('https://a.example/events')
  })
  expect(shell.window.letOut).toEqual([])
})

test('2 · the page has no Node', async () => {
  const page = await open()
  expect(shell.window.preferences).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  })
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
  )
  expect(found).toEqual([])
})

test('3 · the preload runs in a world of its own', () => {
  expect(shell.window.preferences).toMatchObject({ contextIsolation: true })
})

test('4 · every process is sandboxed, from before the first one', () => {
  expect(shell.window.preferences).toMatchObject({ sandbox: true })
  const { done } = shell.app
  expect(done.slice(0, done.indexOf('ready'))).toContain('enableSandbox')
})

test('5 · every permission is refused, asked for or looked up', () => {
  const { requestPermission, checkPermission, device } = session()
  for (const permission of PERMISSIONS) {
    const answers: boolean[] = []
    requestPermission?.(shell.window.webContents, permission, (allowed) => answers.push(allowed))
    expect(answers, permission).toEqual([false])
    expect(checkPermission?.(shell.window.webContents, permission), permission).toBe(false)
    expect(device?.({ deviceType: permission }), permission).toBe(false)
  }
})

test("6, 8, 9, 10 · the web's own protections are on and nothing experimental is", () => {
  expect(shell.window.preferences).toMatchObject({
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
  expect(shell.window.preferences).not.toHaveProperty('enableBlinkFeatures')
})

test('7 · the content policy stops inline code, eval, foreign code and unmarked styles', async () => {
  const page = await open()
  // Called back by the page, for what a test evaluates directly is exempt.
  const evaluated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line no-eval -- that it is refused is what is tested
            resolve(globalThis.eval('1'))
          } catch (error) {
            resolve(String(error))
          }
        })
      }),
  )
  expect(evaluated).toMatch(/^EvalError/)
  const ran = await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('script'), { textContent: 'globalThis.ranInline = true' }),
      Object.assign(document.createElement('script'), {
        src: 'data:text/javascript,globalThis.ranData=true',
      }),
      Object.assign(document.createElement('style'), { textContent: 'body { --ran-style: 1 }' }),
    )
    const button = document.createElement('button')
    button.setAttribute('onclick', 'globalThis.ranHandler = true')
    button.click()
    const style = getComputedStyle(document.body).getPropertyValue('--ran-style')
    const found = ['ranInline', 'ranData', 'ranHandler'].filter((name) => name in globalThis)
    return { style, found }
  })
  expect(ran).toEqual({ style: '', found: [] })
  expect(await violations(page)).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-elem']),
  )
})

test('11, 12 · no page can be embedded', async () => {
  await open()
  expect(shell.window.preferences).toMatchObject({ webviewTag: false })
  expect(shell.window.webContents.refuses('will-attach-webview')).toBe(true)
})

test('13 · the window does not leave for another address', () => {
  const { webContents } = shell.window
  for (const url of [
    'https://a.example/',
    'file:///etc/passwd',
    'app://other/',
    'data:text/html,x',
    'app:desk',
  ]) {
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(webContents.refuses(name, { url }), `${name} ${url}`).toBe(true)
    }
  }
})

test('13 · a link to another address, clicked, leads nowhere; our own pages open', async () => {
  const page = await open()
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://a.example/',
      textContent: '外部',
    })
    document.body.append(link)
    link.click()
  })
  await page.evaluate(() => window.location.assign('https://a.example/')).catch(() => null)
  expect(shell.window.webContents.mainFrame.url).toBe(HOME)
  expect(shell.window.letOut).toEqual([])
  expect(shell.window.webContents.refuses('will-navigate', { url: `${HOME}petitions/1` })).toBe(false)
})

test('14 · no new window is opened', async () => {
  const page = await open()
  expect(shell.window.webContents.openHandler({ url: 'https://a.example/' })).toEqual({ action: 'deny' })
  expect(shell.window.webContents.openHandler({ url: HOME })).toEqual({ action: 'deny' })
  await page.evaluate(() => void window.open('https://a.example/'))
  await vi.waitFor(() => expect(context.pages()).toHaveLength(1))
})

test('15 · the shell hands no address to the system', () => {
  expect(readFileSync(path.join(built, 'electron/main.cjs'), 'utf8')).not.toMatch(
    /openExternal|openPath|\.shell\b/,
  )
})

test('16 · Electron is pinned to one exact, current version', () => {
  const manifest: unknown = JSON.parse(readFileSync(path.join(built, '../package.json'), 'utf8'))
  expect(manifest).toMatchObject({ devDependencies: { electron: expect.stringMatching(/^\d+\.\d+\.\d+$/) } })
})

test('17 · only the page we loaded, in its own frame, may call the core', async () => {
  await open()
  const { webContents } = shell.window
  const { mainFrame } = webContents
  const ask = (event: object) => shell.invoke('desk', event, ['no.such.method', {}])
  await expect(ask({ sender: webContents, senderFrame: mainFrame })).resolves.toMatchObject({ ok: false })

  const foreign = { mainFrame: { url: HOME } }
  await expect(ask({ sender: foreign, senderFrame: foreign.mainFrame })).rejects.toThrow('refused')
  await expect(ask({ sender: webContents, senderFrame: { url: HOME } })).rejects.toThrow('refused')
  await expect(ask({ sender: webContents, senderFrame: null })).rejects.toThrow('refused')
  for (const url of [
    'https://a.example/',
    'app://other/',
    'app://desk.a.example/',
    'file:///app://desk/',
    '',
  ]) {
    mainFrame.url = url
    await expect(ask({ sender: webContents, senderFrame: mainFrame }), url).rejects.toThrow('refused')
  }
  mainFrame.url = HOME
  await expect(
    shell.invoke('desk', { sender: webContents, senderFrame: mainFrame }, [{}, {}]),
  ).rejects.toThrow('refused')
})

test('18 · no file of the machine is reachable by file:// or through our own scheme', async () => {
  await open()
  expect(session().lets('file:///etc/passwd')).toBe(false)
  const handler = session().handlers.get('app')
  for (const address of [
    '../../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    'assets/..%5c..%5cx.js',
  ]) {
    const response = await handler?.(new Request(`${HOME}${address}`))
    expect(await response?.text(), address).not.toContain('petition-desk')
  }
  expect((await handler?.(new Request('app://other/index.html')))?.status).toBe(404)
  expect((await handler?.(new Request(HOME, { method: 'POST' })))?.status).toBe(404)
  expect(shell.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('20 · the page gets two functions and nothing of Electron', async () => {
  const page = await open()
  expect(await page.evaluate(() => Object.keys(window.desk ?? {}).sort())).toEqual(['call', 'onEvent'])
  const leaked = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) => /electron|ipc|contextBridge/i.test(name)),
  )
  expect(leaked).toEqual([])
})

test('what was on the screen is not left on the disk', async () => {
  await open()
  expect(session().partition).not.toMatch(/^persist:/)
  expect(shell.window.preferences).toMatchObject({ spellcheck: false })
})

function boot(options: { readonly data?: string; readonly isFirst?: boolean } = {}): StandIn {
  const started = bootMain(built, context, { data, ...options })
  shells.push(started)
  return started
}

/** The page of the window, loaded. */
function open(): Promise<Page> {
  return shell.window.page
}

function violations(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(window, 'violations'))
}

function session(): StandInSession {
  const [only] = shell.sessions.values()
  if (only === undefined) throw new Error('the shell has opened no session')
  return only
}

function lastCore(): StandIn['utilityProcesses'][number] {
  const last = shell.utilityProcesses.at(-1)
  if (last === undefined) throw new Error('the shell has started no core')
  return last
}

function callNothing(page: Page): Promise<unknown> {
  return page.evaluate(() => window.desk?.call('no.such.method', null))
}

async function crashCore(): Promise<void> {
  const before = shell.utilityProcesses.length
  lastCore().child.kill('SIGKILL')
  await vi.waitFor(() => expect(shell.utilityProcesses).toHaveLength(before + 1), { timeout: 20_000 })
  await vi.waitFor(() => expect(lastCore().sent).not.toEqual([]), { timeout: 20_000 })
}
