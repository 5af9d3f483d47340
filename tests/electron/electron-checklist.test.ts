import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { builtProgram } from '../helpers/built.ts'
import { launchChromium } from '../helpers/chromium.ts'
import type { StandIn } from './stand-in/electron.ts'
import { onlySession, runShell, type ShellRun, violations } from './stand-in/shell-run.ts'

// Electron's own check list, point by point: https://www.electronjs.org/docs/latest/tutorial/security
// Point 19, the fuses, is read from the packed program in packaging.test.ts.

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
let run: ShellRun
let shell: StandIn

beforeAll(async () => {
  built = await builtProgram()
  browser = await launchChromium()
  run = await runShell(built, browser)
  shell = run.shell
})

afterAll(async () => {
  await run.close()
  await browser.close()
})

test('1 · nothing is loaded but the page under its own scheme, and no other address is let out', async () => {
  const page = await shell.window.page
  expect(shell.window.loaded).toEqual([HOME])
  for (const url of [
    'http://a.example',
    'https://a.example',
    'ws://a.example',
    'wss://a.example',
    'ftp://a.example',
  ]) {
    expect(onlySession(shell).lets(url), url).toBe(false)
  }
  expect(onlySession(shell).lets('app://other/')).toBe(false)
  expect(onlySession(shell).lets(`${HOME}assets/main.js`)).toBe(true)
  await page.evaluate(async () => {
    await fetch('https://a.example/').catch(() => null)
    new Image().src = 'https://a.example/pixel.png'
    navigator.sendBeacon('https://a.example/events')
  })
  expect(shell.window.letOut).toEqual([])
  // The policy has stopped them before the session had to.
  expect(await violations(page)).toEqual(expect.arrayContaining(['connect-src', 'img-src']))
})

test('2 · the page has no Node', async () => {
  const page = await shell.window.page
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
  const { requestPermission, checkPermission, device } = onlySession(shell)
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
  const page = await shell.window.page
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
  await shell.window.page
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
  const page = await shell.window.page
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://a.example/',
      textContent: '外部',
    })
    document.body.append(link)
    link.click()
  })
  await page.evaluate(() => window.location.assign('https://a.example/'))
  // Answered by the page that is still there.
  expect(await page.evaluate(() => Object.keys(window.desk ?? {}))).toHaveLength(2)
  expect(shell.window.webContents.mainFrame.url).toBe(HOME)
  expect(shell.window.letOut).toEqual([])
  expect(shell.window.webContents.refuses('will-navigate', { url: `${HOME}petitions/1` })).toBe(false)
})

test('14 · no new window is opened', async () => {
  const page = await shell.window.page
  expect(shell.window.webContents.openHandler({ url: 'https://a.example/' })).toEqual({ action: 'deny' })
  expect(shell.window.webContents.openHandler({ url: HOME })).toEqual({ action: 'deny' })
  await page.evaluate(() => void window.open('https://a.example/'))
  await vi.waitFor(() => expect(run.context.pages()).toHaveLength(1))
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
  await shell.window.page
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
  await shell.window.page
  expect(onlySession(shell).lets('file:///etc/passwd')).toBe(false)
  const handler = onlySession(shell).handlers.get('app')
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
  const page = await shell.window.page
  expect(await page.evaluate(() => Object.keys(window.desk ?? {}).sort())).toEqual(['call', 'onEvent'])
  const leaked = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) => /electron|ipc|contextBridge/i.test(name)),
  )
  expect(leaked).toEqual([])
})

test('what was on the screen is not left on the disk', async () => {
  await shell.window.page
  expect(onlySession(shell).partition).not.toMatch(/^persist:/)
  expect(shell.window.preferences).toMatchObject({ spellcheck: false })
})
