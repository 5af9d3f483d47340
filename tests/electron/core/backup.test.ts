import { describe, expect, it } from 'vitest'
import { eveningBackupDue } from '../../../electron/core/backup.ts'
import type { Instant } from '../../../shared/domain/day.ts'

/** A moment of November 2026 in Shanghai. */
const at = (day: number, time: string) =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`).toISOString() as Instant

describe('the evening backup', () => {
  it.each([
    [
      'is due after six when the day brought entries',
      at(18, '18:05'),
      at(17, '18:05'),
      at(18, '15:00'),
      true,
    ],
    ['is made once an evening', at(18, '19:00'), at(18, '18:05'), at(18, '18:30'), false],
    ['waits for the evening', at(18, '12:00'), at(17, '18:05'), at(18, '11:00'), false],
    [
      'is made up for in the morning when it was missed',
      at(18, '08:00'),
      at(16, '18:05'),
      at(17, '15:00'),
      true,
    ],
    ['is not needed when nothing happened since', at(18, '18:05'), at(17, '18:05'), at(17, '15:00'), false],
    ['counts a copy made later than six', at(18, '09:00'), at(17, '21:00'), at(18, '08:30'), false],
  ])('%s', (_, now, lastBackup, lastEntry, due) => {
    expect(eveningBackupDue(now, lastBackup, lastEntry)).toBe(due)
  })

  it('is due at once when there never was one', () => {
    expect(eveningBackupDue(at(18, '09:00'), null, at(18, '08:59'))).toBe(true)
  })
})
