import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { builtProgram } from '../helpers/built.ts'
import { launchChromium } from '../helpers/chromium.ts'
import type { StandIn } from './stand-in/electron.ts'
import { lastCore, runShell, type ShellRun, violations } from './stand-in/shell-run.ts'

let built: string
let browser: Browser
let run: ShellRun
let shell: StandIn

beforeAll(async () => {
  built = await builtProgram()
  browser = await launchChromium()
})

afterAll(() => browser.close())

beforeEach(async () => {
  run = await runShell(built, browser)
  shell = run.shell
})

afterEach(() => run.close())

test('the built page is shown without breaking its own content policy', async () => {
  const page = await shell.window.page
  expect(await page.title()).toBe('信访接待台')
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  expect(await violations(page)).toEqual([])
})

test('a call of the page goes through preload, main and the utility process to the core and back', async () => {
  const page = await shell.window.page
  const reply = await page.evaluate(() => window.desk?.call('no.such.method', { 姓名: '张三' }))
  expect(reply).toMatchObject({ ok: false, error: { code: 'badRequest' } })
})

test('the page is told when the core was killed and came back, until it listens no more', async () => {
  const page = await shell.window.page
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
  await shell.window.page
  const { child } = lastCore(shell)
  shell.app.quit()
  expect(await shell.app.exited.promise).toBe(0)
  expect(child.exitCode).toBe(0)
})

test('a second start shows the first window instead of opening the store again', async () => {
  await shell.window.page
  const focused = vi.fn()
  shell.window.once('focused-by-shell', focused)
  const second = run.startAgain({ isFirst: false })
  expect(await second.app.exited.promise).toBe(0)
  expect(second.windows).toEqual([])
  shell.app.emit('second-instance')
  expect(focused).toHaveBeenCalledOnce()
})

test('a data folder that cannot be made is named in one sentence, and nothing is opened', async () => {
  const file = path.join(run.data, 'a-file')
  writeFileSync(file, '')
  const refused = run.startAgain({ data: path.join(file, 'data') })
  expect(await refused.app.exited.promise).toBe(1)
  expect(refused.errorBoxes).toEqual([expect.stringContaining('不能写入')])
  expect(refused.windows).toEqual([])
})

test('a core that refuses to start ends the program with its sentence', async () => {
  // Its core answers, so it holds the store: the window alone may be there before.
  await callNothing(await shell.window.page)
  // The stand-in does not share the single-instance lock with the second.
  const second = run.startAgain()
  expect(await second.app.exited.promise).toBe(1)
  expect(second.errorBoxes).toHaveLength(1)
  expect(second.errorBoxes[0]).toMatch(/\p{Script=Han}/u)
})

function callNothing(page: Page): Promise<unknown> {
  return page.evaluate(() => window.desk?.call('no.such.method', null))
}

async function crashCore(): Promise<void> {
  const before = shell.utilityProcesses.length
  lastCore(shell).child.kill('SIGKILL')
  await vi.waitFor(() => expect(shell.utilityProcesses).toHaveLength(before + 1), { timeout: 20_000 })
  await vi.waitFor(() => expect(lastCore(shell).sent).not.toEqual([]), { timeout: 20_000 })
}
