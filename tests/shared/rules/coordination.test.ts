import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/domain/day.ts'
import {
  coordinationNumber,
  decisionRefusal,
  meetingRefusal,
  meetingReminder,
  reasonsToMeet,
} from '../../../shared/rules/coordination.ts'

const TODAY = parseDay('2026-11-18')
const NOTHING = { lastOn: null, nextOn: null, waiting: 0 }

describe('what calls for a meeting', () => {
  const calm = { daysLate: 0, returns: 0, redone: false, supervised: false, family: 1, group: false }

  it('is nothing while all goes its way, also a day or two late', () => {
    expect(reasonsToMeet(calm)).toEqual([])
    expect(reasonsToMeet({ ...calm, daysLate: 3, family: 2 })).toEqual([])
  })

  it('is named reason by reason, the weightiest first', () => {
    const heavy = { daysLate: 9, returns: 2, redone: true, supervised: true, family: 4, group: true }
    expect(reasonsToMeet(heavy)).toEqual([
      '重办后仍不满意',
      '承办单位退回 2 次',
      '同一问题反映 4 次',
      '集体访',
      '逾期 9 个工作日',
    ])
    expect(reasonsToMeet({ ...calm, redone: true })).toEqual(['评价不满意已重办'])
  })
})

describe('the reminder to meet', () => {
  it('rests while a meeting is arranged or the last one is recent', () => {
    const lastOn = parseDay('2026-11-01')
    expect(meetingReminder('dispatch', { ...NOTHING, lastOn }, TODAY)).toBeNull()
    expect(meetingReminder('dispatch', { ...NOTHING, nextOn: TODAY }, TODAY)).toBeNull()
  })

  it('says how long ago the last one was, with the clause', () => {
    const facts = { lastOn: parseDay('2026-10-01'), nextOn: null, waiting: 2 }
    expect(meetingReminder('coordination', facts, TODAY)).toBe(
      '上次协调会距今 48 天，超过 30 天，有 2 件事项等待会商，应定期召开（《信息沟通实施办法》三2）。',
    )
    expect(meetingReminder('coordination', facts, TODAY, 60)).toBeNull()
  })

  it('asks what became of an arranged day that has passed', () => {
    const facts = { ...NOTHING, nextOn: parseDay('2026-11-10') }
    expect(meetingReminder('dispatch', facts, TODAY)).toContain('原定的调度会日期已过')
  })

  it('asks for a first coordination meeting only when something waits for it', () => {
    expect(meetingReminder('coordination', NOTHING, TODAY)).toBeNull()
    expect(meetingReminder('coordination', { ...NOTHING, waiting: 1 }, TODAY)).toContain('还没有召开过协调会')
    expect(meetingReminder('dispatch', NOTHING, TODAY)).toContain('《接诉即办工作制度》三（三）')
  })
})

describe('steps of a meeting', () => {
  it('is arranged until it is held, and followed afterwards', () => {
    expect(meetingRefusal('hold', 'dispatch', 'planned')).toBeNull()
    expect(meetingRefusal('plan', 'dispatch', 'held')).toContain('已经召开')
    expect(meetingRefusal('cancel', 'dispatch', 'cancelled')).toContain('已经取消')
    expect(meetingRefusal('issue', 'coordination', 'planned')).toContain('还没有召开')
    expect(meetingRefusal('settle', 'coordination', 'held')).toBeNull()
  })

  it('decides on what it discussed, for a day ahead', () => {
    const meeting = { on: TODAY, petitions: ['ZX-2026-00001-A'] }
    expect(decisionRefusal({ petition: 'ZX-2026-00001-A', dueOn: TODAY }, meeting)).toBeNull()
    expect(decisionRefusal({ petition: null, dueOn: parseDay('2026-11-17') }, meeting)).toContain(
      '不能早于会议',
    )
    expect(decisionRefusal({ petition: 'ZX-2026-00002-B', dueOn: TODAY }, meeting)).toContain('不在本次会议')
  })
})

it('numbers things so that stations and kinds never collide', () => {
  expect(coordinationNumber('ZX', 'meeting', 2026, 3)).toBe('ZX-2026-M00003')
  expect(coordinationNumber('ZX', 'group', 2026, 3)).toBe('ZX-2026-G00003')
})
