import { describe, expect, it } from 'vitest'
import { addDays, dayFromNumber, dayNumber, parseDay } from '../../../shared/domain/day.ts'
import { withSchoolDay } from '../../../shared/domain/office-calendar.ts'
import {
  DEADLINES,
  deadlineFor,
  deadlineKindFor,
  dueBriefly,
  dueDay,
  dueOnOnly,
  limitDay,
  type Term,
  termInWords,
} from '../../../shared/rules/deadlines.ts'
import { isWorkingDay } from '../../../shared/rules/working-days.ts'
import * as fc from '../../helpers/fast-check.ts'
import { ALL_DAYS, countCalendarDays, countWorkingDays } from '../../helpers/official-notices.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const calendar = DEFAULTS.calendar
const due = (from: string, days: number, counts: 'working' | 'calendar') =>
  dueDay({ from: parseDay(from), days, counts }, calendar)

const START_DAYS = ALL_DAYS.filter((day) => day < '2027')

describe('a due day, on each of the 730 start days of 2025 and 2026', () => {
  it.each([3, 5, 7])('of %i working days is the one counted from the notices', (days) => {
    for (const start of START_DAYS) {
      expect([start, due(start, days, 'working').dueOn]).toEqual([start, countWorkingDays(start, days)])
    }
  })

  it.each([15, 30, 60])('of %i calendar days is the one counted from the notices', (days) => {
    for (const start of START_DAYS) {
      expect([start, due(start, days, 'calendar').dueOn]).toEqual([start, countCalendarDays(start, days)])
    }
  })

  it.each([
    [3, 'working'],
    [5, 'working'],
    [7, 'working'],
    [15, 'calendar'],
    [30, 'calendar'],
    [60, 'calendar'],
  ] as const)('of %i %s days is 暂定 exactly when it reaches into 2027', (days, counts) => {
    const marked = START_DAYS.filter((start) => due(start, days, counts).provisional)

    expect(marked).toEqual(START_DAYS.filter((start) => due(start, days, counts).dueOn >= '2027'))
    expect(marked.length).toBeGreaterThan(0)
  })
})

