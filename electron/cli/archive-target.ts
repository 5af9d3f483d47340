import path from 'node:path'
import { DeskError } from '../../shared/contract/errors.ts'

/** Where batches go, as the core keeps it: the address without its password, and the password. */
export type Target = { readonly url: string; readonly password: string | null }

export function readTarget(text: string, env: NodeJS.ProcessEnv): Target {
  if (text.startsWith('folder:')) {
    const folder = text.slice('folder:'.length)
    if (folder === '')
      throw new DeskError('badRequest', '归档文件夹没有写路径，应形如 folder:/media/usb/archive。')
    // The core may run from anywhere; what is typed is meant from here.
    return { url: `folder:${path.resolve(folder)}`, password: null }
  }
  if (!/^postgres(?:ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new DeskError(
      'badRequest',
      '归档去向应形如 folder:路径 或 postgres://用户名@主机:端口/数据库名，请核对。',
    )
  }
  const url = new URL(text)
  const given = url.password === '' ? (env['DESK_ARCHIVE_PASSWORD'] ?? '') : decoded(url.password)
  url.password = ''
  return { url: url.href, password: given === '' ? null : given }
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password)
  } catch {
    throw new DeskError(
      'badRequest',
      '归档去向中的密码含有 % 而没有按网址的写法转换，请写成 %25，或把密码放在 DESK_ARCHIVE_PASSWORD 中。',
    )
  }
}
