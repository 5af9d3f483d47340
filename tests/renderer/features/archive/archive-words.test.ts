import { describe, expect, it } from 'vitest'
import {
  type ArchiveState,
  batchSentence,
  targetText,
  truthSentence,
} from '../../../../renderer/features/archive/archive-words.ts'
import { instantOf, parseDay } from '../../../../shared/domain/day.ts'

const today = parseDay('2026-11-20')
const at = (text: string) => instantOf(Date.parse(text))
const state = (changes: Partial<ArchiveState>): ArchiveState => ({
  url: 'folder:/media/archive',
  batches: [],
  unsent: 0,
  oldestUnsentAt: null,
  ...changes,
})
const batch: ArchiveState['batches'][number] = {
  number: 3,
  fromSeq: 1,
  toSeq: 9,
  entries: 9,
  documents: 2,
  sealedAt: at('2026-11-20T01:00:00Z'),
  state: 'refused',
  archive: 'folder:/media/archive',
  receivedAt: null,
  reason: '签名不符',
}

describe('the sentence about the archive', () => {
  it('says plainly that nothing leaves this computer yet', () => {
    expect(truthSentence(state({ url: '', unsent: 5 }), today)).toBe(
      '还没有设置归档去向：所有记录只在这台电脑上。',
    )
  })

  it('counts what has no receipt and how old it is', () => {
    const oldestUnsentAt = at('2026-11-17T02:00:00Z')

    expect(truthSentence(state({ unsent: 4, oldestUnsentAt }), today)).toMatch(
      '还有 4 条记录没有归档中心的签收',
    )
    expect(truthSentence(state({ unsent: 4, oldestUnsentAt }), today)).toMatch('3 天前')
  })

  it('never calls everything received while a batch is refused', () => {
    expect(truthSentence(state({ batches: [batch] }), today)).toMatch('有 1 批被拒收')
  })
})

it('says of a batch when its receipt came', () => {
  const received = { ...batch, state: 'acknowledged', receivedAt: at('2026-11-20T04:01:00Z') } as const

  expect(batchSentence(received, today)).toBe('已签收（今天 12:01）')
  expect(batchSentence({ ...batch, state: 'sent' }, today)).toBe('已送出，还没有回执')
})

it('shows an address in words', () => {
  expect(targetText('folder:/media/archive')).toBe('文件夹 /media/archive')
  expect(targetText('postgresql://station@db.example:5432/archive')).toBe(
    '数据库 station@db.example:5432/archive',
  )
  expect(targetText('')).toBe('尚未设置')
})
