import { describe, expect, it } from 'vitest'
import { PURPOSES, type Purpose } from '../../../shared/domain/petition.ts'
import type { Decision } from '../../../shared/domain/reception.ts'
import { decisionRefusal, unitsOf } from '../../../shared/rules/reception-decisions.ts'
import * as fc from '../../helpers/fast-check.ts'
import { DEFAULTS } from '../../helpers/resources.ts'

const CODES = DEFAULTS.units.map(({ code }) => code)
const unit = (code: string) => DEFAULTS.units.find((each) => each.code === code)

const decisions: fc.Arbitrary<Decision> = fc.oneof(
  fc.constant<Decision>({ kind: 'answer', text: '好。', outcome: 'supported' }),
  fc.constant<Decision>({ kind: 'later' }),
  fc.constant<Decision>({
    kind: 'decline',
    ground: 'litigation',
    lawfulChannel: '起诉',
    explanation: '已诉讼。',
  }),
  fc
    .record({
      kind: fc.constantFrom('transfer' as const, 'assign' as const),
      leadUnit: fc.constantFrom(...CODES),
      assistUnits: fc.array(fc.constantFrom(...CODES), { maxLength: 3 }),
    })
    .map(
      (given): Decision =>
        ({ ...given, text: '请办理。', ...(given.kind === 'assign' && { limitOn: null }) }) as Decision,
    ),
)
const matters = fc.record({
  purpose: fc.constantFrom(...(Object.keys(PURPOSES) as Purpose[])),
  accusedUnits: fc.array(fc.constantFrom(...CODES), { maxLength: 2 }),
  accusedNames: fc.constantFrom('', '周明远', '某科长'),
})
const hearers = fc.constantFrom(null, { post: '院长', name: '周明远' }, { post: '党委书记', name: '' })

describe('what a leader may decide', () => {
  it('never gives an accusation to anybody but discipline inspection, nor answers it on the spot', () => {
    fc.assert(
      fc.property(matters, decisions, hearers, (matter, decision, hearer) => {
        fc.pre(matter.purpose === 'accusation')
        const units = unitsOf(decision)
        if (decisionRefusal(matter, decision, units.map(unit), hearer) !== null) return
        expect(decision.kind).not.toBe('answer')
        expect(units.every((code) => unit(code)?.takesAccusations)).toBe(true)
      }),
    )
  })

  it('never gives a matter to whom it complains about, whether unit or the leader who hears it', () => {
    fc.assert(
      fc.property(matters, decisions, hearers, (matter, decision, hearer) => {
        const units = unitsOf(decision)
        if (decisionRefusal(matter, decision, units.map(unit), hearer) !== null) return
        expect(units.filter((code) => matter.accusedUnits.includes(code))).toEqual([])
        if (hearer !== null && hearer.name !== '' && matter.accusedNames.includes(hearer.name)) {
          expect(decision.kind).toBe('transfer')
        }
        if (hearer === null) expect(decision.kind).not.toBe('assign')
      }),
    )
  })

  it('lets an ordinary matter go any way, to any unit that is not complained about', () => {
    const matter = { purpose: 'request' as const, accusedUnits: [], accusedNames: '' }
    fc.assert(
      fc.property(decisions, (decision) => {
        const units = unitsOf(decision)
        fc.pre(new Set(units).size === units.length)
        expect(
          decisionRefusal(matter, decision, units.map(unit), { post: '院长', name: '周明远' }),
        ).toBeNull()
      }),
    )
  })

  it('ends in 复核 only what may be reviewed', () => {
    for (const purpose of Object.keys(PURPOSES) as Purpose[]) {
      const decision: Decision = {
        kind: 'decline',
        ground: 'concluded',
        lawfulChannel: '有',
        explanation: '有',
      }
      const matter = { purpose, accusedUnits: [], accusedNames: '' }
      const refusal = decisionRefusal(matter, decision, [], { post: '院长', name: '周明远' })
      if (purpose === 'appeal' || purpose === 'request') expect(refusal, purpose).toBeNull()
      else expect(refusal, purpose).toContain('第三十六条')
    }
  })

  it('names the reason with its clause', () => {
    const accusation = { purpose: 'accusation' as const, accusedUnits: [], accusedNames: '周明远' }
    const answer: Decision = { kind: 'answer', text: '好。', outcome: 'explained' }
    expect(decisionRefusal(accusation, answer, [], { post: '院长', name: '周明远' })).toContain('第三十条')
    expect(decisionRefusal(accusation, answer, [], null)).toContain('第三十条')
  })
})
