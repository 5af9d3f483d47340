import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

export type WindowFile = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer> | string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** What a built file can be called; whatever looks different, `..` and escapes among it, is not looked up at all. */
const FILE_NAME = /^\/(?:assets\/)?[\w-]+(?:\.[\w-]+)*\.\w+$/
/** The window's own addresses, which all are the one page. */
const SCREEN = /^\/[\w/-]*$/

/** Reads the built window for either shell, every file under the same content security policy. */
export async function readWindowFile(folder: string, pathname: string): Promise<WindowFile> {
  const name = SCREEN.test(pathname) ? '/index.html' : pathname
  const type = TYPES[path.extname(name)]
  if (type === undefined || !FILE_NAME.test(name)) return plainText(404, '没有这个页面。')
  try {
    const body = Buffer.from(await readFile(path.join(folder, name)))
    if (name !== '/index.html') return { status: 200, headers: headersOf(type), body }
    const nonce = randomBytes(16).toString('base64')
    return {
      status: 200,
      headers: headersOf(type, nonce),
      body: body.toString('utf8').replaceAll('__CSP_NONCE__', nonce),
    }
  } catch {
    return plainText(404, '没有这个页面。')
  }
}

export function plainText(status: number, message: string): WindowFile {
  return { status, headers: headersOf('text/plain; charset=utf-8'), body: message }
}

/** On every response of either shell. Without a nonce no `<style>` element is allowed at all. */
export function headersOf(type: string, styleNonce?: string): Record<string, string> {
  const style = styleNonce === undefined ? `'self'` : `'self' 'nonce-${styleNonce}'`
  return {
    'Content-Type': type,
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src ${style}`,
      `img-src 'self' data: blob:`,
      `font-src 'self'`,
      `connect-src 'self'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), bluetooth=()',
  }
}
