import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/domain/day.ts'
import { deadlineState, dueSentence } from '../../../shared/rules/deadline-state.ts'
import * as fc from '../../helpers/fast-check.ts'
import { ALL_DAYS } from '../../helpers/official-notices.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const calendar = DEFAULTS.calendar
const stateOn = (today: string, dueOn = '2026-11-27') =>
  deadlineState(parseDay(dueOn), parseDay(today), calendar)
const sentence = (dueOn: string, today: string, provisional = false) =>
  dueSentence({ dueOn: parseDay(dueOn), provisional }, parseDay(today), calendar)

const halfGone = (today: string, progressed: boolean, halfGone = true) => {
  const startedOn = parseDay('2026-11-20')
  const warnings = { halfGone, daysBefore: 2, severeAfter: 0 }
  return deadlineState(parseDay('2026-11-26'), parseDay(today), calendar, { startedOn, progressed }, warnings)
}

describe('the state of a deadline on Friday 27 November 2026', () => {
  it.each([
    ['2026-11-24', { kind: 'running', workingDaysLeft: 3, soon: false, halfGone: false }],
    ['2026-11-25', { kind: 'running', workingDaysLeft: 2, soon: false, halfGone: false }],
    ['2026-11-26', { kind: 'dueTomorrow', workingDaysLeft: 1, soon: true, halfGone: false }],
    ['2026-11-27', { kind: 'dueToday' }],
    ['2026-11-28', { kind: 'overdue', workingDaysLate: 0, severe: false }],
    ['2026-11-30', { kind: 'overdue', workingDaysLate: 1, severe: false }],
    ['2026-12-02', { kind: 'overdue', workingDaysLate: 3, severe: false }],
    ['2026-12-03', { kind: 'overdue', workingDaysLate: 4, severe: true }],
  ])('on %s is %o', (today, state) => {
    expect(stateOn(today)).toEqual(state)
  })
})

describe('deadlineState', () => {
  it.each(['2026-11-27', '2026-11-28', '2026-11-29'])('on %s calls a Monday limit due tomorrow', (today) => {
    expect(stateOn(today, '2026-11-30')).toMatchObject({ kind: 'dueTomorrow', workingDaysLeft: 1 })
  })

  it('counts a limit on a rest day as near when no working day is left before it', () => {
    expect(stateOn('2026-11-27', '2026-11-29')).toMatchObject({ kind: 'dueTomorrow', workingDaysLeft: 0 })
  })

  it('does not count a holiday as days late', () => {
    expect(stateOn('2026-10-08', '2026-09-30')).toMatchObject({ kind: 'overdue', workingDaysLate: 1 })
  })

  it('warns from the day half of the working time is gone without progress', () => {
    expect(halfGone('2026-11-23', false)).toMatchObject({ workingDaysLeft: 3, halfGone: false })
    expect(halfGone('2026-11-24', false)).toMatchObject({ workingDaysLeft: 2, halfGone: true })
    expect(halfGone('2026-11-24', true)).toMatchObject({ halfGone: false })
    expect(halfGone('2026-11-24', false, false)).toMatchObject({ halfGone: false })
  })

  it('takes its thresholds from the settings', () => {
    expect(halfGone('2026-11-24', false)).toMatchObject({ kind: 'running', soon: true })
    expect(halfGone('2026-11-27', false)).toMatchObject({ kind: 'overdue', severe: true })
  })

  it('is overdue exactly after the due day', () => {
    const aDay = fc.constantFrom(...ALL_DAYS)
    fc.assert(
      fc.property(aDay, aDay, (today, dueOn) => {
        expect(stateOn(today, dueOn).kind === 'overdue').toBe(today > dueOn)
      }),
    )
  })
})

describe('dueSentence', () => {
  it.each([
    ['2026-11-27', '2026-11-24', '11月27日（周五）到期，还剩 3 个工作日'],
    ['2026-11-27', '2026-11-27', '11月27日（周五）到期，就在今天'],
    ['2026-11-27', '2026-11-28', '11月27日（周五）到期，已逾期'],
    ['2026-11-27', '2026-12-01', '11月27日（周五）到期，已逾期 2 个工作日'],
    ['2026-11-29', '2026-11-27', '11月29日（周日）到期，此前已没有工作日'],
    ['2026-01-08', '2025-12-31', '2026年1月8日（周四）到期，还剩 5 个工作日'],
  ])('on a limit of %s says on %s: %s', (dueOn, today, text) => {
    expect(sentence(dueOn, today)).toBe(text)
  })

  it('marks a day that may still move', () => {
    expect(sentence('2027-01-04', '2026-12-31', true)).toBe(
      '2027年1月4日（周一）到期（暂定），还剩 1 个工作日',
    )
  })
})
