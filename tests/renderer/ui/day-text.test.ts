import { describe, expect, it } from 'vitest'
import { dayText, instantText } from '../../../renderer/ui/day-text.ts'
import { latenessText } from '../../../renderer/ui/lateness-text.ts'
import { matchedParts } from '../../../renderer/ui/matched-parts.ts'
import { instantOf, parseDay } from '../../../shared/domain/day.ts'

const today = parseDay('2026-11-21')

describe('days as they are shown', () => {
  it('names the weekday, and the year only when it is not this one', () => {
    expect(dayText(parseDay('2026-11-27'), today)).toBe('11月27日 周五')
    expect(dayText(parseDay('2027-01-04'), today)).toBe('2027年1月4日 周一')
  })

  it('calls today today, by the clock of Shanghai', () => {
    expect(instantText(instantOf(Date.parse('2026-11-20T16:05:00Z')), today)).toBe('今天 00:05')
    expect(instantText(instantOf(Date.parse('2026-11-20T15:59:00Z')), today)).toBe('11月20日 23:59')
  })
})

describe('latenessText', () => {
  it.each([
    [{ kind: 'none' } as const, ''],
    [{ kind: 'running', daysLeft: 3, halfGone: false } as const, '还剩 3 个工作日'],
    [{ kind: 'dueTomorrow' } as const, '下个工作日到期'],
    [{ kind: 'dueToday' } as const, '今天到期'],
    [{ kind: 'overdue', daysLate: 2, severe: false } as const, '逾期 2 个工作日'],
    [{ kind: 'overdue', daysLate: 5, severe: true } as const, '严重逾期 5 个工作日'],
    [{ kind: 'overdue', daysLate: 0, severe: false } as const, '逾期'],
  ])('says %o as “%s”', (lateness, words) => {
    expect(latenessText(lateness)).toBe(words)
  })
})

describe('matchedParts', () => {
  it('marks every place of every typed word and loses no character', () => {
    const parts = matchedParts('三号宿舍楼供暖，宿舍漏水', '宿舍 漏水')

    expect(parts.filter(({ matched }) => matched).map(({ text }) => text)).toEqual(['宿舍', '宿舍', '漏水'])
    expect(parts.map(({ text }) => text).join('')).toBe('三号宿舍楼供暖，宿舍漏水')
  })

  it('takes what was typed as text, not as a pattern', () => {
    expect(matchedParts('a.b', '.').map(({ matched }) => matched)).toEqual([false, true, false])
  })
})
