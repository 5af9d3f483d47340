import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type BatchManifest,
  ENTRIES_PATH,
  type Refusal,
  type SealedBatch,
  signedManifestSchema,
} from '../../../shared/domain/batch.ts'
import { createLineReader, type EntryLine, isEntryLine } from './entry-lines.ts'
import { isSignedBy } from './keys.ts'
import { manifestBytes, manifestFile, manifestHash } from './seal.ts'

/** One thing that is wrong with a batch, named for the program and for a person. */
export type BatchProblem = { readonly code: Refusal; readonly message: string }

/** A batch that is broken throughout is not listed line by line. */
const MAX_PROBLEMS = 20
/** A fraction of a millisecond: the core answers the window, and the archive gets the next bytes, in between. */
const LINES_PER_TURN = 64
const LINE_FEED = 0x0a

/** Reads `manifest.json`. Its bytes must be the canonical ones: there is no second way to write a manifest. */
export function readManifest(
  bytes: Uint8Array,
): { readonly signed: SealedBatch['signed'] } | { readonly problem: BatchProblem } {
  const raw = parseJson(Buffer.from(bytes))
  const parsed = signedManifestSchema.safeParse(raw)
  if (!parsed.success) return { problem: unreadable(raw) }
  if (!manifestFile(parsed.data).equals(bytes)) {
    return { problem: { code: 'unreadableManifest', message: '批次清单的写法不规范，可能被改动过。' } }
  }
  return { signed: parsed.data }
}

export type Verification = {
  /** The key registered for the station, if known. */
  readonly publicKey?: string | undefined
  /**
   * For a batch this process has just put together: neither the files' SHA-256 nor the lines' canonical form is checked
   * once more. Every byte of the lines is still accounted for, as the chain has to end in the hash that was signed.
   */
  readonly chainOnly?: boolean
}

/**
 * Recomputes everything a batch claims: signature, files, every entry's hash, the chain, range and counts. Whether it
 * follows the batch before is for the archive to say.
 */
export async function verifyBatch(
  batch: SealedBatch,
  { publicKey, chainOnly = false }: Verification = {},
): Promise<readonly BatchProblem[]> {
  const { manifest } = batch.signed
  const entriesFile = batch.files.get(ENTRIES_PATH)
  const problems = [
    ...manifestProblems(batch, publicKey),
    ...fileProblems(manifest, batch.files, chainOnly),
    ...(entriesFile ? await entryProblems(manifest, asBuffer(entriesFile), chainOnly) : []),
  ]
  return problems.slice(0, MAX_PROBLEMS)
}

function* manifestProblems(
  { signed, manifestHash: named }: SealedBatch,
  publicKey?: string,
): Generator<BatchProblem> {
  const { manifest, signature } = signed
  if (publicKey !== undefined && manifest.publicKey !== publicKey) {
    yield { code: 'wrongKey', message: `接待点 ${manifest.station} 的公钥与登记的不同。` }
  }
  if (!isSignedBy(manifestBytes(manifest), signature, manifest.publicKey)) {
    yield { code: 'forgedSignature', message: '批次清单的签名与公钥不符。' }
  }
  if (manifestHash(manifest) !== named) {
    yield { code: 'unreadableManifest', message: '批次清单与它的校验值不符。' }
  }
  if (manifest.toSeq - manifest.fromSeq + 1 !== manifest.entryCount) {
    yield { code: 'wrongRange', message: '清单中的起止编号与条数不符。' }
  }
}

function* fileProblems(
  { files: listed }: BatchManifest,
  files: SealedBatch['files'],
  chainOnly: boolean,
): Generator<BatchProblem> {
  const paths = new Set(listed.map((file) => file.path))
  if (paths.size !== listed.length) yield damaged('清单中有文件重复列出。')
  if (!paths.has(ENTRIES_PATH)) yield damaged(`清单中没有 ${ENTRIES_PATH}。`)
  for (const path of files.keys()) {
    if (!paths.has(path)) yield damaged(`多出了清单之外的文件 ${path}。`)
  }
  for (const { path, size, sha256 } of listed) {
    const bytes = files.get(path)
    if (!bytes) yield damaged(`缺少文件 ${path}。`)
    else if (bytes.byteLength !== size) yield damaged(`文件 ${path} 的大小与清单不符。`)
    else if (!chainOnly && hash('sha256', bytes, 'hex') !== sha256)
      yield damaged(`文件 ${path} 的内容与清单不符。`)
    if (path !== ENTRIES_PATH && !path.includes(sha256)) yield damaged(`文件 ${path} 的名称与校验值不符。`)
  }
}

async function entryProblems(
  manifest: BatchManifest,
  file: Buffer,
  chainOnly: boolean,
): Promise<readonly BatchProblem[]> {
  if (!isUtf8(file)) return [{ code: 'damagedEntry', message: `${ENTRIES_PATH} 不是有效的 UTF-8 文本。` }]

  const problems: BatchProblem[] = []
  const lines = createLineReader(file, manifest.station)
  let prevHash = manifest.firstPrevHash
  let count = 0
  for (let start = 0; start < file.length; count += 1) {
    const feed = file.indexOf(LINE_FEED, start)
    const end = feed < 0 ? file.length : feed
    const isWhole = feed >= 0 && (chainOnly || isEntryLine(file.subarray(start, end)))
    const next = isWhole ? lines.next(start, end, { seq: manifest.fromSeq + count, prevHash }) : null
    if (next === null) {
      const line = isWhole ? lines.read(start, end) : null
      problems.push(...lineProblems(manifest, count, prevHash, line))
      if (problems.length >= MAX_PROBLEMS) return problems
      prevHash = line?.hash ?? prevHash
    } else prevHash = next
    start = end + 1
    if (count % LINES_PER_TURN === LINES_PER_TURN - 1) await nextTurn()
  }
  if (count !== manifest.entryCount) {
    problems.push({ code: 'wrongRange', message: `清单记 ${manifest.entryCount} 条记录，实有 ${count} 条。` })
  }
  if (prevHash !== manifest.lastHash) {
    problems.push({ code: 'brokenChain', message: '最后一条记录的校验值与清单不符。' })
  }
  return problems
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function* lineProblems(
  manifest: BatchManifest,
  index: number,
  prevHash: string,
  line: EntryLine | null,
): Generator<BatchProblem> {
  const seq = manifest.fromSeq + index
  if (!line) {
    yield { code: 'damagedEntry', message: `第 ${seq} 条记录不是规范的写法，可能被改动或截断。` }
    return
  }
  if (line.station !== manifest.station || line.seq !== seq) {
    yield { code: 'wrongRange', message: `第 ${seq} 条的位置上是 ${line.station} 的第 ${line.seq} 条记录。` }
  }
  if (line.prevHash !== prevHash) {
    yield { code: 'brokenChain', message: `第 ${seq} 条记录与前一条接不上。` }
  }
  if (line.computedHash !== line.hash) {
    yield { code: 'damagedEntry', message: `第 ${seq} 条记录的内容与校验值不符。` }
  }
}

function damaged(message: string): BatchProblem {
  return { code: 'damagedFile', message }
}

function unreadable(raw: unknown): BatchProblem {
  const manifest: unknown = isRecord(raw) ? raw['manifest'] : undefined
  const version = isRecord(manifest) ? manifest['version'] : undefined
  return typeof version === 'number' && version > 1
    ? { code: 'newerFormat', message: `批次格式为第 ${version} 版，本程序只认第 1 版。` }
    : { code: 'unreadableManifest', message: '批次清单无法读取或缺少内容。' }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
