import { createHash } from 'node:crypto'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Desk } from '../desk.ts'
import { openTable, type Table } from './table.ts'
import { MOST_FILE_BYTES } from './zip-parts.ts'

type Upload = {
  readonly name: string
  readonly pieces: Uint8Array[]
  size: number
  opened: Promise<OpenedFile> | null
}

export type OpenedFile = { readonly name: string; readonly sha256: string; readonly table: Table }

/** At most this many files wait at once; the one that waited longest goes. */
const WAITING = 3

/** Files on their way in, of each opened desk. They hold names and numbers, so they never touch the disk. */
const uploads = new WeakMap<Desk, Map<string, Upload>>()

function uploadsOf(desk: Desk): Map<string, Upload> {
  const known = uploads.get(desk)
  if (known) return known
  const fresh = new Map<string, Upload>()
  uploads.set(desk, fresh)
  return fresh
}

/** Pieces come in order; one that comes twice is taken once. */
export function addPiece(desk: Desk, id: string, name: string, offset: number, bytes: Uint8Array): number {
  const all = uploadsOf(desk)
  const known = all.get(id)
  const upload: Upload = known ?? { name, pieces: [], size: 0, opened: null }
  if (known === undefined) {
    const oldest = [...all.keys()].slice(0, Math.max(0, all.size - WAITING + 1))
    for (const each of oldest) all.delete(each)
    all.set(id, upload)
  }
  if (offset + bytes.length <= upload.size) return upload.size
  if (offset !== upload.size) throw new DeskError('refused', '文件没有完整地送到，请重新选择这个文件。')
  if (upload.size + bytes.length > MOST_FILE_BYTES) {
    all.delete(id)
    throw new DeskError('badRequest', '文件超过 64 MB，请分成几个文件导入。')
  }
  upload.pieces.push(bytes)
  upload.size += bytes.length
  upload.opened = null
  return upload.size
}

export function dropUpload(desk: Desk, id: string): void {
  uploadsOf(desk).delete(id)
}

export function openUpload(desk: Desk, id: string): Promise<OpenedFile> {
  const upload = uploadsOf(desk).get(id)
  if (!upload) throw new DeskError('notFound', '程序里已经没有这个文件，请重新选择它；已经导入的不会重复。')
  upload.opened ??= openFile(upload.name, Buffer.concat(upload.pieces))
  return upload.opened
}

export async function openFile(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, sha256, table: await openTable(name, bytes) }
}
