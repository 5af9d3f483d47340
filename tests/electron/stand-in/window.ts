import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Page, Route } from 'playwright'
import type { StandInSession } from './electron.ts'

export type { BrowserContext } from 'playwright'

export type WebPreferences = Readonly<Record<string, unknown>> & { readonly preload: string }
type Invoke = (channel: string, event: unknown, args: readonly unknown[]) => Promise<unknown>
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

/** Chromium knows no schemes but its own, so pages of `app://desk` are shown to it under this name. */
const SHOWN_AS = 'https://desk.invalid'

export class StandInContents extends EventEmitter {
  readonly mainFrame = { url: '' }
  openHandler: OpenHandler = () => ({ action: 'allow' })
  page: Page | null = null

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  send(channel: string, ...args: readonly unknown[]): void {
    void this.page?.evaluate(([name, given]) => Reflect.get(globalThis, '__standInDeliver')(name, given), [
      channel,
      args,
    ] as const)
  }

  reload(): void {
    void this.page?.reload()
  }

  /** Whether anybody refused this event, as a navigation or a webview is refused. */
  refuses(name: string, details: object = {}): boolean {
    let prevented = false
    this.emit(name, { ...details, preventDefault: () => (prevented = true) })
    return prevented
  }
}

/** A window whose page is one of a real Chromium, with the preload run in it and its requests routed to the shell. */
export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  readonly preferences: WebPreferences
  readonly loaded: string[] = []
  /** Addresses that would have left the machine. */
  readonly letOut: string[] = []
  readonly #session: StandInSession
  readonly #invoke: Invoke
  readonly #context: BrowserContext
  readonly #opened = Promise.withResolvers<Page>()

  constructor(context: BrowserContext, preferences: WebPreferences, session: StandInSession, invoke: Invoke) {
    super()
    this.#context = context
    this.preferences = preferences
    this.#session = session
    this.#invoke = invoke
  }

  /** The page, once it is loaded. */
  get page(): Promise<Page> {
    return this.#opened.promise
  }

  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    const page = await this.#context.newPage()
    this.webContents.page = page
    await page.exposeBinding('__standInInvoke', ({ frame }, channel: string, args: readonly unknown[]) =>
      this.#invoke(channel, this.#eventFrom(frame), args),
    )
    await page.addInitScript({ content: preloadScript(this.preferences.preload) })
    await page.route('**/*', (route) => this.#answer(route))
    // Whatever else is opened beside our page is not shielded by it.
    await this.#context.route('**/*', (route) => {
      this.letOut.push(route.request().url())
      return route.abort()
    })
    page.on('popup', (popup) => this.#popup(popup))
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.webContents.mainFrame.url = realUrl(frame.url())
    })
    this.webContents.mainFrame.url = url
    await page.goto(shownUrl(url))
    this.emit('ready-to-show')
    this.#opened.resolve(page)
  }

  isDestroyed(): boolean {
    return false
  }

  isMinimized(): boolean {
    return false
  }

  maximize(): void {}
  show(): void {}
  restore(): void {}

  focus(): void {
    this.emit('focused-by-shell')
  }

  #eventFrom(frame: Frame): unknown {
    const { mainFrame } = this.webContents
    const isMain = frame === this.webContents.page?.mainFrame()
    return { sender: this.webContents, senderFrame: isMain ? mainFrame : { url: realUrl(frame.url()) } }
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = realUrl(request.url())
    const isFirst = this.webContents.mainFrame.url === url && (await this.#isUnsettled())
    if (request.isNavigationRequest() && !isFirst) {
      const name =
        request.frame() === this.webContents.page?.mainFrame() ? 'will-navigate' : 'will-frame-navigate'
      // Chromium stays where it is after an empty answer, as Electron does after a refusal.
      if (this.webContents.refuses(name, { url })) return route.fulfill({ status: 204 })
    }
    if (!this.#session.lets(url)) return route.abort('blockedbyclient')
    const handler = this.#session.handlers.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined) {
      this.letOut.push(url)
      return route.fulfill({ status: 200, contentType: 'text/html', body: 'the network' })
    }
    const response = await handler(new Request(url, { method: request.method() }))
    const headers = Object.fromEntries(response.headers)
    return route.fulfill({
      status: response.status,
      headers,
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  /** The shell's own loadURL is not a navigation of the page. */
  async #isUnsettled(): Promise<boolean> {
    return Promise.race([this.#opened.promise.then(() => false), Promise.resolve(true)])
  }

  #popup(popup: Page): void {
    if (this.webContents.openHandler({ url: realUrl(popup.url()) }).action === 'deny') void popup.close()
  }
}

function shownUrl(url: string): string {
  return url.replace(/^app:\/\/desk/, SHOWN_AS)
}

function realUrl(url: string): string {
  return url.startsWith(SHOWN_AS) ? `app://desk${url.slice(SHOWN_AS.length)}` : url
}

/** Runs the built preload as Electron's sandbox does: with a `require` that knows 'electron' only. */
function preloadScript(file: string): string {
  return `if (window === window.top) {
    const listeners = new Map()
    Object.defineProperty(globalThis, '__standInDeliver', {
      value: (channel, args) => (listeners.get(channel) ?? []).forEach((each) => each({}, ...args)),
    })
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze(api) }),
      },
      ipcRenderer: {
        invoke: (channel, ...args) => globalThis.__standInInvoke(channel, args),
        on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
        off: (channel, listener) =>
          listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)),
      },
    }
    const sandboxed = (name) => {
      if (name === 'electron') return electron
      throw new Error('module not found: ' + name)
    }
    ;((require, module, exports) => {${readFileSync(file, 'utf8')}\n})(sandboxed, { exports: {} }, {})
  }`
}
