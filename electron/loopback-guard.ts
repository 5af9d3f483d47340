import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request cannot come from our own page, or null. Any page in the same browser can reach 127.0.0.1. */
export function whyForeign(headers: IncomingHttpHeaders, host: string): string | null {
  // A page elsewhere may have its own name point at 127.0.0.1: only the address we gave out is ours.
  if (headers.host !== host) return '请求的主机名不是本程序的地址。'
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return '请求来自其他网页，已拒绝。'
  // Another program's page on another port counts as the same site for cookies, so `same-site` is foreign too.
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return '请求来自其他网页，已拒绝。'
  return null
}

/** Lets in whoever holds the one-time token, and from then on their cookie. */
export class Door {
  readonly #session = randomBytes(32).toString('base64url')
  readonly #cookieName: string
  #token: string | null = null

  /** Cookies know no ports: the name keeps two desks on one machine from taking each other's. */
  constructor(port: number) {
    this.#cookieName = `desk-${port}`
  }

  /** A new token; the one before is useless from now on. */
  issueToken(): string {
    this.#token = randomBytes(32).toString('base64url')
    return this.#token
  }

  /** The cookie for a token that is right and unused, else null. */
  redeem(token: string): string | null {
    if (this.#token === null || !isSame(token, this.#token)) return null
    this.#token = null
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  knows(headers: IncomingHttpHeaders): boolean {
    const prefix = `${this.#cookieName}=`
    const given = (headers.cookie ?? '').split('; ').find((each) => each.startsWith(prefix))
    return given !== undefined && isSame(given.slice(prefix.length), this.#session)
  }
}

/** In constant time, whatever the lengths. */
function isSame(given: string, right: string): boolean {
  return timingSafeEqual(digest(given), digest(right))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
