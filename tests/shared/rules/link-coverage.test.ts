import { describe, expect, it } from 'vitest'
import { type CoverageLink, missingLinks } from '../../../shared/rules/link-coverage.ts'
import * as fc from '../../helpers/fast-check.ts'

const LEADERS = [
  { code: 'SJ', who: '党委书记' },
  { code: 'YZ', who: '院长' },
]
const aLink = fc.record({
  kind: fc.constantFrom('class' as const, 'expert' as const, 'student' as const),
  leader: fc.constantFrom('SJ', 'YZ', null),
  who: fc.constantFrom('冯处长', '褚处长'),
  active: fc.boolean(),
})

describe('who lacks a link', () => {
  it('is every leader for experts and classes, and every known head for classes', () => {
    const head: CoverageLink = { kind: 'student', leader: null, who: '冯处长', active: true }
    expect(missingLinks(LEADERS, [head]).map(({ who, kind }) => `${who} ${kind}`)).toEqual([
      '党委书记 expert',
      '院长 expert',
      '党委书记 class',
      '院长 class',
      '冯处长 class',
    ])
  })

  it('is exactly who has no active link of the kind', () => {
    fc.assert(
      fc.property(fc.array(aLink), (links) => {
        const missing = missingLinks(LEADERS, links)
        for (const { code, who } of LEADERS) {
          for (const kind of ['class', 'expert'] as const) {
            const has = links.some((link) => link.active && link.kind === kind && link.leader === code)
            expect(missing.some((each) => each.who === who && each.kind === kind)).toBe(!has)
          }
        }
        expect(missing.every(({ sentence }) => sentence.includes('《信息沟通实施办法》'))).toBe(true)
      }),
    )
  })
})
