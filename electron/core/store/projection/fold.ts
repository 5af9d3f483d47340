import type { EntryBody, EntryKind, KnownEntry } from '../../../../shared/domain/entries.ts'
import type { Writer } from '../database.ts'
import type { Office } from '../office-store.ts'
import type { HeldBack } from './held-back.ts'

/** One entry of one kind, as its projection gets it. */
export type Folded<K extends EntryKind> = Omit<KnownEntry, 'kind' | 'body'> & {
  readonly kind: K
  readonly body: EntryBody<K>
}

/** What a projection may use: the open transaction and the office as folded so far. */
export type Fold = {
  readonly tx: Writer
  /** Null until the first settings are folded. */
  office(): Office | null
  /** The office's rows changed: read them again before the next entry. */
  officeChanged(): void
  /** Search index and counters, which are written before the commit. */
  readonly later: Pick<HeldBack, 'index' | 'count'>
}
