import { createHash } from 'node:crypto'
import { type StationKey, signBytes } from '../../electron/core/archive/keys.ts'
import { manifestBytes, manifestHash } from '../../electron/core/archive/seal.ts'
import { type BatchManifest, ENTRIES_PATH, type SealedBatch } from '../../shared/domain/batch.ts'

/** What somebody with the station's key could make: entries or manifest changed, everything around them to fit. */
export function forgeBatch(
  batch: SealedBatch,
  key: StationKey,
  { entriesFile, manifest = {} }: { entriesFile?: Uint8Array; manifest?: Partial<BatchManifest> },
): SealedBatch {
  const files = new Map(batch.files)
  if (entriesFile) files.set(ENTRIES_PATH, entriesFile)
  const forged: BatchManifest = {
    ...batch.signed.manifest,
    publicKey: key.publicKey,
    files: [...files].map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
    ...manifest,
  }
  const signature = signBytes(manifestBytes(forged), key.privateKey)
  return { signed: { manifest: forged, signature }, manifestHash: manifestHash(forged), files }
}

/** One line with another text in it and the hash that fits. */
export function forgeLine(line: string, from: string, to: string): string {
  const [, head = '', kind = '', prevHash = '', tail = ''] =
    /^(.*),"hash":"\w+"(,"kind":".*),"prevHash":"(\w+)"(,"seq":.*)$/s.exec(line.replace(from, to)) ?? []
  const hash = sha256(Buffer.from(prevHash + head + kind + tail))
  return `${head},"hash":"${hash}"${kind},"prevHash":"${prevHash}"${tail}`
}

export function entryLines(batch: SealedBatch): string[] {
  return Buffer.from(batch.files.get(ENTRIES_PATH) ?? [])
    .toString('utf8')
    .trimEnd()
    .split('\n')
}

export function linesFile(lines: readonly (string | undefined)[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(''))
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
