import type { Dirent } from 'node:fs'
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { fontKey } from '../../../shared/documents/font-check.ts'
import { type Coverage, readCoverage } from './coverage.ts'
import { type ReadAt, readFonts, type SfntFont } from './sfnt.ts'

/** The fonts of a PC, by their names. */
export type FontLibrary = {
  readonly has: (name: string) => boolean
  readonly coverage: (name: string) => Promise<Coverage>
  readonly files: number
  /** Files with the ending of a font that are none. */
  readonly unreadable: number
}

type Known = { readonly mtime: number; readonly size: number; readonly fonts: readonly SfntFont[] | null }
type Place = { readonly file: string; readonly at: number }

const FONT_FILE = /\.(?:ttf|ttc|otf|otc)$/iu
const DEEPEST = 8
const MOST_FILES = 20_000
/** Files read at a time; other calls of the core come in between. */
const SLICE = 16

/** Files are read again only when they have changed. */
const known = new Map<string, Known>()
const coverages = new Map<string, Promise<Coverage>>()

export async function readLibrary(folders: readonly string[]): Promise<FontLibrary> {
  const files: string[] = []
  const seen = new Set<string>()
  for (const folder of folders) await collect(folder, DEEPEST, files, seen)
  const places = new Map<string, Place>()
  let unreadable = 0
  for (let start = 0; start < files.length; start += SLICE) {
    const slice = files.slice(start, start + SLICE)
    const read = await Promise.all(slice.map(async (file) => ({ file, fonts: await fontsOf(file) })))
    for (const { file, fonts } of read) {
      if (fonts === null) unreadable += 1
      for (const { at, families } of fonts ?? []) {
        for (const name of families) {
          // The first file of a family stands for it: bold and slanted ones have the same characters.
          if (!places.has(fontKey(name))) places.set(fontKey(name), { file, at })
        }
      }
    }
  }
  return {
    has: (name) => places.has(fontKey(name)),
    coverage: (name) => coverageOf(places.get(fontKey(name))),
    files: files.length,
    unreadable,
  }
}

async function collect(folder: string, depth: number, files: string[], seen: Set<string>): Promise<void> {
  let entries: Dirent[]
  try {
    const place = await realpath(folder)
    // Links may lead back.
    if (seen.has(place)) return
    seen.add(place)
    entries = await readdir(folder, { withFileTypes: true })
  } catch {
    // A folder that is not there, or not ours to read, holds no fonts for us.
    return
  }
  for (const entry of entries) {
    if (files.length >= MOST_FILES) return
    const full = path.join(folder, entry.name)
    if (FONT_FILE.test(entry.name)) files.push(full)
    else if (depth > 0 && (entry.isDirectory() || entry.isSymbolicLink()))
      await collect(full, depth - 1, files, seen)
  }
}

/** Null for a file that is no font or cannot be read. */
async function fontsOf(file: string): Promise<readonly SfntFont[] | null> {
  try {
    const found = await stat(file)
    // A pipe of that name would never end.
    if (!found.isFile()) return null
    const { mtimeMs, size } = found
    const before = known.get(file)
    if (before !== undefined && before.mtime === mtimeMs && before.size === size) return before.fonts
    const read = await withFile(file, readFonts)
    const fonts = read.length === 0 ? null : read
    known.set(file, { mtime: mtimeMs, size, fonts })
    return fonts
  } catch {
    return null
  }
}

const NOTHING: Coverage = () => false

function coverageOf(place: Place | undefined): Promise<Coverage> {
  if (place === undefined) return Promise.resolve(NOTHING)
  const key = `${place.file}\n${place.at}\n${known.get(place.file)?.mtime ?? 0}`
  const before = coverages.get(key)
  if (before !== undefined) return before
  const found = withFile(place.file, (read) => readCoverage(read, place.at)).catch(() => NOTHING)
  coverages.set(key, found)
  return found
}

async function withFile<Result>(file: string, work: (read: ReadAt) => Promise<Result>): Promise<Result> {
  const handle = await open(file, 'r')
  try {
    return await work((offset, length) => readAt(handle, offset, length))
  } finally {
    await handle.close()
  }
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, offset)
  return buffer.subarray(0, bytesRead)
}
