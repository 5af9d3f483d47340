import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Loopback } from '../../electron/loopback.ts'
import type { Call } from '../../shared/contract/call.ts'

type Asked = { readonly method: string; readonly input: unknown }
type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
type Question = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

let folder: string
let asked: Asked[]
let desk: Loopback
let port: number
let launchPath: string

/** Answers like the core: it alone knows which methods there are. */
const core: Call = async (method, input) => {
  asked.push({ method, input })
  if (method === 'fails') throw new Error('a bug')
  if (method !== 'echo') return { ok: false, error: { code: 'badRequest', message: '没有这个功能。' } }
  return { ok: true, value: input }
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'loopback-'))
  mkdirSync(path.join(folder, 'window/assets'), { recursive: true })
  writeFileSync(path.join(folder, 'window/index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  writeFileSync(path.join(folder, 'window/assets/main-Ab_1.js'), 'void 0')
  writeFileSync(path.join(folder, 'window/assets/notes.txt'), 'not of a type the window has')
  writeFileSync(path.join(folder, 'secret.html'), 'outside the window')
  asked = []
  desk = new Loopback(core, path.join(folder, 'window'))
  await desk.open()
  const url = new URL(desk.launchUrl())
  port = Number(url.port)
  launchPath = `${url.pathname}${url.search}`
})

afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the launch address sets a strict cookie, leads to the bare address and opens the window', async () => {
  const launched = await ask({ path: launchPath })
  expect(launched.status).toBe(303)
  expect(launched.headers.location).toBe('/')
  expect(launched.headers['set-cookie']).toEqual([
    expect.stringMatching(/^desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
  ])
  const page = await ask({ path: '/', headers: { cookie: cookieOf(launched) } })
  expect(page.status).toBe(200)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
})

test('it listens on 127.0.0.1 and on no other address of the machine', async () => {
  await expect(reach('127.0.0.1')).resolves.toBe('open')
  await expect(reach('127.0.0.2')).resolves.toBe('closed')
  await expect(reach('::1')).resolves.toBe('closed')
})

test('a launch token serves once', async () => {
  await ask({ path: launchPath })
  const again = await ask({ path: launchPath })
  expect(again.status).toBe(403)
  expect(again.headers['set-cookie']).toBeUndefined()
  expect(again.body).toContain('已经用过')
})

test('a used launch address, opened again by the browser that used it, leads to the window', async () => {
  const cookie = await signIn()
  const again = await ask({ path: launchPath, headers: { cookie } })
  expect(again.status).toBe(303)
  expect(again.headers['set-cookie']).toBeUndefined()
})

test('a new launch address makes the one before useless', async () => {
  const fresh = new URL(desk.launchUrl())
  expect((await ask({ path: launchPath })).status).toBe(403)
  expect((await ask({ path: `/${fresh.search}` })).status).toBe(303)
})

test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000)])('a guessed token (%#) is refused', async (guess) => {
  expect((await ask({ path: `/?launch=${guess}` })).status).toBe(403)
  expect((await ask({ path: launchPath })).status).toBe(303)
})

test.each(['/', '/assets/main-Ab_1.js', '/api/echo', '/api/events'])(
  'without the cookie %s is refused',
  async (address) => {
    const plain = await ask({ path: address })
    expect(plain.status).toBe(403)
    expect((await ask({ path: address, headers: { cookie: `desk-${port}=${'A'.repeat(43)}` } })).status).toBe(
      403,
    )
    expect((await ask({ path: address, headers: { cookie: `desk-${port}=` } })).status).toBe(403)
  },
)

test('without the cookie no call reaches the core', async () => {
  const refused = await call('echo', '{"input":1}', '')
  expect(refused.status).toBe(403)
  expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { code: 'refused' } })
  expect(asked).toEqual([])
})

test('the cookie of another desk on the same machine opens nothing here', async () => {
  const other = new Loopback(core, path.join(folder, 'window'))
  await other.open()
  const url = new URL(other.launchUrl())
  const launched = await ask({ path: `/${url.search}`, headers: { host: url.host } }, Number(url.port))
  await other.close()
  const value = cookieOf(launched).split('=')[1] ?? ''
  expect((await ask({ path: '/', headers: { cookie: `desk-${port}=${value}` } })).status).toBe(403)
})

test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example'])(
  'a request under the host name %s is refused, with the cookie or the token',
  async (host) => {
    const cookie = await signIn()
    expect((await ask({ path: '/', headers: { host, cookie } })).status).toBe(403)
    const fresh = new URL(desk.launchUrl())
    expect((await ask({ path: `/${fresh.search}`, headers: { host } })).status).toBe(403)
  },
)

test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost'])(
  'a call from the origin %s is refused, with the cookie',
  async (origin) => {
    const refused = await call('echo', '{"input":1}', await signIn(), { origin })
    expect(refused.status).toBe(403)
    expect(asked).toEqual([])
  },
)

test('a call without an origin is refused: browsers always send it', async () => {
  const cookie = await signIn()
  const headers = { cookie, 'content-type': 'application/json' }
  expect((await ask({ method: 'POST', path: '/api/echo', headers, body: '{"input":1}' })).status).toBe(415)
  expect(asked).toEqual([])
})

test.each(['cross-site', 'same-site'])(
  'a %s request is refused: a page on another port shares our cookies',
  async (site) => {
    const cookie = await signIn()
    expect((await ask({ path: '/', headers: { cookie, 'sec-fetch-site': site } })).status).toBe(403)
  },
)

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk'])(
  'a call whose body claims to be %s is refused',
  async (type) => {
    const refused = await call('echo', '{"input":1}', await signIn(), { 'content-type': type })
    expect(refused.status).toBe(415)
    expect(asked).toEqual([])
  },
)

