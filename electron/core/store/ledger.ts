import type { EntryKind } from '../../../shared/domain/entries.ts'
import type { Store, Writer } from './database.ts'
import { type ChainHead, type NewEntry, readHead, writeEntry } from './journal-store.ts'
import { type Office, readOffice } from './office-store.ts'
import type { Fold } from './projection/fold.ts'
import { holdBack } from './projection/held-back.ts'
import { redateOpenPetitions } from './projection/petitions.ts'
import { project } from './projection/project.ts'

/** What a change may do: look, and append. The rows follow by themselves. */
export type Change = {
  readonly tx: Writer
  readonly append: <K extends EntryKind>(entry: NewEntry<K>) => Promise<void>
}

/** The one way to change anything: journal entry and current-state rows in one transaction, one change at a time. */
export type Ledger = {
  readonly station: string
  office(): Office
  change<T>(work: (change: Change) => Promise<T>): Promise<T>
  /** Called after a commit with the kinds that were appended. */
  onCommit(listener: (kinds: readonly EntryKind[]) => void): void
}

export async function openLedger(store: Store, station: string, clock: () => number): Promise<Ledger> {
  let head = await readHead(store.reader, station)
  let office = await readOffice(store.reader)
  const listeners: ((kinds: readonly EntryKind[]) => void)[] = []

  async function change<T>(work: (change: Change) => Promise<T>): Promise<T> {
    const kinds: EntryKind[] = []
    const committed = await store.write(async (tx) => {
      // Only inside the transaction is the head safe from other writers; it moves outside only after the commit.
      let nextHead: ChainHead = head
      const memory = officeMemory(tx, office)
      const result = await work({
        tx,
        append: async (entry) => {
          const written = await writeEntry(tx, station, nextHead, entry, clock())
          nextHead = written.head
          await project(memory.fold, written.entry)
          await memory.settle()
          kinds.push(entry.kind)
        },
      })
      memory.finish()
      return { result, nextHead, office: memory.fold.office() }
    })
    head = committed.nextHead
    office = committed.office
    if (kinds.length > 0) for (const listener of listeners) listener(kinds)
    return committed.result
  }

  return {
    station,
    office: () => {
      if (office === null) throw new Error('this station has no settings yet')
      return office
    },
    change,
    onCommit: (listener) => listeners.push(listener),
  }
}

export type FoldMemory = {
  readonly fold: Fold
  /** After every entry. */
  settle(): Promise<void>
  /** Before the commit. */
  finish(): void
}

/**
 * The office as this transaction sees it. While the first settings are being folded in there is none, so reading it
 * again after every entry of the founding would be wasted; `settle` reads once per entry that changed it.
 */
export function officeMemory(tx: Writer, known: Office | null): FoldMemory {
  let office = known
  let stale = false
  const later = holdBack()
  const fold: Fold = {
    tx,
    office: () => office,
    officeChanged: () => {
      stale = true
    },
    later,
  }
  return {
    fold,
    finish: () => later.write(tx),
    settle: async () => {
      later.writeIfMany(tx)
      if (!stale) return
      stale = false
      office = await readOffice(tx)
      await redateOpenPetitions(fold)
    },
  }
}
