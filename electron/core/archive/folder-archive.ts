import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { DeskError } from '../../../shared/contract/errors.ts'
import type { Receipt, SealedBatch } from '../../../shared/domain/batch.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { type Answer, doesFollow, receiptOf, refusalFor, stopIfAborted } from './answers.ts'
import type { Archive } from './archive.ts'
import { onFolder, readIfThere, replaceFile } from './folder-files.ts'
import {
  jsonBytes,
  openStationFolder,
  parseJson,
  removeUnfinished,
  type StationFolder,
  type StoredBatch,
  unfinishedName,
} from './station-folder.ts'
import { verifyBatch } from './verify-batch.ts'

const VERSION = 1
const markerSchema = z.object({ format: z.literal('petition-desk-archive'), version: z.number() })

/**
 * An archive that is a directory: a USB disk, a share.
 *
 *     archive.json
 *     ZX/station.json              the station's key as of its first batch; a batch with another key is refused
 *     ZX/batch-000001/             manifest.json  entries.jsonl  documents/<sha256>.docx
 *     ZX/held/batch-000003/        came before its predecessor
 *     ZX/receipts/000001.json
 *
 * A batch is written under another name, synced and renamed: what bears its number is whole. The receipt comes last;
 * a delivery that was killed in between is finished by the next.
 */
export function openFolderArchive(folder: string, clock: () => number): Archive {
  const name = `folder:${folder}`
  /** One after the other: two deliveries must never settle the same station. */
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(() => onFolder(folder, work))
    last = turn.catch(() => undefined)
    return turn
  }
  const receipt = (batch: Pick<SealedBatch, 'signed' | 'manifestHash'>, answer: Answer) =>
    receiptOf(name, batch, instantOf(clock()), answer)

  return {
    name,
    kind: 'folder',
    check: () => inTurn(() => checkFolder(folder)),
    deliver: (batch, signal) =>
      inTurn(async () => {
        stopIfAborted(signal)
        await requireArchive(folder)
        return deliverTo(openStationFolder(folder, batch.signed.manifest.station), batch, receipt, signal)
      }),
    receiptFor: (station, number) => inTurn(() => openStationFolder(folder, station).receipt(number)),
    highestHeld: (station) => inTurn(() => openStationFolder(folder, station).held()),
    close: async () => {
      await last
    },
  }
}

type MakeReceipt = (batch: Pick<SealedBatch, 'signed' | 'manifestHash'>, answer: Answer) => Receipt

async function deliverTo(
  station: StationFolder,
  batch: SealedBatch,
  receipt: MakeReceipt,
  signal: AbortSignal | undefined,
): Promise<Receipt> {
  const publicKey = await station.publicKey()
  const [problem] = await verifyBatch(batch, { publicKey })
  if (problem) return receipt(batch, refusalFor(problem))

  await station.clean()
  await settle(station, receipt)
  const stored = await station.find(batch.signed.manifest.number)
  if (stored) return answerAgain(station, stored, batch, receipt)

  const held = await station.held()
  const { number } = batch.signed.manifest
  const awaiting = (held?.number ?? 0) + 1
  if (number <= awaiting && !doesFollow(held, batch.signed.manifest)) {
    return receipt(batch, { outcome: 'refused', reason: 'doesNotFollow' })
  }
  if (publicKey === undefined) await station.pin(batch.signed.manifest.publicKey)
  const early = number > awaiting
  await station.store(batch, early ? 'held' : 'accepted', signal)
  const given = receipt(batch, early ? { outcome: 'held', awaiting } : { outcome: 'accepted' })
  await station.writeReceipt(given)
  await settle(station, receipt)
  return given
}

/** The same batch gets the same receipt, and one that a killed delivery still owed. */
async function answerAgain(
  station: StationFolder,
  stored: StoredBatch,
  batch: SealedBatch,
  receipt: MakeReceipt,
): Promise<Receipt> {
  if (stored.manifestHash !== batch.manifestHash) {
    return receipt(batch, { outcome: 'refused', reason: 'differentContent' })
  }
  const outcome = stored.shelf === 'held' ? 'held' : 'accepted'
  const before = await station.receipt(batch.signed.manifest.number)
  if (before?.manifestHash === batch.manifestHash && before.outcome === outcome) return before
  const awaiting = ((await station.held())?.number ?? 0) + 1
  const given = receipt(batch, outcome === 'held' ? { outcome, awaiting } : { outcome })
  await station.writeReceipt(given)
  return given
}

/** Takes in what was held and now follows, as far as it goes. */
async function settle(station: StationFolder, receipt: MakeReceipt): Promise<void> {
  for (;;) {
    const held = await station.held()
    const next = await station.find((held?.number ?? 0) + 1)
    if (!next) return
    const follows = doesFollow(held, next.signed.manifest)
    await station.move(next, follows ? 'accepted' : 'refused')
    await station.writeReceipt(
      receipt(next, follows ? { outcome: 'accepted' } : { outcome: 'refused', reason: 'doesNotFollow' }),
    )
  }
}

async function checkFolder(folder: string): Promise<string> {
  await requireArchive(folder)
  const probe = unfinishedName(folder)
  await replaceFile(`${probe}.probe`, probe, Buffer.from('probe'))
  await rm(`${probe}.probe`, { force: true })
  return `归档文件夹“${folder}”可以写入。`
}

/** A folder becomes an archive at the first delivery, but it must be there: a disk that is not plugged in is no archive. */
async function requireArchive(folder: string): Promise<void> {
  const marker = path.join(folder, 'archive.json')
  if (!(await stat(folder)).isDirectory()) {
    throw new DeskError('unavailable', `归档去向“${folder}”不是文件夹，请换一个文件夹。`)
  }
  const bytes = await readIfThere(marker)
  if (bytes === null) {
    await removeUnfinished(folder)
    await replaceFile(
      marker,
      unfinishedName(folder),
      jsonBytes({ format: 'petition-desk-archive', version: VERSION }),
    )
    return
  }
  const { version } = parseJson(bytes, markerSchema) ?? { version: 0 }
  if (version === 0)
    throw new DeskError('unavailable', `归档文件夹“${folder}”的 archive.json 已损坏，请归档管理员检查。`)
  if (version > VERSION) {
    throw new DeskError('unavailable', `归档文件夹“${folder}”由更新版本的程序建立，请先升级本机程序。`)
  }
}
