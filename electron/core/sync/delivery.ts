import type { Receipt } from '../../../shared/domain/batch.ts'
import { receiptSentence } from '../../../shared/domain/batch.ts'
import type { Archive } from '../archive/archive.ts'
import type { Desk } from '../desk.ts'
import type { RunningJob } from '../jobs.ts'
import { asJson } from '../store/as-json.ts'
import { all } from '../store/connection.ts'
import type { BatchTable } from '../store/schema.ts'
import { loadBatch, sealOpenEntries } from './sealing.ts'

export type SyncResult = {
  readonly batches: number
  readonly entries: number
  readonly receipts: number
  readonly refused: string[]
}

/**
 * Seals what is open and delivers every batch without a receipt, oldest first. A refused batch is noted and does not
 * stop the later ones. Broken off anywhere it can simply be run again: delivery is at least once, its effect exactly
 * once.
 */
export async function syncWith(
  desk: Desk,
  archive: Archive,
  actor: string,
  running: RunningJob,
): Promise<SyncResult> {
  await sealOpenEntries(desk, actor, running)
  const rows = undelivered(desk)
  const answers = new Map<number, Receipt>()
  let ahead: Delivery | null = null
  for (const [index, row] of rows.entries()) {
    await running.report(`送出第 ${row.number} 批`, index, rows.length)
    // One is kept on the way while the next is put together and verified.
    const started = startDelivery(desk, archive, row, running)
    if (ahead !== null) answers.set(ahead.row.number, await settle(desk, ahead, actor))
    ahead = started
  }
  if (ahead !== null) answers.set(ahead.row.number, await settle(desk, ahead, actor))
  // A batch that was held is taken in together with the one it waited for; ask once more.
  for (const row of rows) {
    if (answers.get(row.number)?.outcome !== 'held') continue
    answers.set(row.number, await settle(desk, startDelivery(desk, archive, row, running), actor))
  }
  await running.report('同步完成', rows.length, rows.length)
  const receipts = [...answers.values()]
  const accepted = receipts.filter((receipt) => receipt.outcome === 'accepted')
  return {
    batches: accepted.length,
    entries: accepted.reduce((sum, receipt) => sum + receipt.entryCount, 0),
    receipts: receipts.length,
    refused: receipts.filter((receipt) => receipt.outcome !== 'accepted').map(receiptSentence),
  }
}

type Delivery = {
  readonly row: BatchTable
  readonly manifestHash: string
  readonly receipt: Promise<Receipt>
}

function startDelivery(desk: Desk, archive: Archive, row: BatchTable, running: RunningJob): Delivery {
  const batch = loadBatch(desk, row)
  const receipt = archive.deliver(batch, running.signal)
  // When the one before fails nobody waits for this one any more; it is simply sent again the next time.
  receipt.catch(() => {})
  return { row, manifestHash: batch.manifestHash, receipt }
}

/** Nothing counts as delivered without a receipt that matches the manifest. */
async function settle(desk: Desk, delivery: Delivery, actor: string): Promise<Receipt> {
  const receipt = await delivery.receipt
  if (receipt.manifestHash !== delivery.manifestHash || receipt.station !== desk.station.code) {
    throw new Error(`the receipt for batch ${delivery.row.number} is not about that batch`)
  }
  await desk.ledger.change(({ append }) =>
    append({ kind: 'batch.answered', subject: `${delivery.row.number}`, actor, body: asJson(receipt) }),
  )
  return receipt
}

function undelivered({ store }: Desk): BatchTable[] {
  return all<BatchTable>(
    store.reader.raw,
    "select * from batch where state <> 'acknowledged' order by number",
  )
}
