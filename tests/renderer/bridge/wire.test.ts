import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Loopback } from '../../../electron/loopback.ts'
import type { Wire } from '../../../renderer/bridge/wire.ts'
import type { Call } from '../../../shared/contract/call.ts'
import { launchChromium } from '../../helpers/chromium.ts'

// The wire of a browser, in a browser, against the shell it is made for.

declare global {
  interface Window {
    readonly wire: Wire
    readonly heard: unknown[]
    readonly stopFirst: () => void
  }
}

let folder: string
let browser: Browser
let desk: Loopback
let page: Page

const core: Call = async (method, input) =>
  method === 'echo'
    ? { ok: true, value: input }
    : {
        ok: false,
        error: { code: 'refused', message: '不可以。', fields: [{ path: 'a.0', message: '请填写。' }] },
      }

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'wire-'))
  mkdirSync(path.join(folder, 'source'))
  const wire = path.resolve(import.meta.dirname, '../../../renderer/bridge/wire.ts')
  writeFileSync(
    path.join(folder, 'source/page.ts'),
    `import { openWire } from ${JSON.stringify(wire)}\nObject.assign(window, { wire: openWire(), heard: [] })\n`,
  )
  await build({
    configFile: false,
    root: path.join(folder, 'source'),
    logLevel: 'error',
    build: {
      outDir: path.join(folder, 'window'),
      rolldownOptions: {
        input: path.join(folder, 'source/page.ts'),
        output: { entryFileNames: 'assets/page.js' },
      },
    },
  })
  writeFileSync(
    path.join(folder, 'window/index.html'),
    '<script type="module" src="/assets/page.js"></script>',
  )
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  desk = new Loopback(core, path.join(folder, 'window'))
  await desk.open()
  page = await browser.newPage()
  await page.goto(desk.launchUrl())
})

afterEach(async () => {
  await page.close()
  await desk.close()
})

test('the launch address leaves the address bar', () => {
  expect(new URL(page.url()).search).toBe('')
})

test('a call brings the value or the refusal, whole', async () => {
  expect(await call('echo', { 姓名: '张三' })).toEqual({ ok: true, value: { 姓名: '张三' } })
  expect(await call('other', null)).toEqual({
    ok: false,
    error: { code: 'refused', message: '不可以。', fields: [{ path: 'a.0', message: '请填写。' }] },
  })
})

test('a refusal of the shell is a refusal like any other', async () => {
  const reply = await page.evaluate(() => window.wire.call('echo', 'a'.repeat(9 * 1024 * 1024)))
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'badRequest', message: expect.stringContaining('8 MB') },
  })
})

test('when the program is gone a call is answered with what to do', async () => {
  await desk.close()
  expect(await call('echo', 1)).toMatchObject({
    ok: false,
    error: { code: 'unavailable', message: expect.stringContaining('重试') },
  })
  await desk.open()
})

test('events are heard by every listener until it stops', async () => {
  await page.evaluate(() => {
    Object.assign(window, { stopFirst: window.wire.onEvent((event) => window.heard.push(['first', event])) })
    window.wire.onEvent((event) => window.heard.push(['second', event]))
  })
  const event = { type: 'changed', topics: ['petitions'] } as const
  // The stream is open some time after it was asked for; what was sent before is not kept.
  await vi.waitFor(async () => {
    desk.emit(event)
    expect(await heard()).not.toEqual([])
  })
  await page.evaluate(() => {
    window.stopFirst()
    window.heard.length = 0
  })
  desk.emit(event)
  await vi.waitFor(async () => expect(await heard()).toContainEqual(['second', event]))
  expect(await heard()).not.toContainEqual(['first', event])
})

test('in Electron the wire is the one that the preload put there', async () => {
  const inElectron = await browser.newPage()
  await inElectron.addInitScript(() =>
    Object.defineProperty(window, 'desk', { value: { call: () => 'preload' } }),
  )
  await inElectron.goto(desk.launchUrl())
  expect(await inElectron.evaluate(() => window.wire.call('echo', 1))).toBe('preload')
  await inElectron.close()
})

function call(method: string, input: unknown): Promise<unknown> {
  return page.evaluate(([name, given]) => window.wire.call(name, given), [method, input] as const)
}

function heard(): Promise<unknown> {
  return page.evaluate(() => window.heard)
}
