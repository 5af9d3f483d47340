import { z } from 'zod'
import { instantSchema } from './visit.ts'

/** How far a petition, an entry or a batch has got on its way to the central archive. */
export const BATCH_STATES = {
  unsealed: '未封装',
  sealed: '已封装',
  sent: '已送出',
  acknowledged: '已签收',
  refused: '被退回',
} as const
export type BatchState = keyof typeof BATCH_STATES

/** Stands for the manifest before the first one. */
export const NO_MANIFEST_HASH = '0'.repeat(64)

export const ENTRIES_PATH = 'entries.jsonl'

export function documentPath(sha256: string): string {
  return `documents/${sha256}.docx`
}

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
const countSchema = z.int().min(1)
/** Also a folder name in an archive, so nothing else may get in. */
const stationSchema = z.string().regex(/^[A-Z][A-Z0-9]{1,3}$/)

/** Where a batch and its documents lie. Nothing else may lie beside them. */
const fileSchema = z.strictObject({
  path: z.string().regex(/^(entries\.jsonl|documents\/[0-9a-f]{64}\.docx)$/),
  size: z.int().min(0),
  sha256: sha256Schema,
})

/** 批次清单: a contiguous range of one station's journal with the documents it names. */
export const batchManifestSchema = z.strictObject({
  format: z.literal('petition-desk-batch'),
  version: z.literal(1),
  station: stationSchema,
  /** 1, 2, 3 … per station. */
  number: countSchema,
  fromSeq: countSchema,
  toSeq: countSchema,
  entryCount: countSchema,
  firstPrevHash: sha256Schema,
  lastHash: sha256Schema,
  sealedAt: instantSchema,
  previousManifestHash: sha256Schema,
  /** Raw Ed25519 key, base64. */
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  files: z.array(fileSchema).min(1),
})
export type BatchManifest = z.output<typeof batchManifestSchema>
export type BatchFile = BatchManifest['files'][number]

/** The signature is over the canonical JSON (RFC 8785) of the manifest, as UTF-8. */
export const signedManifestSchema = z.strictObject({
  manifest: batchManifestSchema,
  /** Ed25519, base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type SignedManifest = z.output<typeof signedManifestSchema>

/** A sealed batch never changes: the same number always stands for the same bytes. */
export type SealedBatch = {
  readonly signed: SignedManifest
  /** Hex SHA-256 of the manifest's canonical JSON. It names the batch, and the next batch carries it. */
  readonly manifestHash: string
  /** By the paths of the manifest. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Why an archive sends a batch back, and what to do. */
export const REFUSALS = {
  unreadableManifest: '批次清单无法读取或格式不对，请重新封装后再送',
  newerFormat: '批次由更新版本的程序封装，请先升级接收方',
  wrongKey: '批次的公钥与归档库登记的接待点公钥不同，请核对接待点是否重装过，并由归档管理员重新登记',
  forgedSignature: '批次签名与公钥不符，内容可能被改动，请从原接待点重新送出',
  damagedFile: '批次中的文件缺失、多余或与清单不符，请从原接待点重新送出',
  damagedEntry: '批次中有记录的内容与校验值不符，请在接待点核验日志',
  brokenChain: '批次中的记录首尾不相接，请在接待点核验日志',
  wrongRange: '批次中的记录编号或条数与清单不符，请从原接待点重新送出',
  doesNotFollow: '批次与归档库中的上一批次接不上，请核对接待点是否用旧备份恢复过',
  differentContent: '归档库中已有同一编号、内容不同的批次，请核对接待点是否用旧备份恢复过',
  unknownStation: '归档库中没有登记这个接待点，请归档管理员先登记它的代码和公钥',
  notYourStation: '当前的数据库账号不能送交这个接待点的批次，请核对归档去向中的账号',
} as const
export type Refusal = keyof typeof REFUSALS

const refusalSchema = z.custom<Refusal>((name) => typeof name === 'string' && Object.hasOwn(REFUSALS, name))

export const receiptSchema = z.strictObject({
  format: z.literal('petition-desk-receipt'),
  version: z.literal(1),
  /** Name of the archive that answers. */
  archive: z.string(),
  station: stationSchema,
  number: countSchema,
  manifestHash: sha256Schema,
  entryCount: countSchema,
  receivedAt: instantSchema,
  /** `held`: kept safe, but it becomes part of the archive only when the missing batch has come. */
  outcome: z.enum(['accepted', 'held', 'refused']),
  reason: refusalSchema.optional(),
  /** Which entry, file or number it is about, in Chinese. */
  detail: z.string().optional(),
  /** Number of the first batch that is missing. */
  awaiting: countSchema.optional(),
})
export type Receipt = z.output<typeof receiptSchema>

/** One Chinese sentence for the person who sent the batch. */
export function receiptSentence(receipt: Receipt): string {
  const { number, entryCount, outcome } = receipt
  if (outcome === 'accepted') return `第 ${number} 批（${entryCount} 条记录）已签收。`
  if (outcome === 'held') return `第 ${number} 批已收存，等第 ${receipt.awaiting} 批送到后一并签收。`
  const why = receipt.reason ? REFUSALS[receipt.reason] : '归档库没有说明原因'
  return `第 ${number} 批被退回：${why}。${receipt.detail ?? ''}`
}
