import type { z } from 'zod'
import { type Answer, api, isMethod, type Method, mayCall, type Received } from '../../shared/contract/api.ts'
import type { Call, Reply } from '../../shared/contract/call.ts'
import { DeskError, type DeskProblem, type FieldProblem } from '../../shared/contract/errors.ts'
import type { Desk, Me } from './desk.ts'
import type { Session } from './session.ts'

/** What a handler gets beside its parsed input. */
export type Context = {
  readonly session: Session
  /** The opened station; asking for it before somebody has signed in is a bug of the contract. */
  readonly desk: Desk
  readonly me: Me
}

export type Handlers = {
  readonly [M in Method]: (input: Received<M>, context: Context) => Promise<Answer<M>> | Answer<M>
}

/** The only door into the core: an unknown method, a call without the right, or a malformed input stops here. */
export function createDispatch(
  handlers: Handlers,
  session: Session,
  log: (event: string, error?: unknown) => void,
): Call {
  return async (method, input) => {
    if (!isMethod(method))
      return failed({ code: 'badRequest', message: '程序收到了它不认识的请求，未作任何改动。' })
    const refusal = permissionProblem(method, session)
    if (refusal) return failed(refusal)
    const parsed = (api[method].input as z.ZodType).safeParse(wellFormed(input))
    if (!parsed.success) return failed(inputProblem(parsed.error))
    try {
      const handler = handlers[method] as (input: unknown, context: Context) => Promise<unknown>
      return { ok: true, value: await handler(parsed.data, contextOf(session)) }
    } catch (error) {
      return failed(problemOf(error, method, log))
    }
  }
}

function contextOf(session: Session): Context {
  return {
    session,
    get desk() {
      return session.desk()
    },
    get me() {
      return session.me()
    },
  }
}

function permissionProblem(method: Method, session: Session): DeskProblem | null {
  const me = session.currentMe()
  if (mayCall(method, me?.roles ?? null)) return null
  return me === null
    ? { code: 'notSignedIn', message: '还没有登录或已经锁定，请先登录；已输入的内容都保留着。' }
    : { code: 'notAllowed', message: '您的角色不能进行这项操作，请由有权限的同事登录后办理。' }
}

function inputProblem(error: z.ZodError): DeskProblem {
  const fields: FieldProblem[] = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: /\p{Script=Han}/u.test(issue.message) ? issue.message : '此项填写不正确，请核对。',
  }))
  const first = fields[0]
  const message =
    fields.length === 1 && first
      ? first.message
      : `有 ${fields.length} 处需要补充或更正：${first?.message ?? ''}等。`
  return { code: 'badRequest', message, fields }
}

/** SQLite's own words for what a person can mend; everything else is a bug. */
const STORE_PROBLEMS: Readonly<Record<string, string>> = {
  SQLITE_FULL: '磁盘已满，这次没有保存成功；请清理磁盘后再按一次保存，已输入的内容都保留着。',
  SQLITE_READONLY: '数据文件夹不可写，这次没有保存成功；请检查文件夹权限后再试，已输入的内容都保留着。',
  SQLITE_IOERR: '读写磁盘出错，这次没有保存成功；请检查磁盘后再试，已输入的内容都保留着。',
  SQLITE_CORRUPT: '数据文件有损坏，请停止录入并联系管理员核验；文件没有被改动。',
  SQLITE_NOTADB: '数据文件有损坏，打不开，请联系管理员从备份恢复；文件没有被改动。',
  SQLITE_CANTOPEN: '数据文件打不开，请检查数据文件夹的权限和磁盘后再试；文件没有被改动。',
}

export function problemOf(
  error: unknown,
  where: string,
  log: (event: string, error?: unknown) => void,
): DeskProblem {
  if (error instanceof DeskError) return error.toProblem()
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = Object.entries(STORE_PROBLEMS).find(([prefix]) => code.startsWith(prefix))
  if (known) return { code: 'unavailable', message: known[1] }
  log(`bug in ${where}`, error)
  return {
    code: 'unexpected',
    message: '程序出了问题，这一步没有完成；已保存的记录不受影响，请再试一次或联系管理员。',
  }
}

/** Half a surrogate pair cannot be hashed, stored or printed; it becomes the replacement character at the door. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
  )
}

function failed(error: DeskProblem): Reply {
  return { ok: false, error }
}
