import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtProgram } from '../../helpers/built.ts'

type Started = {
  readonly process: ChildProcess
  readonly url: string
  readonly text: () => string
  readonly exit: Promise<number>
}

const root = path.resolve(import.meta.dirname, '../../..')
let folder: string
let running: ChildProcess[]

beforeAll(() => builtProgram())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'))
  running = []
})

afterEach(async () => {
  for (const each of running) each.kill('SIGTERM')
  await Promise.all(running.map(ended))
  rmSync(folder, { recursive: true, force: true })
})

test('it prints one sentence and the address, which serves the window of a real core', async () => {
  const desk = await start('--data', path.join(folder, 'data'))
  expect(desk.text()).toMatch(/^信访接待台已启动，[^\n]*\nhttp:\/\/127\.0\.0\.1:\d+\/\?launch=[\w-]{43}\n$/)

  const launched = await fetch(desk.url, { redirect: 'manual' })
  const cookie = launched.headers.get('set-cookie')?.split(';')[0] ?? ''
  const page = await fetch(new URL('/', desk.url), { headers: { cookie } })
  expect(await page.text()).toContain('<title>信访接待台</title>')

  const { origin } = new URL(desk.url)
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const state = await fetch(`${origin}/api/session.state`, { method: 'POST', headers, body: '{}' })
  expect(await state.json()).toMatchObject({ ok: true })
})

test('Ctrl-C and a closed terminal end it cleanly, core and all', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const desk = await start('--data', path.join(folder, 'data'))
    desk.process.kill(signal)
    expect(await desk.exit, signal).toBe(0)
  }
})

test('a store that is already open is refused with a sentence, and the first goes on', async () => {
  const data = path.join(folder, 'data')
  const first = await start('--data', data)
  const second = spawnSync(process.execPath, ['electron/launch/start.mjs', '--no-open', '--data', data], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(second.status).toBe(1)
  expect(second.stdout).toBe('')
  expect(second.stderr.trim().split('\n').at(-1)).toMatch(/打开|使用|占用/)
  expect((await fetch(first.url, { redirect: 'manual' })).status).toBe(303)
})

test('an unknown argument is answered with the ones there are', () => {
  const refused = spawnSync(process.execPath, ['electron/launch/start.mjs', '--dat', 'x'], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('--data')
})

test('--demo opens a throw-away store, prints its accounts, and takes it away again', async () => {
  const desk = await start('--demo')
  const password = /密码：(\S+)/.exec(desk.text())?.[1] ?? ''
  expect(password).not.toBe('')
  const { origin } = new URL(desk.url)
  const cookie =
    (await fetch(desk.url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const call = async (method: string, input: object): Promise<unknown> =>
    (
      await fetch(`${origin}/api/${method}`, { method: 'POST', headers, body: JSON.stringify({ input }) })
    ).json()

  const login = /^ {2}(\S+)/m.exec(desk.text())?.[1] ?? ''
  expect(await call('session.signIn', { login, password })).toMatchObject({ ok: true })
  expect(readdirSync(folder)).toHaveLength(1)
  desk.process.kill('SIGTERM')
  expect(await desk.exit).toBe(0)
  expect(readdirSync(folder)).toEqual([])
})

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve))
  }
}

/** Ready once it has printed its address. The temporary folder is the test's own. */
async function start(...args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['electron/launch/start.mjs', '--no-open', ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  let text = ''
  const exit = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const found = /^http:\S+$/m.exec(text)?.[0]
      if (found !== undefined && text.endsWith('\n')) resolve(found)
    })
    child.once('close', () => reject(new Error(`ended before it gave an address:\n${text}`)))
  })
  return { process: child, url, text: () => text, exit }
}
