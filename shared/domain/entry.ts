import type { Instant } from './day.ts'

/** One line of the journal as it is hashed, sealed, sent and checked, whatever its kind. */
export type Entry = {
  readonly station: string
  /** 1, 2, 3 … without gaps, per station. */
  readonly seq: number
  /** Physical part of the hybrid logical clock: never earlier than the entry before. */
  readonly at: Instant
  /** Logical part: 0 unless `at` equals that of the entry before. */
  readonly tick: number
  /** Login of the account, or `system`. */
  readonly actor: string
  /** Number of the petition, visit, document … the entry is about. */
  readonly subject: string
  readonly kind: string
  /** Version of the body's schema. */
  readonly version: number
  readonly body: unknown
  /** Hex SHA-256 of the entry before; 64 zeros for the first. */
  readonly prevHash: string
  /** Hex SHA-256 of `prevHash` followed by the canonical JSON (RFC 8785) of all members but these two. */
  readonly hash: string
}

export const GENESIS_HASH = '0'.repeat(64)
