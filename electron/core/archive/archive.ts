import type { Receipt, SealedBatch } from '../../../shared/domain/batch.ts'

/** How far an archive has got with a station: the last batch that follows its predecessors without a gap. */
export type HeldSoFar = {
  readonly number: number
  readonly toSeq: number
  readonly lastHash: string
  readonly manifestHash: string
}

/**
 * Where sealed batches go for good. Delivery is at least once, its effect exactly once: the same batch gets the same
 * receipt however often it comes. A batch with something wrong gets a receipt that says so; what keeps an archive from
 * answering at all is a DeskError, and then nothing is known until the batch is delivered again.
 */
export type Archive = {
  /** For people and receipts; never with a password. */
  readonly name: string
  readonly kind: 'folder' | 'postgresql'
  /** One Chinese sentence when batches can be taken. */
  check(): Promise<string>
  /** May be called again before it has answered: the next batch is verified while this one is being stored. */
  deliver(batch: SealedBatch, signal?: AbortSignal): Promise<Receipt>
  /** What the archive last said about this number; null when it has never taken it. */
  receiptFor(station: string, number: number): Promise<Receipt | null>
  highestHeld(station: string): Promise<HeldSoFar | null>
  close(): Promise<void>
}