test('a call carries its method and input to the core and the reply back', async () => {
  const answer = await call('echo', '{"input":{"姓名":"张三"}}', await signIn())
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { 姓名: '张三' } })
  expect(asked).toEqual([{ method: 'echo', input: { 姓名: '张三' } }])
})

test("an unknown method is the core's to refuse", async () => {
  const answer = await call('no.such.method', '{}', await signIn())
  expect(JSON.parse(answer.body)).toEqual({
    ok: false,
    error: { code: 'badRequest', message: '没有这个功能。' },
  })
  expect(asked).toEqual([{ method: 'no.such.method', input: undefined }])
})

test.each(['', '{', '"text"', 'null', '7', '{"input":'])('the broken body %j is refused', async (body) => {
  const refused = await call('echo', body, await signIn())
  expect(refused.status).toBe(400)
  expect(JSON.parse(refused.body)).toMatchObject({ ok: false, error: { code: 'badRequest' } })
  expect(asked).toEqual([])
})

test('a body over 8 MB is refused with a sentence, one just below it arrives', async () => {
  const cookie = await signIn()
  const limit = 8 * 1024 * 1024
  const wrapping = '{"input":""}'.length
  const refused = await call('echo', `{"input":"${'a'.repeat(limit - wrapping + 1)}"}`, cookie)
  expect(refused.status).toBe(413)
  expect(JSON.parse(refused.body)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('8 MB') },
  })
  expect(asked).toEqual([])
  expect((await call('echo', `{"input":"${'a'.repeat(limit - wrapping)}"}`, cookie)).status).toBe(200)
})

test.each([
  '/../secret.html',
  '/..%2fsecret.html',
  '/%2e%2e/secret.html',
  '/%2e%2e%2fsecret.html',
  '/assets/../../secret.html',
  '/assets/..%2f..%2fsecret.html',
  '/assets//../../secret.html',
  '/..\\secret.html',
  '/assets/..%5c..%5csecret.html',
  '/assets/main-Ab_1.js%00.html',
  '//secret.html',
  '/assets/notes.txt',
  '/assets',
])('the path %s leads nowhere outside the built window', async (address) => {
  const answer = await ask({ path: address, headers: { cookie: await signIn() } })
  expect(answer.body).not.toContain('outside')
  expect(answer.body).not.toContain('not of a type')
})

test('a screen of the window is its page, so that reloading it works', async () => {
  const answer = await ask({ path: '/petitions/JD-2026-000001', headers: { cookie: await signIn() } })
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('the window cannot be asked with %s', async (method) => {
  expect((await ask({ method, path: '/', headers: { cookie: await signIn() } })).status).toBe(405)
})

test('every answer carries the content policy, without inline or eval, and is not kept', async () => {
  const cookie = await signIn()
  const answers = [
    await ask({ path: '/', headers: { cookie } }),
    await ask({ path: '/assets/main-Ab_1.js', headers: { cookie } }),
    await ask({ path: '/nothing.html', headers: { cookie } }),
    await ask({ path: '/' }),
    await ask({ path: launchPath }),
    await call('echo', '{}', cookie),
    await call('echo', '{', cookie),
    await ask({ path: '/', headers: { host: 'evil.example' } }),
  ]
  for (const { headers } of answers) {
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).toContain(`base-uri 'none'`)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  }
})

test('each page load has a style nonce of its own, in the policy and in the page', async () => {
  const cookie = await signIn()
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { headers, body } = await ask({ path: '/', headers: { cookie } })
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1]
      expect(body).toBe(`<meta name="csp-nonce" content="${nonce}">`)
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(2)
})

test('a bug behind a call is answered, not left hanging, and shows nothing of itself', async () => {
  // The bug is told to whoever watches the terminal, and to nobody else.
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const answer = await call('fails', '{}', await signIn())
  expect(answer.status).toBe(500)
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(answer.body).not.toContain('a bug')
  expect(told).toHaveBeenCalledWith(expect.stringContaining('a bug'))
  told.mockRestore()
})

test('events of the core are pushed to whoever follows them with the cookie', async () => {
  const cookie = await signIn()
  const event = { type: 'progress', job: 'j', label: '正在封装', done: 1, total: null } as const
  const received = await new Promise<string>((resolve, reject) => {
    const stream = request({
      host: '127.0.0.1',
      port,
      path: '/api/events',
      headers: { host: hostName(), cookie },
    })
    stream.once('error', reject)
    stream.once('response', (response) => {
      expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        if (text === '') desk.emit(event)
        text += part
        if (!text.includes('data: ')) return
        stream.destroy()
        resolve(text)
      })
    })
    stream.end()
  })
  expect(JSON.parse(/data: (.*)\n\n/.exec(received)?.[1] ?? '')).toEqual(event)
})

function hostName(): string {
  return `127.0.0.1:${port}`
}

async function signIn(): Promise<string> {
  return cookieOf(await ask({ path: launchPath }))
}

function cookieOf({ headers }: Answer): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

function call(
  method: string,
  body: string,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const ours = { cookie, origin: `http://${hostName()}`, 'content-type': 'application/json' }
  return ask({ method: 'POST', path: `/api/${method}`, headers: { ...ours, ...headers }, body })
}

/** Plain node:http: fetch would neither send a foreign Host nor leave a path as it is written. */
function ask(
  { method = 'GET', path: address, headers = {}, body }: Question,
  toPort = port,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: toPort, method, path: address, headers: { host: hostName(), ...headers } },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        )
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}

function reach(host: string): Promise<'open' | 'closed'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve('open')
    })
    socket.once('error', () => resolve('closed'))
  })
}
