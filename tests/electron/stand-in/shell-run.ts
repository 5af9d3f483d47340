import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright'
import type { Wire } from '../../../renderer/bridge/wire.ts'
import { bootMain } from './boot-main.ts'
import type { StandIn, StandInSession } from './electron.ts'

declare global {
  interface Window {
    readonly desk?: Wire
  }
}

export type ShellRun = {
  readonly shell: StandIn
  readonly data: string
  readonly context: BrowserContext
  /** Starts the program once more, on the same store unless told otherwise. */
  readonly startAgain: (options?: { readonly data?: string; readonly isFirst?: boolean }) => StandIn
  readonly close: () => Promise<void>
}

/** The built shell on a new store, in a browser context of its own. */
export async function runShell(built: string, browser: Browser): Promise<ShellRun> {
  const data = mkdtempSync(path.join(tmpdir(), 'electron-shell-'))
  const context = await browser.newContext()
  // Watches for anything the page does against its own policy.
  await context.addInitScript(() => {
    const seen: string[] = []
    Reflect.set(window, 'violations', seen)
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      seen.push(effectiveDirective),
    )
  })
  const started: StandIn[] = []
  const startAgain: ShellRun['startAgain'] = (options = {}) => {
    const shell = bootMain(built, context, { data, ...options })
    started.push(shell)
    return shell
  }

  return {
    shell: startAgain(),
    data,
    context,
    startAgain,
    async close() {
      for (const { app, windows } of started) {
        await Promise.all(windows.map((each) => each.page))
        app.quit()
        await app.exited.promise
      }
      await context.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The directives that the page has broken. */
export function violations(page: Page): Promise<unknown> {
  return page.evaluate((): unknown => Reflect.get(window, 'violations'))
}

export function onlySession(shell: StandIn): StandInSession {
  const [only] = shell.sessions.values()
  if (only === undefined) throw new Error('the shell has opened no session')
  return only
}

export function lastCore(shell: StandIn): StandIn['utilityProcesses'][number] {
  const last = shell.utilityProcesses.at(-1)
  if (last === undefined) throw new Error('the shell has started no core')
  return last
}