describe('dueDay', () => {
  it.each([
    ['2025-01-24', 3, 'working', '2025-02-05'],
    ['2025-12-31', 5, 'working', '2026-01-08'],
    ['2026-09-30', 3, 'working', '2026-10-10'],
    ['2026-09-20', 15, 'calendar', '2026-10-08'],
    ['2026-11-21', 5, 'working', '2026-11-27'],
    ['2026-02-13', 3, 'calendar', '2026-02-24'],
  ] as const)('from %s, %i %s days ends on %s', (from, days, counts, dueOn) => {
    expect(due(from, days, counts)).toMatchObject({ dueOn, provisional: false })
  })

  it('is 暂定 when the end depends on a notice that is not out', () => {
    expect(due('2026-12-18', 15, 'calendar')).toMatchObject({ dueOn: '2027-01-04', provisional: true })
    expect(due('2026-12-29', 3, 'working')).toMatchObject({ dueOn: '2027-01-04', provisional: true })
    expect(due('2027-03-01', 3, 'working').provisional).toBe(true)
  })

  it('is certain when its days merely touch a year that is not arranged', () => {
    const settled = withSchoolDay(calendar, { day: parseDay('2027-01-04'), kind: 'work', reason: '考试周' })

    expect(dueDay({ from: parseDay('2026-12-20'), days: 15, counts: 'calendar' }, settled)).toMatchObject({
      dueOn: '2027-01-04',
      provisional: false,
    })
  })

  it('explains counted and skipped working days', () => {
    const { days } = due('2026-09-30', 3, 'working')

    expect(days[0]).toEqual({
      day: '2026-09-30',
      counted: false,
      why: '起算日不计入',
      source: '《民法典》第二百零一条',
    })
    expect(days.slice(1).map(({ day, counted, why }) => `${day} ${counted ? '计' : '不计'} ${why}`)).toEqual([
      '2026-10-01 不计 国庆节放假',
      '2026-10-02 不计 国庆节放假',
      '2026-10-03 不计 国庆节放假',
      '2026-10-04 不计 国庆节放假',
      '2026-10-05 不计 国庆节放假',
      '2026-10-06 不计 国庆节放假',
      '2026-10-07 不计 国庆节放假',
      '2026-10-08 计 工作日',
      '2026-10-09 计 工作日',
      '2026-10-10 计 调休上班（国庆节）',
    ])
  })

  it('explains how a calendar limit rolls past rest days', () => {
    const { days } = due('2026-10-01', 4, 'calendar')

    expect(days.slice(3)).toEqual([
      { day: '2026-10-04', counted: true, why: '按自然日计入', source: '《民法典》第二百零一条' },
      {
        day: '2026-10-05',
        counted: true,
        why: '按自然日计入，最后一日国庆节放假，顺延',
        source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
      },
      {
        day: '2026-10-06',
        counted: false,
        why: '国庆节放假，休息日顺延',
        source: '《民法典》第二百零三条',
      },
      {
        day: '2026-10-07',
        counted: false,
        why: '国庆节放假，休息日顺延',
        source: '《民法典》第二百零三条',
      },
      {
        day: '2026-10-08',
        counted: false,
        why: '顺延至此日届满：工作日',
        source: '《民法典》第二百零三条',
      },
    ])
  })

  it.each(['2026-11-25', '2026-11-28', '2027-10-01'])('of no days is the start day %s itself', (from) => {
    for (const counts of ['working', 'calendar'] as const) {
      const { dueOn, provisional, days } = due(from, 0, counts)
      expect({ dueOn, provisional, days: days.length }).toEqual({ dueOn: from, provisional: false, days: 1 })
    }
  })

  it.each([-1, 1.5, Number.NaN])('refuses %d days as a bug of the caller', (days) => {
    expect(() => due('2026-11-25', days, 'working')).toThrow(RangeError)
  })

  it('moves when the school rests on one of its days', () => {
    const resting = withSchoolDay(calendar, { day: parseDay('2026-11-25'), kind: 'rest', reason: '校庆' })
    const term: Term = { from: parseDay('2026-11-23'), days: 3, counts: 'working' }

    expect(dueDay(term, calendar).dueOn).toBe('2026-11-26')
    expect(dueDay(term, resting).dueOn).toBe('2026-11-27')
  })
})

describe('any due day', () => {
  // From before the first known year to well after the last, so that both edges of the data are crossed.
  const aDay = fc
    .integer({ min: dayNumber(parseDay('2018-01-01')), max: dayNumber(parseDay('2031-12-31')) })
    .map(dayFromNumber)
  const aTerm: fc.Arbitrary<Term> = fc.record({
    from: aDay,
    days: fc.integer({ min: 1, max: 90 }),
    counts: fc.constantFrom('working', 'calendar'),
  })

  it('is a working day', () => {
    fc.assert(fc.property(aTerm, (term) => isWorkingDay(calendar, dueDay(term, calendar).dueOn)))
  })

  it('is explained by exactly as many counted days as the rule has, each day once and in order', () => {
    fc.assert(
      fc.property(aTerm, (term) => {
        const { dueOn, days } = dueDay(term, calendar)
        expect(days.filter((day) => day.counted)).toHaveLength(term.days)
        expect(days.map(({ day }) => day)).toEqual(days.map((_, index) => addDays(term.from, index)))
        expect(days.at(-1)?.day).toBe(dueOn)
        expect(days.every(({ why, source }) => why !== '' && source !== '')).toBe(true)
      }),
    )
  })

  it('never comes earlier for a later start or a longer limit', () => {
    fc.assert(
      fc.property(aTerm, fc.nat(20), fc.nat(20), (term, later, longer) => {
        const { dueOn } = dueDay(term, calendar)
        expect(dueOn <= dueDay({ ...term, from: addDays(term.from, later) }, calendar).dueOn).toBe(true)
        expect(dueOn <= dueDay({ ...term, days: term.days + longer }, calendar).dueOn).toBe(true)
      }),
    )
  })

  it('by working days can be reached in steps', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (from, a, b) => {
        const half = dueOnOnly({ from, days: a, counts: 'working' }, calendar)
        const steps = dueOnOnly({ from: half, days: b, counts: 'working' }, calendar)
        expect(steps).toBe(dueOnOnly({ from, days: a + b, counts: 'working' }, calendar))
      }),
    )
  })

  it('is the same when asked without the explanation', () => {
    fc.assert(
      fc.property(aTerm, (term) => {
        const { dueOn, provisional } = dueDay(term, calendar)
        expect(dueOnOnly(term, calendar)).toBe(dueOn)
        expect(dueBriefly(term, calendar)).toEqual({ dueOn, provisional })
      }),
    )
  })

  it('is 暂定 exactly when a line that decides it says so', () => {
    fc.assert(
      fc.property(aTerm, (term) => {
        const { provisional, days } = dueDay(term, calendar)
        expect(provisional).toBe(days.some(({ why }) => why.includes('（暂定）')))
      }),
    )
  })
})

