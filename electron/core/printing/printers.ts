import { runProgram } from './run-program.ts'

const LONGEST_MS = 10_000

/** Why nothing can be sent to the default printer; null when it can. Windows itself says so when it cannot. */
export async function whyNoPrinter(
  cwd: string,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  if (platform === 'win32') return null
  // Without a default LibreOffice would print to nowhere and report success.
  const asked = await runProgram('lpstat', ['-d'], { cwd, longestMs: LONGEST_MS, env: { LC_ALL: 'C' } })
  const ready = asked.how === 'ended' && asked.code === 0 && /default destination: \S/u.test(asked.said)
  return ready ? null : '本机没有设置默认打印机。请在系统设置中添加打印机并设为默认，或者从预览打印。'
}
