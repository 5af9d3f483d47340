import type { Sent } from '../../../shared/contract/api.ts'
import type { Day } from '../../../shared/domain/day.ts'

export type Schedule = Sent<'reception.saveSchedule'>
export type Rule = Schedule['rule']
export type Frequency = Rule['frequency']

/** What a school begins with: every Wednesday afternoon (《办法》一（三）2). */
export function usualSchedule(today: Day, leaders: readonly string[]): Schedule {
  return {
    rule: {
      frequency: { kind: 'weekly', weekday: 3 },
      from: today,
      until: null,
      winter: { start: '14:00', end: '16:30' },
      summer: { from: '05-01', until: '09-30', hours: { start: '14:30', end: '17:00' } },
      holiday: 'skip',
      vacations: [],
    },
    place: '信访接待室',
    leaders: [...leaders],
    companions: [],
    cutOff: { workingDays: 1, time: '16:00' },
    groupCap: 3,
    places: 6,
    departmentFirst: true,
    contact: '',
  }
}

/** The same weekday under another frequency. */
export function frequencyOf(kind: string, before: Frequency): Frequency {
  const weekday = before.kind === 'dates' ? 3 : before.weekday
  switch (kind) {
    case 'fortnightly':
      return { kind, weekday }
    case 'monthly':
      return { kind, weekday, weeks: [1] }
    case 'dates':
      return { kind, dates: [] }
    default:
      return { kind: 'weekly', weekday }
  }
}

/** `2026-12-02、2026-12-16` as it is typed, one a line or with any separator. */
export function datesOf(typed: string): string[] {
  return typed.split(/[\s,，、;；]+/u).filter((text) => text !== '')
}
