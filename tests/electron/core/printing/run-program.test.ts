import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runProgram } from '../../../../electron/core/printing/run-program.ts'

const cwd = mkdtempSync(path.join(os.tmpdir(), 'desk-run-'))
afterAll(() => rmSync(cwd, { recursive: true }))

/** Starts a child of its own, tells its number, and waits for it for ever. */
const HANGS = 'sleep 600 & echo $! > child; wait'

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // What has ended and is only waiting to be collected still has a number.
    return !/\) Z /u.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** What a program has started is gone when its end is told: whoever asked takes its files away. */
function expectChildGone(): void {
  expect(isRunning(Number(readFileSync(path.join(cwd, 'child'), 'utf8')))).toBe(false)
}

it('says how a program ended and the end of what it said', async () => {
  const loud = `i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i+1)); done; exit 3`
  const ended = await runProgram('sh', ['-c', loud], { cwd, longestMs: 60_000 })
  expect(ended).toMatchObject({ how: 'ended', code: 3 })
  const said = ended.how === 'ended' ? ended.said : ''
  expect(said.endsWith('line 2999\n')).toBe(true)
  expect(said.length).toBeLessThanOrEqual(8_192)
})

it('says when there is no such program', async () => {
  expect(await runProgram('/nowhere/soffice', [], { cwd, longestMs: 1_000 })).toEqual({ how: 'notStarted' })
})

it.skipIf(process.platform === 'win32')('ends one that hangs, with what it has started', async () => {
  expect(await runProgram('sh', ['-c', HANGS], { cwd, longestMs: 500 })).toEqual({ how: 'tookTooLong' })
  expectChildGone()
})

it.skipIf(process.platform === 'win32')('ends one that is not wanted any more', async () => {
  rmSync(path.join(cwd, 'child'), { force: true })
  const stop = new AbortController()
  const ended = runProgram('sh', ['-c', HANGS], { cwd, longestMs: 60_000, signal: stop.signal })
  while (!existsSync(path.join(cwd, 'child'))) await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  expect(await ended).toEqual({ how: 'stopped' })
  expectChildGone()
})
