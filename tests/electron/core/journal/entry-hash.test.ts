import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import {
  canonicalText,
  entryHash,
  entryLine,
  entryText,
  entryTextAround,
} from '../../../../electron/core/journal/entry-hash.ts'
import { instantOf } from '../../../../shared/domain/day.ts'
import { GENESIS_HASH } from '../../../../shared/domain/entry.ts'
import * as fc from '../../../helpers/fast-check.ts'

const unhashed = {
  station: 'A1',
  seq: 1,
  at: instantOf(0),
  tick: 0,
  actor: 'wang',
  subject: 'A1-2026-000017',
  kind: 'visitRegistered',
  version: 1,
  body: { 诉求: '宿舍热水\n停供', b: 1, a: [true, null] },
  prevHash: GENESIS_HASH,
}

const text =
  '{"actor":"wang","at":"1970-01-01T00:00:00.000Z","body":{"a":[true,null],"b":1,"诉求":"宿舍热水\\n停供"},' +
  '"kind":"visitRegistered","seq":1,"station":"A1","subject":"A1-2026-000017","tick":0,"version":1}'
const hash = createHash('sha256').update(`${GENESIS_HASH}${text}`, 'utf8').digest('hex')

it('hashes the previous hash followed by the canonical text of the rest', () => {
  expect(entryHash(unhashed)).toBe(hash)
})

it('is the same whatever the order of the members', () => {
  const { actor, at, prevHash, ...rest } = unhashed

  expect(entryHash({ prevHash, at, actor, ...rest })).toBe(hash)
})

it('ignores members that do not belong to an entry', () => {
  const row = { ...unhashed, rowid: 7 }

  expect(entryHash(row)).toBe(hash)
})

it('writes the whole entry as one canonical line', () => {
  expect(entryLine({ ...unhashed, hash })).toBe(
    text
      .replace(',"kind"', `,"hash":"${hash}","kind"`)
      .replace(',"seq"', `,"prevHash":"${GENESIS_HASH}","seq"`),
  )
})

it('refuses a body that JSON cannot hold', () => {
  expect(() => entryHash({ ...unhashed, body: { days: Number.NaN } })).toThrow()
})

it('writes the text around a canonical body as it writes the whole', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), (body, subject) => {
      const entry = { ...unhashed, subject }
      expect(entryTextAround(canonicalText(body), entry)).toBe(entryText({ ...entry, body }))
    }),
  )
})
