import type { CoreEvent } from '../../shared/contract/call.ts'
import type { Role } from '../../shared/domain/account.ts'
import { type Day, dayOf, type Instant, instantOf } from '../../shared/domain/day.ts'
import type { Jobs } from './jobs.ts'
import type { StoreKey } from './store/connection.ts'
import type { Store } from './store/database.ts'
import type { Ledger } from './store/ledger.ts'

export type Me = {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Code of the unit a 单位负责人 looks after, of the leader a 值班领导 is; empty for neither. */
  readonly unit: string
  readonly leader: string
}

export type Clock = () => number

/** What is handed in from outside; everything else is real. */
export type Surroundings = {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly emit: (event: CoreEvent) => void
  readonly clock: Clock
  /** Random text of that many characters out of 0–9 A–Z without look-alikes. */
  readonly randomCode: (length: number) => string
  readonly log: (event: string, error?: unknown) => void
  /** log2 of scrypt's N for new passwords. */
  readonly passwordCost: number
}

/** An opened station: what every handler works on. */
export type Desk = {
  readonly surroundings: Surroundings
  readonly store: Store
  readonly key: StoreKey
  readonly ledger: Ledger
  readonly station: {
    readonly code: string
    readonly name: string
    readonly school: string
    readonly publicKey: string
  }
  readonly jobs: Jobs
  /** Names of accounts, for timelines. */
  readonly nameOf: (login: string) => string
}

export function todayAt(clock: Clock): Day {
  return dayOf(instantOf(clock()))
}

export function nowAt(clock: Clock): Instant {
  return instantOf(clock())
}

/** The same desk while its clock stands still: what is written at once is of one day and one year, also at midnight. */
export function atOneMoment(desk: Desk): Desk {
  const now = desk.surroundings.clock()
  return { ...desk, surroundings: { ...desk.surroundings, clock: () => now } }
}

export function today(desk: Desk): Day {
  return todayAt(desk.surroundings.clock)
}
