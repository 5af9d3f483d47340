import type { Instant } from '../../../shared/domain/day.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import {
  ENTRY_KINDS,
  type EntryBody,
  type EntryKind,
  type KnownEntry,
} from '../../../shared/domain/entries.ts'
import { type Entry, GENESIS_HASH } from '../../../shared/domain/entry.ts'
import { canonicalText, chainHash, entryTextAround } from '../journal/entry-hash.ts'
import { type Reader, readable, type Writer } from './database.ts'
import { insertRow } from './row-writer.ts'
import type { JournalTable } from './schema.ts'

/** Where the chain stands. Kept by the one writer, so that an append need not look it up. */
export type ChainHead = {
  readonly seq: number
  readonly at: Instant
  readonly tick: number
  readonly hash: string
}

export type NewEntry<K extends EntryKind> = {
  readonly kind: K
  readonly subject: string
  readonly actor: string
  readonly body: EntryBody<K>
}

export async function readHead(reader: Reader, station: string): Promise<ChainHead> {
  const row = await reader.db
    .selectFrom('journal')
    .select(['seq', 'at', 'tick', 'hash'])
    .where('station', '=', station)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { seq: 0, at: instantOf(0), tick: 0, hash: GENESIS_HASH }
}

/**
 * Chains the entry to the head and writes it. The hybrid logical clock never goes back: when the PC's clock does, the
 * tick counts on instead.
 */
export async function writeEntry<K extends EntryKind>(
  tx: Writer,
  station: string,
  head: ChainHead,
  entry: NewEntry<K>,
  now: number,
): Promise<{ entry: KnownEntry; head: ChainHead }> {
  const { version } = ENTRY_KINDS[entry.kind]
  const wall = instantOf(now)
  const at = wall > head.at ? wall : head.at
  const unchained = {
    station,
    seq: head.seq + 1,
    at,
    tick: at === head.at ? head.tick + 1 : 0,
    actor: entry.actor,
    subject: entry.subject,
    kind: entry.kind,
    version,
  }
  const bodyText = canonicalText(entry.body)
  const hash = chainHash(head.hash, entryTextAround(bodyText, unchained))
  insertRow(tx, 'journal', { ...unchained, body: bodyText, prev_hash: head.hash, hash })
  // Folded as it will be read back, so that a rebuild gives the same rows to the letter.
  const whole = { ...unchained, body: JSON.parse(bodyText) as unknown, prevHash: head.hash, hash }
  const next = { seq: whole.seq, at, tick: whole.tick, hash }
  return { entry: whole as unknown as KnownEntry, head: next }
}

export function fromRow(row: JournalTable): Entry {
  const { prev_hash, body, ...rest } = row
  return { ...rest, body: JSON.parse(body) as unknown, prevHash: prev_hash }
}

/** Fold order: hybrid logical clock, then station, then seq; the same in every order of arrival. */
export function* entriesInFoldOrder(reader: Reader): Generator<Entry> {
  const rows = reader.raw
    .prepare('select * from journal order by at, tick, station, seq')
    .iterate() as IterableIterator<JournalTable>
  for (const row of rows) yield fromRow(row)
}

/** Entries `from` … `to` of one station, in order. */
export function* entriesOfStation(
  reader: Reader,
  station: string,
  from: number,
  to: number,
): Generator<Entry> {
  const rows = reader.raw
    .prepare('select * from journal where station = ? and seq between ? and ? order by seq')
    .iterate(station, from, to) as IterableIterator<JournalTable>
  for (const row of rows) yield fromRow(row)
}

export async function entriesAbout(source: Reader | Writer, subjects: readonly string[]): Promise<Entry[]> {
  const rows = await readable(source)
    .selectFrom('journal')
    .selectAll()
    .where('subject', 'in', subjects)
    .orderBy('at')
    .orderBy('tick')
    .orderBy('station')
    .orderBy('seq')
    .execute()
  return rows.map(fromRow)
}
