import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../electron/core/app.ts'
import { dayOf, instantOf } from '../../../shared/domain/day.ts'
import { RESOURCES } from '../../helpers/resources.ts'
import { desk, deskHere } from './run-desk.ts'

type Made = {
  readonly visits: number
  readonly until: string
  readonly password?: string
  readonly accounts: readonly { readonly login: string; readonly role: string }[]
}

describe('a demo store from the terminal', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'petition-desk-cli-demo-'))
  const data = path.join(folder, 'demo')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has an account for each role, all with the one password it prints, and ends no later than today', async () => {
    const args = ['demo', '--data', data, '--visits', '20', '--seed', '四季', '--json']
    const ran = await desk(args, { env: { DESK_PASSWORD: '' } })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    const { visits, until, password = '', accounts } = JSON.parse(ran.stdout) as Made
    expect(visits).toBe(20)
    expect(until <= dayOf(instantOf(Date.now()))).toBe(true)
    expect(accounts.map(({ role }) => role)).toEqual(['管理员、接待员', '接待员', '值班领导', '办公室'])

    const app = await createApp({ dataDir: data, resourcesDir: RESOURCES, emit: () => {} })
    for (const { login } of accounts) {
      expect(await app.call('session.signIn', { login, password })).toMatchObject({ ok: true })
    }
    await app.close()
    expect((await deskHere(['verify', '--data', data], { DESK_PASSWORD: password })).code).toBe(0)
  })
})
