import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Call, CoreEvent, Reply } from '../shared/contract/call.ts'
import type { DeskErrorCode } from '../shared/contract/errors.ts'
import { Door, whyForeign } from './loopback-guard.ts'
import { headersOf, plainText, readWindowFile, type WindowFile } from './window-files.ts'

/** Scanned enclosures fit; anything larger is not typed at a counter. */
const BODY_LIMIT = 8 * 1024 * 1024

/** The browser shell: serves the window on 127.0.0.1 and carries its calls; parses no input and knows no method. */
export class Loopback {
  readonly #call: Call
  readonly #folder: string
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #followers = new Set<ServerResponse>()
  #host = ''
  #door = new Door(0)

  constructor(call: Call, windowFolder: string) {
    this.#call = call
    this.#folder = windowFolder
  }

  /** Listens on a port that the system chooses. */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(0, '127.0.0.1', resolve)
    })
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
    this.#host = `127.0.0.1:${address.port}`
    this.#door = new Door(address.port)
  }

  /** An address that opens the window once; it makes the one given out before useless. */
  launchUrl(): string {
    return `http://${this.#host}/?launch=${this.#door.issueToken()}`
  }

  emit(event: CoreEvent): void {
    for (const follower of this.#followers) follower.write(`data: ${JSON.stringify(event)}\n\n`)
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response)
    } catch (error) {
      if (response.destroyed || response.headersSent) return void response.destroy()
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
      refuse(response, 500, 'unexpected', '程序出现意外错误，请重试；如果仍然如此，请告诉管理员。')
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = whyForeign(request.headers, this.#host)
    if (foreign !== null) return refuse(response, 403, 'refused', foreign)
    const { pathname, searchParams } = new URL(`http://${this.#host}${request.url ?? '/'}`)

    const token = pathname === '/' ? searchParams.get('launch') : null
    const known = this.#door.knows(request.headers)
    if (token !== null && !known) return this.#letIn(response, token)
    // The address bar and the history keep no token, also when a used address is opened again.
    if (token !== null) return redirectHome(response)

    if (!known) {
      const why = '请用程序启动时给出的地址打开本页面；如果已经打开过，请重新启动程序。'
      return pathname.startsWith('/api/')
        ? refuse(response, 403, 'refused', why)
        : send(response, plainText(403, why))
    }
    if (pathname === '/api/events' && request.method === 'GET') return this.#follow(response)
    if (pathname.startsWith('/api/')) return this.#carry(request, response, pathname.slice('/api/'.length))
    if (request.method !== 'GET') return send(response, plainText(405, '只能读取页面。'))
    send(response, await readWindowFile(this.#folder, pathname))
  }

  #letIn(response: ServerResponse, token: string): void {
    const cookie = this.#door.redeem(token)
    if (cookie === null) {
      return send(response, plainText(403, '这个地址已经用过或已失效，请重新启动程序，用新的地址打开。'))
    }
    response.setHeader('Set-Cookie', cookie)
    redirectHome(response)
  }

  #follow(response: ServerResponse): void {
    this.#followers.add(response)
    response.once('close', () => this.#followers.delete(response))
    // A first comment makes the browser consider the stream open.
    response.writeHead(200, headersOf('text/event-stream; charset=utf-8')).write(':\n\n')
  }

  async #carry(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    if (request.method !== 'POST') return refuse(response, 405, 'badRequest', '请求的方式不对。')
    // Browsers send Origin with every POST and cannot send this type from a plain form.
    if (request.headers.origin === undefined || request.headers['content-type'] !== 'application/json') {
      return refuse(response, 415, 'badRequest', '请求不是由本程序的页面发出的。')
    }
    const text = await readBody(request)
    if (text === null)
      return refuse(response, 413, 'badRequest', '提交的内容超过 8 MB，请减少内容或分次提交。')
    const body = parseBody(text)
    if (body === null) return refuse(response, 400, 'badRequest', '提交的内容不完整，请重试。')
    sendReply(response, 200, await this.#call(method, body.input))
  }
}

/** Null when it is too large: the rest is read, so that the answer arrives, but not kept. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
    else chunks.length = 0
  }
  return size <= BODY_LIMIT ? Buffer.concat(chunks).toString('utf8') : null
}

function parseBody(text: string): { readonly input: unknown } | null {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return null
    return { input: 'input' in body ? body.input : undefined }
  } catch {
    return null
  }
}

function redirectHome(response: ServerResponse): void {
  response.setHeader('Location', '/')
  send(response, plainText(303, ''))
}

function refuse(response: ServerResponse, status: number, code: DeskErrorCode, message: string): void {
  sendReply(response, status, { ok: false, error: { code, message } })
}

function sendReply(response: ServerResponse, status: number, reply: Reply): void {
  send(response, { status, headers: headersOf('application/json'), body: JSON.stringify(reply) })
}

function send(response: ServerResponse, { status, headers, body }: WindowFile): void {
  response.writeHead(status, { ...headers }).end(body)
}
