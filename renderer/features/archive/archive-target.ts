/** The two kinds of archive as a person fills them in. */
export type Target = {
  readonly kind: 'folder' | 'postgresql'
  readonly path: string
  readonly host: string
  readonly port: string
  readonly database: string
  readonly user: string
}

export const NO_TARGET: Target = { kind: 'folder', path: '', host: '', port: '5432', database: '', user: '' }

/** The address the core takes; the password is never part of it. */
export function urlOf(target: Target): string {
  if (target.kind === 'folder') return target.path.trim() === '' ? '' : `folder:${target.path.trim()}`
  const host = target.host.trim()
  const at = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return `postgres://${encodeURIComponent(target.user.trim())}@${at}:${target.port.trim()}/${encodeURIComponent(target.database.trim())}`
}

export function targetOf(url: string): Target {
  if (url.startsWith('folder:')) return { ...NO_TARGET, path: url.slice('folder:'.length) }
  const match = /^postgres(?:ql)?:\/\/(?:([^@/]*)@)?(\[[^\]]+\]|[^:/]+)(?::(\d+))?\/([^?]*)/.exec(url)
  if (match === null) return NO_TARGET
  const [, user = '', host = '', port = '5432', database = ''] = match
  return {
    ...NO_TARGET,
    kind: 'postgresql',
    host: host.replace(/^\[|\]$/g, ''),
    port,
    database: decodeURIComponent(database),
    user: decodeURIComponent(user),
  }
}

type TargetProblem = { readonly path: keyof Target; readonly message: string }

export function problemsOfTarget(target: Target): readonly TargetProblem[] {
  if (target.kind === 'folder') {
    return target.path.trim() === ''
      ? [{ path: 'path', message: '请填写归档文件夹的完整路径，例如移动硬盘上的文件夹。' }]
      : []
  }
  const needed: readonly TargetProblem[] = [
    { path: 'host', message: '请填写数据库服务器的名称或地址。' },
    { path: 'database', message: '请填写数据库名。' },
    { path: 'user', message: '请填写用户名。' },
  ]
  const missing = needed.filter(({ path }) => target[path].trim() === '')
  const port = Number(target.port)
  return Number.isInteger(port) && port > 0 && port < 65_536
    ? missing
    : [...missing, { path: 'port', message: '端口应是 1 到 65535 的整数，一般是 5432。' }]
}
