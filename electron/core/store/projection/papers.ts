import { createHash } from 'node:crypto'
import {
  ENTRIES_PATH,
  receiptSchema,
  receiptSentence,
  signedManifestSchema,
} from '../../../../shared/domain/batch.ts'
import type { KnownEntry } from '../../../../shared/domain/entries.ts'
import { noticeNumber } from '../../../../shared/rules/numbering.ts'
import { canonicalText } from '../../journal/entry-hash.ts'
import type { BatchTable } from '../schema.ts'
import type { Fold, Folded } from './fold.ts'
import { projectStandIns } from './printing.ts'
import { projectContinued, projectVoided, replaceVoided } from './register.ts'
import { seriesKey, useSerial } from './serials.ts'
import { serialOf, serialYear } from './visits.ts'

type PaperEntry = Extract<
  KnownEntry,
  {
    kind:
      | 'document.issued'
      | 'document.reprinted'
      | 'document.voided'
      | 'series.continued'
      | 'batch.sealed'
      | 'batch.answered'
      | 'day.signed-off'
  }
>

export async function projectPaper(fold: Fold, entry: PaperEntry): Promise<void> {
  const { db } = fold.tx
  switch (entry.kind) {
    case 'document.issued':
      return projectIssued(fold, entry)
    case 'document.reprinted':
      // A 遮盖件 is no copy of the original, which may still be in the office.
      if (entry.body.redaction !== undefined) return
      await db
        .updateTable('document')
        .set((row) => ({ taken: row('taken', '+', 1) }))
        .where('id', '=', entry.body.id)
        .execute()
      return projectStandIns(fold, entry)
    case 'document.voided':
      return projectVoided(fold, entry)
    case 'series.continued':
      return projectContinued(fold, entry)
    case 'batch.sealed': {
      await db.insertInto('batch').values(batchRow(entry)).execute()
      return
    }
    case 'batch.answered': {
      const receipt = receiptSchema.parse(entry.body)
      await db
        .updateTable('batch')
        .set({
          state:
            receipt.outcome === 'accepted' ? 'acknowledged' : receipt.outcome === 'held' ? 'sent' : 'refused',
          archive: receipt.archive,
          received_at: receipt.receivedAt,
          reason: receipt.outcome === 'accepted' ? '' : receiptSentence(receipt),
        })
        .where('number', '=', receipt.number)
        .execute()
      return
    }
    case 'day.signed-off': {
      const row = { at: entry.at, by: entry.actor, remark: entry.body.remark }
      await db
        .insertInto('day_sign_off')
        .values({ day: entry.body.day, ...row })
        .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
        .execute()
      return
    }
  }
}

function batchRow(entry: Folded<'batch.sealed'>): BatchTable {
  const signed = signedManifestSchema.parse(entry.body)
  const { manifest } = signed
  return {
    number: manifest.number,
    from_seq: manifest.fromSeq,
    to_seq: manifest.toSeq,
    entries: manifest.entryCount,
    documents: manifest.files.filter((file) => file.path !== ENTRIES_PATH).length,
    manifest: canonicalText(signed),
    manifest_hash: createHash('sha256').update(canonicalText(manifest), 'utf8').digest('hex'),
    sealed_at: manifest.sealedAt,
    state: 'sealed',
    archive: '',
    received_at: null,
    reason: '',
  }
}

async function projectIssued(fold: Fold, entry: Folded<'document.issued'>): Promise<void> {
  const { id, kind, title, petition, visit, unit, number, on, sha256, size, template } = entry.body
  await fold.tx.db
    .insertInto('document')
    .values({
      id,
      kind,
      title,
      petition,
      visit,
      unit,
      number: number === null ? '' : noticeNumber(number.series, number.year, number.serial),
      issued_on: on,
      issued_at: entry.at,
      issued_by: entry.actor,
      sha256,
      size,
      taken: 0,
      template_version: template?.version ?? null,
      series: number?.series ?? '',
      series_year: number?.year ?? null,
      serial: number?.serial ?? null,
      voided_on: null,
      voided_by: null,
      void_reason: '',
      replaced_by: null,
    })
    .execute()
  replaceVoided(fold, entry.body)
  useSerial(fold.tx, `document/${serialYear(id)}`, serialOf(id))
  if (number !== null) useSerial(fold.tx, seriesKey(number.series, number.year), number.serial)
}
