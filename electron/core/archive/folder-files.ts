import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DeskError } from '../../../shared/contract/errors.ts'

/** A scanner or the indexer may hold a fresh file for a moment; Windows refuses to rename it meanwhile. */
const RENAME_TRIES = 10
const RENAME_PAUSE_MS = 100

/** Network drives and Windows cannot sync a folder; there is nothing else to do then. */
const CANNOT_SYNC_FOLDER = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP', 'EBADF', 'EACCES'])

export function readFolderUrl(url: string): string {
  const folder = url.slice('folder:'.length).trim()
  if (folder === '') throw new DeskError('badRequest', '归档去向缺少文件夹，应形如 folder:E:\\信访归档。')
  return path.resolve(folder)
}

export async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, bytes, { flag: 'wx', flush: true })
}

/** Puts the finished file or folder in its place, so that a power cut leaves it whole or not there at all. */
export async function renameSynced(from: string, to: string): Promise<void> {
  await syncFolder(path.dirname(from))
  for (let tries = 1; ; tries += 1) {
    try {
      await rename(from, to)
      break
    } catch (error) {
      const busy = process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? '')
      if (!busy || tries === RENAME_TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS))
    }
  }
  await syncFolder(path.dirname(to))
}

/** Replaces a small file at once. */
export async function replaceFile(file: string, temporary: string, bytes: Uint8Array): Promise<void> {
  await rm(temporary, { force: true })
  await writeSynced(temporary, bytes)
  await mkdir(path.dirname(file), { recursive: true })
  await renameSynced(temporary, file)
}

export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!CANNOT_SYNC_FOLDER.has(codeOf(error) ?? '')) throw error
  }
}

/** Null when it is not there. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Nothing when the folder is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Does the work and turns what the disk says into a sentence a person can act on. */
export async function onFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw folderError(folder, error) ?? error
  }
}

/** Null for what is no trouble of the disk but a bug. */
export function folderError(folder: string, error: unknown): DeskError | null {
  const code = codeOf(error)
  if (code === null || error instanceof DeskError) return null
  const sentence =
    SENTENCES.find(({ codes }) => codes.includes(code))?.sentence ?? '读写出错，请检查磁盘或网络盘后再试'
  return new DeskError(
    'unavailable',
    `归档文件夹“${folder}”${sentence}。没有回执的批次会在下次同步时重新送出。`,
  )
}

const SENTENCES = [
  { codes: ['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO'], sentence: '找不到，请插好移动硬盘或接通网络盘后再试' },
  { codes: ['EACCES', 'EPERM', 'EROFS'], sentence: '不能写入，请解除写保护、取得权限或换一个文件夹后再试' },
  { codes: ['ENOSPC', 'EDQUOT', 'EFBIG'], sentence: '所在的磁盘已满，请清理空间或换一块磁盘后再试' },
]

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && 'syscall' in error && typeof error.code === 'string'
    ? error.code
    : null
}
