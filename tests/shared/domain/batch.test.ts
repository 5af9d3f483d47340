import { expect, it } from 'vitest'
import {
  batchManifestSchema,
  REFUSALS,
  type Receipt,
  receiptSchema,
  receiptSentence,
} from '../../../shared/domain/batch.ts'
import { instantOf } from '../../../shared/domain/day.ts'
import { someBatches } from '../../helpers/some-batches.ts'

const receipt: Receipt = {
  format: 'petition-desk-receipt',
  version: 1,
  archive: '校档案馆',
  station: 'ZX',
  number: 3,
  manifestHash: 'a'.repeat(64),
  entryCount: 12,
  receivedAt: instantOf(0),
  outcome: 'accepted',
}

it('says in one sentence what became of a batch', () => {
  expect(receiptSentence(receipt)).toBe('第 3 批（12 条记录）已签收。')
  expect(receiptSentence({ ...receipt, outcome: 'held', awaiting: 2 })).toBe(
    '第 3 批已收存，等第 2 批送到后一并签收。',
  )
  expect(receiptSentence({ ...receipt, outcome: 'refused', reason: 'wrongKey', detail: '公钥不同。' })).toBe(
    `第 3 批被退回：${REFUSALS.wrongKey}。公钥不同。`,
  )
})

it('reads a receipt back, and no reason that nobody knows', () => {
  expect(receiptSchema.parse(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt)
  expect(receiptSchema.safeParse({ ...receipt, outcome: 'refused', reason: 'toString' }).success).toBe(false)
})

it('lets no manifest name a file outside its batch or a station that is no folder', () => {
  const manifest = someBatches({ sizes: [1] })[0]?.signed.manifest
  const [file] = manifest?.files ?? []

  expect(batchManifestSchema.safeParse(manifest).success).toBe(true)
  expect(batchManifestSchema.safeParse({ ...manifest, station: '../ZX' }).success).toBe(false)
  expect(
    batchManifestSchema.safeParse({ ...manifest, files: [{ ...file, path: 'documents/../../x.docx' }] })
      .success,
  ).toBe(false)
})
