import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWindowFile } from '../../electron/window-files.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'window-'))
  mkdirSync(path.join(folder, 'window/assets'), { recursive: true })
  writeFileSync(path.join(folder, 'window/index.html'), '<meta content="__CSP_NONCE__">')
  writeFileSync(path.join(folder, 'window/assets/inter-latin-400.B-x_9.woff2'), 'font')
  writeFileSync(path.join(folder, 'outside.html'), 'outside')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A shell hands over what its URL parser made of the address; this must hold whatever that was.
test.each(['/../outside.html', '/assets/../../outside.html', '/..\\outside.html', '../outside.html', ''])(
  'the path %j reads nothing outside the folder',
  async (pathname) => {
    const { status, body } = await readWindowFile(path.join(folder, 'window'), pathname)
    expect({ status, body: body.toString() }).toEqual({ status: 404, body: '没有这个页面。' })
  },
)

test('a built file comes with its type and the policy', async () => {
  const file = await readWindowFile(path.join(folder, 'window'), '/assets/inter-latin-400.B-x_9.woff2')
  expect(file.status).toBe(200)
  expect(file.headers).toMatchObject({ 'Content-Type': 'font/woff2', 'X-Content-Type-Options': 'nosniff' })
  expect(file.headers['Content-Security-Policy']).not.toContain('nonce')
})

test('a file that is not there is a page in Chinese, not an error', async () => {
  expect(await readWindowFile(path.join(folder, 'window'), '/assets/gone.js')).toMatchObject({ status: 404 })
})
