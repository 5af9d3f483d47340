import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtProgram } from '../helpers/built.ts'

const root = path.resolve(import.meta.dirname, '../..')
const electronFolder = path.join(root, 'node_modules/electron')
const program = findProgram()
const reason = whyNot()

/** What the stand-in cannot know: that the real thing takes our settings as they are meant. */
describe.skipIf(reason !== null)(`the real Electron${reason === null ? '' : ` (not run: ${reason})`}`, () => {
  let data: string
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    await builtProgram()
    data = mkdtempSync(path.join(tmpdir(), 'electron-real-'))
    app = await _electron.launch({ executablePath: program ?? '', args: [root, `--data=${data}`] })
    page = await app.firstWindow()
    await page.locator('#root > *').first().waitFor({ state: 'attached' })
  })

  afterAll(async () => {
    await app?.close()
    rmSync(data, { recursive: true, force: true })
  })

  test('shows the window under its own scheme', async () => {
    expect(page.url()).toMatch(/^app:\/\/desk\//)
    expect(await page.title()).toBe('信访接待台')
  })

  test('carries a call to the core and back', async () => {
    const state = await page.evaluate(() => window.desk?.call('session.state', undefined))
    expect(state).toMatchObject({ ok: true })
    const unknown = await page.evaluate(() => window.desk?.call('no.such.method', {}))
    expect(unknown).toMatchObject({ ok: false, error: { code: 'badRequest' } })
  })

  test('gives the page two functions and no Node', async () => {
    const found = await page.evaluate(() => ({
      desk: Object.keys(window.desk ?? {}).sort(),
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    }))
    expect(found).toEqual({ desk: ['call', 'onEvent'], node: [] })
  })

  test('opens no window, leaves for no address, reaches no network', async () => {
    const before = page.url()
    expect(await page.evaluate(() => window.open('https://a.example/') === null)).toBe(true)
    await page.evaluate(() => window.location.assign('https://a.example/'))
    await page.evaluate(() => window.location.assign('file:///etc/hostname'))
    expect(
      await page.evaluate(() =>
        fetch('https://a.example/').then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ).toBe('refused')
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
  })

  test('refuses permissions and inline code', async () => {
    const asked = await page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      microphone: await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused',
      ),
    }))
    expect(asked).toMatchObject({ notifications: 'denied', microphone: 'refused' })
    await page.evaluate(() => {
      document.body.append(
        Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = 1' }),
      )
    })
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  })
})

function findProgram(): string | null {
  const named = path.join(electronFolder, 'path.txt')
  if (!existsSync(named)) return null
  const file = path.join(electronFolder, 'dist', readFileSync(named, 'utf8'))
  return existsSync(file) ? file : null
}

function whyNot(): string | null {
  if (program === null) return 'the Electron binary is not installed here'
  if (process.platform !== 'linux') return null
  if (process.getuid?.() === 0) return 'Electron does not run as root without switching off its sandbox'
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? null : 'there is no display'
}
