import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { api, type Method, mayCall } from '../../../shared/contract/api.ts'
import { ROLES, type Role } from '../../../shared/domain/account.ts'
import { aDesk, openApp, PASSWORD, signInAs, type TestDesk } from '../../helpers/a-desk.ts'
import { aVisit } from '../../helpers/a-visit.ts'

const opened: { remove(): Promise<void> }[] = []
async function desk(): Promise<TestDesk> {
  const one = await aDesk()
  opened.push(one)
  return one
}
afterEach(async () => {
  for (const one of opened.splice(0)) await one.remove()
})

describe('the first run', () => {
  it('founds the station, signs the administrator in and shows a recovery code once', async () => {
    const app = await openApp()
    opened.push(app)
    expect((await app.ask('session.state')).phase).toBe('first-run')

    const { recoveryCode } = await app.ask('session.found', {
      school: '示例学院',
      stationCode: 'zx',
      stationName: '主校区接待点',
      login: 'admin',
      name: '管理员甲',
      password: PASSWORD,
    })

    expect(recoveryCode).toMatch(/^(?:[2-9A-HJKMNP-Z]{5}-){5}[2-9A-HJKMNP-Z]{5}$/)
    const state = await app.ask('session.state')
    expect(state).toMatchObject({ phase: 'open', station: { code: 'ZX' }, me: { login: 'admin' } })
    const { units, channels } = await app.ask('catalogue.read')
    expect(units.length).toBeGreaterThan(20)
    expect(channels).toHaveLength(21)
  })

  it('is offered once only', async () => {
    const one = await desk()
    const input = {
      school: '另一学院',
      stationCode: 'AB',
      stationName: '乙',
      login: 'x',
      name: 'x',
      password: PASSWORD,
    }
    expect((await one.refusal('session.found', input)).message).toContain('已经启用')
  })

  it('names each field that is wrong', async () => {
    const app = await openApp()
    opened.push(app)
    const refusal = await app.refusal('session.found', {
      school: '示例学院',
      stationCode: '1',
      stationName: '',
      login: 'admin',
      name: '甲',
      password: 'short',
    })
    expect(refusal.fields.map((field) => field.path)).toEqual(['stationCode', 'stationName', 'password'])
    for (const { message } of refusal.fields) expect(message).toMatch(/\p{Script=Han}/u)
  })
})

describe('signing in', () => {
  it('opens the same store again with the password and with nothing else', async () => {
    const one = await desk()
    await one.ask('visits.register', { visit: aVisit() })
    await one.close()

    const again = await openApp({ dataDir: one.dataDir })
    opened.push(again)
    expect((await again.refusal('petitions.today', undefined)).code).toBe('notSignedIn')
    expect(
      (await again.refusal('session.signIn', { login: 'admin', password: 'wrong-password' })).message,
    ).toContain('登录名或密码不对')
    await again.ask('session.signIn', { login: 'admin', password: PASSWORD })
    expect((await again.ask('petitions.list', {})).lines).toHaveLength(1)
  })

  it('slows down after three wrong passwords and records them with the next right one', async () => {
    const one = await desk()
    for (let slip = 0; slip < 3; slip += 1)
      await one.refusal('session.signIn', { login: 'admin', password: 'wrong' })
    expect((await one.refusal('session.signIn', { login: 'admin', password: PASSWORD })).message).toMatch(
      /请等 \d+ 秒/,
    )
    one.passTime(10_000)
    await one.ask('session.signIn', { login: 'admin', password: PASSWORD })
    const last = one.app.session
      .desk()
      .store.reader.raw.prepare('select kind, body from journal order by seq desc limit 1')
      .get()
    expect(last).toEqual({ kind: 'account.signed-in', body: '{"failedBefore":3,"recovered":false}' })
  })

  it('sets a new password with the recovery code', async () => {
    const one = await desk()
    await one.ask('session.signOut')
    expect(
      (
        await one.refusal('session.recover', {
          recoveryCode: 'AAAAA',
          login: 'admin',
          password: 'new-password',
        })
      ).fields[0]?.path,
    ).toBe('recoveryCode')
    const typed = one.recoveryCode.toLowerCase().replaceAll('-', ' ')
    await one.ask('session.recover', { recoveryCode: typed, login: 'admin', password: 'new-password' })
    await one.ask('session.signOut')
    await one.ask('session.signIn', { login: 'admin', password: 'new-password' })
  })

  it('is over for an account that was switched off', async () => {
    const one = await desk()
    await signInAs(one, 'clerk')
    await signInAs(one, 'admin', 'admin')
    await one.ask('accounts.save', { login: 'clerk', name: '甲', roles: ['clerk'], active: false })
    expect((await one.refusal('session.signIn', { login: 'clerk', password: PASSWORD })).code).toBe('refused')
  })

  it('never leaves the station without an administrator', async () => {
    const one = await desk()
    const refusal = await one.refusal('accounts.save', {
      login: 'admin',
      name: '甲',
      roles: ['clerk'],
      active: true,
    })
    expect(refusal.message).toContain('至少要留一位可用的管理员')
  })

  it('writes neither passwords, keys nor records in plain into the folder', async () => {
    const one = await desk()
    await one.ask('visits.register', { visit: aVisit() })
    await one.close()
    for (const file of ['desk.db', 'keyring.json']) {
      const bytes = readFileSync(path.join(one.dataDir, file))
      for (const secret of [PASSWORD, '赵小满', '13900000001', 'journal']) {
        expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false)
      }
    }
  })
})

describe('permissions', () => {
  const methods = Object.keys(api) as Method[]
  const roles = Object.keys(ROLES) as Role[]

  it.each(roles)('lets a %s call exactly what the contract says', async (role) => {
    const one = await desk()
    await signInAs(one, role, `a-${role}`)
    for (const method of methods) {
      // An input nobody can mean: whoever may call is refused for it, the others before it is looked at.
      const reply = await one.app.call(method, { nonsense: true })
      const code = reply.ok ? 'answered' : reply.error.code
      expect(code === 'notAllowed', `${role} ${method} ${code}`).toBe(!mayCall(method, [role]))
    }
  })

  it('refuses everything but signing in to nobody', async () => {
    const one = await desk()
    await one.ask('session.signOut')
    const open = methods.filter((method) => mayCall(method, null))
    expect(open.sort()).toEqual([
      'session.found',
      'session.recover',
      'session.signIn',
      'session.signOut',
      'session.state',
    ])
    for (const method of methods.filter((name) => !open.includes(name))) {
      expect((await one.refusal(method, {})).code).toBe('notSignedIn')
    }
  })
})

describe('the door', () => {
  it.each(['no.such', 'constructor', '__proto__', 'session.state '])(
    'refuses the method %s',
    async (method) => {
      const one = await desk()
      const reply = await one.app.call(method, {})
      expect(reply).toMatchObject({ ok: false, error: { code: 'badRequest' } })
    },
  )

  it('answers a bug with one plain sentence and writes nothing that was typed into the log', async () => {
    const one = await desk()
    one.app.session.desk().store.reader.raw.close()
    const reply = await one.app.call('petitions.list', { query: '赵小满' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'unexpected' } })
    expect(one.bugs).toHaveLength(1)
  })

  it('turns half a character into one that can be stored', async () => {
    const one = await desk()
    const { petitions } = await one.ask('visits.register', {
      visit: aVisit({ petition: { title: '半个\uD83D字' } }),
    })
    expect(petitions[0]?.title).toBe('半个\uFFFD字')
  })
})
