import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import type { Page, Request } from 'playwright'
import { launchChromium } from '../../helpers/chromium.ts'

declare global {
  interface Window {
    /** There once its source was run in the page. */
    readonly axe: typeof axe
  }
}

const SMALL = { width: 1366, height: 768 }
const LARGE = { width: 1920, height: 1080 }
/** `PICTURES=1` keeps a picture of every screen that is looked at, at both sizes and in dark, and checks the dark one's contrast. */
const PICTURES = process.env['PICTURES'] === '1'
const SCREENSHOTS = path.resolve(import.meta.dirname, '../../../.build/screenshots')
/** `SLOW=6` gives the window a sixth of the processor: what a test takes for granted shows itself. */
const SLOW = Number(process.env['SLOW'] ?? 1)
const LONGEST_REST_MS = 5_000
const MOST_TABS = 120
/** For one thing to appear, also on a busy machine. */
const PATIENCE_MS = 30_000

/** The window as somebody has it who never touches the mouse. */
export type DeskWindow = {
  readonly page: Page
  readonly press: (keys: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Tab, until what has the focus is called so. */
  readonly tabTo: (label: string) => Promise<void>
  /** Tab to the field and type; what stood there is replaced. */
  readonly fill: (label: string, text: string) => Promise<void>
  /** Tab to the field and choose from its list by what is typed. */
  readonly choose: (label: string, text: string) => Promise<void>
  /** To a page by what Ctrl+K finds for the pinyin initials of its name; its number among the places may change. */
  readonly goTo: (initials: string) => Promise<void>
  /** Waits until the words can be read. */
  readonly sees: (text: string) => Promise<void>
  readonly noLongerSees: (text: string) => Promise<void>
  readonly focused: () => Promise<string>
  /** Looks for a sideways scroll, and lets axe look at it; with `PICTURES=1` in dark too. */
  readonly look: (name: string) => Promise<void>
  /** A picture of what there was when a test failed. */
  readonly shootFailure: () => Promise<void>
  /** What axe, the console or the width of a page had to say, and touches of the mouse: none are expected. */
  readonly complaints: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export async function openWindow(url: string): Promise<DeskWindow> {
  const browser = await launchChromium()
  const context = await browser.newContext({ viewport: SMALL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  await context.addInitScript(countPointers)
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const said: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  if (SLOW > 1)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOW })
  const rest = restOf(page)
  await page.goto(url)
  return {
    ...keysOf(page, rest),
    look: (name) => look(page, name, said),
    complaints: () => complaintsOf(page, said),
    shootFailure: () => shoot(page, SMALL, 'when-it-failed'),
    close: () => browser.close(),
    page,
  }
}

/** Waits as a hand does for what the last key set off: for the answers that are out and what still moves, but not for ever. */
function restOf(page: Page): () => Promise<void> {
  const out = new Set<Request>()
  page.on('request', (request) => {
    if (request.method() === 'POST') out.add(request)
  })
  page.on('requestfinished', (request) => out.delete(request))
  page.on('requestfailed', (request) => out.delete(request))
  return async () => {
    const until = Date.now() + LONGEST_REST_MS
    while (Date.now() < until) {
      // A page that is being loaded anew cannot be asked.
      const still = await page.evaluate(standsStill).catch(() => false)
      if (still && out.size === 0) return
    }
  }
}

/** Runs in the page: after two of its pictures, whether nothing moves that will end. */
async function standsStill(): Promise<boolean> {
  const picture = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await picture()
  await picture()
  return document
    .getAnimations()
    .every(
      ({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
    )
}

function keysOf(page: Page, rest: () => Promise<void>) {
  const focused = () => page.evaluate(nameOfFocused)

  async function tabTo(label: string) {
    const passed: string[] = []
    await rest()
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      const name = await focused()
      if (name === label) return
      passed.push(name)
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to “${label}”; it passed ${[...new Set(passed)].join('、')}`)
  }

  async function fill(label: string, text: string) {
    await tabTo(label)
    await page.keyboard.press('Control+A')
    await typeOut(page, text)
  }

  return {
    focused,
    tabTo,
    async press(keys: string) {
      await rest()
      await page.keyboard.press(keys)
    },
    async type(text: string) {
      await rest()
      await typeOut(page, text)
    },
    fill,
    async choose(label: string, text: string) {
      await fill(label, text)
      await page.locator('[role=option][data-combobox-selected]').waitFor()
      await page.keyboard.press('Enter')
    },
    async goTo(initials: string) {
      await rest()
      await page.keyboard.press('Control+K')
      await fill('查找、跳转、执行', `zd${initials}`)
      await page.locator('[role=option]').first().waitFor()
      await page.keyboard.press('Enter')
    },
    sees: (text: string) => page.getByText(text).first().waitFor(),
    noLongerSees: (text: string) => page.getByText(text).first().waitFor({ state: 'detached' }),
  }
}

const BY_INPUT_METHOD = /([^\x20-\x7E]+)/

/** Keys as keys; what has none comes phrase by phrase, as an input method hands it over. */
async function typeOut(page: Page, text: string): Promise<void> {
  for (const part of text.split(BY_INPUT_METHOD)) {
    if (BY_INPUT_METHOD.test(part)) await page.keyboard.insertText(part)
    else await page.keyboard.type(part)
  }
}

/** Runs in the page: what a screen reader would call the element with the focus. */
function nameOfFocused(): string {
  const active = document.activeElement
  if (active === null || active === document.body) return ''
  const labelled =
    'labels' in active && active.labels instanceof NodeList ? active.labels[0]?.textContent : null
  const named = active.getAttribute('aria-label') ?? labelled ?? active.textContent
  return (named ?? '').replace(/\s*\*\s*$/, '').trim()
}

/** Runs in the page before anything else of it. */
function countPointers() {
  addEventListener(
    'pointerdown',
    () => Reflect.set(globalThis, 'pointers', Number(Reflect.get(globalThis, 'pointers') ?? 0) + 1),
    true,
  )
}

async function complaintsOf(page: Page, said: readonly string[]): Promise<readonly string[]> {
  const pointers = await page.evaluate(() => Number(Reflect.get(globalThis, 'pointers') ?? 0))
  return pointers === 0 ? said : [...said, `the mouse was pressed ${pointers} times`]
}

async function look(page: Page, name: string, said: string[]): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  if (PICTURES) {
    await shoot(page, LARGE, `1920-${name}`)
    await shoot(page, SMALL, `1366-${name}`)
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (overflow > 0) said.push(`${name} scrolls sideways`)
  said.push(...(await inaccessible(page, `${name} in light`)))
  if (!PICTURES) return
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: path.join(SCREENSHOTS, `dark-${name}.png`) })
  said.push(...(await inaccessible(page, `${name} in dark`, ['color-contrast'])))
  await page.emulateMedia({ colorScheme: 'light' })
}

async function shoot(page: Page, size: typeof SMALL, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.setViewportSize(size)
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
}

/**
 * Runs in the page; which rules hold need not be described, only which do not. Paper is black on white in the dark as
 * well, and its text beyond the page, which is clipped, would be held against what lies behind the dialog.
 */
function lookForBarriers(rules: readonly string[]): Promise<AxeResults> {
  const context = rules.length === 0 ? document : { exclude: ['section[aria-label*=" 页，共 "]'] }
  return window.axe.run(context, {
    resultTypes: ['violations'],
    preload: false,
    ...(rules.length === 0 ? {} : { runOnly: [...rules] }),
  })
}

async function inaccessible(
  page: Page,
  where: string,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(lookForBarriers, rules)
  return violations.map(
    ({ id, help, nodes }) => `${where}: ${id} (${help}): ${nodes.map(({ html }) => html).join(' ')}`,
  )
}
