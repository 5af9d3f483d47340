import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../../shared/domain/day.ts'
import { STATES } from '../../../../shared/domain/petition.ts'
import { assess, percent, RATE_NAMES } from '../../../../shared/rules/reports/assessment.ts'
import {
  type CountedPetition,
  DIMENSION_NAMES,
  MEASURE_NAMES,
  NONE,
  selects,
  tallyOf,
} from '../../../../shared/rules/reports/figures.ts'
import * as fc from '../../../helpers/fast-check.ts'

const AT = { today: parseDay('2026-11-20'), soonUntil: parseDay('2026-11-23') }
const A_PETITION: CountedPetition = {
  rid: 1,
  number: 'ZX-2026-00001-X' as CountedPetition['number'],
  receivedOn: parseDay('2026-11-02'),
  channel: 'XFJD',
  category: 'HQ01',
  topCategory: 'HQ',
  unit: 'HQC',
  route: 'transfer',
  grade: 'complex',
  state: 'transferred',
  purpose: 'request',
  urgency: 'normal',
  dueOn: parseDay('2026-11-19'),
  firstAnsweredOn: null,
  firstDueOn: null,
  closedOn: null,
  instructed: false,
  group: false,
  repeat: false,
  chased: false,
  extended: false,
  returnedBy: [],
  redone: false,
  supervised: false,
  rating: null,
}

const someDay = fc.constantFrom('2026-11-10', '2026-11-20', '2026-11-23', '2026-12-01').map(parseDay)
const maybeDay = fc.option(someDay)
const unit = fc.constantFrom('HQC', 'JWC', 'XSGZC')
const aPetition: fc.Arbitrary<CountedPetition> = fc.record({
  ...(Object.fromEntries(
    Object.entries(A_PETITION).map(([key, value]) => [key, fc.constant(value)]),
  ) as unknown as { [K in keyof CountedPetition]: fc.Arbitrary<CountedPetition[K]> }),
  channel: fc.constantFrom('XFJD', 'XZXX'),
  topCategory: fc.constantFrom('HQ', 'JX'),
  unit: fc.option(unit),
  route: fc.option(fc.constantFrom('direct', 'transfer', 'submit', 'decline')),
  state: fc.constantFrom(...(Object.keys(STATES) as (keyof typeof STATES)[])),
  dueOn: maybeDay,
  firstAnsweredOn: maybeDay,
  firstDueOn: maybeDay,
  closedOn: maybeDay,
  returnedBy: fc.uniqueArray(unit, { maxLength: 2 }),
  redone: fc.boolean(),
  rating: fc.option(fc.constantFrom('satisfied', 'fairly', 'dissatisfied')),
})

describe('figures', () => {
  it('count exactly the petitions they lead to, whatever they are grouped by', () => {
    fc.assert(
      fc.property(fc.array(aPetition, { maxLength: 12 }), (petitions) => {
        const tally = tallyOf(petitions, AT)
        for (const measure of MEASURE_NAMES) {
          const whole = { measure, dimension: null, key: null }
          expect(petitions.filter((one) => selects(whole, one, AT)).length).toBe(tally.total[measure])
          for (const dimension of DIMENSION_NAMES) {
            for (const [key, counts] of tally.by[dimension]) {
              const chosen = petitions.filter((one) => selects({ measure, dimension, key }, one, AT))
              expect(chosen.length, `${measure} by ${dimension} ${key}`).toBe(counts[measure])
            }
          }
        }
      }),
    )
  })

  it('add up: finished and unfinished are all, and every group but returns sums to the whole', () => {
    fc.assert(
      fc.property(fc.array(aPetition, { maxLength: 12 }), (petitions) => {
        const { total, by } = tallyOf(petitions, AT)
        expect(total.finished + total.unfinished).toBe(total.all)
        for (const dimension of DIMENSION_NAMES) {
          const sum = [...by[dimension].values()].reduce((n, counts) => n + counts.all, 0)
          expect(sum).toBe(total.all)
        }
      }),
    )
  })

  it.each([
    ['running and past its day', {}, { overdue: 1, late: 1, inTime: 0, dueSoon: 0 }],
    ['running on its day', { dueOn: parseDay('2026-11-20') }, { overdue: 0, late: 0, dueSoon: 1 }],
    ['running, far from its day', { dueOn: parseDay('2026-12-01') }, { overdue: 0, dueSoon: 0 }],
    [
      'answered on its last day, redone later',
      { firstAnsweredOn: parseDay('2026-11-10'), firstDueOn: parseDay('2026-11-10'), redone: true },
      { inTime: 1, late: 0, overdue: 1, redone: 1, answered: 1 },
    ],
    [
      'answered a day late',
      { state: 'closed', firstAnsweredOn: parseDay('2026-11-20'), firstDueOn: parseDay('2026-11-19') },
      { inTime: 0, late: 1, overdue: 0, finished: 1, firstTime: 1, settled: 1 },
    ],
    ['declined', { state: 'declined', route: 'decline', dueOn: null }, { finished: 1, settled: 0, late: 0 }],
    ['never due', { dueOn: null }, { overdue: 0, late: 0, inTime: 0 }],
  ] as const)('judge one that is %s', (_, change, figures) => {
    expect(tallyOf([{ ...A_PETITION, ...change }], AT).total).toMatchObject(figures)
  })

  it('count a return for the unit that sent it back and everything else for the one that has it', () => {
    const { by } = tallyOf([{ ...A_PETITION, unit: 'JWC', returnedBy: ['HQC'] }], AT)
    expect(by.unit.get('HQC')).toMatchObject({ all: 0, returned: 1, given: 1 })
    expect(by.unit.get('JWC')).toMatchObject({ all: 1, returned: 0, given: 1 })
    expect(by.unit.get(NONE)).toBeUndefined()
  })
})

describe('rates', () => {
  it('are 无 where there is nothing to divide by', () => {
    const rates = assess(tallyOf([], AT).total)
    expect(rates.map(({ rate }) => rate)).toEqual(RATE_NAMES)
    expect(rates.map(({ text }) => text)).toEqual(['无', '无', '无', '无', '无'])
  })

  it('never leave 0 to 100 percent', () => {
    fc.assert(
      fc.property(fc.array(aPetition, { maxLength: 12 }), (petitions) => {
        const { total, by } = tallyOf(petitions, AT)
        for (const counts of [total, ...by.unit.values()]) {
          for (const { part, of } of assess(counts)) expect(part).toBeLessThanOrEqual(of)
        }
      }),
    )
  })

  it.each([
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    [1, 1, '100.0%'],
    [0, 5, '0.0%'],
    [1, 2000, '0.1%'],
    [0, 0, '无'],
  ])('write %i of %i as %s', (part, whole, text) => expect(percent(part, whole)).toBe(text))
})
