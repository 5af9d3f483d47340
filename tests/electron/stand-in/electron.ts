// A stand-in of the `electron` module, as far as our shell uses it: windows are pages of a real Chromium,
// a utility process is a process, and what the shell registers is kept to be looked at.
import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, StandInWindow, type WebPreferences } from './window.ts'

export type Answered = (allowed: boolean) => void
type Refusal = { readonly cancel: boolean }

export class StandInSession {
  readonly partition: string
  requestPermission: ((contents: unknown, permission: string, answer: Answered) => void) | null = null
  checkPermission: ((contents: unknown, permission: string) => boolean) | null = null
  device: ((details: unknown) => boolean) | null = null
  beforeRequest: ((details: { readonly url: string }, answer: (refusal: Refusal) => void) => void) | null =
    null
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void this.handlers.set(scheme, handler),
  }
  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<StandInSession['beforeRequest']>) => {
      this.beforeRequest = handler
    },
  }

  constructor(partition: string) {
    this.partition = partition
  }

  setPermissionRequestHandler(handler: NonNullable<StandInSession['requestPermission']>): void {
    this.requestPermission = handler
  }

  setPermissionCheckHandler(handler: NonNullable<StandInSession['checkPermission']>): void {
    this.checkPermission = handler
  }

  setDevicePermissionHandler(handler: NonNullable<StandInSession['device']>): void {
    this.device = handler
  }

  /** Whether a request of the window would be let out. */
  lets(url: string): boolean {
    let cancelled = false
    this.beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel
    })
    return !cancelled
  }
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly switches = new Map<string, string>()
  readonly paths = new Map<string, string>()
  readonly done: string[] = []
  readonly exited = Promise.withResolvers<number>()
  readonly commandLine = {
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
    appendSwitch: (name: string, value = '') => void this.switches.set(name, value),
  }
  readonly #isFirst: boolean

  constructor(isFirst: boolean) {
    super()
    this.#isFirst = isFirst
  }

  enableSandbox(): void {
    this.done.push('enableSandbox')
  }

  setPath(name: string, folder: string): void {
    this.paths.set(name, folder)
  }

  requestSingleInstanceLock(): boolean {
    this.done.push('requestSingleInstanceLock')
    return this.#isFirst
  }

  async whenReady(): Promise<void> {
    this.done.push('ready')
  }

  quit(): void {
    this.done.push('quit')
    let prevented = false
    this.emit('will-quit', { preventDefault: () => (prevented = true) })
    if (!prevented) this.exit(0)
  }

  exit(code = 0): void {
    this.done.push(`exit ${code}`)
    this.exited.resolve(code)
  }
}

/** A process that speaks as a utility process; killing it is the test's own way to crash the core. */
class StandInUtilityProcess extends EventEmitter {
  readonly child: ChildProcess
  /** What it has said to its parent. */
  readonly sent: unknown[] = []

  constructor(file: string, args: readonly string[]) {
    super()
    const parentPort = pathToFileURL(path.join(import.meta.dirname, 'parent-port.mjs')).href
    this.child = fork(file, args, { execArgv: [`--import=${parentPort}`], stdio: ['ignore', 2, 2, 'ipc'] })
    this.child.on('message', (message) => {
      this.sent.push(message)
      this.emit('message', message)
    })
    this.child.once('exit', (code) => this.emit('exit', code))
  }

  postMessage(message: object): void {
    this.child.send(message, () => {})
  }

  kill(): boolean {
    return this.child.kill()
  }
}

/** Everything a test can ask of one run of the shell. */
export class StandIn {
  readonly app: StandInApp
  readonly sessions = new Map<string, StandInSession>()
  readonly windows: StandInWindow[] = []
  readonly utilityProcesses: StandInUtilityProcess[] = []
  readonly errorBoxes: string[] = []
  readonly schemes: { readonly scheme: string; readonly privileges: Readonly<Record<string, boolean>> }[] = []
  readonly ipcHandlers = new Map<string, (event: unknown, ...args: readonly unknown[]) => unknown>()
  /** What `require('electron')` answers. What is not here, the shell cannot use. */
  readonly module: Readonly<Record<string, unknown>>

  constructor(context: BrowserContext, options: { readonly data: string; readonly isFirst: boolean }) {
    const app = new StandInApp(options.isFirst)
    const { windows } = this
    const invoke = this.invoke.bind(this)
    this.app = app
    this.app.switches.set('data', options.data)
    this.module = {
      app,
      protocol: {
        registerSchemesAsPrivileged: (schemes: StandIn['schemes']) => void this.schemes.push(...schemes),
      },
      session: { fromPartition: (name: string) => this.#session(name) },
      dialog: { showErrorBox: (_title: string, message: string) => void this.errorBoxes.push(message) },
      Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
      ipcMain: {
        handle: (channel: string, handler: (event: unknown, ...args: readonly unknown[]) => unknown) =>
          void this.ipcHandlers.set(channel, handler),
      },
      utilityProcess: {
        fork: (file: string, args: readonly string[]) => {
          const started = new StandInUtilityProcess(file, args)
          this.utilityProcesses.push(started)
          return started
        },
      },
      BrowserWindow: class extends StandInWindow {
        constructor(given: {
          readonly webPreferences: WebPreferences & { readonly session: StandInSession }
        }) {
          super(context, given.webPreferences, given.webPreferences.session, invoke)
          windows.push(this)
          app.emit('web-contents-created', {}, this.webContents)
        }
      },
    }
  }

  get window(): StandInWindow {
    const [first] = this.windows
    if (first === undefined) throw new Error('the shell has opened no window')
    return first
  }

  /** As `ipcRenderer.invoke` does: a refusal is a rejection. */
  async invoke(channel: string, event: unknown, args: readonly unknown[]): Promise<unknown> {
    const handler = this.ipcHandlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }

  #session(name: string): StandInSession {
    const known = this.sessions.get(name) ?? new StandInSession(name)
    this.sessions.set(name, known)
    return known
  }
}
