import { DeskError } from '../../../shared/contract/errors.ts'
import type { BatchManifest, Receipt, Refusal, SealedBatch } from '../../../shared/domain/batch.ts'
import { NO_MANIFEST_HASH } from '../../../shared/domain/batch.ts'
import type { Instant } from '../../../shared/domain/day.ts'
import { GENESIS_HASH } from '../../../shared/domain/entry.ts'
import type { HeldSoFar } from './archive.ts'
import { manifestHash } from './seal.ts'
import type { BatchProblem } from './verify-batch.ts'

/** What an archive decides about a batch. */
export type Answer =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'held'; readonly awaiting: number }
  | { readonly outcome: 'refused'; readonly reason: Refusal; readonly detail?: string }

export function receiptOf(
  archive: string,
  batch: Pick<SealedBatch, 'signed' | 'manifestHash'>,
  receivedAt: Instant,
  answer: Answer,
): Receipt {
  const { station, number, entryCount } = batch.signed.manifest
  return {
    format: 'petition-desk-receipt',
    version: 1,
    archive,
    station,
    number,
    manifestHash: batch.manifestHash,
    entryCount,
    receivedAt,
    ...answer,
  }
}

export function refusalFor(problem: BatchProblem): Answer {
  return { outcome: 'refused', reason: problem.code, detail: problem.message }
}

/** Whether a batch takes up where the archive stands. `held` is null before the station's first batch. */
export function doesFollow(held: HeldSoFar | null, manifest: BatchManifest): boolean {
  return (
    manifest.number === (held?.number ?? 0) + 1 &&
    manifest.fromSeq === (held?.toSeq ?? 0) + 1 &&
    manifest.firstPrevHash === (held?.lastHash ?? GENESIS_HASH) &&
    manifest.previousManifestHash === (held?.manifestHash ?? NO_MANIFEST_HASH)
  )
}

export function heldWith(manifest: BatchManifest): HeldSoFar {
  const { number, toSeq, lastHash } = manifest
  return { number, toSeq, lastHash, manifestHash: manifestHash(manifest) }
}

export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new DeskError('cancelled', '已停止送交；没有回执的批次会在下次同步时重新送出。')
  }
}
