import type { Call, CoreEvent, Reply } from '../shared/contract/call.ts'
import type { DeskProblem } from '../shared/contract/errors.ts'

/** What a shell says to the process of the core, and what it hears from it. The same in both shells. */
export type ToCore =
  | { readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly close: true }
export type FromCore =
  | { readonly ready: true }
  | { readonly failed: DeskProblem }
  | { readonly id: number; readonly reply: Reply }
  | { readonly event: CoreEvent }

/** A running process of the core, whichever way the shell started it. */
export type CoreChild = {
  readonly send: (message: ToCore) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** Called once, when the process is gone or could not be started at all. */
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export type CoreOptions = {
  readonly start: () => CoreChild
  readonly onEvent: (event: CoreEvent) => void
  /** Milliseconds to wait before start number `crashes + 1`, so that a core that cannot live does not spin. */
  readonly pauseAfter?: (crashes: number) => number
}

const CRASHED: DeskProblem = {
  code: 'unavailable',
  message: '程序的数据处理部分意外中断，正在自动重新启动，请稍候重新登录后再试；已保存的内容不受影响。',
}
const CANNOT_START: DeskProblem = {
  code: 'unavailable',
  message: '程序的数据处理部分连续几次都无法启动，请重新打开程序；如果仍然如此，请把窗口中的提示告诉管理员。',
}
const CLOSED: DeskProblem = { code: 'unavailable', message: '程序正在退出，本次操作没有执行。' }

/** A core that has lived this long starts its count of crashes anew. */
const STEADY_MS = 60_000
/** A core that was never up is given up after so many tries: there is no window yet to tell it to. */
const FIRST_TRIES = 3
/** A backup is made on closing, so this is generous; killing it then loses nothing that was saved. */
const CLOSE_WITHIN_MS = 120_000

/** Keeps one core process alive for a shell: forwards calls, and after a crash answers them and starts afresh. */
export class CoreProcess {
  /** Settles when the first core is up (null) or has refused to start (why). */
  readonly started: Promise<DeskProblem | null>

  readonly #options: CoreOptions
  readonly #pending = new Map<number, (reply: Reply) => void>()
  readonly #settleStarted: (problem: DeskProblem | null) => void
  #child: CoreChild | null = null
  #whyDown: DeskProblem = CRASHED
  #lastId = 0
  #crashes = 0
  #wasReady = false
  #readyAt = 0
  #closing = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #gone: () => void = () => {}

  constructor(options: CoreOptions) {
    const { promise, resolve } = Promise.withResolvers<DeskProblem | null>()
    this.started = promise
    this.#settleStarted = resolve
    this.#options = options
    this.#start()
  }

  readonly call: Call = (method, input) => {
    const child = this.#child
    if (child === null) return Promise.resolve({ ok: false, error: this.#whyDown })
    const { promise, resolve } = Promise.withResolvers<Reply>()
    this.#lastId += 1
    this.#pending.set(this.#lastId, resolve)
    child.send({ id: this.#lastId, method, input })
    return promise
  }

  /** Lets the core finish what it is writing, then ends it. */
  async close(): Promise<void> {
    this.#closing = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (child === null) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gone = resolve
    child.send({ close: true })
    const tooLate = setTimeout(() => child.kill(), CLOSE_WITHIN_MS)
    await promise
    clearTimeout(tooLate)
  }

  #start(): void {
    const child = this.#options.start()
    this.#child = child
    child.onMessage((message) => {
      if (isFromCore(message)) this.#hear(child, message)
    })
    child.onExit(() => this.#exited())
  }

  #hear(child: CoreChild, message: FromCore): void {
    if ('reply' in message) {
      this.#pending.get(message.id)?.(message.reply)
      this.#pending.delete(message.id)
    } else if ('event' in message) this.#options.onEvent(message.event)
    else if ('failed' in message) this.#refusedToStart(child, message.failed)
    else this.#ready()
  }

  #ready(): void {
    this.#readyAt = Date.now()
    this.#settleStarted(null)
    if (this.#wasReady) this.#options.onEvent({ type: 'restarted' })
    this.#wasReady = true
  }

  /** At the first start a person has to mend it; later (a lock that is just being let go) trying again helps. */
  #refusedToStart(child: CoreChild, problem: DeskProblem): void {
    this.#whyDown = problem
    if (!this.#wasReady) this.#closing = true
    child.kill()
    this.#settleStarted(problem)
  }

  #exited(): void {
    this.#child = null
    this.#gone()
    for (const answer of this.#pending.values()) {
      answer({ ok: false, error: this.#closing && this.#wasReady ? CLOSED : this.#whyDown })
    }
    this.#pending.clear()
    if (this.#closing) return

    if (this.#readyAt > 0 && Date.now() - this.#readyAt > STEADY_MS) this.#crashes = 0
    this.#readyAt = 0
    this.#crashes += 1
    if (!this.#wasReady && this.#crashes >= FIRST_TRIES) return this.#settleStarted(CANNOT_START)
    this.#timer = setTimeout(
      () => {
        this.#whyDown = CRASHED
        this.#start()
      },
      (this.#options.pauseAfter ?? defaultPause)(this.#crashes),
    )
  }
}

/** At once after the first crash, then ever slower, up to half a minute. */
function defaultPause(crashes: number): number {
  return crashes === 1 ? 0 : Math.min(30_000, 500 * 2 ** (crashes - 2))
}

// Both ends are ours; this only keeps a foreign message, such as a tool's, from being taken for one.
function isFromCore(value: unknown): value is FromCore {
  return (
    typeof value === 'object' &&
    value !== null &&
    ('ready' in value || 'failed' in value || 'reply' in value || 'event' in value)
  )
}
