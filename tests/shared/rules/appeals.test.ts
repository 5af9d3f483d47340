import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayFromNumber } from '../../../shared/domain/day.ts'
import { appealRefusal, filingDueOn, lateFiling, procedureOf } from '../../../shared/rules/appeals.ts'
import * as fc from '../../helpers/fast-check.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const { calendar, settings } = DEFAULTS
const day = (text: string) => text as Day
const aDay = fc.integer({ min: 20_000, max: 20_700 }).map(dayFromNumber)
const aProcedure = fc.constantFrom('appeal' as const, 'review' as const)

describe('the time to appeal', () => {
  it('is ten days for students, rolled past rest days, and thirty for staff', () => {
    expect(filingDueOn('appeal', day('2026-11-10'), calendar, settings.deadlines)).toBe('2026-11-20')
    expect(filingDueOn('appeal', day('2026-11-11'), calendar, settings.deadlines)).toBe('2026-11-23')
    expect(filingDueOn('review', day('2026-10-20'), calendar, settings.deadlines)).toBe('2026-11-19')
    expect(filingDueOn('appeal', null, calendar, settings.deadlines)).toBeNull()
  })

  it('can be set by the school', () => {
    const own = { reviewFiling: { days: 15 } }
    expect(filingDueOn('review', day('2026-11-10'), calendar, own)).toBe('2026-11-25')
  })

  it('is over the day after the last one and not before, and says so with its clause', () => {
    fc.assert(
      fc.property(aProcedure, aDay, fc.integer({ min: 0, max: 60 }), (procedure, deliveredOn, wait) => {
        const filedOn = addDays(deliveredOn, wait)
        const dueOn = filingDueOn(procedure, deliveredOn, calendar, settings.deadlines)
        const late = lateFiling(procedure, { deliveredOn, filedOn }, calendar, settings.deadlines)
        expect(late === null).toBe(dueOn !== null && filedOn <= dueOn)
        if (late !== null) expect(late).toMatch(/《.+》.*由委员会决定/)
      }),
    )
  })
})

describe('the steps of an appeal', () => {
  const filed = { filedOn: day('2026-11-10'), concludedOn: null, result: null, toldOn: null }
  const concluded = { ...filed, concludedOn: day('2026-11-16'), result: 'upheld' as const }

  it('come one after the other', () => {
    expect(appealRefusal('decide', filed, day('2026-11-16'))).toBeNull()
    expect(appealRefusal('decide', filed, day('2026-11-09'))).toContain('不能早于提出之日')
    expect(appealRefusal('tell', filed, day('2026-11-16'))).toContain('还没有作出结论')
    expect(appealRefusal('tell', concluded, day('2026-11-15'))).toContain('不能早于结论')
    expect(appealRefusal('tell', concluded, day('2026-11-16'))).toBeNull()
    const told = { ...concluded, toldOn: day('2026-11-17') }
    expect(appealRefusal('tell', told, day('2026-11-18'))).toContain('已经告知')
    expect(appealRefusal('decide', told, day('2026-11-18'))).toContain('不能再改')
  })

  it('belong to two channels alone', () => {
    expect(DEFAULTS.channels.map(({ code }) => procedureOf(code)).filter((each) => each !== null)).toEqual([
      'appeal',
      'review',
    ])
  })
})
