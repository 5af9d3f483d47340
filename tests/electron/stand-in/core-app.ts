// Stands in for electron/core/app.ts: the smallest application that a shell can be tested with.
import { appendFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import type { Call, CoreEvent } from '../../../shared/contract/call.ts'
import { DeskError } from '../../../shared/contract/errors.ts'

type Options = {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly emit: (event: CoreEvent) => void
}

/** What it is told by files in its data folder: `locked`, `broken`. What it did: `closed`, one line each time. */
export async function createApp({ dataDir, emit }: Options): Promise<{ call: Call; close(): Promise<void> }> {
  const file = (name: string) => path.join(dataDir, name)
  if (existsSync(file('locked'))) throw new DeskError('conflict', '数据已被另一个程序打开。')
  if (existsSync(file('broken'))) throw new Error('a bug at the start')

  return {
    async call(method, input) {
      if (method === 'pid') return { ok: true, value: process.pid }
      if (method === 'never') return new Promise(() => {})
      if (method === 'bug') throw new Error('a bug in a handler that nobody caught')
      if (method === 'tell') emit({ type: 'changed', topics: [String(input)] })
      return { ok: true, value: input }
    },
    async close() {
      appendFileSync(file('closed'), 'closed\n')
    },
  }
}
