import { describe, expect, it } from 'vitest'
import { createEventQueue } from '../../../../electron/core/demo/event-queue.ts'
import { randomFrom } from '../../../../electron/core/demo/random.ts'
import { lastTwoSemesters, spreadVisits, workDaysBetween } from '../../../../electron/core/demo/semesters.ts'
import { ACCUSATIONS, STORIES } from '../../../../electron/core/demo/stories/index.ts'
import { speaker } from '../../../../electron/core/demo/vocabulary.ts'
import * as wording from '../../../../electron/core/demo/wording.ts'
import { addDays, parseDay } from '../../../../shared/domain/day.ts'
import * as fc from '../../../helpers/fast-check.ts'
import { DEFAULTS } from '../../../helpers/resources.ts'

describe('the stories', () => {
  const stories = [...STORIES, ...ACCUSATIONS]

  it('cover every second-level category but the miscellaneous ones, and no other', () => {
    const wanted = DEFAULTS.categories.filter(({ code, parent }) => parent !== null && !code.endsWith('99'))
    const told = new Set(stories.map(({ category }) => category))
    expect([...told].sort()).toEqual(wanted.map(({ code }) => code).sort())
  })

  it('use no slot the vocabulary does not know', () => {
    const day = parseDay('2026-11-20')
    const say = speaker(randomFrom('slots'), day, { unit: '教务处', accused: '某人' })
    const texts = [
      ...stories.flatMap(({ titles, told, wishes }) => [...titles, ...told, ...wishes]),
      ...wording.EARLIER_STEPS,
      ...wording.IMPACTS,
      ...wording.GROUNDS,
    ]
    for (const text of texts) expect(say(text)).not.toMatch(/[{}]/)
  })
})

describe('a speaker', () => {
  it('says the same for a slot each time, and something of its own for a numbered one', () => {
    const say = speaker(randomFrom('1'), parseDay('2026-11-20'))
    expect(say('{course}')).toBe(say('{course}'))
    const pairs = Array.from({ length: 20 }, (_, seed) =>
      speaker(randomFrom(`${seed}`), parseDay('2026-11-20'))('{course}|{course2}'),
    )
    expect(pairs.some((pair) => pair.split('|')[0] !== pair.split('|')[1])).toBe(true)
  })
})

describe('random choices', () => {
  it('are the same for the same seed and stay within their bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, span) => {
        const [one, two] = [randomFrom(seed), randomFrom(seed)]
        for (let draw = 0; draw < 20; draw += 1) {
          const value = one.between(from, from + span)
          expect(value).toBe(two.between(from, from + span))
          expect(value >= from && value <= from + span).toBe(true)
        }
      }),
    )
  })
})

describe('the queue of events', () => {
  it('gives back what was planned, earliest first, and in the order planned at the same moment', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (moments) => {
        const queue = createEventQueue<number>()
        for (const [order, at] of moments.entries()) queue.add(at, order)
        const taken: [number, number][] = []
        for (let first = queue.first(); first; first = queue.first()) {
          taken.push([first.at, first.event])
          queue.take()
        }
        const sorted = moments.map((at, order): [number, number] => [at, order])
        expect(taken).toEqual(sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]))
      }),
    )
  })
})

describe('the two semesters', () => {
  it.each([
    ['2026-11-20', '2026-03-01', '2026-09-01'],
    ['2026-05-06', '2025-09-01', '2026-03-01'],
    ['2026-02-10', '2025-03-01', '2025-09-01'],
    ['2026-08-20', '2025-09-01', '2026-03-01'],
  ])('before %s began on %s and %s', (until, before, last) => {
    expect(lastTwoSemesters(parseDay(until)).map(({ from }) => from)).toEqual([before, last])
  })

  it('hold every visit, whatever their number', () => {
    const until = parseDay('2026-11-20')
    const semesters = lastTwoSemesters(until)
    const { days } = workDaysBetween(DEFAULTS.calendar, semesters[0].from, until)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.string(), (visits, seed) => {
        const spread = [...spreadVisits(visits, days, semesters, until, randomFrom(seed)).values()]
        expect(spread.reduce((sum, count) => sum + count, 0)).toBe(visits)
        expect(Math.min(...spread)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: fc.runs(30) },
    )
  })

  it('count working days from the next one when asked from a rest day', () => {
    const workDays = workDaysBetween(DEFAULTS.calendar, parseDay('2026-03-01'), parseDay('2026-11-20'))
    expect(workDays.after(parseDay('2026-11-21'), 0)).toBe('2026-11-23')
    expect(workDays.after(parseDay('2026-09-30'), 1)).toBe('2026-10-08')
    expect(workDays.after(addDays(parseDay('2026-11-21'), 2), 4)).toBe('2026-11-27')
  })
})
