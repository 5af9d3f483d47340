import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'
import { packedEntry, type ZipEntry } from '../documents/zip.ts'

/** Packs a part piece by piece beside the thread that writes it; `between` two pieces others get their turn. */
export async function packPieces(
  name: string,
  pieces: Iterable<string> | AsyncIterable<string>,
  between: () => Promise<void>,
): Promise<ZipEntry> {
  const deflate = createDeflateRaw({ level: 4 })
  const packed: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => packed.push(chunk))
  const ended = once(deflate, 'end')
  let crc = 0
  let size = 0
  try {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece, 'utf8')
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
      await between()
    }
    deflate.end()
    await ended
  } finally {
    deflate.destroy()
  }
  return packedEntry(name, { packed: Buffer.concat(packed), method: 8, crc, size })
}
