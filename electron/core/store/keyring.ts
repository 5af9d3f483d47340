import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { z } from 'zod'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { StoreKey } from './connection.ts'
import { writeDurably } from './durable-file.ts'

/**
 * The store's random key, wrapped once per account by scrypt of its password and once by the printed recovery code.
 * Lies in plain beside the store: it tells who may try, and nothing without a password.
 */
const wrapSchema = z.object({
  login: z.string(),
  name: z.string(),
  salt: z.string(),
  /** log2 of scrypt's N. */
  cost: z.number().int().min(10).max(22),
  nonce: z.string(),
  sealed: z.string(),
  /** Wrong passwords since the last right one, and when the latest was. */
  failures: z.number().int(),
  failedAt: z.number(),
})
type Wrap = z.infer<typeof wrapSchema>

const keyringSchema = z.object({
  format: z.literal('petition-desk-keyring'),
  version: z.literal(1),
  school: z.string(),
  station: z.object({ code: z.string(), name: z.string() }),
  wraps: z.array(wrapSchema),
})
export type Keyring = z.infer<typeof keyringSchema>

/** Login under which the recovery code's wrap is filed; no account can have it. */
const RECOVERY = '*recovery*'
const DEFAULT_COST = 16
/** No digit or letter that is mistaken for another when read from paper. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const scryptAsync = promisify(
  (password: string, salt: Buffer, cost: number, done: (error: Error | null, key: Buffer) => void) =>
    scrypt(
      password.normalize('NFKC'),
      salt,
      32,
      { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** cost * 1024 * 2 },
      done,
    ),
)

export function newStoreKey(): StoreKey {
  return randomBytes(32).toString('hex') as StoreKey
}

/** 30 characters in groups of five, about 148 bits. */
export function newRecoveryCode(): string {
  const characters = Array.from({ length: 30 }, () => {
    let byte: number
    do byte = randomBytes(1)[0] ?? 255
    while (byte >= CODE_ALPHABET.length * 8)
    return CODE_ALPHABET[byte % CODE_ALPHABET.length]
  }).join('')
  return characters.match(/.{5}/g)?.join('-') ?? characters
}

export function newKeyring(school: string, station: { code: string; name: string }): Keyring {
  return { format: 'petition-desk-keyring', version: 1, school, station, wraps: [] }
}

/** Null when there is none yet. */
export function readKeyring(file: string): Keyring | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  const parsed = keyringSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new DeskError(
      'unavailable',
      '账户文件 keyring.json 已损坏，请从备份中恢复该文件后再打开；数据没有被改动。',
    )
  }
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function writeKeyring(file: string, keyring: Keyring): void {
  writeDurably(file, JSON.stringify(keyring, null, 2))
}

/** The keyring with that account's wrap put in, in place of an earlier one. */
export async function withAccount(
  keyring: Keyring,
  account: { login: string; name: string },
  password: string,
  key: StoreKey,
  cost = DEFAULT_COST,
): Promise<Keyring> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await scryptAsync(password, salt, cost), nonce)
  const sealed = Buffer.concat([cipher.update(key, 'hex'), cipher.final(), cipher.getAuthTag()])
  const wrap: Wrap = {
    ...account,
    salt: salt.toString('base64'),
    cost,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
    failures: 0,
    failedAt: 0,
  }
  // In its old place: the first account is the one that founded the station, whatever became of its password.
  const wraps = keyring.wraps.map((known) => (known.login === account.login ? wrap : known))
  return { ...keyring, wraps: wraps.includes(wrap) ? wraps : [...wraps, wrap] }
}

export function withRecovery(
  keyring: Keyring,
  code: string,
  key: StoreKey,
  cost = DEFAULT_COST,
): Promise<Keyring> {
  return withAccount(keyring, { login: RECOVERY, name: '' }, normaliseCode(code), key, cost)
}

export function withoutAccount(keyring: Keyring, login: string): Keyring {
  return { ...keyring, wraps: keyring.wraps.filter((wrap) => wrap.login !== login) }
}

export function accountsOf(keyring: Keyring): { login: string; name: string }[] {
  return keyring.wraps.filter((wrap) => wrap.login !== RECOVERY).map(({ login, name }) => ({ login, name }))
}

/** Null when the password does not open it or there is no such account: the two look alike from outside. */
export async function unwrapKey(keyring: Keyring, login: string, password: string): Promise<StoreKey | null> {
  const wrap = keyring.wraps.find((known) => known.login === login && known.login !== RECOVERY)
  return wrap ? open(wrap, password) : null
}

export async function unwrapByRecovery(keyring: Keyring, code: string): Promise<StoreKey | null> {
  const wrap = keyring.wraps.find((known) => known.login === RECOVERY)
  return wrap ? open(wrap, normaliseCode(code)) : null
}

async function open(wrap: Wrap, password: string): Promise<StoreKey | null> {
  const sealed = Buffer.from(wrap.sealed, 'base64')
  const secret = await scryptAsync(password, Buffer.from(wrap.salt, 'base64'), wrap.cost)
  const cipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(wrap.nonce, 'base64'))
  cipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]).toString('hex') as StoreKey
  } catch {
    return null
  }
}

function normaliseCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
}

/** Milliseconds the next try must wait: nothing for three slips, then doubling up to five minutes. */
export function waitBeforeNextTry(keyring: Keyring, login: string, now: number): number {
  const wrap = keyring.wraps.find((known) => known.login === login)
  if (!wrap || wrap.failures < 3) return 0
  const pause = Math.min(300_000, 1000 * 2 ** (wrap.failures - 2))
  return Math.max(0, wrap.failedAt + pause - now)
}

export function withFailure(keyring: Keyring, login: string, now: number): Keyring {
  return {
    ...keyring,
    wraps: keyring.wraps.map((wrap) =>
      wrap.login === login ? { ...wrap, failures: wrap.failures + 1, failedAt: now } : wrap,
    ),
  }
}

/** How many wrong passwords there were, and the keyring with the count back at nothing. */
export function withoutFailures(keyring: Keyring, login: string): { keyring: Keyring; failures: number } {
  const failures = keyring.wraps.find((wrap) => wrap.login === login)?.failures ?? 0
  return {
    keyring: {
      ...keyring,
      wraps: keyring.wraps.map((wrap) =>
        wrap.login === login ? { ...wrap, failures: 0, failedAt: 0 } : wrap,
      ),
    },
    failures,
  }
}

export const RECOVERY_LOGIN = RECOVERY
