import { strFromU8, unzipSync } from 'fflate'
import type { Instant } from '../../../shared/domain/day.ts'
import { coreProperties } from '../documents/prezipped.ts'
import { zip, zipEntry } from '../documents/zip.ts'
import { unguarded } from './braces.ts'

/** The parts of a Word file by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>

type Ending = { readonly title: string; readonly createdAt: Instant }

const TYPES = '[Content_Types].xml'
const PROPERTIES = 'docProps/core.xml'

/** Packed in one order and without dates. What is issued carries our properties, not those of whoever drew the template. */
export function repacked(file: Parts | Buffer, ending?: Ending): Buffer {
  const parts = new Map<string, Uint8Array>(Buffer.isBuffer(file) ? Object.entries(unzipSync(file)) : file)
  if (ending !== undefined) finish(parts, ending)
  const names = [...parts.keys()].filter((name) => !name.endsWith('/')).toSorted(byPlace)
  return zip(
    names.map((name) =>
      zipEntry(name, parts.get(name) ?? new Uint8Array(), isPacked(name) ? 'store' : 'fast'),
    ),
  )
}

/** The list of types first, as Word writes it. */
function byPlace(one: string, other: string): number {
  if (one === TYPES || other === TYPES) return one === TYPES ? -1 : 1
  return one < other ? -1 : 1
}

function isPacked(name: string): boolean {
  return /\.(png|jpe?g|gif)$/iu.test(name)
}

function finish(parts: Map<string, Uint8Array>, { title, createdAt }: Ending): void {
  for (const [name, bytes] of parts) {
    if (/^word\/[^/]+\.xml$/u.test(name))
      parts.set(
        name,
        Buffer.from(unguarded(strFromU8(bytes)).replaceAll(MISPLACED, '$1').replaceAll(BOUND, '')),
      )
  }
  dropThumbnail(parts)
  if (parts.has(PROPERTIES)) parts.set(PROPERTIES, Buffer.from(coreProperties(title, createdAt)))
  dropUnusedPictures(parts)
}

/** The filler names the picture on its frame too, where the standard knows no such attribute. */
const MISPLACED = /(<pic:pic\b[^>]*?) r:embed="[^"]*"/gu

/** A control bound to the file's properties would show those instead of what was filled in. */
const BOUND = /<w(?:15)?:dataBinding\b(?:[^>]*\/>|[\s\S]*?<\/w(?:15)?:dataBinding>)/gu

/** A small picture of the paper the template was drawn from. */
function dropThumbnail(parts: Map<string, Uint8Array>): void {
  const names = [...parts.keys()].filter((name) => /^docProps\/thumbnail\./iu.test(name))
  const rels = parts.get(RELS)
  if (names.length === 0 || rels === undefined) return
  for (const name of names) parts.delete(name)
  parts.set(RELS, Buffer.from(strFromU8(rels).replaceAll(THUMBNAIL, '')))
}

const RELS = '_rels/.rels'
const THUMBNAIL = /<Relationship [^>]*\/metadata\/thumbnail"[^>]*\/>/gu

/** The sample code a template shows is no part of what is issued. */
function dropUnusedPictures(parts: Map<string, Uint8Array>): void {
  const used = new Set<string>()
  for (const [name, bytes] of parts) {
    const owner = /^word\/_rels\/(.+)\.rels$/u.exec(name)?.[1]
    if (owner === undefined) continue
    const text = strFromU8(parts.get(`word/${owner}`) ?? new Uint8Array())
    const kept = strFromU8(bytes).replace(/<Relationship [^>]*\/>/gu, (relation) => {
      const target = /Target="(?:\/word\/)?(media\/[^"]+)"/u.exec(relation)?.[1]
      const id = /\bId="([^"]+)"/u.exec(relation)?.[1]
      if (target === undefined || id === undefined) return relation
      if (!text.includes(`"${id}"`)) return ''
      used.add(`word/${target}`)
      return relation
    })
    parts.set(name, Buffer.from(kept))
  }
  for (const name of parts.keys()) if (name.startsWith('word/media/') && !used.has(name)) parts.delete(name)
}
