import { DeskError } from '../../../shared/contract/errors.ts'
import { roleSchema } from '../../../shared/domain/account.ts'
import type { Handlers } from '../dispatch.ts'

const done = { done: true } as const

type SessionMethod = Extract<keyof Handlers, `session.${string}` | `accounts.${string}`>

/** First run, signing in and out, and who may sign in at all. */
export const sessionHandlers: Pick<Handlers, SessionMethod> = {
  'session.state': (_, { session }) => session.state(),
  'session.found': (input, { session }) => session.found(input),
  'session.signIn': async ({ login, password }, { session }) => {
    const me = await session.signIn(login, password)
    return { ...me, roles: [...me.roles] }
  },
  'session.signOut': (_, { session }) => {
    session.signOut()
    return done
  },
  'session.recover': async ({ recoveryCode, login, password }, { session }) => {
    const me = await session.recover(recoveryCode, login, password)
    return { ...me, roles: [...me.roles] }
  },
  'session.changePassword': async ({ old, password }, { session, desk, me }) => {
    if (!(await session.checkPassword(me.login, old))) {
      throw new DeskError('refused', '现在的密码不对，请重新输入。', [
        { path: 'old', message: '现在的密码不对' },
      ])
    }
    await session.setPassword(me.login, me.name, password)
    await desk.ledger.change(({ append }) =>
      append({ kind: 'account.password-set', subject: me.login, actor: me.login, body: { login: me.login } }),
    )
    return done
  },
  'session.cancel': ({ job }, { desk }) => {
    desk.jobs.cancel(job)
    return done
  },

  'accounts.list': async (_, { desk }) => {
    const rows = await desk.store.reader.db.selectFrom('account').selectAll().orderBy('login').execute()
    return rows.map((row) => ({
      login: row.login,
      name: row.name,
      roles: roleSchema.array().parse(JSON.parse(row.roles)),
      active: row.active === 1,
      unit: row.unit,
      leader: row.leader,
    }))
  },
  'accounts.save': async (input, { session, desk, me }) => {
    const { password, ...account } = input
    const rows = await desk.store.reader.db.selectFrom('account').selectAll().execute()
    const known = rows.find((row) => row.login === account.login)
    if (!known && password === null) {
      throw new DeskError('badRequest', '新账户请设置初始密码。', [
        { path: 'password', message: '请设置初始密码' },
      ])
    }
    const adminsLeft = rows.filter(
      (row) => row.login !== account.login && row.active === 1 && row.roles.includes('"admin"'),
    )
    if (adminsLeft.length === 0 && (!account.active || !account.roles.includes('admin'))) {
      throw new DeskError('refused', '至少要留一位可用的管理员，不能停用或撤掉最后一位。')
    }
    if (known && !(known.active === 1) && account.active && password === null) {
      throw new DeskError('badRequest', '重新启用账户请同时设置新密码。', [
        { path: 'password', message: '请设置新密码' },
      ])
    }
    if (password !== null) await session.setPassword(account.login, account.name, password)
    await desk.ledger.change(async ({ append }) => {
      const common = { subject: account.login, actor: me.login }
      await append({ ...common, kind: 'account.saved', body: account })
      if (password !== null)
        await append({ ...common, kind: 'account.password-set', body: { login: account.login } })
    })
    if (!account.active) session.forgetPassword(account.login)
    return done
  },
}
