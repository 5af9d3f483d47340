import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../shared/domain/day.ts'
import { GUEST_STATES, type GuestState } from '../../../shared/domain/reception.ts'
import {
  type BookableDay,
  bookingProblems,
  type Queued,
  type QueueStep,
  queueInOrder,
  queueRefusal,
  waitingInOrder,
} from '../../../shared/rules/reception-queue.ts'
import * as fc from '../../helpers/fast-check.ts'

function guest(changes: Partial<Queued> = {}): Queued {
  return {
    id: 'G1',
    kind: 'booked',
    state: 'waiting',
    appointedAt: '',
    place: 1,
    recorded: false,
    ...changes,
  }
}

const DAY: BookableDay = {
  state: 'planned',
  day: parseDay('2026-11-25'),
  cutOff: { day: parseDay('2026-11-24'), time: '16:00' },
  groupCap: 3,
  places: 2,
  departmentFirst: true,
  leaderName: '周明远',
}
const NOW = { day: parseDay('2026-11-24'), time: '16:00' }
const GUEST = { headcount: 1, department: '已向后勤处反映，未解决', accusedNames: '' }

describe('the queue', () => {
  it('hears booked ones by their time, then walk-ins as they came', () => {
    const ids = waitingInOrder([
      guest({ id: 'walk', kind: 'walk-in', place: 1 }),
      guest({ id: 'late', appointedAt: '15:00', place: 2 }),
      guest({ id: 'untimed', place: 3 }),
      guest({ id: 'early', appointedAt: '14:30', place: 4 }),
      guest({ id: 'gone', state: 'left', place: 5 }),
    ]).map(({ id }) => id)
    expect(ids).toEqual(['early', 'late', 'untimed', 'walk'])
  })

  it('lets nobody in while somebody is inside', () => {
    const inside = guest({ id: 'G2', state: 'called' })
    expect(queueRefusal('call', guest(), [inside])).toContain('请先结束当前接待')
    expect(queueRefusal('call', guest(), [])).toBeNull()
  })

  it('ends a conversation only with its record', () => {
    expect(queueRefusal('finish', guest({ state: 'called' }), [])).toContain('还没有接待记录')
    expect(queueRefusal('finish', guest({ state: 'called', recorded: true }), [])).toBeNull()
    expect(queueRefusal('leave', guest({ state: 'called', recorded: true }), [])).toContain('已有接待记录')
  })

  const states = Object.keys(GUEST_STATES) as GuestState[]
  const guests = fc.array(
    fc.record({
      kind: fc.constantFrom('booked' as const, 'walk-in' as const),
      state: fc.constantFrom(...states),
      appointedAt: fc.constantFrom('', '14:00', '14:30', '15:00'),
      recorded: fc.boolean(),
    }),
  )

  it('shows everybody once, and waits in one order whatever order they are given in', () => {
    fc.assert(
      fc.property(guests, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (drawn, dice) => {
        const all = drawn.map((each, at) => guest({ ...each, id: `G${at}`, place: at }))
        const shuffled = all
          .map((each) => ({ each, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each)
        expect(new Set(queueInOrder(all)).size).toBe(all.length)
        expect(waitingInOrder(shuffled).map(({ id }) => id)).toEqual(waitingInOrder(all).map(({ id }) => id))
        const kinds = waitingInOrder(all).map(({ kind }) => kind)
        expect(kinds.join(' ')).not.toContain('walk-in booked')
      }),
    )
  })

  it('takes no step with somebody who is done', () => {
    const steps: QueueStep[] = ['call', 'absent', 'requeue', 'finish', 'leave', 'cancel']
    for (const state of ['finished', 'left', 'cancelled'] as const) {
      for (const step of steps)
        expect(queueRefusal(step, guest({ state }), []), `${step} ${state}`).not.toBeNull()
    }
  })
})

describe('a booking', () => {
  const paths = (...input: Parameters<typeof bookingProblems>) =>
    bookingProblems(...input).map(({ path }) => path)

  it('is taken up to the minute of the cut-off', () => {
    expect(paths(DAY, NOW, 0, GUEST)).toEqual([])
    expect(paths(DAY, { ...NOW, time: '16:01' }, 0, GUEST)).toEqual(['day'])
  })

  it('needs a place, a small group, the department first, and a leader it does not accuse', () => {
    expect(paths(DAY, NOW, 2, GUEST)).toEqual(['day'])
    expect(paths({ ...DAY, state: 'cancelled' }, NOW, 0, GUEST)).toEqual(['day'])
    expect(paths(DAY, NOW, 0, { ...GUEST, headcount: 4 })).toEqual(['headcount'])
    expect(paths(DAY, NOW, 0, { ...GUEST, department: '' })).toEqual(['department'])
    expect(paths({ ...DAY, departmentFirst: false }, NOW, 0, { ...GUEST, department: '' })).toEqual([])
    expect(paths(DAY, NOW, 0, { ...GUEST, accusedNames: '副院长周明远' })).toEqual(['accusedNames'])
  })
})
