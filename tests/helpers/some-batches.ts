import { generateStationKey, type StationKey } from '../../electron/core/archive/keys.ts'
import { sealBatch } from '../../electron/core/archive/seal.ts'
import { NO_MANIFEST_HASH, type SealedBatch } from '../../shared/domain/batch.ts'
import { instantOf } from '../../shared/domain/day.ts'
import type { Entry } from '../../shared/domain/entry.ts'
import { type SomeEntries, someDocument, someEntries } from './some-entries.ts'

export type SomeBatches = Partial<SomeEntries> & {
  /** Entries per batch, one batch each. */
  readonly sizes: readonly number[]
  readonly key?: StationKey
  readonly documents?: number
}

/** A station's sealed batches from the first on, as they follow each other. */
export function someBatches({
  sizes,
  key = generateStationKey(),
  documents = 1,
  ...rest
}: SomeBatches): SealedBatch[] {
  const batches: SealedBatch[] = []
  let after: Entry | undefined
  for (const [index, count] of sizes.entries()) {
    const entries = someEntries({ ...rest, count, after })
    after = entries.at(-1)
    batches.push(
      sealBatch({
        station: rest.station ?? 'ZX',
        number: index + 1,
        entries,
        documents: new Map(
          Array.from({ length: documents }, (_, n) => someDocument(`${index + 1}.${n} ${rest.seed ?? 1}`)),
        ),
        previousManifestHash: batches.at(-1)?.manifestHash ?? NO_MANIFEST_HASH,
        sealedAt: instantOf(1_790_000_000_000 + index),
        key,
      }),
    )
  }
  return batches
}
