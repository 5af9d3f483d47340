import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { type App, createApp } from '../../electron/core/app.ts'
import { type Answer, api, type Method, type Sent } from '../../shared/contract/api.ts'
import type { CoreEvent } from '../../shared/contract/call.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import type { Role } from '../../shared/domain/account.ts'
import { RESOURCES } from './resources.ts'

export const PASSWORD = 'a-desk-password'
/** Wednesday 2026-11-18, 09:00 in Shanghai. */
export const A_MORNING = Date.parse('2026-11-18T01:00:00.000Z')

export type TestDesk = {
  readonly dataDir: string
  readonly app: App
  readonly recoveryCode: string
  readonly events: CoreEvent[]
  readonly bugs: unknown[]
  /** Throws what the window would show. */
  ask<M extends Method>(method: M, ...input: Sent<M> extends undefined ? [] : [Sent<M>]): Promise<Answer<M>>
  /** The sentence and fields a call is refused with; fails when it is not refused. */
  refusal(method: Method, input: unknown): Promise<DeskError>
  passTime(ms: number): void
  close(): Promise<void>
  /** Closes and takes the folder away. */
  remove(): Promise<void>
}

type Options = { readonly dataDir?: string; readonly now?: number; readonly seed?: number }

/** A real core on a real store in a folder of its own; only clock and randomness are handed in. */
export async function openApp(options: Options = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'petition-desk-test-'))
  let now = options.now ?? A_MORNING
  const events: CoreEvent[] = []
  const bugs: unknown[] = []
  const app = await createApp({
    dataDir,
    resourcesDir: RESOURCES,
    emit: (event) => events.push(event),
    clock: () => {
      now += 1
      return now
    },
    passwordCost: 10,
    log: (event, error) => bugs.push(error ?? event),
  })
  const ask: TestDesk['ask'] = async (method, ...input) => {
    const reply = await app.call(method, input[0])
    // What crosses the wire is what the contract promises, to the last member.
    if (reply.ok) return z.parse(api[method].output as z.ZodType, reply.value) as never
    const { code, message, fields } = reply.error
    throw code === 'unexpected' ? (bugs.at(-1) ?? new Error(message)) : new DeskError(code, message, fields)
  }
  return {
    dataDir,
    app,
    events,
    bugs,
    ask,
    refusal: async (method: Method, input: unknown) => {
      const reply = await app.call(method, input)
      if (reply.ok) throw new Error(`${method} was not refused`)
      return new DeskError(reply.error.code, reply.error.message, reply.error.fields)
    },
    passTime: (ms: number) => {
      now += ms
    },
    close: () => app.close(),
    remove: async () => {
      await app.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same, founded, with the administrator (who also receives visitors) signed in. */
export async function aDesk(options: Options = {}): Promise<TestDesk> {
  const opened = await openApp(options)
  const { recoveryCode } = await opened.ask('session.found', {
    school: '示例学院',
    stationCode: 'ZX',
    stationName: '主校区接待点',
    login: 'admin',
    name: '管理员甲',
    password: PASSWORD,
  })
  return { ...opened, recoveryCode }
}

/** Makes an account and signs it in. */
export async function signInAs(desk: TestDesk, role: Role, login: string = role): Promise<void> {
  await desk.ask('session.signIn', { login: 'admin', password: PASSWORD })
  if (login !== 'admin') {
    await desk.ask('accounts.save', {
      login,
      name: `${login}甲`,
      roles: [role],
      active: true,
      password: PASSWORD,
    })
  }
  await desk.ask('session.signIn', { login, password: PASSWORD })
}
