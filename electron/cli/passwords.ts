import { DeskError } from '../../shared/contract/errors.ts'
import type { Terminal } from './terminal.ts'

/** The account's password: from the environment, else asked for. */
export async function readPassword(terminal: Terminal, login: string): Promise<string> {
  return fromEnvironment(terminal) ?? terminal.askSecret(`账户“${login}”的密码：`)
}

/** A password that is chosen now: asked for twice, because nobody sees what is typed. */
export async function choosePassword(terminal: Terminal, login: string): Promise<string> {
  const given = fromEnvironment(terminal)
  if (given !== null) return given
  const first = await terminal.askSecret(`为账户“${login}”设置密码（至少 8 位）：`)
  const second = await terminal.askSecret('再输入一次：')
  if (first !== second) throw new DeskError('refused', '两次输入的密码不一致，请重新运行；没有作任何改动。')
  return first
}

export function fromEnvironment({ env }: Terminal): string | null {
  const password = env['DESK_PASSWORD'] ?? ''
  return password === '' ? null : password
}
