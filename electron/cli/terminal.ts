import type { CoreEvent } from '../../shared/contract/call.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import { type HiddenInput, readHidden } from './hidden-input.ts'

/** What a command may do with the person in front of it, beside its outcome. */
export type Terminal = {
  readonly env: NodeJS.ProcessEnv
  /** Asks without showing what is typed. */
  askSecret(prompt: string): Promise<string>
  /** A line that replaces itself, and only where somebody is looking. */
  showProgress(event: CoreEvent): void
  clearProgress(): void
}

export function openTerminal(env: NodeJS.ProcessEnv): Terminal {
  let shown = false
  const clearProgress = () => {
    if (shown) process.stderr.write('\r\x1b[K')
    shown = false
  }
  return {
    env,
    askSecret: (prompt) => {
      clearProgress()
      if (!process.stdin.isTTY) {
        throw new DeskError(
          'refused',
          '没有提供密码：请设置环境变量 DESK_PASSWORD，或在终端窗口里运行后按提示输入。',
        )
      }
      return readHidden(process.stdin as HiddenInput, process.stderr, prompt)
    },
    showProgress: (event) => {
      if (event.type !== 'progress' || !process.stderr.isTTY) return
      const amount = event.total === null ? '' : ` ${event.done}/${event.total}`
      process.stderr.write(`\r\x1b[K${event.label}${amount}`)
      shown = true
    },
    clearProgress,
  }
}
