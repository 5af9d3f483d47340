import type { Client } from 'pg'
import { ENTRIES_PATH, type Receipt, type SealedBatch } from '../../../shared/domain/batch.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { receiptOf, refusalFor } from './answers.ts'
import type { Archive } from './archive.ts'
import { copyRows } from './copy-rows.ts'
import type { PostgresTarget } from './postgresql-connection.ts'
import { openLine } from './postgresql-line.ts'
import { type CopyRows, highestHeld, receiptFor, submitBatch } from './postgresql-queries.ts'
import { asBuffer, type BatchProblem, verifyBatch } from './verify-batch.ts'

/**
 * An archive in PostgreSQL, exactly once: a batch is one transaction under the lock of its station's cursor. When the
 * connection breaks off, nobody knows whether it was still committed; the batch is simply delivered again, and
 * `open_batch` gives the answer it had.
 *
 * The lines go by binary COPY straight into the station's part of the journal. Handing the whole file to a function
 * that takes it apart was tried and is simpler, but costs the server twice as much, more than a text COPY. What the
 * server checks itself: who is calling, the registered key, number, range, count, length and both ends of the chain,
 * and the SHA-256 of every document; `damaged_batches` and `broken_entries` check the rest at any later time.
 * Signature and every entry's hash are checked here before anything is sent, as PostgreSQL knows no Ed25519; a batch
 * is checked while the one before is being stored.
 *
 * The key of a station is the one registered for it or, when the keeper of the archive brings the batch, that of its
 * first batch. From then on any other key is refused.
 */
export function openPostgresArchive(target: PostgresTarget, clock: () => number): Archive {
  const line = openLine(target)
  /** A transaction needs the connection for itself; the next delivery is verified meanwhile. */
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(question: (client: Client) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = last.then(() => line.ask(question, signal))
    last = turn.catch(() => undefined)
    return turn
  }

  async function deliver(batch: SealedBatch, ready: Promise<Ready>, signal?: AbortSignal): Promise<Receipt> {
    const { problem, rows } = await ready
    if (problem) return receiptOf(target.name, batch, instantOf(clock()), refusalFor(problem))
    return line.ask(
      async (client) => receiptOf(target.name, batch, ...(await submitBatch(client, batch, rows))),
      signal,
    )
  }

  return {
    name: target.name,
    kind: 'postgresql',
    check: async () => {
      await inTurn((client) => client.query('select 1'))
      return `归档库“${target.name}”可以连接，可以送出批次。`
    },
    deliver: (batch, signal) => {
      const ready = makeReady(batch)
      const receipt = last.then(() => deliver(batch, ready, signal))
      last = receipt.catch(() => undefined)
      return receipt
    },
    receiptFor: (station, number) => inTurn((client) => receiptFor(client, target.name, { station, number })),
    highestHeld: (station) => inTurn((client) => highestHeld(client, station)),
    close: async () => {
      await last
      await line.close()
    },
  }
}

type Ready = { readonly problem: BatchProblem | undefined; readonly rows: CopyRows }

/** The batch was put together by this process, so its lines are in canonical form and its files are those it names. */
async function makeReady(batch: SealedBatch): Promise<Ready> {
  const [problem] = await verifyBatch(batch, { chainOnly: true })
  const { station, fromSeq, entryCount } = batch.signed.manifest
  const lines = asBuffer(batch.files.get(ENTRIES_PATH) ?? new Uint8Array())
  return { problem, rows: problem ? Buffer.alloc(0) : copyRows(lines, station, fromSeq, entryCount) }
}
