import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export const LOGIN = 'admin'
export const PASSWORD = 'a-desk-password'

const acknowledgedSchema = z.object({
  visit: z.string(),
  petitions: z.array(z.string()),
  /** Nine digits in the title, to find it by. */
  token: z.string(),
})
export type Acknowledged = Readonly<z.infer<typeof acknowledgedSchema>>

const PROGRAM = fileURLToPath(new URL('registering-desk.ts', import.meta.url))

export type Kill =
  /** So many milliseconds after the start: while it opens the store, signs in, or registers its first. */
  | { readonly at: 'start'; readonly ms: number }
  /** So many milliseconds after that many acknowledgements: in the middle of the next. */
  | { readonly at: 'work'; readonly after: number; readonly ms: number }
  /** By itself, between the commit of that visit and its acknowledgement. */
  | { readonly at: 'commit'; readonly visit: number }

/** Starts the desk, kills it, and answers what it had acknowledged by then. */
export async function killedDesk(data: string, run: number, kill: Kill): Promise<Acknowledged[]> {
  const args = [PROGRAM, '--data', data, '--run', String(run)]
  if (kill.at === 'commit') args.push('--die-after', String(kill.visit))
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_, signal) => resolve(signal))
  })
  const acknowledged: Acknowledged[] = []
  const end = async (ms: number) => {
    await pause(ms)
    child.kill('SIGKILL')
  }
  if (kill.at === 'start') void end(kill.ms)
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(acknowledgedSchema.parse(JSON.parse(line)))
    if (kill.at === 'work' && acknowledged.length === kill.after) void end(kill.ms)
  }
  const signal = await ended
  if (signal !== 'SIGKILL') throw new Error(`the desk ended by itself:\n${said}`)
  return acknowledged
}
