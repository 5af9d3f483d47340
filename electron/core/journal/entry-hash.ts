import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Entry } from '../../../shared/domain/entry.ts'

/** An entry as it is before the chain takes it up. */
export type UnchainedEntry = Omit<Entry, 'prevHash' | 'hash'>

/** The text whose hash chains the entry: canonical JSON (RFC 8785) of every member but `prevHash` and `hash`. */
export function entryText(entry: UnchainedEntry): string {
  const { station, seq, at, tick, actor, subject, kind, version, body } = entry
  return canonicalText({ station, seq, at, tick, actor, subject, kind, version, body })
}

/** The same from a body that is canonical text already: a save need not write it out twice. */
export function entryTextAround(bodyText: string, entry: Omit<UnchainedEntry, 'body'>): string {
  const { station, seq, at, tick, actor, subject, kind, version } = entry
  const [head, tail] = [
    canonicalText({ actor, at }),
    canonicalText({ kind, seq, station, subject, tick, version }),
  ]
  return `${head.slice(0, -1)},"body":${bodyText},${tail.slice(1)}`
}

/** Hex SHA-256 over the 64 hex characters of `prevHash` followed by `entryText`, both as UTF-8. */
export function entryHash(entry: Omit<Entry, 'hash'>): string {
  return chainHash(entry.prevHash, entryText(entry))
}

export function chainHash(prevHash: string, text: string): string {
  return hash('sha256', prevHash + text, 'hex')
}

/** The entry as it is sealed, sent and kept for good: canonical JSON of all its members, without a line feed. */
export function entryLine(entry: Entry): string {
  const { station, seq, at, tick, actor, subject, kind, version, body, prevHash, hash } = entry
  return canonicalText({ station, seq, at, tick, actor, subject, kind, version, body, prevHash, hash })
}

/** The same from a body that is canonical text already. */
export function entryLineAround(bodyText: string, entry: Omit<Entry, 'body'>): string {
  const { station, seq, at, tick, actor, subject, kind, version, prevHash, hash } = entry
  const [head, tail] = [
    canonicalText({ actor, at }),
    canonicalText({ hash, kind, prevHash, seq, station, subject, tick, version }),
  ]
  return `${head.slice(0, -1)},"body":${bodyText},${tail.slice(1)}`
}

/** Throws on what JSON cannot hold (a number that is not finite, a lone surrogate): it must never reach the chain. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('this value has no canonical JSON')
  return text
}
