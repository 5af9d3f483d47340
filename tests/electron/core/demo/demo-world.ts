import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Demo, makeDemo } from '../../../../electron/core/demo/make-demo.ts'
import type { Desk } from '../../../../electron/core/desk.ts'
import type { Session } from '../../../../electron/core/session.ts'
import type { Call } from '../../../../shared/contract/call.ts'
import { parseDay } from '../../../../shared/domain/day.ts'
import { openApp } from '../../../helpers/a-desk.ts'
import { RESOURCES } from '../../../helpers/resources.ts'

/** A Friday. */
export const UNTIL = parseDay('2026-11-20')
/** Right after the last invented event. */
export const AFTERWARDS = Date.parse('2026-11-20T01:31:00.000Z')
const PASSWORD = 'a-demo-password'

export type DemoWorld = {
  readonly demo: Demo
  readonly desk: Desk
  readonly session: Session
  readonly call: Call
  readonly rows: <T>(sql: string) => T[]
  readonly verify: () => Promise<{ entries: number; problems: string[] }>
  readonly remove: () => Promise<void>
}

/** A real demo store in a folder of its own, opened again by its administrator. */
export async function aDemo(visits: number, seed: string): Promise<DemoWorld> {
  const dataDir = path.join(mkdtempSync(path.join(os.tmpdir(), 'petition-desk-demo-test-')), 'data')
  const demo = await makeDemo({
    dataDir,
    resourcesDir: RESOURCES,
    visits,
    seed,
    until: UNTIL,
    password: PASSWORD,
    passwordCost: 10,
  })
  const opened = await openApp({ dataDir, now: AFTERWARDS })
  await opened.ask('session.signIn', { login: 'admin', password: PASSWORD })
  const desk = opened.app.session.desk()
  return {
    demo,
    desk,
    session: opened.app.session,
    call: opened.app.call,
    rows: <T>(sql: string) => desk.store.reader.raw.prepare(sql).all() as T[],
    verify: () => opened.ask('desk.verify', { job: 'verify' }),
    remove: async () => {
      await opened.close()
      rmSync(path.dirname(dataDir), { recursive: true, force: true })
    },
  }
}
