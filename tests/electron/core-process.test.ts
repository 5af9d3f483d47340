import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forkCore } from '../../electron/core-fork.ts'
import { type CoreChild, CoreProcess } from '../../electron/core-process.ts'
import type { CoreEvent } from '../../shared/contract/call.ts'

const here = import.meta.dirname
const program = path.join(here, '../../electron/core-main.ts')
const standIn = `--import=${path.join(here, 'stand-in/use-core-app.mjs')}`

let data: string
let events: CoreEvent[]
let pauses: number[]
let core: CoreProcess

beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'core-'))
  events = []
  pauses = []
  vi.stubEnv('NODE_OPTIONS', standIn)
})

afterEach(async () => {
  await core.close()
  vi.unstubAllEnvs()
  rmSync(data, { recursive: true, force: true })
})

test('a call goes to the core in its own process and comes back', async () => {
  await open()
  const pid = await corePid()
  expect(pid).not.toBe(process.pid)
  await expect(core.call('echo', { 姓名: '张三' })).resolves.toEqual({ ok: true, value: { 姓名: '张三' } })
})

test('calls made before the core is up are answered once it is', async () => {
  core = create()
  await expect(core.call('echo', 1)).resolves.toEqual({ ok: true, value: 1 })
})

test('an event of the core reaches the shell', async () => {
  await open()
  await core.call('tell', 'petitions')
  expect(events).toEqual([{ type: 'changed', topics: ['petitions'] }])
})

test('after kill -9 what was asked is answered, a fresh core takes over, and the window is told', async () => {
  await open()
  const before = await corePid()
  const waiting = [core.call('never', 1), core.call('never', 2)]
  process.kill(before, 'SIGKILL')
  for (const reply of await Promise.all(waiting)) {
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'unavailable', message: expect.stringContaining('重新启动') },
    })
  }
  await vi.waitFor(() => expect(events).toEqual([{ type: 'restarted' }]), { timeout: 20_000 })
  expect(await corePid()).not.toBe(before)
})

test('a bug that nobody caught in the core costs one call, not the window', async () => {
  await open()
  await expect(core.call('bug', null)).resolves.toMatchObject({ ok: false, error: { code: 'unavailable' } })
  await vi.waitFor(() => expect(events).toEqual([{ type: 'restarted' }]), { timeout: 20_000 })
  await expect(core.call('echo', 1)).resolves.toEqual({ ok: true, value: 1 })
})

test('while the core is down a call is answered at once', async () => {
  await open(() => 3_600_000)
  process.kill(await corePid(), 'SIGKILL')
  await core.call('never', null)
  await expect(core.call('echo', 1)).resolves.toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

test('a core that cannot come back is tried again and again, each time after a counted pause', async () => {
  await open()
  writeFileSync(path.join(data, 'broken'), '')
  process.kill(await corePid(), 'SIGKILL')
  await vi.waitFor(() => expect(pauses).toEqual([1, 2, 3, 4]), { timeout: 40_000 })
  rmSync(path.join(data, 'broken'))
  await vi.waitFor(() => expect(events).toEqual([{ type: 'restarted' }]), { timeout: 20_000 })
})

test('the pauses between starts grow, so that a core that cannot live does not keep the machine busy', () => {
  vi.useFakeTimers()
  const starts: number[] = []
  const exits: (() => void)[] = []
  const heard: ((message: unknown) => void)[] = []
  const dying = (): CoreChild => {
    starts.push(Date.now())
    return {
      send: () => {},
      onMessage: (on) => heard.push(on),
      onExit: (on) => exits.push(on),
      kill: () => {},
    }
  }
  core = new CoreProcess({ start: dying, onEvent: () => {} })
  heard[0]?.({ ready: true })
  for (let crash = 0; crash < 12; crash += 1) {
    exits.at(-1)?.()
    vi.runOnlyPendingTimers()
  }
  const between = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
  expect(between).toEqual([0, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000, 30000, 30000])
  exits.at(-1)?.()
  vi.useRealTimers()
})

test('a core that refuses to start says why, and is not started again', async () => {
  writeFileSync(path.join(data, 'locked'), '')
  core = create()
  const problem = { code: 'conflict', message: '数据已被另一个程序打开。' }
  await expect(core.started).resolves.toEqual(problem)
  await vi.waitFor(async () => expect(await core.call('echo', 1)).toEqual({ ok: false, error: problem }))
  expect(pauses).toEqual([])
})

test('a core that never comes up is given up with a sentence', async () => {
  writeFileSync(path.join(data, 'broken'), '')
  core = create()
  await expect(core.started).resolves.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('无法启动'),
  })
  expect(pauses).toEqual([1, 2])
})

test('closing lets the core close its store, and answers what comes after', async () => {
  await open()
  await core.close()
  expect(readFileSync(path.join(data, 'closed'), 'utf8')).toBe('closed\n')
  await expect(core.call('echo', 1)).resolves.toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

test('a core whose shell was killed closes its store by itself', async () => {
  await open()
  const own = path.join(data, 'own')
  mkdirSync(own)
  const shell = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { forkCore } from ${JSON.stringify(path.join(here, '../../electron/core-fork.ts'))}
       const child = forkCore(${JSON.stringify(program)}, ${JSON.stringify(argumentsFor(own))})
       child.onMessage(() => process.stdout.write('up'))`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await new Promise((resolve) => shell.stdout.once('data', resolve))
  shell.kill('SIGKILL')
  await vi.waitFor(() => expect(existsSync(path.join(own, 'closed'))).toBe(true), { timeout: 20_000 })
})

test('Ctrl-C in the terminal is left to the shell', async () => {
  await open()
  const pid = await corePid()
  process.kill(pid, 'SIGINT')
  process.kill(pid, 'SIGHUP')
  await expect(core.call('echo', 1)).resolves.toEqual({ ok: true, value: 1 })
  expect(await corePid()).toBe(pid)
})

async function open(pause = () => 0): Promise<void> {
  core = create(pause)
  await expect(core.started).resolves.toBeNull()
}

function create(pause = () => 0): CoreProcess {
  return new CoreProcess({
    start: () => forkCore(program, argumentsFor(data)),
    onEvent: (event) => events.push(event),
    pauseAfter(crashes) {
      pauses.push(crashes)
      return pause()
    },
  })
}

function argumentsFor(folder: string): string[] {
  return ['--data', folder, '--resources', folder]
}

async function corePid(): Promise<number> {
  const reply = await core.call('pid', null)
  return reply.ok ? Number(reply.value) : Number.NaN
}
