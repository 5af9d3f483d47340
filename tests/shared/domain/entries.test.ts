import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../shared/domain/day.ts'
import { ENTRY_KINDS, readEntry, UnreadableEntry } from '../../../shared/domain/entries.ts'
import type { Entry } from '../../../shared/domain/entry.ts'

const visit = {
  channel: 'XFJD',
  startedAt: '2026-09-01T01:00:00.000Z',
  place: '信访接待室',
  receivedBy: '王老师',
  petitioners: [{ name: '张三', phone: '13800000000', organisation: '会计学院', studentNumber: '2024001' }],
  petitions: [{ title: '热水', matter: '热水不足', demand: '检修', category: 'HQ01' }],
}

function entry(version: number, body: unknown): Entry {
  return {
    station: 'ZX',
    seq: 1,
    at: '2026-09-01T01:10:00.000Z' as Instant,
    tick: 0,
    actor: 'wang',
    subject: 'ZX-2026-L00001',
    kind: 'visit.registered',
    version,
    body,
    prevHash: '',
    hash: '',
  }
}

const body = {
  number: 'ZX-2026-L00001',
  queryCode: '123456',
  receivedOn: '2026-09-01',
  group: false,
  visit,
  numbers: ['ZX-2026-00001-K'],
}

describe('an entry of an older version', () => {
  it('is lifted to today: a visit of version 1 was at the counter', () => {
    const read = readEntry(entry(1, body))
    expect(read.body).toMatchObject({ numbers: body.numbers, visit: { origin: { kind: 'counter' } } })
  })

  it('of a newer program is refused by name', () => {
    const newer = ENTRY_KINDS['visit.registered'].version + 1
    expect(() => readEntry(entry(newer, body))).toThrow(UnreadableEntry)
  })
})
