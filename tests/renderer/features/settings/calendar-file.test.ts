import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readYearFile, spansOf } from '../../../../renderer/features/settings/calendar-file.ts'

const folder = path.resolve(import.meta.dirname, '../../../../resources/calendars')

describe('a calendar file', () => {
  it.each(readdirSync(folder))('is read as it is shipped: %s', (file) => {
    expect(readYearFile(readFileSync(path.join(folder, file), 'utf8')).ok).toBe(true)
  })

  it.each(['', 'not json', '[]', '{"year":2027}', 'null'])(
    'is refused in Chinese when it holds %j',
    (text) => {
      const read = readYearFile(text)

      expect(read.ok).toBe(false)
      if (read.ok) return
      expect(read.problems.length).toBeGreaterThan(0)
      for (const problem of read.problems) expect(problem).toMatch(/\p{Script=Han}/u)
    },
  )
})

describe('holidays in words', () => {
  it('join neighbouring days of one name, also over the end of a month', () => {
    const days = ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01'].map((day) => ({
      day,
      name: '春节',
    }))

    expect(spansOf([...days, { day: '2025-01-01', name: '元旦' }])).toEqual([
      '元旦 1月1日',
      '春节 1月28日—2月1日',
    ])
  })

  it('keep days apart that do not touch', () => {
    const days = [
      { day: '2026-02-14', name: '春节' },
      { day: '2026-02-28', name: '春节' },
    ]

    expect(spansOf(days)).toEqual(['春节 2月14日', '春节 2月28日'])
  })
})
