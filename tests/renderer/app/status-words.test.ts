import { describe, expect, it } from 'vitest'
import { statusFacts } from '../../../renderer/app/status-words.ts'
import type { Answer } from '../../../shared/contract/api.ts'
import { instantOf, parseDay } from '../../../shared/domain/day.ts'

const now = Date.parse('2026-11-21T04:30:00.000Z')
const today = parseDay('2026-11-21')
const hoursAgo = (hours: number) => instantOf(now - hours * 3_600_000)

type Status = Answer<'desk.status'>

function aStatus(more: Partial<Status> = {}): Status {
  return {
    waiting: { today: 0, review: 0, chase: 0, reception: 0, archive: 0 },
    backup: { lastAt: hoursAgo(0.5), problem: null },
    archive: {
      lastAcknowledged: 37,
      unsent: 4,
      oldestUnsentAt: hoursAgo(2),
      configured: true,
      problem: null,
    },
    calendar: { knownYears: [2025, 2026], missingYear: 2027 },
    ...more,
  }
}

const wordsOf = (status: Status) => statusFacts(status, today, now).map(({ text }) => text)
const lateOf = (status: Status) =>
  statusFacts(status, today, now)
    .filter(({ late }) => late)
    .map(({ about }) => about)

describe('the status bar', () => {
  it('tells the truth in three short facts', () => {
    expect(wordsOf(aStatus())).toEqual([
      '备份 今天 12:00',
      '归档 已签收至 第 37 批，未送出 4 条',
      '日历 到 2026 年（2027 年未导入）',
    ])
    expect(lateOf(aStatus())).toEqual([])
  })

  it('warns in words when the backup is more than a day old', () => {
    const status = aStatus({ backup: { lastAt: hoursAgo(40), problem: null } })

    expect(wordsOf(status)[0]).toBe('备份 11月19日 20:30，已超过一天')
    expect(lateOf(status)).toEqual(['backup'])
  })

  it('does not call a desk late that has only just begun, but says what to do', () => {
    const status = aStatus({ backup: { lastAt: null, problem: '还没有备份，请点击立即备份' } })

    expect(statusFacts(status, today, now)[0]).toEqual({
      about: 'backup',
      text: '备份 还没有做过',
      late: false,
      explanation: '还没有备份，请点击立即备份',
    })
  })

  it('says how long the oldest record has been waiting for the archive', () => {
    const archive = { ...aStatus().archive, oldestUnsentAt: hoursAgo(24 * 5) }

    expect(wordsOf(aStatus({ archive }))[1]).toBe('归档 已签收至 第 37 批，未送出 4 条，最早一条已等 5 天')
    expect(lateOf(aStatus({ archive }))).toEqual(['archive'])
  })

  it('says that nothing was ever set, without alarm', () => {
    const status = aStatus({
      backup: { lastAt: null, problem: null },
      archive: { lastAcknowledged: null, unsent: 9, oldestUnsentAt: null, configured: false, problem: null },
      calendar: { knownYears: [2026], missingYear: null },
    })

    expect(wordsOf(status)).toEqual(['备份 还没有做过', '归档 还没有设置去向', '日历 到 2026 年'])
    expect(lateOf(status)).toEqual([])
  })
})
