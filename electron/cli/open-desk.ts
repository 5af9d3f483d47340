import { statSync } from 'node:fs'
import path from 'node:path'
import { type Answer, type Method, mayCall, type Sent } from '../../shared/contract/api.ts'
import type { Call } from '../../shared/contract/call.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import { createApp } from '../core/app.ts'
import type { Desk, Me } from '../core/desk.ts'
import type { Options } from './command.ts'
import { onFile } from './file-problems.ts'
import { readPassword } from './passwords.ts'
import { RESOURCES } from './resources.ts'
import type { Terminal } from './terminal.ts'

/** The options of every command that opens a store. */
export const STORE_OPTIONS = {
  data: { type: 'string', value: 'DIR', required: true, help: '数据文件夹' },
  account: { type: 'string', value: '登录名', help: '用哪个账户，默认为启用接待点的管理员' },
} as const satisfies Options

export type Ask = <M extends Method>(
  method: M,
  ...input: Sent<M> extends undefined ? [] : [Sent<M>]
) => Promise<Answer<M>>

export type Send = <M extends Method>(method: M, input: unknown) => Promise<Answer<M>>

export type OpenedDesk = {
  /** The same calls as the window's, with the same checks of roles and input. */
  readonly ask: Ask
  /** The same for input of which the compiler knows nothing; the core checks it either way. */
  readonly send: Send
  readonly desk: Desk
  readonly me: Me
  /** For work that no call offers: refused like a call that only these roles may make. */
  requireRole: (method: Method) => void
}

/** Opens the store, signs in, does the work and closes again, whatever happened. */
export async function withDesk<T>(
  at: { readonly data: string; readonly account: string | undefined },
  terminal: Terminal,
  work: (opened: OpenedDesk) => Promise<T>,
): Promise<T> {
  const app = await createApp({
    dataDir: storeFolder(at.data),
    resourcesDir: RESOURCES,
    emit: (event) => terminal.showProgress(event),
  })
  try {
    const send = sendThrough(app.call)
    const ask: Ask = (method, ...input) => send(method, input[0])
    const login = at.account ?? founderOf(await ask('session.state'))
    await ask('session.signIn', { login, password: await readPassword(terminal, login) })
    const me = app.session.me()
    return await work({
      ask,
      send,
      desk: app.session.desk(),
      me,
      requireRole: (method) => {
        if (!mayCall(method, me.roles)) {
          throw new DeskError(
            'notAllowed',
            `账户“${me.login}”的角色不能进行这项操作，请用 --account 换一个账户。`,
          )
        }
      },
    })
  } finally {
    terminal.clearProgress()
    await app.close()
  }
}

export function sendThrough(call: Call): Send {
  return async (method, input) => {
    const reply = await call(method, input)
    if (reply.ok) return reply.value as never
    throw new DeskError(reply.error.code, reply.error.message, reply.error.fields)
  }
}

/** Opening must not make a new folder where a typing mistake points to. */
function storeFolder(data: string): string {
  const folder = path.resolve(data)
  const stat = onFile(folder, () => statSync(folder, { throwIfNoEntry: false }))
  if (!stat)
    throw new DeskError('notFound', `数据文件夹 ${folder} 不存在，请核对 --data；新建接待点请用 init。`)
  if (!stat.isDirectory()) throw new DeskError('badRequest', `${folder} 不是文件夹，请核对 --data。`)
  const keyring = path.join(folder, 'keyring.json')
  if (!onFile(keyring, () => statSync(keyring, { throwIfNoEntry: false }))) {
    throw new DeskError('notFound', `${folder} 里没有信访接待台的数据，请核对 --data；新建接待点请用 init。`)
  }
  return folder
}

function founderOf({ accounts }: Answer<'session.state'>): string {
  const [first] = accounts
  if (!first) throw new DeskError('refused', '这份数据里没有任何账户，请从备份恢复 keyring.json。')
  return first.login
}
