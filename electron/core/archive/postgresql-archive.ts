import type { Client } from 'pg'
import type { Receipt, SealedBatch } from '../../../shared/domain/batch.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { receiptOf, refusalFor } from './answers.ts'
import type { Archive } from './archive.ts'
import type { PostgresTarget } from './postgresql-connection.ts'
import { openLine } from './postgresql-line.ts'
import { highestHeld, receiptFor, submitBatch } from './postgresql-queries.ts'
import { verifyBatch } from './verify-batch.ts'

type Delivery = {
  /** Settled as soon as the batch has been put on the line for the first time, or is not going to be. */
  readonly sent: Promise<unknown>
  /** Settled when this delivery and all before it have their answers. */
  answered: Promise<unknown>
  brokeOff: boolean
}

/**
 * An archive in PostgreSQL, exactly once: the entries of a batch travel as the one value they already are and
 * `submit_batch` takes them apart, so the whole batch is one statement that happened or did not. When the connection
 * breaks off, nobody knows which; the batch is simply submitted again and gets the answer it had.
 *
 * A binary COPY into the table would cost the server a third less, but a station would have to be allowed to write
 * into the table, and the server could no longer tell cheaply that what it stored is what was signed. What it checks
 * itself: who is calling, the registered key, the SHA-256 of every file, number, range, count and both ends of the
 * chain. Signature and every entry's hash are checked here before anything is sent, as PostgreSQL knows no Ed25519;
 * a batch is checked and sent while the server is still storing the one before.
 *
 * The key of a station is the one registered for it or, when the keeper of the archive brings the batch, that of its
 * first batch. From then on any other key is refused.
 */
export function openPostgresArchive(target: PostgresTarget, clock: () => number): Archive {
  const line = openLine(target)
  let last: Delivery = { sent: Promise.resolve(), answered: Promise.resolve(), brokeOff: false }

  function deliver(batch: SealedBatch, signal: AbortSignal | undefined): Promise<Receipt> {
    const before = last
    const sent = Promise.withResolvers<void>()
    const mine: Delivery = { sent: sent.promise, answered: before.answered, brokeOff: false }
    last = mine

    async function submit(client: Client, tries: number): Promise<Receipt> {
      // Right behind the one before; but when the line broke, that one goes first again.
      if (tries > 0 || before.brokeOff) await before.answered
      const known = tries > 0 ? await receiptFor(client, target.name, batch.signed.manifest) : null
      if (known?.outcome === 'accepted' && known.manifestHash === batch.manifestHash) return known
      try {
        const judgement = submitBatch(client, batch)
        sent.resolve()
        return receiptOf(target.name, batch, ...(await judgement))
      } catch (error) {
        mine.brokeOff = true
        throw error
      }
    }

    const receipt = (async () => {
      const [problem] = await verifyBatch(batch, { chainOnly: true })
      await before.sent
      return problem
        ? receiptOf(target.name, batch, instantOf(clock()), refusalFor(problem))
        : line.ask(submit, signal)
    })().finally(sent.resolve)
    mine.answered = Promise.allSettled([before.answered, receipt]).then(() => undefined)
    return receipt
  }

  return {
    name: target.name,
    kind: 'postgresql',
    check: async () => {
      await line.ask((client) => client.query('select 1'))
      return `归档库“${target.name}”可以连接，可以送出批次。`
    },
    deliver,
    receiptFor: (station, number) =>
      line.ask((client) => receiptFor(client, target.name, { station, number })),
    highestHeld: (station) => line.ask((client) => highestHeld(client, station)),
    close: async () => {
      await last.answered
      await line.close()
    },
  }
}
