import { accessSync, constants, existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { DeskError } from '../../shared/contract/errors.ts'

/** What the system says of a file, as a person can act on it. */
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: '不存在，请核对路径',
  ENOTDIR: '路径中有一段不是文件夹，请核对路径',
  EISDIR: '是文件夹，不是文件，请核对路径',
  EEXIST: '已经存在，请换一个名字',
  EACCES: '没有权限读写，请检查权限或换一个账户',
  EPERM: '系统不允许读写，请检查权限或换一个账户',
  EROFS: '所在的磁盘是只读的，请换一个位置',
  ENOSPC: '所在的磁盘已满，请清理磁盘后再试',
  EDQUOT: '所在的磁盘配额已满，请清理后再试',
  EIO: '读写出错，请检查磁盘后再试',
  ENAMETOOLONG: '路径过长，请换一个短一些的名字',
  EBUSY: '正被别的程序占用，请关闭它后再试',
}

/** Null for what is no trouble of a file. `file` names it where the system does not. */
export function fileProblem(error: unknown, file?: string): DeskError | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null
  const sentence = SENTENCES[String(error.code)]
  if (sentence === undefined) return null
  const name = 'path' in error && typeof error.path === 'string' ? error.path : (file ?? '')
  return new DeskError('unavailable', `${name} ${sentence}。`.trimStart())
}

/** Does the work on a file and turns the system's errors into sentences. */
export function onFile<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw fileProblem(error, file) ?? error
  }
}

/** What was issued cannot be taken back, so what can be checked about the file is checked before. */
export function requireWritable(file: string): void {
  onFile(file, () => {
    accessSync(path.dirname(file), constants.W_OK)
    if (existsSync(file)) {
      if (statSync(file).isDirectory())
        throw new DeskError('badRequest', `${file} 是文件夹，请在 --out 中写文件名。`)
      accessSync(file, constants.W_OK)
    }
  })
}
