import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { stopIfAborted } from './answers.ts'
import {
  type Connection,
  connectToArchive,
  isBrokenOff,
  isUnreachable,
  type PostgresTarget,
  postgresError,
} from './postgresql-connection.ts'

/** How long to wait before what broke off is asked again; after the last, a person is told. */
const PAUSES_MS = [50, 200, 800, 2_000]

/** A connection that is made when it is needed and made again when it breaks. */
export type Line = {
  /** `question` must be safe to repeat: when the line breaks, it is asked again. */
  ask<T>(question: (client: Client) => Promise<T>, signal?: AbortSignal): Promise<T>
  close(): Promise<void>
}

export function openLine(target: PostgresTarget): Line {
  /** Shared by all who ask at the same time. */
  let current: Promise<Connection> | null = null

  async function askOnce<T>(
    question: (client: Client) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    stopIfAborted(signal)
    current ??= connectToArchive(target)
    const mine = current
    let connection: Connection | null = null
    const abort = () => connection?.destroy()
    signal?.addEventListener('abort', abort, { once: true })
    try {
      connection = await mine
      stopIfAborted(signal)
      return await question(connection.client)
    } catch (error) {
      connection?.destroy()
      if (current === mine) current = null
      stopIfAborted(signal)
      throw error
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    ask: async (question, signal) => {
      for (let tries = 0; ; tries += 1) {
        try {
          return await askOnce(question, signal)
        } catch (error) {
          const wait = PAUSES_MS[tries]
          const passing = isBrokenOff(error) || (tries > 0 && isUnreachable(error))
          if (wait === undefined || !passing) throw postgresError(error, target.name) ?? error
          await pause(wait)
        }
      }
    },
    close: async () => {
      const connection = await current?.catch(() => null)
      current = null
      await connection?.client.end().catch(() => undefined)
    },
  }
}
