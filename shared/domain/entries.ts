import type { z } from 'zod'
import { channelEntries } from './entries/channel-entries.ts'
import { coordinationEntries } from './entries/coordination-entries.ts'
import { exportEntries } from './entries/export-entries.ts'
import { followUpEntries } from './entries/follow-up-entries.ts'
import { officeEntries } from './entries/office-entries.ts'
import { paperEntries } from './entries/paper-entries.ts'
import { petitionEntries } from './entries/petition-entries.ts'
import { receptionEntries } from './entries/reception-entries.ts'
import { reportEntries } from './entries/report-entries.ts'
import type { EntryTable } from './entries/table.ts'
import { templateEntries } from './entries/template-entries.ts'
import type { Entry } from './entry.ts'

/**
 * Every kind of journal entry with the schema of its newest version. A body is parsed with it before it is
 * appended; an older version is lifted by its upcaster first and stays readable for ever.
 */
export const ENTRY_KINDS = {
  ...officeEntries,
  ...petitionEntries,
  ...followUpEntries,
  ...paperEntries,
  ...channelEntries,
  ...coordinationEntries,
  ...receptionEntries,
  ...reportEntries,
  ...exportEntries,
  ...templateEntries,
} as const satisfies EntryTable

export type EntryKind = keyof typeof ENTRY_KINDS
export type EntryBody<K extends EntryKind> = z.output<(typeof ENTRY_KINDS)[K]['body']>
/** An entry whose body has been read with the schema of its kind. */
export type KnownEntry = {
  [K in EntryKind]: Omit<Entry, 'kind' | 'body'> & { readonly kind: K; readonly body: EntryBody<K> }
}[EntryKind]

/** Lifts a body from the version it was written in to the next. Frozen once released. */
type Upcaster = (body: unknown) => unknown
const UPCASTERS: Partial<Record<EntryKind, Readonly<Record<number, Upcaster>>>> = {
  // Version 1 knew neither whose unit nor which leader an account belongs to.
  'account.saved': { 1: (body) => ({ ...(body as object), unit: '', leader: '' }) },
  // Version 1 knew the counter alone.
  'visit.registered': {
    1: (body) => {
      const { visit, ...rest } = body as { visit: object }
      return { ...rest, visit: { ...visit, origin: { kind: 'counter' } } }
    },
  },
}

export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry'
}

/** Reads any entry ever written, of any version up to ours. Throws UnreadableEntry for what a newer program wrote. */
export function readEntry(entry: Entry): KnownEntry {
  if (!isEntryKind(entry.kind))
    throw new UnreadableEntry(`unknown kind ${entry.kind} at ${entry.station}#${entry.seq}`)
  const { version, body: schema } = ENTRY_KINDS[entry.kind]
  if (entry.version > version)
    throw new UnreadableEntry(`${entry.kind} v${entry.version} is newer than this program`)
  // A body of today's version was parsed before it was appended and is guarded by its hash; parsing it again with
  // checks that may have become stricter would make old entries unreadable.
  if (entry.version === version) return entry as KnownEntry
  let body = entry.body
  for (let from = entry.version; from < version; from += 1) {
    const lift = UPCASTERS[entry.kind]?.[from]
    if (!lift) throw new UnreadableEntry(`no upcaster for ${entry.kind} v${from}`)
    body = lift(body)
  }
  return { ...entry, kind: entry.kind, body: schema.parse(body) } as KnownEntry
}

export function isEntryKind(kind: string): kind is EntryKind {
  return Object.hasOwn(ENTRY_KINDS, kind)
}

/** Bookkeeping of the sync itself: such entries alone are no reason for another batch. */
export function isBookkeeping(kind: string): boolean {
  return kind.startsWith('batch.') || kind === 'account.signed-in'
}