describe('the table of deadlines', () => {
  it.each([
    ['direct', 3, 'working', 'acceptedOn', '《信息沟通实施办法》'],
    ['transfer', 5, 'working', 'dispatchedOn', '《信息沟通实施办法》'],
    ['submit', 7, 'working', 'submittedOn', '《信息沟通实施办法》'],
    ['instant', 0, 'calendar', 'acceptedOn', '《接诉即办工作制度》'],
    ['sameDay', 0, 'calendar', 'acceptedOn', '《接诉即办工作制度》'],
    ['complex', 3, 'calendar', 'acceptedOn', '《接诉即办工作制度》'],
    ['acceptanceNotice', 15, 'calendar', 'receivedOn', '《信访工作条例》'],
    ['extension', 30, 'calendar', 'dueOn', '《信访工作条例》'],
    ['settle', 60, 'calendar', 'acceptedOn', '《信访工作条例》'],
  ] as const)('%s: %i %s days from %s by %s', (kind, days, counts, startsOn, basis) => {
    expect(DEADLINES[kind]).toMatchObject({ days, counts, startsOn })
    expect(DEADLINES[kind].basis).toContain(basis)
  })

  it('takes what the school set instead and says so', () => {
    const rule = deadlineFor('complex', { complex: { counts: 'working' } })

    expect(rule).toMatchObject({ days: 3, counts: 'working', startsOn: 'acceptedOn' })
    expect(rule.basis).toBe('《接诉即办工作制度》三（一）3：复杂问题3日办结（学校设置为3 个工作日）')
    expect(deadlineFor('direct', { complex: { days: 5 } })).toBe(DEADLINES.direct)
  })

  it('names a term in words', () => {
    expect([DEADLINES.transfer, DEADLINES.settle, DEADLINES.sameDay].map(termInWords)).toEqual([
      '5 个工作日',
      '60 日',
      '当日',
    ])
  })
})

describe('which deadline a petition answers to', () => {
  it.each([
    ['办法', 'direct', null, 'direct'],
    ['办法', 'transfer', 'complex', 'transfer'],
    ['办法', 'submit', 'instant', 'submit'],
    ['制度', 'direct', 'instant', 'instant'],
    ['制度', 'transfer', 'same-day', 'sameDay'],
    ['制度', 'transfer', 'complex', 'complex'],
    ['制度', 'submit', 'long-term', 'submit'],
    ['制度', 'transfer', null, 'transfer'],
    ['办法', 'decline', null, null],
    ['制度', 'decline', 'complex', null],
  ] as const)('by %s, %s, grade %s: %s', (regulation, route, grade, kind) => {
    expect(deadlineKindFor({ regulation, route, grade })).toBe(kind)
  })
})

describe('limitDay', () => {
  it("keeps the leader's day even on a rest day, and says whose it is", () => {
    const stated = { label: '校领导批示的办结时限', basis: '《信息沟通实施办法》二（二）3' }
    const limit = limitDay(parseDay('2026-11-28'), stated)

    expect(limit).toMatchObject({ dueOn: '2026-11-28', provisional: false })
    expect(limit.days).toEqual([
      { day: '2026-11-28', counted: true, why: stated.label, source: stated.basis },
    ])
  })
})
