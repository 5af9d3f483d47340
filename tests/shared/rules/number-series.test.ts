import { describe, expect, it } from 'vitest'
import {
  accountOf,
  continueRefusal,
  type ExplainedGap,
  type GivenNumber,
  voidRefusal,
} from '../../../shared/rules/number-series.ts'
import * as fc from '../../helpers/fast-check.ts'

type Series = {
  readonly given: readonly GivenNumber[]
  readonly gaps: readonly ExplainedGap[]
  readonly next: number
}
const EMPTY: Series = { given: [], gaps: [], next: 1 }

/** What may happen to numbers: each either happens whole or, refused or cut off by a crash, not at all. */
const happening = fc.oneof(
  fc.record({ do: fc.constant('issue' as const), of: fc.constantFrom('转办', '交办') }),
  fc.record({ do: fc.constant('void' as const), of: fc.constantFrom('转办', '交办'), which: fc.nat() }),
  fc.record({
    do: fc.constant('continue' as const),
    of: fc.constantFrom('转办', '交办'),
    next: fc.integer({ min: -3, max: 60 }),
  }),
  fc.record({
    do: fc.constant('rename' as const),
    of: fc.constantFrom('转办', '交办'),
    to: fc.constantFrom('办信', '校信', '院信'),
  }),
)
const course = fc.array(fc.record({ what: happening, crashes: fc.boolean() }), { maxLength: 60 })

function applied(series: Series, what: { do: string; which?: number; next?: number }): Series {
  if (what.do === 'issue')
    return {
      ...series,
      given: [...series.given, { serial: series.next, voided: false }],
      next: series.next + 1,
    }
  if (what.do === 'void') {
    const at = series.given.length === 0 ? -1 : (what.which ?? 0) % series.given.length
    return {
      ...series,
      given: series.given.map((number, index) => (index === at ? { ...number, voided: true } : number)),
    }
  }
  const next = what.next ?? 0
  if (continueRefusal(series.next, next) !== null) return series
  return {
    ...series,
    gaps: [...series.gaps, { from: series.next, to: next - 1, reason: '启用前已用' }],
    next,
  }
}

describe('a series of numbers', () => {
  it('accounts for every number from 1 to the highest, whatever happens', () => {
    fc.assert(
      fc.property(course, (events) => {
        const named = new Map([
          ['转办', '办信'],
          ['交办', '办信'],
        ])
        const all = new Map<string, Series>()
        for (const { what, crashes } of events) {
          if (crashes) continue
          if (what.do === 'rename') named.set(what.of, what.to)
          else {
            const key = named.get(what.of) ?? ''
            all.set(key, applied(all.get(key) ?? EMPTY, what))
          }
        }
        for (const series of all.values()) {
          const { problems, highest, voided, gaps } = accountOf(series)
          expect(problems).toEqual([])
          const valid = series.given.filter((number) => !number.voided).map(({ serial }) => serial)
          const explained = gaps.flatMap(({ from, to }) =>
            Array.from({ length: to - from + 1 }, (_, at) => from + at),
          )
          expect([...valid, ...voided, ...explained].sort((a, b) => a - b)).toEqual(
            Array.from({ length: highest }, (_, at) => at + 1),
          )
        }
      }),
    )
  })

  it('names every number that is nobody’s, and every one that was used twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2 }),
        fc.nat(),
        (serials, which) => {
          const highest = Math.max(...serials)
          const lost = serials[which % serials.length] ?? 1
          const given = serials.map((serial) => ({ serial, voided: false }))
          const whole = Array.from({ length: highest }, (_, at) => ({ serial: at + 1, voided: false }))
          const holes = accountOf({ given, gaps: [], next: highest + 1 }).problems
          expect(holes.length > 0).toBe(serials.length < highest)
          const twice = accountOf({
            given: [...whole, { serial: lost, voided: true }],
            gaps: [],
            next: highest + 1,
          })
          expect(twice.problems).toEqual([`${lost}号不止用了一次`])
        },
      ),
    )
  })

  it('says in one line how it runs', () => {
    const given = [1, 2, 3, 4, 5, 6].map((serial) => ({
      serial,
      voided: serial === 2 || serial === 5 || serial === 6,
    }))
    const gaps = [{ from: 7, to: 12, reason: '纸质登记' }]
    expect(accountOf({ given: given.slice(0, 1), gaps: [], next: 2 }).verdict).toBe('1号连续')
    expect(accountOf({ given, gaps: [], next: 7 }).verdict).toBe('1—6号连续，其中2、5—6号作废')
    expect(accountOf({ given, gaps, next: 13 }).verdict).toBe('1—12号连续，其中2、5—6号作废，7—12号已说明')
    expect(accountOf({ given: given.slice(2), gaps: [], next: 9 }).verdict).toBe(
      '不连续：缺1—2号，没有文书也没有说明；下一个号应是7号，却要给出9号',
    )
    expect(accountOf(EMPTY).verdict).toBe('还没有用过，从1号开始')
  })

  it('goes on upward only', () => {
    expect(continueRefusal(5, 13)).toBeNull()
    expect(continueRefusal(5, 5)).toContain('不需要续接')
    expect(continueRefusal(5, 3)).toBe('4号以前的号已经用过，下一个号只能往后续，请填写大于5的号。')
    expect(continueRefusal(5, 1_000_000)).toContain('不能超过')
  })
})

describe('declaring void', () => {
  it('is refused twice, and for what lies in an archived file', () => {
    expect(voidRefusal({ voidedOn: null, archived: false })).toBeNull()
    expect(voidRefusal({ voidedOn: '2026-11-18', archived: false })).toContain('已经作废')
    expect(voidRefusal({ voidedOn: null, archived: true })).toContain('已经随事项归档')
  })
})
